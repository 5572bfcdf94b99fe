/**
 * One picture of a page → where its tables, cells and lines of text are. Nothing is recognised here; what is to be
 * recognised leaves as small cuttings, so that the page itself can be forgotten.
 */

import type { Canvas } from '@napi-rs/canvas';
import type { Box } from '../../model/document.js';
import { findGrids, type Grid, type Span } from '../ruled/grid.js';
import { type InkLine, inkInCell, inside, type PageSizes } from './cells.js';
import { type Piece, piecesOf } from './components.js';
import { type Cutting, cutting, withoutLoneCharacters, withoutSpread } from './cutting.js';
import { dashedLines, withDashes } from './dashes.js';
import { look, type Picture, redraw, release } from './decode.js';
import { leadingNumber, looksLikeNumber } from './digits/number.js';
import { inkOf } from './ink.js';
import { linesOf, withoutLines } from './lines.js';
import { type Area, cut, type Mask, type Raster } from './raster.js';
import { holdsRows, partText } from './segments.js';
import { skewOf } from './skew.js';
import { isStamped, withoutFragments } from './stamp.js';

/** Characters smaller than this (pixels) are enlarged before anything is looked for. */
const SMALL_TEXT = 19;
const ENLARGED_TEXT = 27;
/** A page straighter than this (degrees) stays as it is: turning costs sharpness. */
const STRAIGHT = 0.06;
/** Pieces from this size (pixels) on can be characters; and up to this one, headings included. */
const LEAST_CHARACTER = 6;
const LARGEST_CHARACTER = 140;
/** Strokes and digits are smaller than the characters beside them: of all pieces this share is. */
const CHARACTER_RANK = 0.75;
/** Size of a character in points, by which pictures without a resolution are measured. */
const USUAL_POINTS = 9;
/** A table is at least this wide (text sizes) and has this many cells; less is a drawing or a large character. */
const MIN_TABLE_WIDTH = 12;
const MIN_TABLE_CELLS = 4;

export interface ScannedCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly openTop: boolean;
  readonly openBottom: boolean;
  readonly lines: readonly Cutting[];
  /**
   * Why a cell without lines may not be called blank, or the lines of one not be believed; empty when nothing is in
   * the way.
   */
  readonly doubt: string;
  /** In the units of the document. */
  readonly box: Box;
}

export interface ScannedTable {
  readonly grid: Grid;
  readonly cells: readonly ScannedCell[];
}

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
  /** Size of the characters in pixels. */
  readonly textSize: number;
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
  const { picture, mask, pieces, textSize, scale } = straight;
  const unit = width === null ? 1 / scale : width / picture.grey.width;
  const points = width === null ? USUAL_POINTS / textSize : unit;
  const dashed = dashedLines(pieces, textSize);
  const lines = withDashes(linesOf(ruleInk(picture.grey, pieces, textSize), textSize), dashed);
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
  const grids = findGrids(rules, marks, textSize * points).filter((grid) => isTable(grid, textSize * points));
  const sizes: PageSizes = { textSize, thickness };
  const toUnits = ({ left, top, right, bottom }: Area): Box =>
    [left, top, right, bottom].map((value) => Math.round(value * unit * 100) / 100) as unknown as Box;
  const tables = outermost(grids)
    .filter((grid) => !hasUnruledRows(grid, points, print, sizes))
    .map((grid) => ({
      grid,
      cells: grid.cells.map((cell) => readCell(cell, grid, points, picture, print, sizes, toUnits)),
    }));
  const areas = tables.map(({ grid }) => scaled(extent(grid), 1 / points));
  const cutFrom = (line: InkLine): Cutting => cutting(line, picture.grey, print, textSize);
  const outer = partText(outside(piecesOf(print), areas, textSize), textSize, print.width);
  const segments = outer.segments.map((line) => ({
    cutting: cutFrom(line),
    doubt: isStamped(line, picture.red) ? STAMPED : '',
  }));
  return { tables, text: outer.lines.map(cutFrom), segments, textSize, toUnits, points };
}

/** A cell over so many columns can be all rows of a table below its header. */
const MANY_COLUMNS = 3;

