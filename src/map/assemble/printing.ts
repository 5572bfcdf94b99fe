/** One printing of a table: cells by their place in the form, and what happens when a place is printed twice. */

import { PROACTIVE_MEASURES } from '../../form/index.js';
import type { FormCell, FormTable, ReportEdition, UnmappedRow } from '../../model/report.js';
import type { DraftRow } from '../walk/draft.js';
import { rowText } from '../walk/rows.js';
import { type CellPlace, sameFigure } from './cells.js';

/** A table of the form as it goes into the dataset. */
export interface AssembledTable {
  readonly cells: readonly FormCell[];
  readonly unmapped: readonly UnmappedRow[];
  /** Editions whose blocks or rows the table shows. */
  readonly editions: ReadonlySet<'2019' | '2021'>;
}

export type Tables = Readonly<Record<FormTable, AssembledTable>>;

/** Reason for a doubled row that says nothing new. */
export const PRINTED_TWICE = 'the row is printed twice with the same figures';

/** Cells keyed by their place in the form. */
export type Printing = Map<string, FormCell>;

/**
 * Adds a row; when the form row was printed before with other figures, nobody can say which is right. Only
 * for table 二 does the first stand, as `noted` (rows such as four times 政府集中采购 list single projects).
 */
export function addRow(
  printing: Printing,
  cells: readonly FormCell[],
  row: DraftRow,
  unmapped: UnmappedRow[],
  rule = '',
): void {
  const repeated = cells.some((cell) => printing.has(keyOf(cell.row, cell.column)));
  if (!repeated) {
    for (const cell of cells) printing.set(keyOf(cell.row, cell.column), cell);
    return;
  }
  const same = cells.every((cell) => sameFigure(cell, printing.get(keyOf(cell.row, cell.column)) ?? cell));
  const reason = same ? PRINTED_TWICE : 'the row is printed again with other figures';
  unmapped.push({
    table: row.table,
    locator: row.reading.row.locator,
    raw: rowText(row.reading.row),
    reason,
  });
  if (same) return;
  for (const cell of cells) {
    const first = printing.get(keyOf(cell.row, cell.column));
    if (first)
      printing.set(
        keyOf(cell.row, cell.column),
        rule === 'first stands' ? standing(first) : conflicting(first, cell),
      );
  }
}

function standing(first: FormCell): FormCell {
  return first.state === 'reported'
    ? { ...first, state: 'noted', reason: 'the first of several rows with this label' }
    : first;
}

function conflicting(first: FormCell, second: FormCell): FormCell {
  if (sameFigure(first, second)) return first;
  return {
    ...first,
    value: '',
    state: 'unreadable',
    raw: `${first.raw} | ${second.raw}`,
    reason: 'printed twice with different figures',
  };
}

/** Joins the printings that claim to be the report's table; where they differ nobody can say which is right. */
export function mergePrintings(printings: readonly Printing[]): Printing {
  const [merged = new Map() as Printing, ...others] = printings;
  for (const printing of others) {
    for (const [key, cell] of printing) {
      const before = merged.get(key);
      merged.set(key, before ? conflicting(before, cell) : cell);
    }
  }
  return merged;
}

/** Rows of a table whose label matches nothing, for `unmapped.csv`. */
export function unmatchedRows(table: FormTable, rows: readonly DraftRow[]): UnmappedRow[] {
  return rows.filter(({ code }) => code === null).flatMap((row) => unplacedRow(table, row));
}

/** A row that carries figures and has no place; label-only rows are no loss. */
export function unplacedRow(table: FormTable, row: DraftRow): UnmappedRow[] {
  const { reading } = row;
  if (reading.figures === 0) return [];
  const reason =
    row.code === null ? 'the label is not one of the form' : 'no header of the form above the row fits it';
  return [{ table, locator: reading.row.locator, raw: rowText(reading.row), reason }];
}

/** Lines of figures that may belong to one row or another, whose cells are unreadable for that. */
export function strayRows(lines: readonly DraftRow[]): UnmappedRow[] {
  return lines.map(({ table, reading: { row } }) => ({
    table,
    locator: row.locator,
    raw: rowText(row),
    reason: 'figures on a line of their own beside a row',
  }));
}

/** Rows of copies that are not the report's own table. */
export function leftOutRows(
  table: FormTable,
  leftOut: readonly { rows: readonly DraftRow[]; reason: string }[],
): UnmappedRow[] {
  return leftOut.flatMap(({ rows, reason }) =>
    rows.map(({ reading }) => ({ table, locator: reading.row.locator, raw: rowText(reading.row), reason })),
  );
}

const GROUNDS: Readonly<Record<string, string>> = {
  header: 'placed by the header row',
  order: 'placed by order: one cell for each column',
  alike: 'placed in any order: every column holds the same',
  neighbours: 'placed like rows of the same shape',
};

/** Why a cell stands where it does, in words. */
export function groundOf(row: DraftRow, ground: string): string {
  const label = row.matched === 'exact' || row.matched === null ? '' : `, label matched: ${row.matched}`;
  return (GROUNDS[ground] ?? ground) + label;
}

export function keyOf(row: string, column: string): string {
  return `${row}/${column}`;
}

/** A place of the form; its edition is filled in when the report's is known. */
export function placeOf(table: FormTable, row: string, column: string): CellPlace {
  const edition: ReportEdition = '';
  const unit =
    table === 'proactive'
      ? (PROACTIVE_MEASURES.find(({ code }) => code === column)?.unit ?? 'count')
      : 'count';
  return { table, row, column, edition, unit, headerUnit: '' };
}
