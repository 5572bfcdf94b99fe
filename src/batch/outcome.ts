import { type AuditReport, auditReport } from '../audit/index.js';
import type { Finding } from '../model/finding.js';
import type { MappedReport, ReportResult } from '../model/report.js';
import { renderReport, reportId } from '../write/index.js';
import type { ReportOutcome } from './types.js';

/**
 * Audits a result if that is wanted, and renders it; `more` are findings that the report alone does not show.
 * Throws when its cells break the form.
 */
export function outcomeOf(
  result: ReportResult,
  milliseconds: number,
  audit = false,
  more: readonly Finding[] = [],
): ReportOutcome {
  const { report } = result;
  const findings = audit && report !== null ? [...auditReport(auditInput(result, report)), ...more] : null;
  return { ...summaryOf(result, milliseconds), lines: renderReport(result, findings) };
}

/** What the summary and the log say of a result. */
export function summaryOf(result: ReportResult, milliseconds: number): Omit<ReportOutcome, 'lines'> {
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
  };
}

function auditInput({ source, sha256 }: ReportResult, report: MappedReport): AuditReport {
  const { metadata, identity, edition, cells } = report;
  return {
    id: reportId(source),
    agency: metadata.agency.value,
    agencyId: identity.agencyId,
    year: metadata.year.value,
    edition,
    periodStart: metadata.periodStart.value,
    periodEnd: metadata.periodEnd.value,
    sha256,
    cells,
  };
}
