/**
 * One picture of a page → where its tables, cells and lines of text are. Nothing is recognised here; what is to be
 * recognised leaves as small cuttings, so that the page itself can be forgotten.
 */

import type { Canvas } from '@napi-rs/canvas';
import type { Box } from '../../model/document.js';
import { findGrids, type Grid } from '../ruled/grid.js';
import { isBox } from './boxes.js';
import type { InkLine } from './cells.js';
import { type Piece, piecesOf } from './components.js';
import { type Cutting, cutting } from './cutting.js';
import { type DashedLines, dashedLines, isOnDashed, withDashes } from './dashes.js';
import { inkOf } from './ink.js';
import { type FoundLines, linesOf, withoutLines } from './lines.js';
import { readCells } from './lost-walls.js';
import type { Area, Mask, Raster } from './raster.js';
import { partText } from './segments.js';
import { smoothedAcross, smoothedDown, WINDOW } from './smoothed.js';
import { isStamped } from './stamp.js';
import { ENLARGED_TEXT, enlarged, SMALL_TEXT, type Straight, sizeOf, straighten } from './straight.js';
import {
  extent,
  hasUnruledRows,
  isTable,
  outermost,
  readCell,
  type ScannedTable,
  STAMPED,
  scaled,
} from './tables.js';

/** Size of a character in points, by which pictures without a resolution are measured. */
const USUAL_POINTS = 9;

/** What is printed in one place of a table without rules. */
export interface ScannedSegment {
  readonly cutting: Cutting;
  /** Why what is read may not be believed; empty when nothing is in the way. */
  readonly doubt: string;
}

/** A page with everything on it that is to be recognised. */
export interface ScannedPage {
  readonly tables: readonly ScannedTable[];
  /** Lines outside of the tables, from top to bottom. */
  readonly text: readonly Cutting[];
  /** Stretches of text and figures of tables without rules. */
  readonly segments: readonly ScannedSegment[];
  /** Size of the characters in pixels, and of those in tables, which can be much smaller. */
  readonly textSize: number;
  readonly tableSize: number;
  /** Pixels → units of the document. */
  readonly toUnits: (area: Area) => Box;
  /** Pixels → points, the measure of rules. */
  readonly points: number;
}

/**
 * Looks at a page.
 * @param width of the page in points, or null for a picture, whose units are its own pixels
 * @param degrees by which the page is turned clockwise before it is looked at
 */
export async function scanPage(
  canvas: Canvas,
  width: number | null,
  degrees = 0,
): Promise<ScannedPage | null> {
  const straight = await straighten(canvas, degrees);
  if (straight === null) return null;
  const first = findTables(straight, width, straight.textSize);
  const type = typeIn(first);
  if (type === null || type >= SMALL_TEXT) return describe(first, type ?? straight.textSize);
  const larger = await enlarged(canvas, straight, ENLARGED_TEXT / type);
  if (larger === null) return describe(first, type);
  const second = findTables(larger, width, ENLARGED_TEXT);
  return describe(second, typeIn(second) ?? ENLARGED_TEXT);
}

/** The rules of a page, and the tables that they make. */
interface Ruled {
  readonly straight: Straight;
  /** Pixels → points, and → units of the document. */
  readonly points: number;
  readonly unit: number;
  readonly thickness: number;
  /** The ink without the rules, and the pieces that it is in. */
  readonly print: Mask;
  readonly pieces: readonly Piece[];
  /** In points. */
  readonly grids: readonly Grid[];
}

