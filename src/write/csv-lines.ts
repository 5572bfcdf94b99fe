import { stringify } from 'csv-stringify/sync';

/** A bare carriage return, as a file name may hold, must be quoted too: readers take it for a line end. */
const STYLE = { record_delimiter: '\n', quoted_match: '\r' } as const;

/** Rows as RFC 4180 lines that end in `\n`, in one call for all rows: stringify's set-up costs more than a row. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : stringify(rows as string[][], STYLE);
}
