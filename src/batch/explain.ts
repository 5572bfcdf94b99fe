/** One report with the reasons of its mapping, read under the same guard as those of a run. */

import { type PoolOptions, ReportPool } from './pool.js';
import type { ExplainedOutcome, ReportInput } from './types.js';

/** Reads and explains a report. Resolves always; `explanation` is null for one that could not be read. */
export async function explainReport(
  input: ReportInput,
  limits: Pick<PoolOptions, 'timeLimitSeconds' | 'maxBytes'>,
): Promise<ExplainedOutcome> {
  const workerFile = new URL('./explain-worker.js', import.meta.url).href;
  const pool = new ReportPool<ExplainedOutcome>({ ...limits, jobs: 1, workerFile });
  try {
    const outcome = await pool.run(input);
    return 'explanation' in outcome ? outcome : { ...outcome, explanation: null, findings: [] };
  } finally {
    await pool.close();
  }
}