/** Whether the rules part the header only, and the rows below stand in one large frame. */
function hasUnruledRows(grid: Grid, points: number, print: Mask, sizes: PageSizes): boolean {
  return grid.cells.some((cell) => {
    if (cell.colSpan < MANY_COLUMNS) return false;
    const area = inside(scaled(slotOf(cell, grid), 1 / points), sizes);
    return holdsRows(inkInCell(print, area, sizes).lines, sizes.textSize);
  });
}

/** The box of a cell in the units of its grid. */
function slotOf({ row, col, rowSpan, colSpan }: Span, { xs, ys }: Grid): Area {
  return {
    left: xs[col] ?? 0,
    top: ys[row] ?? 0,
    right: xs[col + colSpan] ?? 0,
    bottom: ys[row + rowSpan] ?? 0,
  };
}

/** Characters of a title are up to this many text sizes large. */
const LARGE = 3.5;
/** What is thinner than this (text sizes) may be a piece of a broken rule. */
const THIN = 0.25;

/** What is pale around a character, in pixels. */
const HALO = 2;

/** Pale ink without the characters, whose long strokes in bold titles look like rules. */
function ruleInk(grey: Raster, pieces: readonly Piece[], textSize: number): Mask {
  const mask = inkOf(grey, 'hair lines');
  for (const piece of pieces) {
    const thin = Math.min(piece.right - piece.left, piece.bottom - piece.top);
    if (thin < THIN * textSize || sizeOf(piece) > LARGE * textSize) continue;
    const [left, right] = [Math.max(0, piece.left - HALO), Math.min(mask.width, piece.right + HALO)];
    for (let y = Math.max(0, piece.top - HALO); y < Math.min(mask.height, piece.bottom + HALO); y++) {
      mask.data.fill(0, y * mask.width + left, y * mask.width + right);
    }
  }
  return mask;
}

interface Straight {
  readonly picture: Picture;
  readonly mask: Mask;
  readonly pieces: readonly Piece[];
  readonly textSize: number;
  readonly scale: number;
}

/** The page upright, straight and large enough; null when nothing stands on it. */
async function straighten(canvas: Canvas, degrees: number): Promise<Straight | null> {
  let picture = degrees === 0 ? look(canvas) : await lookRedrawn(canvas, 1, degrees);
  let mask = inkOf(picture.grey);
  let pieces = piecesOf(mask);
  const found = characterSize(pieces, mask.width);
  if (found === null) return null;
  const scale = found < SMALL_TEXT ? ENLARGED_TEXT / found : 1;
  const skew = skewOf(mask);
  if (scale > 1 || Math.abs(skew) > STRAIGHT) {
    picture = await lookRedrawn(canvas, scale, degrees - skew);
    mask = inkOf(picture.grey);
    pieces = piecesOf(mask);
  }
  const textSize = characterSize(pieces, mask.width);
  if (textSize === null) return null;
  return { picture, textSize, scale, ...withoutFragments(mask, pieces, picture.red, textSize) };
}

async function lookRedrawn(canvas: Canvas, scale: number, degrees: number): Promise<Picture> {
  const redrawn = await redraw(canvas, scale, degrees);
  const picture = look(redrawn);
  release(redrawn);
  return picture;
}

/** Usual size of the characters in pixels; null when there are hardly any. */
function characterSize(pieces: readonly Piece[], width: number): number | null {
  // Dashed rules have more dashes than the page has characters, which would seem tiny.
  const dashes = dashedLines(pieces, width / CHARACTERS_IN_A_LINE).pieces;
  const sizes = pieces
    .filter((piece) => !dashes.has(piece))
    .map(sizeOf)
    .filter((size) => size >= LEAST_CHARACTER && size <= LARGEST_CHARACTER)
    .sort((a, b) => a - b);
  return sizes.length < FEWEST_CHARACTERS ? null : (sizes[Math.floor(sizes.length * CHARACTER_RANK)] ?? null);
}

/** Characters side by side on a page, roughly: a first measure of their size. */
const CHARACTERS_IN_A_LINE = 55;

/** A page with fewer pieces of ink has nothing to read. */
const FEWEST_CHARACTERS = 8;

