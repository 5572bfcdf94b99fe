/** Plants one error in the figures of a consistent report; the sums are checked here without the audit's help. */

import { APPLICANTS } from '../../src/form/index.js';
import type { Random } from '../compose/random.js';
import { type Figures, OUTCOMES, PEOPLE } from './figures.js';

export const KINDS = [
  'single cell',
  'row swap',
  'digit transposition',
  'unit ×10⁴',
  'wrong carry-over',
] as const;
export type Kind = (typeof KINDS)[number];

export interface Planted {
  readonly figures: Figures;
  /** Cells that were changed, with what stood there. */
  readonly changed: ReadonlyMap<string, number>;
}

/** Null when this report offers no place for such an error. */
export function plant(kind: Kind, figures: Figures, random: Random): Planted | null {
  switch (kind) {
    case 'single cell':
      return setOne(figures, random.pick(summed(figures)), (old) => otherThan(old, random));
    case 'digit transposition': {
      const long = summed(figures).filter((key) => transposed(figures.get(key) ?? 0) !== null);
      return long.length === 0 ? null : setOne(figures, random.pick(long), (old) => transposed(old) ?? old);
    }
    case 'unit ×10⁴': {
      const filled = [...figures.keys()].filter((key) => (figures.get(key) ?? 0) > 0);
      return setOne(figures, random.pick(filled), (old) => old * 10_000);
    }
    case 'row swap':
      return swapRows(figures, random);
    case 'wrong carry-over':
      return wrongCarryOver(figures, random);
  }
}

/** Cells of tables 三 and 四: those that sums can see. */
const summed = (figures: Figures): string[] =>
  [...figures.keys()].filter((key) => !key.startsWith('proactive/'));

function setOne(figures: Figures, key: string, change: (old: number) => number): Planted {
  const old = figures.get(key) ?? 0;
  return withChanges(figures, new Map([[key, change(old)]]));
}

function withChanges(figures: Figures, changes: ReadonlyMap<string, number>): Planted {
  const all = [...changes].filter(([key, value]) => figures.get(key) !== value);
  return {
    figures: new Map([...figures, ...all]),
    changed: new Map(all.map(([key]) => [key, figures.get(key) ?? 0])),
  };
}

function otherThan(old: number, random: Random): number {
  const value = random.int(0, Math.max(9, old * 2));
  return value === old ? old + 1 : value;
}

/** The first two neighbouring digits that differ change places. */
function transposed(value: number): number | null {
  const digits = [...String(value)];
  const at = digits.findIndex(
    (digit, place) => place > 0 && digit !== digits[place - 1] && !(place === 1 && digit === '0'),
  );
  if (at < 1) return null;
  [digits[at - 1], digits[at]] = [digits[at] ?? '', digits[at - 1] ?? ''];
  return Number(digits.join(''));
}

/** Two whole rows of table 三 in each other's place. */
function swapRows(figures: Figures, random: Random): Planted {
  const rows = [...OUTCOMES, 'outcome_total', 'received_new', 'carried_over_in', 'carried_over_out'];
  const [a, b] = random.shuffle(rows) as [string, string];
  const changes = APPLICANTS.flatMap(({ code }): [string, number][] => {
    const [one, other] = [`applications/${a}/${code}`, `applications/${b}/${code}`];
    return [
      [one, figures.get(other) ?? 0],
      [other, figures.get(one) ?? 0],
    ];
  });
  return withChanges(figures, new Map(changes));
}

/** The figures of a column balance, but what was carried over is not what the year before handed on. */
function wrongCarryOver(figures: Figures, random: Random): Planted | null {
  const column = random.pick(PEOPLE);
  const [carried, fresh] = [`applications/carried_over_in/${column}`, `applications/received_new/${column}`];
  const by = random.int(1, 4);
  if ((figures.get(fresh) ?? 0) < by) return null;
  const moved = (key: string, move: number): [string, number] => [key, (figures.get(key) ?? 0) + move];
  return withChanges(
    figures,
    new Map([
      moved(carried, by),
      moved(fresh, -by),
      moved('applications/carried_over_in/total', by),
      moved('applications/received_new/total', -by),
    ]),
  );
}

/** How many sums of the form the figures break, by the words of the form and nothing else. */
export function brokenSums(figures: Figures): number {
  const at = (row: string, column: string): number => figures.get(`applications/${row}/${column}`) ?? 0;
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const columns = APPLICANTS.flatMap(({ code }) => [
    at('received_new', code) +
      at('carried_over_in', code) -
      at('outcome_total', code) -
      at('carried_over_out', code),
    sum(OUTCOMES.map((row) => at(row, code))) - at('outcome_total', code),
  ]);
  const rows = [...OUTCOMES, 'outcome_total', 'received_new', 'carried_over_in', 'carried_over_out'].map(
    (row) => sum(PEOPLE.map((column) => at(row, column))) - at(row, 'total'),
  );
  const paths = ['review', 'litigation_direct', 'litigation_after_review'].map(
    (path) =>
      sum(
        ['upheld', 'corrected', 'other_result', 'pending'].map(
          (result) => figures.get(`remedies/${path}/${result}`) ?? 0,
        ),
      ) - (figures.get(`remedies/${path}/total`) ?? 0),
  );
  return [...columns, ...rows, ...paths].filter((difference) => difference !== 0).length;
}
