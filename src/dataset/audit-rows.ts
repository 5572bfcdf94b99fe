/** Puts findings and reports together: rows of findings.csv, and rows of reports.csv with their counts. */

import { csvLines } from '../write/index.js';
import type { ReportFindings } from './cross-audit.js';
import type { TableFile } from './table-file.js';

export interface AuditedReport {
  /** Row of reports.csv with the count of its findings. */
  readonly row: string[];
  /** Rows of findings.csv. */
  readonly findings: readonly string[];
}

/** Reports in their order, each with its findings. `reports` is read from its first record on. */
export async function* withFindings(
  reports: TableFile,
  findings: AsyncGenerator<ReportFindings>,
): AsyncGenerator<AuditedReport> {
  const [status, count] = [reports.column('status'), reports.column('findings')];
  let next = await findings.next();
  for (let seq = 0, row = await reports.next(); row !== null; seq++, row = await reports.next()) {
    const own = !next.done && next.value.seq === seq ? next.value.rows : [];
    if (own.length > 0) next = await findings.next();
    row[count] = row[status] === 'failed' ? '' : String(own.length);
    yield { row, findings: own };
  }
}

/** What an audited report adds to the two files. */
export function auditedLines({ row, findings }: AuditedReport): { reports: string; findings: string } {
  return { reports: csvLines([row]), findings: findings.map((line) => `${line}\n`).join('') };
}
