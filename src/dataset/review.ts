/** What the audit of one report gives, as lines that can wait on disk until all reports are known. */

import {
  type AuditReport,
  auditReport,
  bandsOf,
  type Facts,
  factsOf,
  isComparable,
  orderOf,
  packFacts,
  prepare,
} from '../audit/index.js';
import type { Finding } from '../model/finding.js';
import { findingLines } from '../write/index.js';

/** Reports are brought together by agency and year, by the print of a table, by a band of the text. */
export type Meeting = 'years' | 'tables' | 'texts';

export interface Review {
  /** `order TAB number TAB row of findings.csv`. */
  readonly findings: readonly string[];
  /** What other reports are compared with, as JSON. */
  readonly facts: readonly { readonly meeting: Meeting; readonly key: string; readonly json: string }[];
}

const ORDER_DIGITS = 3;
const NUMBER_DIGITS = 5;

/**
 * Audits a report by itself and keeps what other reports are compared with. `more` are findings about the report that it
 * does not show itself.
 */
export function reviewReport(
  report: AuditReport,
  disabled: ReadonlySet<string>,
  more: readonly Finding[] = [],
): Review {
  const prepared = prepare(report);
  const others = more.filter(({ rule }) => !disabled.has(rule));
  return {
    findings: sortable(report, [...auditReport(report, disabled, prepared), ...others]),
    facts: factLines(factsOf(prepared)),
  };
}

/** Findings of a report as lines that sort by rule and then as given, numbered from `from`. */
export function sortable(
  report: Pick<AuditReport, 'id' | 'agency' | 'year'>,
  findings: readonly Finding[],
  from = 0,
): string[] {
  const rows = findingLines(report.id, report.agency, report.year, findings);
  return findings.map(({ rule }, at) => sortableRow(rule, from + at, rows[at] ?? ''));
}

/** A row of findings.csv that sorts by its rule and then by `number`. */
export function sortableRow(rule: string, number: number, row: string): string {
  const order = String(orderOf(rule)).padStart(ORDER_DIGITS, '0');
  return `${order}\t${String(number).padStart(NUMBER_DIGITS, '0')}\t${row}`;
}

function factLines(facts: Omit<Facts, 'seq'>): Review['facts'] {
  const { id, agency, key, year, publishedOn, tables, text } = facts;
  const head = { id, agency, key, year, publishedOn };
  const lines: Review['facts'][number][] = tables.map((table) => ({
    meeting: 'tables',
    key: table.print,
    json: JSON.stringify({ report: head, table }),
  }));
  if (key !== '' && year !== '') {
    lines.push({ meeting: 'years', key: `${key}\t${year}`, json: packFacts(facts) });
  }
  if (isComparable(text)) {
    const json = JSON.stringify({ report: head, text });
    for (const band of bandsOf(text)) lines.push({ meeting: 'texts', key: band, json });
  }
  return lines;
}
