/** The worker of `explain`: the same road, with the reasons and the findings kept. */

import { explainDocument } from '../map/index.js';
import type { Explanation } from '../model/explanation.js';
import { findingsOf } from './outcome.js';
import { readResult, rendered } from './reading.js';
import type { ExplainedOutcome, ReportTask } from './types.js';

/** Entry point of the pool. */
export default async function work(task: ReportTask): Promise<ExplainedOutcome> {
  const start = performance.now();
  let explanation: Explanation | null = null;
  const result = await readResult(task, async (document) => {
    explanation = await explainDocument(document);
    return explanation.report;
  });
  const outcome = rendered(result, start, null);
  return { ...outcome, explanation, findings: outcome.errorCode === '' ? findingsOf(result) : [] };
}