/** @param textSize of what is expected in the tables */
function findTables(straight: Straight, width: number | null, textSize: number): Ruled {
  const { picture, mask, pieces, scale } = straight;
  const unit = width === null ? 1 / scale : width / picture.grey.width;
  const points = width === null ? USUAL_POINTS / textSize : unit;
  const dashed = dashedLines(pieces, textSize);
  const lines = withDashes(rulesIn(picture.grey, mask, pieces, textSize, dashed), dashed);
  const { horizontal, vertical, thickness } = lines;
  const print = withoutLines(mask, lines);
  const inPoints = ({ at, from, to }: { at: number; from: number; to: number }) => ({
    at: at * points,
    from: from * points,
    to: to * points,
  });
  const marks = pieces
    .filter((piece) => sizeOf(piece) <= textSize * 2 && !dashed.pieces.has(piece))
    .map((piece) => scaled(piece, points));
  const rules = { horizontal: horizontal.map(inPoints), vertical: vertical.map(inPoints) };
  const found = findGrids(rules, marks, textSize * points);
  const grids = outermost(found.filter((grid) => isTable(grid, textSize * points)));
  return { straight, points, unit, thickness, print, pieces: piecesOf(print), grids };
}

/** Fewer pieces in tables do not tell the size of their type. */
const FEWEST_PIECES = 30;
/** Digits and strokes are smaller than the characters of the labels: of all pieces this share is. */
const TYPE_RANK = 0.85;
/** Pieces of a table lower than this (pixels) are dots, strokes and dirt. */
const LEAST_PIECE = 6;

/** Size of the characters in the tables in pixels; null where there are hardly any. */
function typeIn({ straight: { textSize }, grids, points, pieces }: Ruled): number | null {
  const areas = grids.map((grid) => scaled(extent(grid), 1 / points));
  const sizes = pieces
    .filter((piece) => areas.some((area) => isIn(piece, area)))
    .map(sizeOf)
    .filter((size) => size >= LEAST_PIECE && size <= LARGE * textSize)
    .sort((a, b) => a - b);
  return sizes.length < FEWEST_PIECES ? null : (sizes[Math.floor(sizes.length * TYPE_RANK)] ?? null);
}

function describe(ruled: Ruled, tableSize: number): ScannedPage {
  const { straight, points, unit, thickness, print, pieces } = ruled;
  const { picture, textSize } = straight;
  const sizes = { textSize: tableSize, thickness };
  const toUnits = ({ left, top, right, bottom }: Area): Box =>
    [left, top, right, bottom].map((value) => Math.round(value * unit * 100) / 100) as unknown as Box;
  const tables = ruled.grids
    .filter((grid) => !hasUnruledRows(grid, points, print, sizes))
    .map((grid) => ({
      grid,
      cells: readCells(
        grid,
        (cell) => readCell(cell, grid, points, picture, print, sizes, toUnits),
        tableSize,
      ),
    }));
  const areas = tables.map(({ grid }) => scaled(extent(grid), 1 / points));
  const cutFrom = (line: InkLine): Cutting => cutting(line, picture.grey, print, textSize);
  const outer = partText(outside(pieces, areas, textSize), textSize, print.width);
  const segments = outer.segments.map((line) => ({
    cutting: cutFrom(line),
    doubt: isStamped(line, picture.red) ? STAMPED : '',
  }));
  return { tables, text: outer.lines.map(cutFrom), segments, textSize, tableSize, toUnits, points };
}

/** Characters of a title are up to this many text sizes large. */
const LARGE = 3.5;
/** What is thinner than this (text sizes) may be a piece of a broken rule. */
const THIN = 0.25;

/** Longer pieces (text sizes) with less ink than this share of their box are rules that meet, with nothing written on them. */
const CORNER = 1.2;
const CORNER_INK = 0.1;

/** Pieces of two rules where they meet, which came apart from the rest of them: no character has so little ink. */
function isCorner(piece: Piece, textSize: number): boolean {
  const { left, top, right, bottom, ink } = piece;
  return sizeOf(piece) >= CORNER * textSize && ink < CORNER_INK * (right - left) * (bottom - top);
}

/** What is pale around a character, in pixels. */
const HALO = 2;

/** Rules of this grey on average are pale all over, and thinner ones among them may be paler still. */
const PALE = 150;

/**
 * Rules in pale ink; where they are all pale, in ink that is hardly seen as well. Beside black rules that would find the
 * shades of JPEG along lines of text. Where some are dotted or dashed, all are looked for in a smoothed picture: many a
 * dot is too pale to be a piece of ink.
 */
