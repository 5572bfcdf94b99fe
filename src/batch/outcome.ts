import { type AuditReport, auditReport } from '../audit/index.js';
import type { MappedReport, ReportResult } from '../model/report.js';
import { renderReport, reportId } from '../write/index.js';
import type { ReportOutcome } from './types.js';

/** Audits a result if that is wanted, and renders it. Throws when its cells break the form. */
export function outcomeOf(result: ReportResult, milliseconds: number, audit = false): ReportOutcome {
  const { report, error } = result;
  const findings = audit && report !== null ? auditReport(auditInput(result, report)) : null;
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
    lines: renderReport(result, findings),
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
