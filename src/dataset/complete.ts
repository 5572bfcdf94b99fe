/** The end of a run of extract: findings over all reports, before the dataset takes the place of the old one. */

import { join } from 'node:path';
import type { DatasetWriter } from '../write/index.js';
import { auditedLines, withFindings } from './audit-rows.js';
import type { CrossAudit } from './cross-audit.js';
import { TableFile } from './table-file.js';

/** Gives the rows of reports.csv their counts and writes findings.csv. */
export async function completeAudit(
  writer: DatasetWriter,
  cross: CrossAudit,
  onRow: (finding: string) => void,
): Promise<void> {
  const folder = writer.scratch();
  writer.restart('reports', join(folder, 'reports.csv'));
  const reports = await TableFile.open(folder, 'reports.csv', ['status', 'findings']);
  for await (const audited of withFindings(reports, cross.findings())) {
    writer.append(auditedLines(audited));
    for (const row of audited.findings) onRow(row);
  }
}
