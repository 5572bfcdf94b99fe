/** A table that runs over a page break becomes one table again. */

import type { Recognition } from '../../model/document.js';
import { areTwoHeaders, isFigure, isRowCut, opensItem, type Pair, withoutRepeatedHeader } from './breaks.js';
import type { PageCell, PageTable } from './tables.js';
import { joinLines } from './text.js';

/** Borders of the same column differ by no more than this (pt) from page to page; writers round to whole pixels. */
const SAME_BORDER = 5;

/** A table over one page or several; `xs` are the borders on the page where it begins. */
export interface JoinedTable extends PageTable {
  readonly lastPage: number;
}

/** Whether `next`, first on its page, continues `table`, last on the page before. */
export function continues(table: JoinedTable, next: PageTable): boolean {
  if (next.page !== table.lastPage + 1 || table.layout !== next.layout) return false;
  return mergeBorders(table.xs, next.xs) !== null;
}

/** Appends the rows of the continuation; a row cut by the break is one row again. */
export function joinTables(before: JoinedTable, next: PageTable): JoinedTable {
  const table = withoutBlankEnd(before);
  const xs = mergeBorders(table.xs, next.xs) ?? table.xs;
  const upper = inColumns(table, xs);
  const lower = withoutRepeatedHeader(upper, inColumns(next, xs));
  const cut = isRowCut(pairsAtBreak(upper, lower));
  const offset = table.rowCount - (cut ? 1 : 0);
  const shifted = lower.cells.map((cell) => ({ ...cell, row: cell.row + offset }));
  const cells = uniteCells(upper.cells, shifted, cut, table.rowCount);
  cells.sort((a, b) => a.row - b.row || a.col - b.col);
  return { ...table, xs, cells, rowCount: offset + lower.rowCount, lastPage: next.page };
}

/** Drops what a frame that runs on to the page break leaves below the last row. */
function withoutBlankEnd(table: JoinedTable): JoinedTable {
  const last = table.rowCount - 1;
  const starting = table.cells.filter((cell) => cell.row === last);
  if (last === 0 || !starting.every((cell) => cell.text === '' && cell.openBottom)) return table;
  const cells = table.cells
    .filter((cell) => cell.row !== last)
    .map((cell) => (cell.row + cell.rowSpan > last ? { ...cell, rowSpan: cell.rowSpan - 1 } : cell));
  return { ...table, rowCount: last, cells };
}

/**
 * The borders of both tables when one has all borders of the other and the outer ones agree; null otherwise.
 * The page with more borders wins: merged cells hide some on the other.
 */
function mergeBorders(a: readonly number[], b: readonly number[]): readonly number[] | null {
  const [many, few] = a.length >= b.length ? [a, b] : [b, a];
  const near = (x: number | undefined, y: number | undefined): boolean =>
    x !== undefined && y !== undefined && Math.abs(x - y) <= SAME_BORDER;
  if (!near(many[0], few[0]) || !near(many.at(-1), few.at(-1))) return null;
  return few.every((x) => many.some((y) => near(x, y))) ? many : null;
}

/** The table with its cells in the columns of the joined one. */
function inColumns<T extends PageTable>(table: T, xs: readonly number[]): T {
  return table.xs === xs
    ? table
    : { ...table, xs, cells: table.cells.map((cell) => moveTo(cell, table.xs, xs)) };
}

function moveTo(cell: PageCell, from: readonly number[], to: readonly number[]): PageCell {
  const col = nearest(to, from[cell.col] ?? 0);
  const end = nearest(to, from[cell.col + cell.colSpan] ?? 0);
  return { ...cell, col, colSpan: end - col };
}

function nearest(positions: readonly number[], value: number): number {
  let best = 0;
  positions.forEach((position, i) => {
    if (Math.abs(position - value) < Math.abs((positions[best] ?? 0) - value)) best = i;
  });
  return best;
}

/** The cells that end at the break with those that begin after it, when their columns agree all along. */
function pairsAtBreak(table: PageTable, next: PageTable): Pair[] | null {
  const upper = table.cells
    .filter((cell) => cell.row + cell.rowSpan === table.rowCount)
    .sort((a, b) => a.col - b.col);
  const lower = next.cells.filter((cell) => cell.row === 0).sort((a, b) => a.col - b.col);
  if (upper.length !== lower.length) return null;
  const pairs = upper.map((cell, i) => [cell, lower[i] ?? cell] as const);
  return pairs.every(([a, b]) => a.col === b.col && a.colSpan === b.colSpan) ? pairs : null;
}

/** Both halves of the cells that the break cut; `row` is the first row of the second page. */
function uniteCells(
  upper: readonly PageCell[],
  lower: readonly PageCell[],
  cut: boolean,
  row: number,
): PageCell[] {
  const taken = new Set<PageCell>();
  const first = cut ? row - 1 : row;
  const merged = upper.map((cell) => {
    if (cell.row + cell.rowSpan !== row) return cell;
    const rest = lower.find((c) => c.row === first && c.col === cell.col && c.colSpan === cell.colSpan);
    if (rest === undefined || !(cut || isOneCell(cell, rest))) return cell;
    taken.add(rest);
    return unite(cell, rest);
  });
  return [...merged, ...lower.filter((cell) => !taken.has(cell))];
}

/** A cell over several rows that goes on after the break: the second half is blank, or the rest of its label. */
function isOneCell(upper: PageCell, lower: PageCell): boolean {
  if (isFigure(upper.text) || isFigure(lower.text) || opensItem(lower.text)) return false;
  if (areTwoHeaders([upper, lower])) return false;
  if (upper.openBottom && lower.openTop) return true;
  return (upper.rowSpan > 1 || lower.rowSpan > 1) && (lower.text === '' || upper.text === '' || upper.full);
}

/** One cell over both; its place is where its text begins. */
function unite(upper: PageCell, lower: PageCell): PageCell {
  const place = upper.text === '' && lower.text !== '' ? lower : upper;
  const recognition = recognitionOfBoth(upper, lower);
  return {
    ...upper,
    ...(recognition === undefined ? {} : { recognition }),
    rowSpan: lower.row + lower.rowSpan - upper.row,
    text: joinLines([upper.text, lower.text]),
    page: place.page,
    box: place.box,
    openBottom: lower.openBottom,
    full: lower.full,
  };
}

/** Of two halves the less sure one tells how sure the cell is; what the other was read as goes before or after it. */
function recognitionOfBoth(upper: PageCell, lower: PageCell): Recognition | undefined {
  const [a, b] = [upper.recognition, lower.recognition];
  if (a === undefined || b === undefined) return a ?? b;
  const around = (reading: string, half: 0 | 1) =>
    half === 0 ? joinLines([reading, lower.text]) : joinLines([upper.text, reading]);
  return {
    readings: [...a.readings.map((text) => around(text, 0)), ...b.readings.map((text) => around(text, 1))],
    confidence: Math.min(a.confidence, b.confidence),
    agreed: a.agreed && b.agreed,
  };
}
