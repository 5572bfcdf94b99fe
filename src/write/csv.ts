import type { ReportResult } from '../model/report.js';
import { csvLines } from './csv-lines.js';

export { csvLines } from './csv-lines.js';

import { type ReportRows, reportRows } from './rows.js';

/** The CSV text that one report adds to each file. */
export type ReportLines = Readonly<Record<keyof ReportRows | 'findings', string>>;

/** Renders a report; cheap to send between threads, because it is nothing but strings. */
export function renderReport(result: ReportResult): ReportLines {
  const rows = reportRows(result);
  return {
    reports: csvLines(rows.reports),
    applications: csvLines(rows.applications),
    applications_wide: csvLines(rows.applications_wide),
    proactive: csvLines(rows.proactive),
    remedies: csvLines(rows.remedies),
    findings: '',
    unmapped: csvLines(rows.unmapped),
    statements: csvLines(rows.statements),
    narratives: csvLines(rows.narratives),
  };
}
