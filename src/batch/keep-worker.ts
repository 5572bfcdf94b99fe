/** The worker of `harvest`: the same road, its result packed to be kept. */

import { mapDocument, narrativeOf } from '../map/index.js';
import { packReport } from './keep.js';
import { summaryOf } from './outcome.js';
import { readResult } from './reading.js';
import { NO_LINES, type PackedOutcome, type ReportTask } from './types.js';

/** Entry point of the pool. */
export default async function work(task: ReportTask): Promise<PackedOutcome> {
  const start = performance.now();
  let narrative: string[] = [];
  const { source, ...result } = await readResult(task, (document) => {
    narrative = narrativeOf(document);
    return mapDocument(document);
  });
  const summary = summaryOf({ source, ...result }, performance.now() - start);
  return { ...summary, lines: NO_LINES, review: null, packed: packReport({ result, narrative }) };
}
