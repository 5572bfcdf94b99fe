/** What a line of digits shows when it lost a decimal point. */

import type { Area } from '../raster.js';

/** Digits of one number are set at one distance; where a point is lost there is so many times as much. */
const WIDE_STEP = 1.3;

/** Whether two neighbouring digits stand clearly further apart than the others. */
export function hasWideStep(digits: readonly Area[], marks: readonly Area[]): boolean {
  const centre = ({ left, right }: Area): number => (left + right) / 2;
  const steps = digits.slice(1).map((digit, i) => centre(digit) - centre(digits[i] ?? digit));
  const usual = [...steps].sort((a, b) => a - b)[(steps.length - 1) >> 1] ?? 0;
  return steps.some((step, i) => {
    const [before, after] = [digits[i], digits[i + 1]];
    if (before === undefined || after === undefined || step <= WIDE_STEP * usual) return false;
    return !marks.some((mark) => centre(mark) > centre(before) && centre(mark) < centre(after));
  });
}
