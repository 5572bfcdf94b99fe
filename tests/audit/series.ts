/** Reports of one agency as the comparison of years gets them. */
import { type AuditCell, type AuditReport, factsOf, prepare } from '../../src/audit/index.js';
import { yearFindings } from '../../src/audit/years/index.js';
import { cellOf, reportWith } from './tables.js';

export type Row = readonly [table: AuditCell['table'], row: string, column: string, value: number | ''];

/** A report with just these cells. */
export function yearReport(year: number, rows: readonly Row[], rest: Partial<AuditReport> = {}): AuditReport {
  const cells = rows.map(([table, row, column, value]) => ({
    ...cellOf(table, row, column, value),
    unit: column === 'amount_10k_cny' ? ('10k_cny' as const) : ('count' as const),
  }));
  return reportWith(cells, {
    id: `${year}`.padStart(12, '0'),
    year: String(year),
    publishedOn: `${year + 1}-01-20`,
    ...rest,
  });
}

/** Findings over the reports, in the order of the dataset. */
export function compared(reports: readonly AuditReport[]) {
  const byYear = new Map<string, ReturnType<typeof withSeq>[]>();
  for (const [seq, report] of reports.entries()) {
    byYear.set(report.year, [...(byYear.get(report.year) ?? []), withSeq(report, seq)]);
  }
  return yearFindings(byYear).map(({ report, finding }) => ({
    year: report.year,
    id: report.id,
    ...finding,
  }));
}

const withSeq = (report: AuditReport, seq: number) => ({ ...factsOf(prepare(report)), seq });
