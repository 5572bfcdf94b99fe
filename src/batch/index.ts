/** Reads many reports in parallel: finds them, isolates them from each other, keeps their order. */
export { findInputs, type Inputs, type ReportInput } from './inputs.js';
export { type PoolOptions, ReportPool } from './pool.js';
export { runBatch } from './run.js';
export type { ReportOutcome } from './types.js';
