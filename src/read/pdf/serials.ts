/** A column that numbers the rows of a table without rules: its figures are none of the form's. */

import type { Segment } from './segments.js';

/** Rows that must be counted on by one; a column of zeros and ones does not get so far. */
const FEWEST_SERIALS = 5;
/** Serial numbers of one column stand within this many text sizes. */
const WIDTH = 3;
const SERIAL = /^\d{1,2}$/;

/** The lines without the figures that count them, where every leftmost figure does. */
export function withoutSerials(lines: readonly (readonly Segment[])[]): readonly (readonly Segment[])[] {
  const serials = lines.flatMap(([first]) => (first !== undefined && SERIAL.test(first.text) ? [first] : []));
  const [one] = serials;
  if (one === undefined || serials.length < FEWEST_SERIALS) return lines;
  const isColumn = serials.every(({ left }) => Math.abs(left - one.left) <= WIDTH * one.size);
  const counts = serials.every(({ text }, at) => Number(text) === Number(one.text) + at);
  // Labels stand right of them in most lines, so that they are no figures of a table without labels.
  const labelled = lines.filter(
    ([first, second]) => serials.some((s) => s === first) && second?.isNumber === false,
  );
  if (!isColumn || !counts || labelled.length * 2 < serials.length) return lines;
  const taken = new Set(serials);
  return lines.map((line) => line.filter((segment) => !taken.has(segment)));
}
