import { type AuditReport, auditReport } from '../audit/index.js';
import { type Review, reviewReport } from '../dataset/review.js';
import type { Finding } from '../model/finding.js';
import type { MappedReport, ReportResult } from '../model/report.js';
import { renderReport, reportId } from '../write/index.js';
import type { ReportOutcome } from './types.js';

/**
 * Renders a result, and audits it unless `disabled`, the rules that are switched off, is null; `more` are findings that
 * the report alone does not show. Throws when its cells break the form.
 */
export function outcomeOf(
  result: ReportResult,
  milliseconds: number,
  disabled: readonly string[] | null = null,
  more: readonly Finding[] = [],
): ReportOutcome {
  const review = reviewOf(result, disabled, more);
  return { ...summaryOf(result, milliseconds), lines: renderReport(result), review };
}

/** What the summary and the log say of a result. */
export function summaryOf(
  result: ReportResult,
  milliseconds: number,
): Omit<ReportOutcome, 'lines' | 'review'> {
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

function reviewOf(
  result: ReportResult,
  disabled: readonly string[] | null,
  more: readonly Finding[],
): Review | null {
  if (disabled === null || result.report === null) return null;
  return reviewReport(auditInput(result, result.report), new Set(disabled), more);
}

/** What the audit says of one report by itself, with all its rules. */
export function findingsOf(result: ReportResult): readonly Finding[] {
  return result.report === null ? [] : auditReport(auditInput(result, result.report));
}

function auditInput({ source, sha256 }: ReportResult, report: MappedReport): AuditReport {
  const { metadata, identity, edition, cells, status, narrative } = report;
  const { statements, characters, simhash, digest } = narrative;
  return {
    id: reportId(source),
    agency: metadata.agency.value,
    agencyId: identity.agencyId,
    year: metadata.year.value,
    edition,
    periodStart: metadata.periodStart.value,
    periodEnd: metadata.periodEnd.value,
    publishedOn: metadata.publishedOn.value,
    status,
    sha256,
    cells,
    statements,
    text: characters === 0 ? null : { characters, simhash, digest },
  };
}
