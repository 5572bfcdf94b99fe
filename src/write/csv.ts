import type { Finding } from '../model/finding.js';
import type { ReportResult } from '../model/report.js';
import { type ReportRows, type Row, reportRows } from './rows.js';

/** What RFC 4180 puts in quotes; a bare carriage return too, as a file name may hold: readers take it for a line end. */
const NEEDS_QUOTES = /[",\n\r]/;

const field = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Rows as RFC 4180 lines that end in `\n`. A report has some 2,500 fields, so they go straight into one text. */
export function csvLines(rows: readonly Row[]): string {
  let lines = '';
  for (const row of rows) {
    let separator = '';
    for (const text of row) {
      lines += separator + field(text);
      separator = ',';
    }
    lines += '\n';
  }
  return lines;
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
