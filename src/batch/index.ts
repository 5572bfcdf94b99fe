/** Reads many reports in parallel: finds them, isolates them from each other, keeps their order. */
export { findInputs, type Inputs } from './inputs.js';
export { type PoolOptions, ReportPool } from './pool.js';
export { runBatch } from './run.js';
export type { ReportInput, ReportOutcome } from './types.js';
