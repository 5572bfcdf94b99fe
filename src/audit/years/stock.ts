/** Documents in force, and items of the 2019 form: what a year begins with is what the year before ended with. */

import type { FindingCell } from '../../model/finding.js';
import { type Attached, reportWords } from '../attached.js';
import { compose } from '../compose.js';
import type { YearFacts } from '../facts.js';
import { provisos } from '../provisos.js';
import { type AuditCell, countOf, exact } from '../report.js';
import type { RuleId } from '../rules.js';
import type { CellOf } from './carried.js';
import { ITEM_ROWS, STOCK_ROWS } from './compared.js';

interface Term {
  readonly facts: YearFacts;
  readonly column: string;
  readonly sign: 1 | -1;
}

/** Findings of two consecutive years, shown at the later one. */
export function stockFindings(before: YearFacts, after: YearFacts, cellOf: CellOf): Attached[] {
  const inForce: readonly Term[] = [
    { facts: before, column: 'in_force', sign: 1 },
    { facts: after, column: 'issued', sign: 1 },
    { facts: after, column: 'repealed', sign: -1 },
  ];
  const items: readonly Term[] = [
    { facts: before, column: 'items_previous_year', sign: 1 },
    { facts: before, column: 'items_change', sign: 1 },
  ];
  const check = (rule: RuleId, row: string, column: string, terms: readonly Term[]): Attached[] => {
    const at = cellOf(after, 'proactive', row, column);
    const parts = terms.map((term) => ({ ...term, cell: cellOf(term.facts, 'proactive', row, term.column) }));
    return at === undefined ? [] : broken(rule, { before, after }, at, parts);
  };
  return [
    ...STOCK_ROWS.flatMap((row) => check('years_in_force', row, 'in_force', inForce)),
    ...ITEM_ROWS.flatMap((row) => check('years_items', row, 'items_previous_year', items)),
  ];
}

interface Part extends Term {
  readonly cell: AuditCell | undefined;
}

/** Blanks count as zero among printed parts; a blank result, or a year before that is all blank, is not judged. */
function broken(
  rule: RuleId,
  { before, after }: { before: YearFacts; after: YearFacts },
  at: AuditCell,
  parts: readonly Part[],
): Attached[] {
  const known = parts.flatMap(({ cell, ...term }) => {
    const value = cell === undefined ? null : countOf(cell);
    return cell === undefined || value === null ? [] : [{ ...term, cell, value }];
  });
  const actual = countOf(at);
  const start = known.filter(({ facts }) => facts === before);
  if (known.length < parts.length || actual === null || at.state === 'blank') return [];
  if (start.every(({ cell }) => cell.state === 'blank')) return [];
  const expected = exact(known.reduce((sum, { sign, value }) => sum + sign * value, 0));
  if (expected === actual) return [];
  const spelled = known
    .map(({ sign, value }, place) => `${sign < 0 ? '−' : place === 0 ? '' : '+'}${value}`)
    .join('');
  const cells: FindingCell[] = known.map(({ cell, facts }) =>
    facts === before ? { ...cell, reportId: before.id } : cell,
  );
  const name = reportWords(before);
  const finding = compose({
    rule,
    at,
    expected: String(expected),
    actual: at.value,
    difference: String(exact(actual - expected)),
    cells: [at, ...cells],
    words: [
      {
        zh: `据${name.zh}：${spelled} = ${expected} ≠ ${actual}`,
        en: `after ${name.en}: ${spelled} = ${expected} ≠ ${actual}`,
      },
      ...provisos([at, ...known.map(({ cell }) => cell)]),
    ],
  });
  return [{ report: after, finding }];
}
