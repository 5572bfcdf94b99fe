/** 上年结转 of a year against 结转下年度 of the year before, and what the sums of both reports say to a difference. */

import { APPLICANTS } from '../../form/index.js';
import { type Attached, reportWords } from '../attached.js';
import { compose } from '../compose.js';
import type { Support, YearFacts } from '../facts.js';
import { provisos } from '../provisos.js';
import { type AuditCell, cellKey, countOf, exact } from '../report.js';
import type { Words } from '../words.js';
import { placeOf } from '../words.js';

export type CellOf = (
  facts: YearFacts,
  table: AuditCell['table'],
  row: string,
  column: string,
) => AuditCell | undefined;

/** Findings of two consecutive years, shown at the later one. */
export function carriedFindings(before: YearFacts, after: YearFacts, cellOf: CellOf): Attached[] {
  return APPLICANTS.flatMap(({ code }) => {
    const handed = cellOf(before, 'applications', 'carried_over_out', code);
    const taken = cellOf(after, 'applications', 'carried_over_in', code);
    if (handed === undefined || taken === undefined || [handed, taken].every(isBlank)) return [];
    const [out, carriedIn] = [countOf(handed), countOf(taken)];
    if (out === null || carriedIn === null || out === carriedIn) return [];
    return [{ report: after, finding: broken({ before, after, handed, taken, out, carriedIn }) }];
  });
}

const isBlank = ({ state }: AuditCell): boolean => state === 'blank';

interface Difference {
  readonly before: YearFacts;
  readonly after: YearFacts;
  readonly handed: AuditCell;
  readonly taken: AuditCell;
  readonly out: number;
  readonly carriedIn: number;
}

function broken(difference: Difference) {
  const { before, handed, taken, out, carriedIn } = difference;
  const name = reportWords(before);
  return compose({
    rule: 'years_carried_over',
    at: taken,
    expected: String(out),
    actual: String(carriedIn),
    difference: String(exact(carriedIn - out)),
    cells: [taken, { ...handed, reportId: before.id }],
    words: [
      {
        zh: `${name.zh}结转 ${out}，本报告为 ${carriedIn}`,
        en: `${name.en} carried over ${out}, this one has ${carriedIn}`,
      },
      ...provisos([taken, handed]),
      whichIsWrong(difference),
    ],
  });
}

/** The sums inside the two reports are evidence: a cell that they want to be just what the other year says is wrong. */
function whichIsWrong({ before, after, handed, taken, out, carriedIn }: Difference): Words {
  const [own, other] = [supportOf(after, taken), supportOf(before, handed)];
  const ownWrong = own !== null && own.move === exact(out - carriedIn);
  const otherWrong = other !== null && other.move === exact(carriedIn - out);
  if (ownWrong && !otherWrong) return wrongHere(taken, carriedIn, out, own);
  if (otherWrong && !ownWrong) return wrongThere(before, handed, out, carriedIn, other);
  if (own?.move === 0 && other?.move === 0) {
    return {
      zh: '两份报告各自平衡，无法判断哪一格有误',
      en: 'both reports balance by themselves: which cell is wrong cannot be told',
    };
  }
  return { zh: '无法判断哪一格有误', en: 'which cell is wrong cannot be told' };
}

const supportOf = ({ support }: YearFacts, { table, row, column }: AuditCell): Support | null =>
  support[cellKey(table, row, column)] ?? null;

function wrongHere(cell: AuditCell, from: number, to: number, { identities }: Support): Words {
  const place = placeOf(cell);
  return {
    zh: `若 ${place.zh} 印作 ${from}，应为 ${to}，则本报告 ${identities} 项不符也全部成立`,
    en: `${place.en}: printed ${from}, ${to} would also satisfy ${brokenSums(identities)} of this report`,
  };
}

function wrongThere(
  before: YearFacts,
  cell: AuditCell,
  from: number,
  to: number,
  { identities }: Support,
): Words {
  const place = placeOf(cell);
  const name = reportWords(before);
  return {
    zh: `若${name.zh}的 ${place.zh} 印作 ${from}，应为 ${to}，则该报告 ${identities} 项不符也全部成立`,
    en: `${place.en} of ${name.en}: printed ${from}, ${to} would also satisfy ${brokenSums(identities)} of that report`,
  };
}

const brokenSums = (n: number): string => (n === 1 ? 'the broken identity' : `all ${n} broken identities`);
