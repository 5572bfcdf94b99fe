/** Streams the files below `reports.csv` into the spool, in whatever order their rows stand, and counts on the way. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FormTable } from '../../model/report.js';
import { restoreText } from '../../write/text.js';
import { CELL_COLUMNS, TABLES } from '../wire/axes.js';
import type { SiteCell } from '../wire/pack.js';
import { FINDING_FIELDS, type FindingField, SHARD_SIZE, UNMAPPED_FIELDS } from '../wire/pieces.js';
import type { Catalogue } from './catalogue.js';
import { type Row, readRows } from './csv.js';
import type { Spool } from './spool.js';
import type { Totals } from './totals.js';

/** What the spool keeps: a row of one of the files, by number of its report. */
export type SpoolRecord =
  | readonly ['cell', report: number, table: FormTable, cell: SiteCell]
  | readonly ['finding', report: number, fields: readonly string[]]
  | readonly ['unmapped', report: number, fields: readonly string[]];

export interface Gathered {
  readonly unmapped: number;
  /** What the user should know of: files that are missing, rows that belong to no report. */
  readonly warnings: readonly string[];
}

const TEXTS: ReadonlySet<string> = new Set(['message', 'raw', 'reason']);

/** Reads all rows once. Throws `DatasetError` when a file is not what the contract says. */
export async function gather(
  datasetDir: string,
  catalogue: Catalogue,
  spool: Spool,
  totals: Totals,
): Promise<Gathered> {
  const warnings: string[] = [];
  const read = async <Column extends string>(
    file: string,
    required: readonly Column[],
    onRow: (report: number, row: Row<Column>) => void,
  ): Promise<void> => {
    const path = join(datasetDir, file);
    if (!existsSync(path)) {
      warnings.push(`${file} is not in ${datasetDir}; the site is made without it.`);
      return;
    }
    let strangers = 0;
    await readRows<Column | 'report_id'>(path, ['report_id', ...required], (row) => {
      const report = catalogue.numberOf.get(row('report_id'));
      if (report === undefined) strangers++;
      else onRow(report, row as Row<Column>);
    });
    if (strangers > 0) {
      warnings.push(`${file}: ${strangers} rows belong to no report of reports.csv and are left out.`);
    }
  };
  for (const table of TABLES) {
    await read(`${table}.csv`, cellColumns(table), (report, row) => {
      const cell = cellOf(table, row);
      spool.add(shardOf(report), ['cell', report, table, cell] satisfies SpoolRecord);
      if (table === 'applications') totals.addApplication(report, cell.row, cell.column, cell.value);
    });
  }
  await read<FindingField>('findings.csv', ['finding_id', 'rule', 'severity'], (report, row) => {
    const fields = fieldsOf(FINDING_FIELDS, row);
    spool.add(shardOf(report), ['finding', report, fields] satisfies SpoolRecord);
    totals.addFinding(report, row('rule'), row('severity'));
  });
  let unmapped = 0;
  await read('unmapped.csv', UNMAPPED_FIELDS, (report, row) => {
    unmapped++;
    spool.add(shardOf(report), ['unmapped', report, fieldsOf(UNMAPPED_FIELDS, row)] satisfies SpoolRecord);
  });
  return { unmapped, warnings };
}

export const shardOf = (report: number): number => Math.floor(report / SHARD_SIZE);

function cellColumns(table: FormTable): string[] {
  const { row, column } = CELL_COLUMNS[table];
  return [row, column, 'value', 'state', 'raw', 'locator'];
}

/** The unit is kept only where it is not the one that the form's column has. */
function cellOf(table: FormTable, row: Row<string>): SiteCell {
  const axis = CELL_COLUMNS[table];
  const column = row(axis.column);
  const usual = column === 'amount_10k_cny' ? '10k_cny' : 'count';
  const unit = row('unit');
  return {
    row: row(axis.row),
    column,
    edition: row('edition'),
    value: row('value'),
    state: row('state'),
    raw: restoreText(row('raw')),
    locator: row('locator'),
    unit: unit === usual ? '' : unit,
  };
}

const fieldsOf = <Column extends string>(columns: readonly Column[], row: Row<Column>): string[] =>
  columns.map((column) => (TEXTS.has(column) ? restoreText(row(column)) : row(column)));
