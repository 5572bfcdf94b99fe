/** What a report says of itself against the year it is about: the form used, the period counted. */

import type { Finding } from '../../model/finding.js';
import type { AuditReport } from '../report.js';
import { type RuleId, ruleOf } from '../rules.js';

/** First report years of the two forms; before the first one there was no common form. */
const FIRST_YEAR = { '2019': 2019, '2021': 2021 } as const;

/** Findings about edition and period; none where the year is not known. */
export function frameFindings({ year, edition, periodStart, periodEnd }: AuditReport): Finding[] {
  const findings: Finding[] = [];
  const due = formOf(Number(year));
  if (due !== null && edition !== '' && edition !== due) {
    findings.push(
      frameFinding(
        'edition_year',
        `${year} 年应用 ${due} 年格式，表格为 ${edition === 'mixed' ? '新旧混合' : `${edition} 年格式`}`,
        `${year} asks for the ${due} form, the tables are ${edition === 'mixed' ? 'of both' : `of ${edition}`}`,
      ),
    );
  }
  if (year !== '' && [periodStart, periodEnd].some((day) => day !== '' && day.slice(0, 4) !== year)) {
    const period = `${periodStart || '…'} – ${periodEnd || '…'}`;
    findings.push(
      frameFinding('period_year', `${year} 年报告统计 ${period}`, `the report on ${year} counts ${period}`),
    );
  }
  return findings;
}

function formOf(year: number): '2019' | '2021' | null {
  if (year >= FIRST_YEAR['2021']) return '2021';
  return year >= FIRST_YEAR['2019'] ? '2019' : null;
}

function frameFinding(id: RuleId, zh: string, en: string): Finding {
  const rule = ruleOf(id);
  return {
    rule: id,
    severity: rule.severity,
    table: '',
    item: '',
    column: '',
    expected: '',
    actual: '',
    difference: '',
    cells: [],
    zh: `${rule.zh}；${zh}。`,
    en: `${rule.en}; ${en}.`,
  };
}
