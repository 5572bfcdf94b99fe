import { ReadError } from '../../model/errors.js';
import type { LinedCell, LinedGrid } from '../stacked.js';

/** Limits of the HTML standard, "algorithm for processing rows". */
const MAX_COLSPAN = 1000;
const MAX_ROWSPAN = 65534;
/** No form is wider than about 20 columns: a wider span means "the whole width" and adds no columns of its own. */
const WIDE_SPAN = 100;
/** Four million slots are a table of 2,000 by 2,000; a larger one is not a report and would exhaust memory. */
const MAX_SLOTS = 4_000_000;

/** A cell as the markup has it. `rowSpan` 0 means "to the end of the row group". */
export interface MarkupCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly lines?: readonly string[] | undefined;
}

/** A row of cells; cells never span from one row group (`thead`, `tbody`, `tfoot`) into another. */
export interface MarkupRow {
  readonly group: number;
  readonly cells: readonly MarkupCell[];
}

/** Reads a span attribute as a browser does: leading digits, clamped; what is no number counts as 1. */
export function parseSpan(value: string | undefined, kind: 'row' | 'col'): number {
  const digits = /^[\t\n\f\r ]*\+?(\d+)/.exec(value ?? '')?.[1];
  if (digits === undefined) return 1;
  const span = Number(digits);
  if (kind === 'row') return Math.min(span, MAX_ROWSPAN);
  return span === 0 ? 1 : Math.min(span, MAX_COLSPAN);
}

/**
 * Puts cells on a grid by the HTML standard's algorithm, with one difference: where spans of broken markup would
 * overlap, the later cell is cut at the occupied slot, so that every slot belongs to one cell at most.
 */
export function resolveGrid(rows: readonly MarkupRow[]): LinedGrid {
  const groupEnds = endsOfGroups(rows);
  const placed: LinedCell[] = [];
  /** For each column, the first row that is free again. */
  const freeFrom: number[] = [];
  let slots = 0;
  rows.forEach((row, rowIndex) => {
    const end = groupEnds[rowIndex] ?? rows.length;
    let col = 0;
    for (const cell of row.cells) {
      while ((freeFrom[col] ?? 0) > rowIndex) col += 1;
      const colSpan = freeWidth(freeFrom, rowIndex, col, cell.colSpan);
      const rowSpan = cell.rowSpan === 0 ? end - rowIndex : Math.min(cell.rowSpan, end - rowIndex);
      slots += colSpan;
      if (slots > MAX_SLOTS) throw tooLarge();
      for (let c = col; c < col + colSpan; c += 1) freeFrom[c] = rowIndex + rowSpan;
      placed.push({ text: cell.text, row: rowIndex, col, rowSpan, colSpan, lines: cell.lines });
      col += colSpan;
    }
  });
  return trimmed(placed, rows.length);
}

function freeWidth(freeFrom: readonly number[], row: number, col: number, wanted: number): number {
  let width = 1;
  while (width < wanted && (freeFrom[col + width] ?? 0) <= row) width += 1;
  return width;
}

function endsOfGroups(rows: readonly MarkupRow[]): number[] {
  const ends = new Array<number>(rows.length);
  let end = rows.length;
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    if (rows[i]?.group !== rows[i + 1]?.group) end = i + 1;
    ends[i] = end;
  }
  return ends;
}

/** Cuts exaggerated column spans down to the width that the other cells give the table. */
function trimmed(placed: readonly LinedCell[], rowCount: number): LinedGrid {
  let colCount = 0;
  for (const cell of placed) {
    colCount = Math.max(colCount, cell.col + (cell.colSpan > WIDE_SPAN ? 1 : cell.colSpan));
  }
  if (colCount * rowCount > MAX_SLOTS) throw tooLarge();
  const cells = placed.map((cell) =>
    cell.col + cell.colSpan > colCount ? { ...cell, colSpan: colCount - cell.col } : cell,
  );
  return { rowCount, colCount, cells };
}

function tooLarge(): ReadError {
  return new ReadError(
    'too_complex',
    `A table of the page has more than ${MAX_SLOTS} cells once its spans are resolved; ` +
      'save the report alone, without the surrounding page, and read that.',
  );
}
