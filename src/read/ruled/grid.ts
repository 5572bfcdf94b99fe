/** Ruling lines → tables: lines that touch → a grid of slots → walls between slots → cells. */

import { tableParts } from './parts.js';
import { joinPieces, type Rule, type Rules, snapRules } from './rules.js';

/** Lines reaching further (pt) than this beyond the last crossing line belong to a row or column left open. */
const OVERHANG = 8;
/** Share of a slot's side that must be ruled to be a wall; dashes are joined before, gaps at corners are small. */
const WALL_SHARE = 0.5;
/** Slots of one grid; beyond this it is squared paper or a map, not a table of a report (table 三 has 300). */
const MAX_SLOTS = 20_000;

/** Box of something printed. */
export interface Mark {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A grid of slots with the cells that the walls make of it. */
export interface Grid {
  /** Borders of the columns and rows, ascending; the first and last may be open (not ruled). */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
}

export interface Span {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

export interface GridCell extends Span {
  /** The cell begins at the first row and no rule was drawn above it; it may continue one of the page before. */
  readonly openTop: boolean;
  /** The cell ends with the last row and no rule was drawn below it. */
  readonly openBottom: boolean;
}

/**
 * Finds the grids among the candidate rules of a page, smallest first, so that a table inside another one comes
 * before it. Near rules are moved together within one table only: tables above one another differ by a few points.
 * @param marks characters of the page: they decide whether an open row or column is one
 * @param textSize usual font size of the page in points
 */
export function findGrids(rules: Rules, marks: readonly Mark[], textSize: number): Grid[] {
  return tableParts(joinPieces(rules))
    .map((part) => makeGrid(snapRules(part, textSize), marks))
    .filter((grid) => grid !== null)
    .sort((a, b) => area(a) - area(b));
}

function area({ xs, ys }: Grid): number {
  return ((xs.at(-1) ?? 0) - (xs[0] ?? 0)) * ((ys.at(-1) ?? 0) - (ys[0] ?? 0));
}

function makeGrid({ horizontal, vertical }: Rules, marks: readonly Mark[]): Grid | null {
  if (horizontal.length === 0 || vertical.length === 0) return null;
  const xs = withOpenEnds(positions(vertical), horizontal);
  const ys = openRows(withOpenEnds(positions(horizontal), vertical), xs, positions(horizontal), marks);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  // One column is a frame around text or around a table ruled between its rows only: alignment must find columns.
  if (columns < 2 || rows * columns > MAX_SLOTS) return null;
  const wall = walls(xs, ys, horizontal, vertical);
  const cells = cellsOf(wall, rows, columns).map((cell) => withOpenSides(cell, wall, rows));
  return cells.length < 2 ? null : { xs, ys, cells };
}

function withOpenSides(cell: Span, { below }: Walls, rows: number): GridCell {
  const columns = Array.from({ length: cell.colSpan }, (_, i) => cell.col + i);
  const last = cell.row + cell.rowSpan - 1;
  return {
    ...cell,
    openTop: cell.row === 0 && !columns.every((col) => below(-1, col)),
    openBottom: last === rows - 1 && !columns.every((col) => below(last, col)),
  };
}

function positions(rules: readonly Rule[]): number[] {
  return [...new Set(rules.map((rule) => rule.at))].sort((a, b) => a - b);
}

/** Adds the ends of crossing rules that reach beyond the outermost position: a border that was not drawn. */
function withOpenEnds(at: readonly number[], crossing: readonly Rule[]): number[] {
  const first = Math.min(...crossing.map((rule) => rule.from));
  const last = Math.max(...crossing.map((rule) => rule.to));
  const all = [...at];
  if (first < (at[0] ?? first) - OVERHANG) all.unshift(first);
  if (last > (at.at(-1) ?? last) + OVERHANG) all.push(last);
  return all;
}

/** An open row above the first or below the last rule counts when text stands in it. */
function openRows(
  rows: readonly number[],
  xs: readonly number[],
  ruled: readonly number[],
  marks: readonly Mark[],
): number[] {
  const hasText = (from = 0, to = 0): boolean =>
    marks.some((g) => {
      const x = (g.left + g.right) / 2;
      const y = (g.top + g.bottom) / 2;
      return y > from && y < to && x > (xs[0] ?? 0) && x < (xs.at(-1) ?? 0);
    });
  const ys = [...rows];
  if (rows[0] !== ruled[0] && !hasText(rows[0], rows[1])) ys.shift();
  if (rows.at(-1) !== ruled.at(-1) && !hasText(rows.at(-2), rows.at(-1))) ys.pop();
  return ys;
}

interface Walls {
  /** Whether a wall stands to the right of slot (row, col). */
  readonly right: (row: number, col: number) => boolean;
  /** Whether a wall stands below slot (row, col). */
  readonly below: (row: number, col: number) => boolean;
}

function walls(
  xs: readonly number[],
  ys: readonly number[],
  horizontal: readonly Rule[],
  vertical: readonly Rule[],
): Walls {
  const byX = byPosition(vertical);
  const byY = byPosition(horizontal);
  const isRuled = (rules: readonly Rule[] | undefined, from = 0, to = 0): boolean =>
    (rules ?? []).some(
      (rule) => Math.min(rule.to, to) - Math.max(rule.from, from) >= WALL_SHARE * (to - from),
    );
  return {
    right: (row, col) => isRuled(byX.get(xs[col + 1] ?? -1), ys[row], ys[row + 1]),
    below: (row, col) => isRuled(byY.get(ys[row + 1] ?? -1), xs[col], xs[col + 1]),
  };
}

function byPosition(rules: readonly Rule[]): Map<number, Rule[]> {
  const map = new Map<number, Rule[]>();
  for (const rule of rules) {
    const same = map.get(rule.at);
    if (same === undefined) map.set(rule.at, [rule]);
    else same.push(rule);
  }
  return map;
}

/**
 * Takes out a row that exists only because a border ends early: nothing but blank cells begins in it, and most of
 * its columns belong to cells that reach through it.
 */
export function withoutVoidRows<C extends Span>(
  cells: readonly C[],
  rows: number,
  columns: number,
  isBlank: (cell: C) => boolean,
): { readonly cells: C[]; readonly dropped: number[] } {
  const dropped: number[] = [];
  let left = [...cells];
  for (let row = rows - 1; row > 0; row--) {
    const starting = left.filter((cell) => cell.row === row);
    const width = starting.reduce((sum, cell) => sum + cell.colSpan, 0);
    if (!starting.every(isBlank) || width * 2 > columns) continue;
    dropped.push(row);
    left = left.filter((cell) => cell.row !== row || cell.rowSpan > 1).map((cell) => withoutRow(cell, row));
  }
  return { cells: left, dropped };
}

function withoutRow<C extends Span>(cell: C, row: number): C {
  if (cell.row > row) return { ...cell, row: cell.row - 1 };
  return cell.row + cell.rowSpan > row ? { ...cell, rowSpan: cell.rowSpan - 1 } : cell;
}

/** Unites slots without a wall between them. What is no rectangle then is cut into rows: never a false span. */
function cellsOf({ right, below }: Walls, rows: number, columns: number): Span[] {
  const region = new Int32Array(rows * columns).fill(-1);
  const cells: Span[] = [];
  for (let start = 0; start < region.length; start++) {
    if (region[start] !== -1) continue;
    const slots = flood(start, region, rows, columns, right, below);
    cells.push(...rectangles(slots, columns));
  }
  return cells.sort((a, b) => a.row - b.row || a.col - b.col);
}

function flood(
  start: number,
  region: Int32Array,
  rows: number,
  columns: number,
  right: Walls['right'],
  below: Walls['below'],
): number[] {
  const slots: number[] = [];
  const open = [start];
  region[start] = start;
  const enter = (slot: number): void => {
    if (region[slot] !== -1) return;
    region[slot] = start;
    open.push(slot);
  };
  for (let slot = open.pop(); slot !== undefined; slot = open.pop()) {
    slots.push(slot);
    const row = Math.floor(slot / columns);
    const col = slot % columns;
    if (col + 1 < columns && !right(row, col)) enter(slot + 1);
    if (col > 0 && !right(row, col - 1)) enter(slot - 1);
    if (row + 1 < rows && !below(row, col)) enter(slot + columns);
    if (row > 0 && !below(row - 1, col)) enter(slot - columns);
  }
  return slots;
}

function rectangles(slots: readonly number[], columns: number): Span[] {
  const rows = slots.map((slot) => Math.floor(slot / columns));
  const cols = slots.map((slot) => slot % columns);
  const [row, col] = [Math.min(...rows), Math.min(...cols)];
  const rowSpan = Math.max(...rows) - row + 1;
  const colSpan = Math.max(...cols) - col + 1;
  if (rowSpan * colSpan === slots.length) return [{ row, col, rowSpan, colSpan }];
  return stack(strips(slots, columns));
}

/** Unbroken stretches of slots row by row. */
function strips(slots: readonly number[], columns: number): Span[] {
  const result: { row: number; col: number; rowSpan: number; colSpan: number }[] = [];
  for (const slot of [...slots].sort((a, b) => a - b)) {
    const row = Math.floor(slot / columns);
    const col = slot % columns;
    const last = result.at(-1);
    if (last !== undefined && last.row === row && last.col + last.colSpan === col) last.colSpan++;
    else result.push({ row, col, rowSpan: 1, colSpan: 1 });
  }
  return result;
}

/** Unites strips of the same columns that stand on one another. */
function stack(pieces: readonly Span[]): Span[] {
  const result: { row: number; col: number; rowSpan: number; colSpan: number }[] = [];
  for (const piece of pieces) {
    const upper = result.find(
      (p) => p.col === piece.col && p.colSpan === piece.colSpan && p.row + p.rowSpan === piece.row,
    );
    if (upper) upper.rowSpan++;
    else result.push({ ...piece });
  }
  return result;
}
