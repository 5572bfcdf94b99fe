/** Lists of codes and rules: columns for a terminal, CSV, JSON. */

import { Option } from 'commander';
import { displayWidth, pad } from '../write/width.js';

export const LIST_FORMATS = ['table', 'csv', 'json'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

export const formatOption = (): Option =>
  new Option('--format <format>', 'how to print them').choices(LIST_FORMATS).default('table');

export interface Listing {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What `json` prints. */
  readonly entries: readonly object[];
}

/** The list as text, with a line end after every line. */
export async function listing({ header, rows, entries }: Listing, format: ListFormat): Promise<string> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(entries, null, 2)}\n`;
    case 'csv': {
      const { csvLines } = await import('../write/csv.js');
      return csvLines([header, ...rows]);
    }
    case 'table':
      return columns([header, ...rows]);
  }
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((text, column) => pad(text, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}
