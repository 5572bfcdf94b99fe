/** True cells of a report, as written down beside it, against the cells of a mapped report. */

import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { FormCell } from '../../src/model/report.js';

export interface TrueCell {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly value: string;
}

export function readExpected(path: string): readonly TrueCell[] {
  return parse(readFileSync(path), { columns: true }) as TrueCell[];
}

/** Cells that are given another number than the true one, and true numbers that are not given. */
export function compare(
  expected: readonly TrueCell[],
  cells: readonly Pick<FormCell, 'table' | 'row' | 'column' | 'value'>[],
): { wrong: string[]; missed: string[] } {
  const given = new Map(cells.map((cell) => [`${cell.table}/${cell.row}/${cell.column}`, cell.value]));
  const wrong: string[] = [];
  const missed: string[] = [];
  for (const { table, row, column, value } of expected) {
    const key = `${table}/${row}/${column}`;
    const got = given.get(key) ?? '';
    if (got === '' && value !== '') missed.push(key);
    else if (got !== '' && (value === '' || Number(got) !== Number(value)))
      wrong.push(`${key}: ${value || 'blank'}, got ${got}`);
  }
  return { wrong, missed };
}
