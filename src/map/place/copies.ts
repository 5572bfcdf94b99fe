/** Several printings of one table in a document: another year's, a doubled table, a forgotten hidden copy. */

import type { FormTable } from '../../model/report.js';
import type { Draft, DraftRow, TableCopy } from '../walk/draft.js';
import { hasColumns } from '../walk/rows.js';

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
  if (copies.length <= 1) return rows.length > 0 ? withoutExtracts(rows) : { chosen: [], leftOut: [] };
  const own = ofYear(copies, reportYear);
  const rowsOf = ({ copy }: TableCopy) => rows.filter((row) => row.copy === copy);
  const sizes = own.map((copy) => named(rowsOf(copy)));
  const fullest = Math.max(...sizes);
  const chosen = own.filter((_, at) => (sizes[at] ?? 0) >= fullest * RIVAL_SHARE);
  const whole = chosen.map((copy) => withoutExtracts(rowsOf(copy)));
  const others = copies
    .filter((copy) => !chosen.includes(copy))
    .map((copy) => ({ rows: rowsOf(copy), reason: reasonFor(copy, own) }));
  return {
    chosen: whole.flatMap((copy) => copy.chosen),
    leftOut: [...whole.flatMap((copy) => copy.leftOut), ...others],
  };
}

/** A table with fewer rows of the form than this is none that others could be extracts from. */
const FULL_TABLE = 10;

/** Tables of the text that list a few rows of a whole table again, as a comparison of years does, are no part of it. */
function withoutExtracts(rows: readonly DraftRow[]): ChosenCopies {
  const tables = new Map<number, Set<string>>();
  for (const { code, reading } of rows) {
    if (code === null || !hasColumns(reading.row)) continue;
    const codes = tables.get(reading.row.table) ?? new Set();
    tables.set(reading.row.table, codes.add(code));
  }
  const fullest = [...tables.values()].reduce(
    (most, codes) => (codes.size > most.size ? codes : most),
    new Set<string>(),
  );
  const isExtract = ({ reading }: DraftRow) => {
    const codes = hasColumns(reading.row) ? tables.get(reading.row.table) : undefined;
    return (
      codes !== undefined &&
      codes.size < fullest.size * RIVAL_SHARE &&
      [...codes].every((code) => fullest.has(code))
    );
  };
  const extracts = fullest.size >= FULL_TABLE ? rows.filter(isExtract) : [];
  if (extracts.length === 0) return { chosen: [rows], leftOut: [] };
  return {
    chosen: [rows.filter((row) => !extracts.includes(row))],
    leftOut: [{ rows: extracts, reason: EXTRACT }],
  };
}

const EXTRACT = 'a shorter copy of the table';

function ofYear(copies: readonly TableCopy[], reportYear: string): readonly TableCopy[] {
  const exact = copies.filter(({ year }) => year === reportYear && year !== '');
  if (exact.length > 0) return exact;
  const unnamed = copies.filter(({ year }) => year === null);
  return unnamed.length > 0 ? unnamed : copies;
}

/** Opening of the reason for rows that belong to another year: nobody needs to look at them. */
export const OTHER_YEAR = 'a table of another year';

function reasonFor(copy: TableCopy, own: readonly TableCopy[]): string {
  return own.includes(copy) ? EXTRACT : `${OTHER_YEAR} (${copy.year ?? 'unnamed'})`;
}

function named(rows: readonly DraftRow[]): number {
  return rows.filter(({ code }) => code !== null).length;
}
