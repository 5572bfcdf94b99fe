import type { ReportResult } from '../model/report.js';
import { renderReport } from '../write/index.js';
import type { ReportOutcome } from './types.js';

/** Renders a result. Throws when its cells break the form. */
export function outcomeOf(result: ReportResult, milliseconds: number): ReportOutcome {
  const { report, error } = result;
  return {
    source: result.source,
    status: report?.status ?? 'failed',
    mediaType: result.mediaType,
    year: report?.metadata.year.value ?? '',
    agency: report?.metadata.agency.value ?? '',
    cellsRead: report?.cellsRead ?? 0,
    attention: report?.attention ?? '',
    errorCode: error?.code ?? '',
    errorMessage: error?.message ?? '',
    milliseconds,
    lines: renderReport(result),
  };
}
