/** A table that runs over a page break becomes one table again. */

import type { PageCell, PageTable } from './tables.js';
import { joinLines } from './text.js';

/** Borders of the same column differ by no more than this (pt) from page to page; writers round to whole pixels. */
const SAME_BORDER = 5;
/** Text that opens an item of its own and so is not the rest of a label from the page before. */
const OPENS_ITEM = /^([（(]?[一二三四五六七八九十]+[）)、.．]|[（(]?\d+[）)、.．])/;
const HAS_DIGIT = /\d/;

/** A table over one page or several; `xs` are the borders on the page where it begins. */
export interface JoinedTable extends PageTable {
  readonly lastPage: number;
}

/** Whether `next`, first on its page, continues `table`, last on the page before. */
export function continues(table: JoinedTable, next: PageTable): boolean {
  if (next.page !== table.lastPage + 1 || table.layout !== next.layout) return false;
  return mergeBorders(table.xs, next.xs) !== null;
}

/** Appends the rows of the continuation. */
export function joinTables(table: JoinedTable, next: PageTable): JoinedTable {
  const xs = mergeBorders(table.xs, next.xs) ?? table.xs;
  const upper = table.cells.map((cell) => moveTo(cell, table.xs, xs, 0));
  const cut = isRowCut(table, next);
  const offset = table.rowCount - (cut ? 1 : 0);
  const lower = next.cells.map((cell) => moveTo(cell, next.xs, xs, offset));
  const cells = cut ? mergeRow(upper, lower, offset) : mergeSpans(upper, lower, table.rowCount);
  cells.sort((a, b) => a.row - b.row || a.col - b.col);
  return {
    ...table,
    xs,
    cells,
    rowCount: offset + next.rowCount,
    openBottom: next.openBottom,
    lastPage: next.page,
  };
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

/** The cell in the columns of the joined table. */
function moveTo(cell: PageCell, from: readonly number[], to: readonly number[], rows: number): PageCell {
  if (from === to) return rows === 0 ? cell : { ...cell, row: cell.row + rows };
  const col = nearest(to, from[cell.col] ?? 0);
  const end = nearest(to, from[cell.col + cell.colSpan] ?? 0);
  return { ...cell, row: cell.row + rows, col, colSpan: end - col };
}

function nearest(positions: readonly number[], value: number): number {
  let best = 0;
  positions.forEach((position, i) => {
    if (Math.abs(position - value) < Math.abs((positions[best] ?? 0) - value)) best = i;
  });
  return best;
}

/** One row cut in two: no rule at the break on either page, and one half has no figures. */
function isRowCut(table: PageTable, next: PageTable): boolean {
  if (!table.openBottom || !next.openTop) return false;
  const last = table.cells.filter((cell) => cell.row + cell.rowSpan === table.rowCount);
  const first = next.cells.filter((cell) => cell.row === 0);
  return !hasFigures(last) || !hasFigures(first);
}

function hasFigures(cells: readonly PageCell[]): boolean {
  return cells.some((cell) => /^[\d.,\-/]+$/.test(cell.text));
}

/** Puts the halves of a cut row together, cell by cell. */
function mergeRow(upper: readonly PageCell[], lower: readonly PageCell[], row: number): PageCell[] {
  const taken = new Set<PageCell>();
  const merged = upper.map((cell) => {
    if (cell.row + cell.rowSpan <= row) return cell;
    const rest = lower.find((c) => c.row === row && c.col === cell.col && c.colSpan === cell.colSpan);
    if (rest === undefined) return cell;
    taken.add(rest);
    return unite(cell, rest);
  });
  return [...merged, ...lower.filter((cell) => !taken.has(cell))];
}

/** Row spans that go on after the break: the second half is blank, or the rest of a label cut in two. */
function mergeSpans(upper: readonly PageCell[], lower: readonly PageCell[], row: number): PageCell[] {
  const taken = new Set<PageCell>();
  const merged = upper.map((cell) => {
    if (cell.row + cell.rowSpan !== row) return cell;
    const rest = lower.find((c) => c.row === row && c.col === cell.col && c.colSpan === cell.colSpan);
    if (rest === undefined || !isOneLabel(cell, rest)) return cell;
    taken.add(rest);
    return unite(cell, rest);
  });
  return [...merged, ...lower.filter((cell) => !taken.has(cell))];
}

function isOneLabel(upper: PageCell, lower: PageCell): boolean {
  if (upper.rowSpan === 1 && lower.rowSpan === 1) return false;
  if (upper.text === '' && lower.text === '') return true;
  if (/^\d/.test(upper.text) && !OPENS_ITEM.test(upper.text)) return false;
  return !HAS_DIGIT.test(lower.text) && !OPENS_ITEM.test(lower.text);
}

/** One cell over both; its place is where its text begins. */
function unite(upper: PageCell, lower: PageCell): PageCell {
  const place = upper.text === '' && lower.text !== '' ? lower : upper;
  return {
    ...upper,
    rowSpan: lower.row + lower.rowSpan - upper.row,
    text: joinLines([upper.text, lower.text]),
    page: place.page,
    box: place.box,
  };
}