function sizeOf({ left, top, right, bottom }: Area): number {
  return Math.max(right - left, bottom - top);
}

function scaled({ left, top, right, bottom }: Area, factor: number): Area {
  return { left: left * factor, top: top * factor, right: right * factor, bottom: bottom * factor };
}

function extent({ xs, ys }: Grid): Area {
  return { left: xs[0] ?? 0, top: ys[0] ?? 0, right: xs.at(-1) ?? 0, bottom: ys.at(-1) ?? 0 };
}

function isTable(grid: Grid, textSize: number): boolean {
  const { left, right } = extent(grid);
  return right - left >= MIN_TABLE_WIDTH * textSize && grid.cells.length >= MIN_TABLE_CELLS;
}

/** Large characters make small grids inside the cells of tables; those are none. */
function outermost(grids: readonly Grid[]): Grid[] {
  const within = (a: Area, b: Area): boolean =>
    a.left >= b.left - 1 && a.right <= b.right + 1 && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
  return grids
    .filter((grid) => !grids.some((other) => other !== grid && within(extent(grid), extent(other))))
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}

function readCell(
  cell: Grid['cells'][number],
  grid: Grid,
  points: number,
  picture: Picture,
  mask: Mask,
  sizes: PageSizes,
  toUnits: ScannedPage['toUnits'],
): ScannedCell {
  const whole = scaled(slotOf(cell, grid), 1 / points);
  const area = inside(whole, sizes);
  const ink = inkInCell(mask, area, sizes);
  const lines = ink.lines.map((line) => cutOut(line, picture.grey, mask, sizes.textSize));
  const doubt =
    lines.length === 0
      ? doubtOf(ink, area, picture.red, sizes)
      : ink.crossed
        ? CUT_OFF
        : ink.pointLike
          ? POINT
          : ink.lines.some((line) => isStamped(line, picture.red))
            ? STAMPED
            : '';
  return { ...cell, lines: withoutLoneCharacters(lines, sizes.textSize), doubt, box: toUnits(whole) };
}

/** A line of a cell; where it is words alone, and they are spread over the cell, without the white between them. */
function cutOut(line: InkLine, grey: Raster, mask: Mask, textSize: number): Cutting {
  const cut = cutting(line, grey, mask, textSize);
  const hasFigure = looksLikeNumber(cut, textSize) || leadingNumber(cut, textSize) !== null;
  return hasFigure ? cut : withoutSpread(cut, textSize);
}

/** A number may go on beyond the edge of its cell. */
const CUT_OFF = 'ink reaches over the edge of the cell';

/** A number could have lost its point. */
const POINT = 'dirt or a faint point between the characters';

/** What is left of a stamp can change a digit. */
const STAMPED = 'a stamp runs through the print';

/** Pixels of dirt (squared text sizes) that may be a faint character. */
const MUCH_DIRT = 0.02;

/** Whether a cell without print may have held some: dirt, or red that does not come in from outside as a stamp does. */
function doubtOf(
  { specks }: { specks: number },
  area: Area,
  red: Mask | null,
  { textSize }: PageSizes,
): string {
  if (specks > MUCH_DIRT * textSize ** 2) return 'dirt or a faint character';
  if (red === null) return '';
  const clip = cut(red, area);
  const own = piecesOf(clip).some(
    ({ left, top, right, bottom, ink }) =>
      ink > MUCH_DIRT * textSize ** 2 && left > 0 && top > 0 && right < clip.width && bottom < clip.height,
  );
  return own ? 'something red' : '';
}

/** Pieces that stand in no table, without rules and dirt. */
function outside(pieces: readonly Piece[], areas: readonly Area[], textSize: number): Piece[] {
  const least = DIRT * textSize ** 2;
  return pieces.filter((piece) => {
    const [x, y] = [(piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2];
    const isText = sizeOf(piece) <= LARGEST_LETTER * textSize && piece.ink >= least;
    return (
      isText && !areas.some((area) => x > area.left && x < area.right && y > area.top && y < area.bottom)
    );
  });
}

/** Letters of a title are no larger than this many text sizes. */
const LARGEST_LETTER = 3.5;
const DIRT = 0.006;
