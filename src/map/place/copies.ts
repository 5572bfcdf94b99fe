/** Several printings of one table in a document: another year's, a doubled table, a forgotten hidden copy. */

import type { FormTable } from '../../model/report.js';
import type { Draft, DraftRow, TableCopy } from '../walk/draft.js';

export interface ChosenCopies {
  /** Copies that claim to be the report's table; more than one when nothing tells them apart. */
  readonly chosen: readonly (readonly DraftRow[])[];
  readonly leftOut: readonly { readonly rows: readonly DraftRow[]; readonly reason: string }[];
}

/** A copy with less than this share of the fullest one's rows is an extract from it, not a rival. */
const RIVAL_SHARE = 0.6;

/** The copies of a table that belong to the report's own year. */
export function chooseCopies(draft: Draft, table: FormTable, reportYear: string): ChosenCopies {
  const rows = draft.rows.filter((row) => row.table === table);
  const copies = draft.copies.filter((copy) => copy.table === table);
  if (copies.length <= 1) return { chosen: rows.length > 0 ? [rows] : [], leftOut: [] };
  const own = ofYear(copies, reportYear);
  const rowsOf = ({ copy }: TableCopy) => rows.filter((row) => row.copy === copy);
  const sizes = own.map((copy) => named(rowsOf(copy)));
  const fullest = Math.max(...sizes);
  const chosen = own.filter((_, at) => (sizes[at] ?? 0) >= fullest * RIVAL_SHARE);
  return {
    chosen: chosen.map(rowsOf),
    leftOut: copies
      .filter((copy) => !chosen.includes(copy))
      .map((copy) => ({ rows: rowsOf(copy), reason: reasonFor(copy, own) })),
  };
}

function ofYear(copies: readonly TableCopy[], reportYear: string): readonly TableCopy[] {
  const exact = copies.filter(({ year }) => year === reportYear && year !== '');
  if (exact.length > 0) return exact;
  const unnamed = copies.filter(({ year }) => year === null);
  return unnamed.length > 0 ? unnamed : copies;
}

/** Opening of the reason for rows that belong to another year: nobody needs to look at them. */
export const OTHER_YEAR = 'a table of another year';

function reasonFor(copy: TableCopy, own: readonly TableCopy[]): string {
  return own.includes(copy) ? 'a shorter copy of the table' : `${OTHER_YEAR} (${copy.year ?? 'unnamed'})`;
}

function named(rows: readonly DraftRow[]): number {
  return rows.filter(({ code }) => code !== null).length;
}
