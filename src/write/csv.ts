import { stringify } from 'csv-stringify/sync';
import type { Finding } from '../model/finding.js';
import type { ReportResult } from '../model/report.js';
import { type ReportRows, type Row, reportRows } from './rows.js';

/** A bare carriage return, as a file name may hold, must be quoted too: readers take it for a line end. */
const STYLE = { record_delimiter: '\n', quoted_match: '\r' } as const;

/** Rows as RFC 4180 lines that end in `\n`, in one call for all rows: stringify's set-up costs more than a row. */
export function csvLines(rows: readonly Row[]): string {
  return rows.length === 0 ? '' : stringify(rows as string[][], STYLE);
}

/** The CSV text that one report adds to each file. */
export type ReportLines = Readonly<Record<keyof ReportRows, string>>;

/** Renders a report; cheap to send between threads, because it is nothing but strings. */
export function renderReport(result: ReportResult, findings: readonly Finding[] | null = null): ReportLines {
  const rows = reportRows(result, findings);
  return {
    reports: csvLines(rows.reports),
    applications: csvLines(rows.applications),
    applications_wide: csvLines(rows.applications_wide),
    proactive: csvLines(rows.proactive),
    remedies: csvLines(rows.remedies),
    findings: csvLines(rows.findings),
    unmapped: csvLines(rows.unmapped),
  };
}
