import type { ReportOutcome } from '../batch/index.js';

/** One JSON line for a finished report, for jobs that nobody watches. */
export const logLine = (outcome: ReportOutcome, now: Date): string =>
  `${JSON.stringify(logEntry(outcome, now))}\n`;

/** What the line says. */
export function logEntry(outcome: ReportOutcome, now: Date): Readonly<Record<string, unknown>> {
  const { source, status, year, agency, mediaType, cellsRead, milliseconds } = outcome;
  return {
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
}
