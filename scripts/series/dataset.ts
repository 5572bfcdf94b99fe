import { CrossAudit, completeAudit } from '../../src/dataset/index.js';
import { DatasetWriter } from '../../src/write/index.js';
import { type MadeReport, made } from './reports.js';

/** Writes a dataset of made reports, in the given order; audited at once as extract does, or not at all. */
export async function writeDataset(
  folder: string,
  reports: Iterable<MadeReport>,
  audit: boolean,
): Promise<void> {
  const writer = new DatasetWriter(folder);
  const cross = audit ? new CrossAudit(writer.scratch(), new Set()) : null;
  for (const report of reports) {
    const { lines, review } = made(report, audit);
    writer.append(lines);
    cross?.add(review);
  }
  if (cross) await completeAudit(writer, cross, () => undefined);
  writer.commit();
}