function rulesIn(
  grey: Raster,
  print: Mask,
  pieces: readonly Piece[],
  textSize: number,
  dashed: DashedLines,
): FoundLines {
  const boxes = boxesAmong(pieces, print, textSize);
  const letters = pieces.filter((piece) => isLetter(piece, textSize) && !boxes.has(piece));
  const found = linesOf(withoutLetters(inkOf(grey, 'hair lines'), letters, 0), textSize);
  if (dashed.pieces.size > 0) {
    const others = letters.filter((piece) => !isOnDashed(piece, dashed, textSize));
    const bare = withoutLetters(grey, others, PAPER);
    const [across, down] = [smoothedAcross(bare, textSize), smoothedDown(bare, textSize)];
    return together(found, linesOf(inkOf(across, 'hair lines'), textSize, inkOf(down, 'hair lines'), WINDOW));
  }
  return found.ink.length > 0 && usualGrey(grey, found.ink) >= PALE
    ? linesOf(withoutLetters(inkOf(grey, 'pale lines'), letters, 0), textSize)
    : found;
}

function together(a: FoundLines, b: FoundLines): FoundLines {
  return {
    horizontal: [...a.horizontal, ...b.horizontal],
    vertical: [...a.vertical, ...b.vertical],
    thickness: Math.max(a.thickness, b.thickness),
    ink: [...a.ink, ...b.ink],
  };
}

/** Average grey of stretches of ink. */
function usualGrey({ width, data }: Raster, stretches: readonly Area[]): number {
  let [sum, count] = [0, 0];
  for (const { left, top, right, bottom } of stretches)
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) {
        sum += data[y * width + x] ?? 0;
        count++;
      }
  return sum / count;
}

/** Boxes (text sizes) larger than a character … */
const LARGE_BOX = 1.25;
/** … are those of cells where there are so many; the frame of 国 in a title is one by itself. */
const FEWEST_BOXES = 8;

/** The boxes that are drawn around single cells. */
function boxesAmong(pieces: readonly Piece[], print: Mask, textSize: number): ReadonlySet<Piece> {
  const isLarge = (piece: Piece): boolean =>
    sizeOf(piece) >= LARGE_BOX * textSize && sizeOf(piece) <= LARGE * textSize;
  const boxes = pieces.filter((piece) => isLarge(piece) && isBox(piece, print));
  return new Set(boxes.length < FEWEST_BOXES ? [] : boxes);
}

/** Whether a piece is print; the long strokes of bold titles look like rules. */
function isLetter(piece: Piece, textSize: number): boolean {
  const thin = Math.min(piece.right - piece.left, piece.bottom - piece.top);
  return thin >= THIN * textSize && sizeOf(piece) <= LARGE * textSize && !isCorner(piece, textSize);
}

const PAPER = 255;

/** A picture with its characters painted over. */
function withoutLetters({ width, height, data }: Raster, letters: readonly Piece[], paper: number): Raster {
  const bare = Uint8Array.from(data);
  for (const piece of letters) {
    const [left, right] = [Math.max(0, piece.left - HALO), Math.min(width, piece.right + HALO)];
    for (let y = Math.max(0, piece.top - HALO); y < Math.min(height, piece.bottom + HALO); y++) {
      bare.fill(paper, y * width + left, y * width + right);
    }
  }
  return { width, height, data: bare };
}

/** Pieces that stand in no table, without rules and dirt. */
function outside(pieces: readonly Piece[], areas: readonly Area[], textSize: number): Piece[] {
  const least = DIRT * textSize ** 2;
  return pieces.filter((piece) => {
    const isText = sizeOf(piece) <= LARGEST_LETTER * textSize && piece.ink >= least;
    return isText && !areas.some((area) => isIn(piece, area));
  });
}

/** Whether the middle of a piece is in an area. */
function isIn(piece: Area, area: Area): boolean {
  const [x, y] = [(piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2];
  return x > area.left && x < area.right && y > area.top && y < area.bottom;
}

/** Letters of a title are no larger than this many text sizes. */
const LARGEST_LETTER = 3.5;
const DIRT = 0.006;
