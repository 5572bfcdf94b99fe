/** A place of the divisions of China, and how places lie in one another. */

export type Level = 'province' | 'prefecture' | 'county' | 'town';

export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  /** For a former code: last year at whose end it certainly held. */
  readonly until?: number;
  /** For a former code: from this year on nobody means this place by the name if another has it too. */
  readonly gone?: number;
  /** Code of the same place today; its own for current places and for those that ended. */
  readonly lasting: string;
}

/** A name goes on being printed for about a year after it was given up. */
export const NAME_LIVES_ON = 2;

/** Code without its trailing zeros by level: 32, 3208, 320813, 320813102. */
export function trunk(code: string): string {
  if (code.length > COUNTY_DIGITS || !code.endsWith('00')) return code;
  return code.endsWith('0000') ? code.slice(0, 2) : code.slice(0, 4);
}

const COUNTY_DIGITS = 6;

/** Whether one place lies in the other, or both are one. */
export function isWithin(inner: Division, outer: Division): boolean {
  const start = trunk(outer.code);
  if (inner.code.startsWith(start) || inner.lasting.startsWith(start)) return true;
  if (outer.lasting === outer.code) return false;
  const later = trunk(outer.lasting);
  return inner.code.startsWith(later) || inner.lasting.startsWith(later);
}
