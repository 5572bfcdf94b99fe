/** Figures that multiply or shrink more than tenfold from one year to the next. */

import { type Attached, reportWords } from '../attached.js';
import { compose } from '../compose.js';
import type { YearFacts } from '../facts.js';
import { provisos } from '../provisos.js';
import { type AuditCell, countOf, exact } from '../report.js';
import type { Words } from '../words.js';
import type { CellOf } from './carried.js';
import { STEADY, type Steady } from './compared.js';

/** What counts as a jump. */
const TENFOLD = 10;
/** 元 for 万元, 件 for 万件. */
const UNIT_FACTOR = 10_000;
/** Real figures change from year to year as well; within a factor of three the unit explains a jump of 10⁴. */
const UNIT_SLACK = 3;

interface Jump {
  readonly kind: 'years_unit' | 'years_jump';
  /** Later by earlier. */
  readonly ratio: number;
  readonly up: boolean;
}

interface Point {
  readonly facts: YearFacts;
  readonly cell: AuditCell;
  readonly value: number;
}

/** All jumps in the years of one agency, each shown once: at the year that stands out, else at the later one. */
export function jumpFindings(years: readonly (YearFacts | null)[], cellOf: CellOf): Attached[] {
  return STEADY.flatMap((steady) => {
    const points = years.map((facts) => pointOf(facts, steady, cellOf));
    const jumps = points.map((point, at) => jumpBetween(points[at - 1], point, steady));
    return points.flatMap((point, at) => {
      const [jump, earlier] = [jumps[at], points[at - 1]];
      if (!point || !jump || !earlier) return [];
      if (isReturn(jumps[at - 1], jump, jumpBetween(points[at - 2], point, steady))) return [];
      return [
        { report: point.facts, finding: jumped(jump, earlier, point, backAgain(points, jumps, at, steady)) },
      ];
    });
  });
}

function pointOf(facts: YearFacts | null, { table, row, column }: Steady, cellOf: CellOf): Point | null {
  const cell = facts === null ? undefined : cellOf(facts, table, row, column);
  const value = cell === undefined || cell.state === 'blank' ? null : countOf(cell);
  return facts === null || cell === undefined || value === null ? null : { facts, cell, value };
}

function jumpBetween(
  before: Point | null | undefined,
  after: Point | null | undefined,
  steady: Steady,
): Jump | null {
  if (!before || !after) return null;
  const [small, large] = [Math.min(before.value, after.value), Math.max(before.value, after.value)];
  if (small <= 0 || large < steady.floor || large / small <= TENFOLD) return null;
  const ratio = large / small;
  const isUnit = ratio >= UNIT_FACTOR / UNIT_SLACK && ratio <= UNIT_FACTOR * UNIT_SLACK;
  if (!isUnit && small < steady.least) return null;
  return {
    kind: isUnit ? 'years_unit' : 'years_jump',
    ratio: after.value / before.value,
    up: after.value > before.value,
  };
}

/** The year before was the odd one out, and this one is where things were two years ago. */
const isReturn = (last: Jump | null | undefined, jump: Jump, overTwo: Jump | null): boolean =>
  !!last && last.up !== jump.up && overTwo === null;

/** The year after, when the figure is back there. */
function backAgain(
  points: readonly (Point | null)[],
  jumps: readonly (Jump | null)[],
  at: number,
  steady: Steady,
): Point | null {
  const [jump, next, after] = [jumps[at], jumps[at + 1], points[at + 1]];
  if (!jump || !next || !after) return null;
  return isReturn(jump, next, jumpBetween(points[at - 1], after, steady)) ? after : null;
}

function jumped({ kind, ratio, up }: Jump, before: Point, after: Point, next: Point | null) {
  const name = reportWords(before.facts);
  const times = Math.round((up ? ratio : 1 / ratio) * 10) / 10;
  const words: Words[] = [
    {
      zh: `${name.zh}为 ${before.value}，本报告为 ${after.value}，${up ? `是其 ${times} 倍` : `仅其 1/${times}`}`,
      en: `${name.en} has ${before.value}, this one ${after.value}: ${times} times as ${up ? 'much' : 'little'}`,
    },
  ];
  if (next !== null) {
    words.push({
      zh: `${next.facts.year} 年又为 ${next.value}，以本年最可疑`,
      en: `${next.facts.year} has ${next.value} again, so this year stands out`,
    });
  }
  return compose({
    rule: kind,
    at: after.cell,
    actual: String(after.value),
    expected: '',
    difference: String(exact(after.value - before.value)),
    cells: [after.cell, { ...before.cell, reportId: before.facts.id }],
    words: [...words, ...provisos([after.cell, before.cell])],
  });
}
