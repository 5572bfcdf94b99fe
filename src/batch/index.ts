/** Reads many reports in parallel: finds them, isolates them from each other, keeps their order. */
export { expandArchives } from './archives.js';
export { explainReport } from './explain.js';
export { findInputs, type Inputs } from './inputs.js';
export { type KeptReport, packReport, unpackReport } from './keep.js';
export { outcomeOf } from './outcome.js';
export { type PoolOptions, ReportPool } from './pool.js';
export { runBatch } from './run.js';
export type { Companion, ExplainedOutcome, PackedOutcome, ReportInput, ReportOutcome } from './types.js';
export { extractorVersion } from './version.js';
