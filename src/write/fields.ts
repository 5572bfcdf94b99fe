/** Columns that several files share, and the small makers of columns. */

import { APPLICATION_ITEMS } from '../form/index.js';
import { CELL_STATES } from '../model/report.js';

export interface Field {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'year' | 'date';
  readonly description: string;
  readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[] };
}

const FORMULA_NOTE =
  "A text that begins with = + - @ (half or full width) has a leading ' against spreadsheet formulas; plain numbers and dashes have not.";

export const codes = (entries: readonly { readonly code: string }[]): string[] =>
  entries.map(({ code }) => code);
export const required = { required: true } as const;

export const text = (name: string, description: string): Field => ({
  name,
  type: 'string',
  description: `${description} ${FORMULA_NOTE}`,
});
export const oneOf = (name: string, description: string, values: readonly string[]): Field => ({
  name,
  type: 'string',
  description,
  constraints: { required: true, enum: values },
});
export const optionalOneOf = (name: string, description: string, values: readonly string[]): Field => ({
  name,
  type: 'string',
  description,
  constraints: { enum: values },
});

export const EDITIONS = ['2019', '2021', 'mixed'] as const;
export const FORM_TABLES = ['proactive', 'applications', 'remedies'] as const;

export const reportId: Field = {
  name: 'report_id',
  type: 'string',
  description: 'First 12 hexadecimal digits of the SHA-256 of the source name; links the files.',
  constraints: required,
};
export const agency = text('agency', 'Agency that published the report; empty when it was not found.');
export const year: Field = { name: 'year', type: 'year', description: 'Year the report is about.' };
export const edition = optionalOneOf(
  'edition',
  'Edition of the form: 2019 (国办公开办函〔2019〕60号) or 2021 (国办公开办函〔2021〕30号).',
  EDITIONS,
);
export const value: Field = {
  name: 'value',
  type: 'number',
  description: 'The number in plain notation; empty unless the state says that there is one.',
};
export const state = oneOf('state', 'How the value came about; see the codebook.', CELL_STATES);
export const raw = text('raw', "The cell's text as printed, white space collapsed.");
export const locator: Field = {
  name: 'locator',
  type: 'string',
  description: 'Where it stands: table, row and col; page and box in points; or line. All 1-based.',
};
export const cellHead = [reportId, agency, year, edition] as const;
export const cellTail = [state, raw, locator] as const;

export const item = oneOf('item', 'Row of table 三, the handling of applications.', codes(APPLICATION_ITEMS));
export const count = (name: string, description: string): Field => ({ name, type: 'integer', description });
export const date = (name: string, description: string): Field => ({ name, type: 'date', description });
