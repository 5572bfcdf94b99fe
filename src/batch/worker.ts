/** The worker of `extract`. */

import { mapDocument } from '../map/index.js';
import { readReport } from './reading.js';
import type { ReportOutcome, ReportTask } from './types.js';

/** Entry point of the pool. */
export default function work(task: ReportTask): Promise<ReportOutcome> {
  return readReport(task, mapDocument);
}
