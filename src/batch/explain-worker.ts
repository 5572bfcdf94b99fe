/** The worker of `explain`: the same road, with the reasons kept. */

import { explainDocument } from '../map/index.js';
import type { Explanation } from '../model/explanation.js';
import { readReport } from './reading.js';
import type { ExplainedOutcome, ReportTask } from './types.js';

/** Entry point of the pool. */
export default async function work(task: ReportTask): Promise<ExplainedOutcome> {
  let explanation: Explanation | null = null;
  const outcome = await readReport(task, async (document) => {
    explanation = await explainDocument(document);
    return explanation.report;
  });
  return { ...outcome, explanation };
}
