/** Statements of the running text against the cells they speak of. */

import type { Finding } from '../../model/finding.js';
import { compose } from '../compose.js';
import { provisos } from '../provisos.js';
import {
  type AuditCell,
  type AuditReport,
  type AuditStatement,
  type CellIndex,
  cellKey,
  countOf,
  exact,
} from '../report.js';
import type { Words } from '../words.js';
import { COMPARISONS, type Comparison } from './comparisons.js';

/** Findings of all statements of a report; none when nothing of its text is known. */
export function textFindings(report: AuditReport, cells: CellIndex): Finding[] {
  if (report.statements.length === 0) return [];
  const at = (table: Comparison['table'], row: string, column: string): AuditCell | undefined =>
    cells.get(cellKey(table, row, column));
  return [
    ...COMPARISONS.flatMap((comparison) => compare(comparison, report.statements, at)),
    ...feeFinding(report),
  ];
}

type Lookup = (table: Comparison['table'], row: string, column: string) => AuditCell | undefined;

interface Filled {
  readonly cells: readonly AuditCell[];
  readonly value: number;
  /** Nothing at all is filled in. */
  readonly isBlank: boolean;
}

/**
 * A text that says different things of one subject speaks of different things, and one that says the right thing once
 * is not wrong: so there is a finding only when everything it says of the subject is the same and fits nothing.
 */
function compare(comparison: Comparison, statements: readonly AuditStatement[], at: Lookup): Finding[] {
  const own = statements.filter(({ subject }) => subject === comparison.subject);
  const [first] = own;
  if (first === undefined || own.some(({ value }) => value !== first.value)) return [];
  const sums = comparison.sums.flatMap((sum) => filled(comparison, sum, at) ?? []);
  const [main] = sums;
  if (main === undefined || main.isBlank) return [];
  if (sums.some(({ value, isBlank }) => !isBlank && agrees(first.value, value, comparison))) return [];
  return [mismatch(comparison, main, first)];
}

/** Null when the report does not have one of the cells, or it cannot be read. */
function filled({ table }: Comparison, sum: Comparison['sums'][number], at: Lookup): Filled | null {
  const cells: AuditCell[] = [];
  let value = 0;
  for (const [row, column, sign = 1] of sum) {
    const cell = at(table, row, column);
    const number = cell === undefined ? null : countOf(cell);
    if (cell === undefined || number === null) return null;
    cells.push(cell);
    value += sign * number;
  }
  return { cells, value: exact(value), isBlank: cells.every(({ state }) => state === 'blank') };
}

/** Rounded to the digits that the text gives, half a unit either way. */
function agrees(said: string, counted: number, { rounded }: Comparison): boolean {
  if (rounded !== true) return Number(said) === counted;
  const decimals = said.split('.')[1]?.length ?? 0;
  return Math.abs(Number(said) - counted) <= 0.5 * 10 ** -decimals;
}

function mismatch(
  { rule, table }: Comparison,
  { cells, value }: Filled,
  { value: said, sentence }: AuditStatement,
): Finding {
  const [only] = cells;
  const sum = cells.map((cell) => cell.value || '0').join('+');
  const shown = cells.length > 1 ? `${sum} = ${value}` : String(value);
  return compose({
    rule,
    at: cells.length === 1 && only ? only : null,
    table,
    expected: said,
    actual: String(value),
    difference: String(exact(value - Number(said))),
    cells,
    words: [
      quoted(sentence, said),
      { zh: `表中为 ${shown}`, en: `the table has ${shown}` },
      ...provisos(cells),
    ],
  });
}

const quoted = (sentence: string, said: string): Words => ({
  zh: `正文“${sentence}”，即 ${said}`,
  en: `the text says “${sentence}”, that is ${said}`,
});

/** The fee is stated in section 一 and in section 六, and in no table. */
function feeFinding({ statements }: AuditReport): Finding[] {
  const own = statements.filter(({ subject }) => subject === 'processing_fee');
  const [first] = own;
  const other = own.find(({ value }) => value !== first?.value);
  if (first === undefined || other === undefined) return [];
  return [
    compose({
      rule: 'text_processing_fee',
      at: null,
      cells: [],
      words: [
        {
          zh: `一处“${first.sentence}”，另一处“${other.sentence}”`,
          en: `in one place “${first.sentence}”, in another “${other.sentence}”`,
        },
      ],
    }),
  ];
}
