/**
 * Which cell is wrong: the smallest sets of cell changes (one cell, else two, else
 * several in one line or two lines exchanged) under which all broken identities of a
 * table hold and none that holds breaks. An explanation for people; nothing here changes data.
 */

import type { Identity } from './identities.js';
import { type Change, change, type Knot, knotsOf, satisfies } from './knots.js';
import { exchangeRepairs, lineRepairs } from './lines.js';

export type { Change } from './knots.js';

/** Broken identities that belong together, and what would repair them all, the likeliest first. */
export interface Diagnosis {
  readonly broken: readonly Identity[];
  readonly repairs: readonly (readonly Change[])[];
}

/** Beyond this a table is not mistyped but something else altogether, and pairs explain nothing. */
const MOST_BROKEN_FOR_PAIRS = 8;

/**
 * Diagnoses the broken identities of one table: each group that shares cells by itself, then what is left together,
 * since two changes in one column (rows exchanged, say) break identities that share no cell.
 */
export function diagnose(identities: readonly Identity[]): Diagnosis[] {
  const knots = knotsOf(identities);
  const groups = components(identities.filter(({ residual }) => residual !== 0));
  const alone = groups.map((broken) => ({ broken, repairs: cellRepairs(broken, knots) }));
  const told = alone.filter(({ repairs }) => repairs.length > 0);
  const open = alone.filter(({ repairs }) => repairs.length === 0);
  const broken = open.flatMap((diagnosis) => diagnosis.broken);
  const together = cellRepairs(broken, knots);
  const repairs = together.length > 0 ? together : alongLines(broken, knots);
  if (repairs.length > 0) return [...told, { broken, repairs }];
  return alone.map((diagnosis) => ({
    ...diagnosis,
    repairs: diagnosis.repairs.length > 0 ? diagnosis.repairs : alongLines(diagnosis.broken, knots),
  }));
}

/** One cell, else two. */
function cellRepairs(broken: readonly Identity[], knots: readonly Knot[]): (readonly Change[])[] {
  const near = knots.filter(({ signs }) => broken.some((identity) => signs.has(identity)));
  const single = near.flatMap((knot) => singleRepair(knot, broken) ?? []).map((change) => [change]);
  if (single.length > 0 || broken.length < 2) return ranked(single);
  return broken.length > MOST_BROKEN_FOR_PAIRS ? [] : ranked(pairRepairs(near, broken));
}

/** Two lines exchanged, else several cells of one line; one broken sum alone says nothing of lines. */
function alongLines(broken: readonly Identity[], knots: readonly Knot[]): (readonly Change[])[] {
  if (broken.length < 2) return [];
  const exchanges = exchangeRepairs(broken, knots);
  return exchanges.length > 0 ? exchanges : lineRepairs(broken, knots);
}

/** Changing one cell moves all its identities, so all of them must be broken and by the same amount. */
function singleRepair({ cell, from, signs }: Knot, broken: readonly Identity[]): Change | null {
  if (signs.size !== broken.length) return null;
  const moves = broken.map((identity) => -identity.residual * (signs.get(identity) ?? Number.NaN));
  const [move] = moves;
  return move !== undefined && moves.every((other) => other === move) ? change(cell, from, move) : null;
}

function pairRepairs(knots: readonly Knot[], broken: readonly Identity[]): (readonly Change[])[] {
  return knots.flatMap((a, at) =>
    knots.slice(at + 1).flatMap((b) => {
      if (!broken.every((identity) => a.signs.has(identity) || b.signs.has(identity))) return [];
      const moves = solvePair(a, b);
      if (moves === null) return [];
      const [first, second] = [change(a.cell, a.from, moves[0]), change(b.cell, b.from, moves[1])];
      return first === null || second === null ? [] : [[first, second]];
    }),
  );
}

/** The moves of two cells that bring all their identities to 0; null when there are none, or more than one. */
function solvePair(a: Knot, b: Knot): [number, number] | null {
  let [moveA, moveB]: (number | undefined)[] = [
    [...a.signs].find(([identity]) => !b.signs.has(identity)),
    [...b.signs].find(([identity]) => !a.signs.has(identity)),
  ].map((only) => (only === undefined ? undefined : -only[0].residual * only[1]));
  const shared = [...a.signs.keys()].find((identity) => b.signs.has(identity));
  if (shared !== undefined) {
    const [signA, signB] = [a.signs.get(shared) ?? 1, b.signs.get(shared) ?? 1];
    if (moveA !== undefined && moveB === undefined) moveB = -(shared.residual + signA * moveA) * signB;
    else if (moveB !== undefined && moveA === undefined) moveA = -(shared.residual + signB * moveB) * signA;
  }
  if (moveA === undefined || moveB === undefined) return null;
  const moves = new Map([
    [a, moveA],
    [b, moveB],
  ]);
  return satisfies(moves, []) ? [moveA, moveB] : null;
}

/** Broken identities that share a cell belong to one group. */
function components(broken: readonly Identity[]): Identity[][] {
  const groups: Identity[][] = [];
  for (const identity of broken) {
    const cells = new Set(identity.terms.map(({ cell }) => cell));
    const touching = groups.filter((group) =>
      group.some(({ terms }) => terms.some(({ cell }) => cells.has(cell))),
    );
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push([...touching.flat(), identity]);
  }
  return groups;
}

/** Slips of the pen first (cells exchanged, digits turned, dropped or mistyped), then the smaller change. */
function ranked(repairs: readonly (readonly Change[])[]): (readonly Change[])[] {
  const scored = repairs.map((repair) => ({
    repair,
    slip: isExchange(repair) || repair.every(isSlip) ? 0 : 1,
    size: repair.reduce((sum, { from, to }) => sum + Math.abs(to - from), 0),
  }));
  return scored.sort((a, b) => a.slip - b.slip || a.size - b.size).map(({ repair }) => repair);
}

const isExchange = ([a, b]: readonly Change[]): boolean =>
  a !== undefined && b !== undefined && a.from === b.to && a.to === b.from;

/** Zeros by which a unit is mistaken: 元 for 万元, 千元, 百元. */
const UNIT_FACTORS = [100, 1000, 10_000];

/** Two digits turned, one digit more, less or different, a wrong unit; single digits say nothing. */
function isSlip({ from, to }: Change): boolean {
  if (to !== 0 && UNIT_FACTORS.some((factor) => from === to * factor || to === from * factor)) return true;
  const [a, b] = [String(from), String(to)];
  if (a.length < 2 && b.length < 2) return false;
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const [restA, restB] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restA === [...restB].reverse().join('');
}
