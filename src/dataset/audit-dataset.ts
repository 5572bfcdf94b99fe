/** Audits a dataset that is there: reads it once, compares, replaces its findings. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { csvLines, DatasetUpdate } from '../write/index.js';
import { BYTE_ORDER_MARK, headerOf } from '../write/schema.js';
import { type AuditedReport, auditedLines, withFindings } from './audit-rows.js';
import { CrossAudit } from './cross-audit.js';
import { KeptFindings } from './kept-findings.js';
import { DatasetReader } from './reader.js';
import { reviewReport } from './review.js';
import { TableFile } from './table-file.js';

export interface AuditRun {
  /** False for a dataset that does not keep what the running texts say. */
  readonly hasTexts: boolean;
}

export interface AuditOptions {
  readonly disabled: ReadonlySet<string>;
  /** Called before the work is begun with what gives it up, for signals. */
  readonly onStart?: (discard: () => void) => void;
  /** Called for every report, in order, before anything is replaced. */
  readonly onAudited?: (audited: AuditedReport, header: readonly string[]) => void;
}

/**
 * Writes findings.csv, the counts in reports.csv, and their sizes and hashes in datapackage.json, all at once or not at all.
 * @throws {RunError} when the files are no dataset, do not fit together, or cannot be written
 */
export async function auditDataset(folder: string, options: AuditOptions): Promise<AuditRun> {
  const update = new DatasetUpdate(folder, ['reports', 'findings']);
  options.onStart?.(() => update.discard());
  try {
    const cross = new CrossAudit(update.scratch(), options.disabled);
    const reader = await DatasetReader.open(folder);
    const kept = await KeptFindings.open(folder, options.disabled);
    try {
      for await (const { report } of reader.reports()) {
        if (report === null) cross.add(null);
        else cross.add(await kept.addTo(reviewReport(report, options.disabled), report.id));
      }
    } finally {
      await reader.close();
      await kept.close();
    }
    await write(folder, cross, update, options);
    update.commit();
    return { hasTexts: reader.hasTexts };
  } finally {
    update.discard();
  }
}

async function write(
  folder: string,
  cross: CrossAudit,
  update: DatasetUpdate,
  { onAudited }: AuditOptions,
): Promise<void> {
  const reports = await TableFile.open(folder, 'reports.csv', ['status', 'findings']);
  const mark = reports.hasMark ? BYTE_ORDER_MARK : '';
  update.append('reports', mark + csvLines([reports.header]));
  update.append('findings', mark + csvLines([headerOf('findings')]));
  for await (const audited of withFindings(reports, cross.findings())) {
    const lines = auditedLines(audited);
    update.append('reports', lines.reports);
    update.append('findings', lines.findings);
    onAudited?.(audited, reports.header);
  }
}

/** A folder without the file that describes it is no dataset. */
export const isDataset = (folder: string): boolean => existsSync(join(folder, 'datapackage.json'));
