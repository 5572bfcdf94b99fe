import type { ReportOutcome } from '../batch/index.js';

/** One JSON line for a finished report, for jobs that nobody watches. */
export function logLine(outcome: ReportOutcome, now: Date): string {
  const { source, status, year, agency, mediaType, cellsRead, milliseconds } = outcome;
  const entry = {
    time: now.toISOString(),
    source,
    status,
    year,
    agency,
    media_type: mediaType,
    cells_read: cellsRead,
    ms: Math.round(milliseconds),
    ...(outcome.attention === '' ? {} : { attention: outcome.attention }),
    ...(outcome.errorCode === ''
      ? {}
      : { error_code: outcome.errorCode, error_message: outcome.errorMessage }),
  };
  return `${JSON.stringify(entry)}\n`;
}
