/** A cell of the grid → the ink in it, without the rules around it → its lines of text. */

import { isBox } from './boxes.js';
import { type Piece, piecesOf } from './components.js';
import { type Area, cut, type Mask, type Raster } from './raster.js';

/** One line of text in a cell or on the page, with the pieces of ink it is made of; pixels of the page. */
export interface InkLine extends Area {
  readonly pieces: readonly Piece[];
}

/** Rules may stand this many pixels beside the place where they were found: they are never quite straight. */
const BESIDE_RULE = 1.5;
/** A piece at the edge of a cell that is no thicker than this (text sizes) is what is left of a rule. */
const REMNANT = 0.2;
/** Less ink than this share of a character's square is a speck of dirt. */
const SPECK = 0.0045;
/** Lines of text whose pieces together are no higher than this (text sizes) are one line. */
const ONE_LINE = 1.3;

export interface PageSizes {
  /** Usual size of the characters in pixels. */
  readonly textSize: number;
  /** Usual thickness of the rules. */
  readonly thickness: number;
}

/** The inside of a cell between its rules. */
export function inside(area: Area, { thickness }: PageSizes): Area {
  const margin = thickness / 2 + BESIDE_RULE;
  return {
    left: area.left + margin,
    top: area.top + margin,
    right: area.right - margin,
    bottom: area.bottom - margin,
  };
}

/** What stands in a cell. */
export interface CellInk {
  readonly lines: readonly InkLine[];
  /** Ink reaches over the edge of the cell, so that characters may be cut off. */
  readonly crossed: boolean;
  /** Pixels of ink in dirt that was left out. */
  readonly specks: number;
  /** Some of it lies at the foot of a line between its characters, where a decimal point does. */
  readonly pointLike: boolean;
}

/** A point stands within this share of the height of a line above its foot. */
const FOOT = 0.25;

function isPointIn({ left, right, top, bottom, pieces }: InkLine, speck: Area): boolean {
  const [x, y] = [(speck.left + speck.right) / 2, (speck.top + speck.bottom) / 2];
  const isAtFoot = y > bottom - FOOT * (bottom - top) && y <= bottom + 1;
  return isAtFoot && x > left && x < right && !pieces.some((piece) => x >= piece.left && x <= piece.right);
}

/** Reads the ink of a cell, rules left out. `area` is the inside of the cell. */
export function inkInCell(mask: Mask, area: Area, sizes: PageSizes): CellInk {
  const clip = cut(mask, area);
  const [dx, dy] = [Math.max(0, Math.floor(area.left)), Math.max(0, Math.floor(area.top))];
  const least = Math.max(2, SPECK * sizes.textSize ** 2);
  const kept: Piece[] = [];
  let crossed = false;
  const dirt: Area[] = [];
  let specks = 0;
  for (const piece of piecesOf(clip)) {
    const atEdge =
      piece.left === 0 || piece.top === 0 || piece.right === clip.width || piece.bottom === clip.height;
    if (atEdge && (isRemnant(piece, clip, sizes) || isAlongEdges(piece, clip, sizes))) continue;
    if (isLong(piece, sizes) && isBox(piece, clip)) continue;
    if (piece.ink < least) {
      specks += piece.ink;
      dirt.push(moved(piece, dx, dy));
      continue;
    }
    if (atEdge) crossed = true;
    kept.push({ ...piece, ...moved(piece, dx, dy) });
  }
  const lines = toLines(kept, sizes.textSize);
  return {
    lines,
    crossed,
    specks,
    pointLike: dirt.some((speck) => lines.some((line) => isPointIn(line, speck))),
  };
}

function moved({ left, top, right, bottom }: Area, dx: number, dy: number): Area {
  return { left: left + dx, right: right + dx, top: top + dy, bottom: bottom + dy };
}

/** A thin piece that lies along the edge it touches, or from one side of the cell to the other. */
function isRemnant(piece: Piece, { width, height }: Raster, { textSize }: PageSizes): boolean {
  const thin = Math.max(2, REMNANT * textSize);
  const across = piece.bottom - piece.top;
  const along = piece.right - piece.left;
  // In a column too narrow for its rules to be found they reach from one side to the other.
  if (piece.left === 0 && piece.right === width && across <= thin) return true;
  if (
    (piece.top === 0 || piece.bottom === height) &&
    across <= thin &&
    (along >= across || piece.ink <= thin)
  )
    return true;
  return (
    (piece.left === 0 || piece.right === width) && along <= thin && (across >= along || piece.ink <= thin)
  );
}

/** What is longer than this (text sizes) is no digit, and no ideograph lies along the edges of its cell alone. */
const LONGER_THAN_DIGIT = 1.25;
/** Share of the ink of a corner that lies along the edges. */
const ALONG_EDGES = 0.95;

function isLong({ left, top, right, bottom }: Piece, { textSize }: PageSizes): boolean {
  return Math.max(right - left, bottom - top) >= LONGER_THAN_DIGIT * textSize;
}

/** Corners of a box drawn inside of the cell: long, and with hardly any ink away from the edges of the cell. */
function isAlongEdges(piece: Piece, { width, height, data }: Mask, sizes: PageSizes): boolean {
  if (!isLong(piece, sizes)) return false;
  const thin = Math.max(2, REMNANT * sizes.textSize);
  let along = 0;
  for (let y = piece.top; y < piece.bottom; y++)
    for (let x = piece.left; x < piece.right; x++)
      if (data[y * width + x] === 1 && Math.min(x + 1, y + 1, width - x, height - y) <= thin) along++;
  return along >= ALONG_EDGES * piece.ink;
}

/** Pieces → lines from top to bottom: rows of ink with white between them. */
export function toLines(pieces: readonly Piece[], textSize: number): InkLine[] {
  const bands: { top: number; bottom: number; pieces: Piece[] }[] = [];
  for (const piece of [...pieces].sort((a, b) => a.top - b.top)) {
    const last = bands.at(-1);
    if (last !== undefined && piece.top <= last.bottom) {
      last.bottom = Math.max(last.bottom, piece.bottom);
      last.pieces.push(piece);
    } else bands.push({ top: piece.top, bottom: piece.bottom, pieces: [piece] });
  }
  const lines: typeof bands = [];
  for (const band of bands) {
    const last = lines.at(-1);
    if (last !== undefined && band.bottom - last.top <= ONE_LINE * textSize) {
      last.bottom = band.bottom;
      last.pieces.push(...band.pieces);
    } else lines.push(band);
  }
  return lines.map(({ top, bottom, pieces: members }) => ({
    left: Math.min(...members.map((piece) => piece.left)),
    right: Math.max(...members.map((piece) => piece.right)),
    top,
    bottom,
    pieces: members.sort((a, b) => a.left - b.left),
  }));
}
