/** Glyphs → cells of a grid. A number is never cut by a rule, and neighbours across a rule are never one number. */

import { type Grid, withoutVoidRows } from '../ruled/grid.js';
import { type Box, type Glyph, union } from './geometry.js';
import { toFlowLine } from './segments.js';
import { withoutStruck } from './struck.js';
import type { PageTable } from './tables.js';
import { cellText, toLines } from './text.js';

/** Characters that numbers are made of; everything else goes to its cell glyph by glyph. */
const NUMERIC = /^[0-9０-９.,%\-+]+$/;
/** Digits closer than this share of their size continue one number. */
const TOUCHING = 0.12;
/** A rule this near (share of the size) to the edge of a glyph runs between glyphs rather than through one. */
const BETWEEN = 0.15;

/** A table with its text, and the glyphs that are none of it. */
export interface Filled {
  readonly table: PageTable;
  readonly rest: Glyph[];
}

/**
 * Fills a grid with the glyphs inside it; null when fewer than two cells hold text, for then it is a frame.
 * @param footer glyphs that stand in no cell though they stand close below the grid
 */
export function fillGrid(
  grid: Grid,
  glyphs: readonly Glyph[],
  page: number,
  footer: ReadonlySet<Glyph> = new Set(),
): Filled | null {
  const columns = grid.xs.length - 1;
  const owner = slotOwners(grid, columns);
  const contents = new Map<number, Glyph[]>();
  const rest: Glyph[] = [];
  for (const token of tokens(glyphs)) {
    for (const part of splitAtRules(token, grid.xs)) {
      const cell = cellOf(part, grid, owner, footer);
      if (cell === undefined) rest.push(...part);
      else if (contents.has(cell)) contents.get(cell)?.push(...part);
      else contents.set(cell, [...part]);
    }
  }
  if (contents.size < 2 || hasUnruledRows(grid, contents)) return null;
  return { table: makeTable(grid, contents, page), rest };
}

/**
 * A cell over so many columns with so many figures side by side, or lines of text and figures apart, is no cell; nor is
 * one over so many rows with so many lines of figures side by side.
 */
const UNRULED = { columns: 3, rows: 3, figures: 4, lines: 3 };

/**
 * Whether the rules part the header only, or the labels only, and the figures stand in one large frame: their columns
 * must be found from white space then, as in tables without rules.
 */
function hasUnruledRows({ cells }: Grid, contents: ReadonlyMap<number, readonly Glyph[]>): boolean {
  for (const [index, glyphs] of contents) {
    const { colSpan, rowSpan } = cells[index] ?? { colSpan: 1, rowSpan: 1 };
    const isWide = colSpan >= UNRULED.columns;
    if ((!isWide && rowSpan < UNRULED.rows) || glyphs.length < UNRULED.figures) continue;
    const upright = glyphs.filter(({ turn, vertical }) => turn === 0 && !vertical);
    const lines = toLines(upright).map((line) => toFlowLine(line, 0, 0).segments);
    const figures = lines.map((segments) => segments.filter(({ isNumber }) => isNumber).length);
    const apart = lines.filter((segments, at) => segments.length > 1 && (figures[at] ?? 0) > 0);
    const rows = figures.filter((count) => count >= UNRULED.figures).length;
    if (rows >= UNRULED.lines || (isWide && (rows > 0 || apart.length >= UNRULED.lines))) return true;
  }
  return false;
}

/** Index of the cell that covers each slot. */
function slotOwners({ cells, ys }: Grid, columns: number): number[] {
  const owner = new Array<number>((ys.length - 1) * columns);
  cells.forEach(({ row, col, rowSpan, colSpan }, index) => {
    for (let r = row; r < row + rowSpan; r++) {
      for (let c = col; c < col + colSpan; c++) owner[r * columns + c] = index;
    }
  });
  return owner;
}

/** Numbers as wholes, other glyphs one by one, in the order in which they were drawn. */
export function tokens(glyphs: readonly Glyph[]): Glyph[][] {
  const result: Glyph[][] = [];
  let previous: Glyph | undefined;
  for (const glyph of glyphs) {
    if (previous !== undefined && continuesNumber(previous, glyph)) result.at(-1)?.push(glyph);
    else result.push([glyph]);
    previous = glyph;
  }
  return result;
}

