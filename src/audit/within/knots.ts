/** Cells with the identities they stand in, and changes of them. */

import { type AuditCell, exact } from '../report.js';
import type { Identity } from './identities.js';

export interface Change {
  readonly cell: AuditCell;
  /** What is printed, a blank as 0. */
  readonly from: number;
  readonly to: number;
}

/** A cell with the identities it stands in. */
export interface Knot {
  readonly cell: AuditCell;
  readonly from: number;
  readonly signs: ReadonlyMap<Identity, 1 | -1>;
}

export function knotsOf(identities: readonly Identity[]): Knot[] {
  const knots = new Map<AuditCell, { cell: AuditCell; from: number; signs: Map<Identity, 1 | -1> }>();
  for (const identity of identities) {
    for (const { cell, value, sign } of identity.terms) {
      const knot = knots.get(cell) ?? { cell, from: value, signs: new Map() };
      knots.set(cell, knot);
      knot.signs.set(identity, sign);
    }
  }
  return [...knots.values()];
}

/** Null when the number could not stand there: negative, or no change at all. */
export function change(cell: AuditCell, from: number, move: number): Change | null {
  const to = exact(from + move);
  return to < 0 || to === from ? null : { cell, from, to };
}

/** Whether all broken identities hold after the moves and none of the others breaks. */
export function satisfies(moves: ReadonlyMap<Knot, number>, broken: readonly Identity[]): boolean {
  const residuals = new Map(broken.map((identity) => [identity, identity.residual]));
  for (const [{ signs }, move] of moves) {
    for (const [identity, sign] of signs) {
      residuals.set(identity, (residuals.get(identity) ?? identity.residual) + sign * move);
    }
  }
  return [...residuals.values()].every((residual) => exact(residual) === 0);
}
