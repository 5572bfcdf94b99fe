import type { CellObject, Range, WorkSheet } from '@e965/xlsx';
import type { GridCell } from '../blocks.js';
import { tidy } from '../whitespace.js';

/** The cells of one visible row that print something or begin a merged range; `row` and `col` count visible ones. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly GridCell[];
}

/** A sheet in `dense` form: rows of cells. */
type DenseSheet = WorkSheet & { readonly '!data'?: readonly (readonly (CellObject | undefined)[])[] };

/** The rows of a sheet down to the last one that prints something, without hidden rows and columns. */
export function visibleRows(sheet: WorkSheet): SheetRow[] {
  const data = (sheet as DenseSheet)['!data'] ?? [];
  const rows = new Axis((at) => sheet['!rows']?.[at]?.hidden === true);
  const cols = new Axis((at) => sheet['!cols']?.[at]?.hidden === true);
  const merges = mergesOf(sheet['!merges'] ?? []);
  const found: SheetRow[] = [];
  for (let at = 0; at < data.length; at++) {
    if (rows.isHidden(at)) continue;
    const cells = (data[at] ?? []).flatMap((cell, col) => {
      const range = merges.get(key(at, col));
      if (range === 'covered' || cols.isHidden(col)) return [];
      return gridCell(textOf(cell), at, col, range, rows, cols);
    });
    found.push({ row: rows.shown(at), cells });
  }
  return found;
}

function gridCell(
  text: string,
  row: number,
  col: number,
  range: Range | undefined,
  rows: Axis,
  cols: Axis,
): GridCell[] {
  if (range === undefined && text === '') return [];
  const { e } = range ?? { e: { r: row, c: col } };
  const [shownRow, shownCol] = [rows.shown(row), cols.shown(col)];
  const rowSpan = rows.shown(e.r + 1) - shownRow;
  const colSpan = cols.shown(e.c + 1) - shownCol;
  return [{ text, row: shownRow, col: shownCol, rowSpan, colSpan }];
}

/** Digits that a sheet keeps of a number; what stands behind them is noise of binary fractions. */
const SIGNIFICANT_DIGITS = 15;

/**
 * What the sheet shows: `w` is the value in its number format. Without a format a sheet shows as many decimals as its
 * column is wide, `w` at most eleven characters; there the number itself is the text.
 */
function textOf(cell: CellObject | undefined): string {
  if (cell === undefined || cell.t === 'z') return '';
  const { v, w, z = 'General' } = cell;
  if (typeof v === 'number' && z === 'General') return String(Number(v.toPrecision(SIGNIFICANT_DIGITS)));
  return tidy(w ?? String(v ?? ''));
}

const key = (row: number, col: number): string => `${row}/${col}`;

/** More slots than any form has: a range over the whole sheet covers nothing that is printed. */
const MAX_MERGED_SLOTS = 20_000;

/** By slot: the range that begins there, or `covered`. */
function mergesOf(ranges: readonly Range[]): Map<string, Range | 'covered'> {
  const slots = new Map<string, Range | 'covered'>();
  for (const range of ranges) {
    const { s, e } = range;
    if ((e.r - s.r + 1) * (e.c - s.c + 1) > MAX_MERGED_SLOTS) continue;
    for (let row = s.r; row <= e.r; row++)
      for (let col = s.c; col <= e.c; col++) slots.set(key(row, col), 'covered');
    slots.set(key(s.r, s.c), range);
  }
  return slots;
}

/** Rows or columns of a sheet, numbered without the hidden ones. */
class Axis {
  /** `#shownBefore[at]`: visible ones before `at`. */
  readonly #shownBefore: number[] = [0];

  constructor(readonly isHidden: (at: number) => boolean) {}

  shown(at: number): number {
    for (let next = this.#shownBefore.length; next <= at; next++) {
      this.#shownBefore.push((this.#shownBefore[next - 1] ?? 0) + (this.isHidden(next - 1) ? 0 : 1));
    }
    return this.#shownBefore[at] ?? 0;
  }
}
