/** Rows and columns of the form's tables by number, so that a cell need not carry their names. */

import {
  APPLICANTS,
  APPLICATION_ITEMS,
  PROACTIVE_ITEMS,
  PROACTIVE_MEASURES,
  REMEDY_PATHS,
  REMEDY_RESULTS,
} from '../../form/index.js';
import type { FormTable } from '../../model/report.js';

export const TABLES = ['proactive', 'applications', 'remedies'] as const satisfies readonly FormTable[];

const codes = (labels: readonly { readonly code: string }[]): readonly string[] =>
  labels.map(({ code }) => code);

export const AXES: Readonly<
  Record<FormTable, { readonly rows: readonly string[]; readonly columns: readonly string[] }>
> = {
  proactive: { rows: codes(PROACTIVE_ITEMS), columns: codes(PROACTIVE_MEASURES) },
  applications: { rows: codes(APPLICATION_ITEMS), columns: codes(APPLICANTS) },
  remedies: { rows: codes(REMEDY_PATHS), columns: codes(REMEDY_RESULTS) },
};

/** Columns of the CSV files that name row and column of a cell. */
export const CELL_COLUMNS: Readonly<Record<FormTable, { readonly row: string; readonly column: string }>> = {
  proactive: { row: 'item', column: 'measure' },
  applications: { row: 'item', column: 'applicant' },
  remedies: { row: 'path', column: 'result' },
};

/** The number of a code, or the code itself when the form does not know it. */
export function toNumber(known: readonly string[], code: string): number | string {
  const at = known.indexOf(code);
  return at < 0 ? code : at;
}

/** The inverse of {@link toNumber}. */
export function toCode(known: readonly string[], packed: number | string): string {
  return typeof packed === 'string' ? packed : (known[packed] ?? '');
}
