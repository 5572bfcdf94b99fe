/**
 * Errors that follow a line of the table: several cells of one row or one column are wrong (a column 总计 typed from a
 * draft), or two rows or two columns were exchanged as a whole.
 */

import type { Identity } from './identities.js';
import { type Change, change, type Knot, satisfies } from './knots.js';

type Axis = 'row' | 'column';

/** Sets of three or more changes in one line that repair everything, those with the fewest changes first. */
export function lineRepairs(broken: readonly Identity[], knots: readonly Knot[]): (readonly Change[])[] {
  const repairs = [...linesOf(knots, 'column'), ...linesOf(knots, 'row')].flatMap(
    ([, line]) => repairAlong(line, broken) ?? [],
  );
  return repairs.map(({ changes }) => changes).sort((a, b) => a.length - b.length);
}

/** Each identity that crosses the line says what its cell in the line must become; those along the line must then hold. */
function repairAlong(line: readonly Knot[], broken: readonly Identity[]): { changes: Change[] } | null {
  const moves = new Map<Knot, number>();
  for (const identity of broken) {
    const crossing = line.filter(({ signs }) => signs.has(identity));
    const [knot, ...along] = crossing;
    if (knot === undefined) return null;
    if (along.length > 0) continue;
    const move = -identity.residual * (knot.signs.get(identity) ?? 1);
    if (moves.has(knot) && moves.get(knot) !== move) return null;
    moves.set(knot, move);
  }
  return changesOf(moves, broken);
}

function changesOf(
  moves: ReadonlyMap<Knot, number>,
  broken: readonly Identity[],
): { changes: Change[] } | null {
  const changes = [...moves].map(([{ cell, from }, move]) => change(cell, from, move));
  if (moves.size === 0 || changes.includes(null) || !satisfies(moves, broken)) return null;
  return { changes: changes.filter((one) => one !== null) };
}

/** Two whole rows, or two whole columns, in each other's place: the pairs after whose exchange everything holds. */
export function exchangeRepairs(broken: readonly Identity[], knots: readonly Knot[]): (readonly Change[])[] {
  return (['row', 'column'] as const)
    .flatMap((axis) => {
      const lines = linesOf(knots, axis);
      return lines.flatMap(([, a], at) =>
        lines.slice(at + 1).flatMap(([, b]) => exchanged(a, b, axis, broken) ?? []),
      );
    })
    .map(({ changes }) => changes);
}

function exchanged(
  a: readonly Knot[],
  b: readonly Knot[],
  axis: Axis,
  broken: readonly Identity[],
): { changes: Change[] } | null {
  const across = axis === 'row' ? 'column' : 'row';
  const others = new Map(b.map((knot) => [knot.cell[across], knot]));
  const moves = new Map<Knot, number>();
  for (const knot of a) {
    const other = others.get(knot.cell[across]);
    if (other === undefined) return null;
    if (other.from === knot.from) continue;
    moves.set(knot, other.from - knot.from);
    moves.set(other, knot.from - other.from);
  }
  return changesOf(moves, broken);
}

function linesOf(knots: readonly Knot[], axis: Axis): [string, readonly Knot[]][] {
  const lines = new Map<string, Knot[]>();
  for (const knot of knots) {
    const line = lines.get(knot.cell[axis]);
    if (line === undefined) lines.set(knot.cell[axis], [knot]);
    else line.push(knot);
  }
  return [...lines];
}

/** The two rows or columns that a repair exchanges; null for any other repair of many cells. */
export function exchangedLines(repair: readonly Change[]): { axis: Axis; codes: [string, string] } | null {
  if (repair.length < 4) return null;
  for (const axis of ['row', 'column'] as const) {
    const codes = [...new Set(repair.map(({ cell }) => cell[axis]))];
    const [first, second, ...more] = codes;
    if (first === undefined || second === undefined || more.length > 0) continue;
    const across = axis === 'row' ? 'column' : 'row';
    const partner = (one: Change) =>
      repair.find((other) => other !== one && other.cell[across] === one.cell[across]);
    if (repair.every((one) => partner(one)?.from === one.to)) return { axis, codes: [first, second] };
  }
  return null;
}