function continuesNumber(a: Glyph, b: Glyph): boolean {
  if (!NUMERIC.test(a.text) || !NUMERIC.test(b.text) || b.spaced || a.turn !== 0 || b.turn !== 0)
    return false;
  const size = Math.min(a.size, b.size);
  return Math.abs(a.base - b.base) < TOUCHING * size && Math.abs(b.left - a.right) < TOUCHING * size;
}

/** Parts a number where a column border runs between two glyphs that were drawn apart. */
function splitAtRules(token: readonly Glyph[], xs: readonly number[]): Glyph[][] {
  const parts: Glyph[][] = [];
  let previous: Glyph | undefined;
  for (const glyph of token) {
    const part = parts.at(-1);
    if (part === undefined || (previous !== undefined && isRuleBetween(previous, glyph, xs)))
      parts.push([glyph]);
    else part.push(glyph);
    previous = glyph;
  }
  return parts;
}

function isRuleBetween(a: Glyph, b: Glyph, xs: readonly number[]): boolean {
  if (a.run === b.run) return false;
  const margin = BETWEEN * a.size;
  return xs.some((x) => x > a.right - margin && x < b.left + margin);
}

/** Share of the text size that the last line of a row cut by a page break may stand below the cut. */
const CUT_LINE = 1.3;

/** Index of the cell that holds the centre of these glyphs. */
function cellOf(
  glyphs: readonly Glyph[],
  { xs, ys, cells }: Grid,
  owner: readonly number[],
  footer: ReadonlySet<Glyph>,
): number | undefined {
  const box = union(glyphs);
  if (box === null) return undefined;
  const columns = xs.length - 1;
  const col = interval(xs, (box[0] + box[2]) / 2);
  const y = (box[1] + box[3]) / 2;
  const row = interval(ys, y);
  if (col === null) return undefined;
  if (row !== null) return owner[row * columns + col];
  if (glyphs.some((glyph) => footer.has(glyph))) return undefined;
  const last = owner[(ys.length - 2) * columns + col];
  const below = y - (ys.at(-1) ?? 0);
  const isCut =
    below > 0 && below < CUT_LINE * (box[3] - box[1]) && last !== undefined && cells[last]?.openBottom;
  return isCut ? last : undefined;
}

/** Index of the interval between ascending positions that holds a value. */
export function interval(positions: readonly number[], value: number): number | null {
  let low = 0;
  let high = positions.length - 1;
  if (!(value >= (positions[0] ?? Infinity) && value <= (positions[high] ?? -Infinity))) return null;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((positions[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}

function makeTable(grid: Grid, contents: ReadonlyMap<number, readonly Glyph[]>, page: number): PageTable {
  const { xs, ys } = grid;
  const cells = grid.cells.map((cell, index) => {
    const { row, col, rowSpan, colSpan } = cell;
    const glyphs = contents.get(index) ?? [];
    const area = [xs[col] ?? 0, ys[row] ?? 0, xs[col + colSpan] ?? 0, ys[row + rowSpan] ?? 0] as const;
    return {
      ...cell,
      text: withoutStruck(cellText(glyphs)),
      page,
      box: union(glyphs) ?? area,
      full: isFull(glyphs, area),
    };
  });
  const box = [xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0] as const;
  const { cells: kept, dropped } = withoutVoidRows(
    cells,
    ys.length - 1,
    xs.length - 1,
    ({ text }) => text === '',
  );
  return { layout: 'grid', page, box, xs, rowCount: ys.length - 1 - dropped.length, cells: kept };
}

/** Room (pt) on both sides together that writers leave between text and rules. */
const CELL_PADDING = 11;

function isFull(glyphs: readonly Glyph[], [left, , right]: Box): boolean {
  const line = toLines(glyphs.filter((glyph) => glyph.turn === 0 && !glyph.vertical)).at(-1);
  return line !== undefined && line.right - line.left + line.size > right - left - CELL_PADDING;
}
