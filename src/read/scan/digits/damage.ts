/** What a line of digits shows when it lost a decimal point. */

import type { Area } from '../raster.js';

/** Digits of one number are set at one distance; where a point is lost there is so many times as much. */
const WIDE_STEP = 1.3;

const centre = ({ left, right }: Area): number => (left + right) / 2;

function stepsOf(digits: readonly Area[]): { readonly steps: readonly number[]; readonly usual: number } {
  const steps = digits.slice(1).map((digit, i) => centre(digit) - centre(digits[i] ?? digit));
  return { steps, usual: [...steps].sort((a, b) => a - b)[(steps.length - 1) >> 1] ?? 0 };
}

/** Whether two neighbouring digits stand clearly further apart than the others. */
export function hasWideStep(digits: readonly Area[], marks: readonly Area[]): boolean {
  const { steps, usual } = stepsOf(digits);
  return steps.some((step, i) => {
    const [before, after] = [digits[i], digits[i + 1]];
    if (before === undefined || after === undefined || step <= WIDE_STEP * usual) return false;
    return !marks.some((mark) => centre(mark) > centre(before) && centre(mark) < centre(after));
  });
}

/** A point takes room of its own, and the digits beside it stand this much further apart than the others. */
const POINT_STEP = 1.2;

/** Whether a mark stands where the digits leave room for a point; dirt between digits that touch has none. */
export function hasRoomFor(mark: Area, digits: readonly Area[]): boolean {
  const { steps, usual } = stepsOf(digits);
  const at = digits.findLastIndex((digit) => centre(digit) < centre(mark));
  return (steps[at] ?? 0) >= POINT_STEP * usual;
}
