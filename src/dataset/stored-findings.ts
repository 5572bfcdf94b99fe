/** Findings of a dataset with the report each is about, in the order of the dataset. */

import { restoreText } from '../write/index.js';
import { TableFile } from './table-file.js';

export interface StoredFinding {
  /** The columns of findings.csv by name, as they stand there. */
  readonly row: readonly string[];
  readonly id: string;
  readonly rule: string;
  readonly severity: string;
  readonly table: string;
  readonly item: string;
  readonly column: string;
  readonly expected: string;
  readonly actual: string;
  readonly difference: string;
  readonly cells: string;
  readonly message: string;
  readonly report: {
    readonly id: string;
    readonly source: string;
    readonly agency: string;
    readonly year: string;
    readonly publishedOn: string;
  };
}

const FINDING_COLUMNS = ['finding_id', 'report_id', 'rule', 'severity', 'cells', 'message'];
const REPORT_COLUMNS = ['report_id', 'source', 'agency', 'year', 'published_on'];

/** @throws {RunError} when the two files do not fit together */
export async function* storedFindings(folder: string): AsyncGenerator<StoredFinding> {
  const reports = await TableFile.open(folder, 'reports.csv', REPORT_COLUMNS);
  const findings = await TableFile.open(folder, 'findings.csv', FINDING_COLUMNS);
  try {
    for (let row = await reports.next(); row !== null; row = await reports.next()) {
      const own = await findings.takeOf(reports.get(row, 'report_id'));
      if (own.length === 0) continue;
      const report = reportOf(reports, row);
      for (const finding of own) yield findingOf(findings, finding, report);
    }
  } finally {
    await reports.close();
    await findings.close();
  }
}

function reportOf(file: TableFile, row: readonly string[]): StoredFinding['report'] {
  return {
    id: file.get(row, 'report_id'),
    source: restoreText(file.get(row, 'source')),
    agency: restoreText(file.get(row, 'agency')),
    year: file.get(row, 'year'),
    publishedOn: file.get(row, 'published_on'),
  };
}

function findingOf(file: TableFile, row: readonly string[], report: StoredFinding['report']): StoredFinding {
  const get = (column: string): string => file.get(row, column);
  return {
    row,
    id: get('finding_id'),
    rule: get('rule'),
    severity: get('severity'),
    table: get('table'),
    item: get('item'),
    column: get('column'),
    expected: get('expected'),
    actual: get('actual'),
    difference: get('difference'),
    cells: get('cells'),
    message: restoreText(get('message')),
    report,
  };
}
