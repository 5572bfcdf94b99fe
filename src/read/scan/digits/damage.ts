/** What a line of digits shows when it is not the number it seems: a digit struck through, or a lost decimal point. */

import type { Area, Mask } from '../raster.js';

/** A figure is struck through within this part of its height; the bar of a 4 lies lower. */
const STRIKE_FROM = 0.34;
const STRIKE_TO = 0.6;
/** The stroke reaches over this share of the piece, and beyond the digit on one side at least … */
const STRIKE_LENGTH = 0.95;
/** … but in these digits, which have nothing like it, over less, wherever it ends. */
const OPEN_DIGITS: ReadonlySet<string> = new Set(['0', '2', '4', '7']);
const SHORT_STRIKE = 0.85;
const OPEN_TO = 0.55;
/** Rows of pixels beside the stroke that its blur belongs to. */
const BLUR = 1;
/** Digits of one number are set at one distance; where a point is lost there is so many times as much. */
const WIDE_STEP = 1.3;

/** Whether a straight stroke runs through the middle of a digit and sticks out of it: the figure was corrected. */
export function isStruck(mask: Mask, piece: Area, digit: string): boolean {
  const { top, bottom } = piece;
  const height = bottom - top;
  const rows = Array.from({ length: height }, (_, i) => extentOfRow(mask, piece, top + i));
  const isOpen = OPEN_DIGITS.has(digit);
  const least = (isOpen ? SHORT_STRIKE : STRIKE_LENGTH) * (piece.right - piece.left);
  const strokes = rows.flatMap(({ longest }, i) =>
    i >= STRIKE_FROM * height && i < (isOpen ? OPEN_TO : STRIKE_TO) * height && longest >= least ? [i] : [],
  );
  const [first, last] = [strokes[0], strokes.at(-1)];
  if (first === undefined || last === undefined) return false;
  if (isOpen) return true;
  const rest = rows.filter(({ longest }, i) => longest > 0 && (i < first - BLUR || i > last + BLUR));
  const left = Math.min(...rest.map((row) => row.left));
  const right = Math.max(...rest.map((row) => row.right));
  return left > piece.left || right < piece.right;
}

interface Row {
  readonly left: number;
  readonly right: number;
  /** Longest unbroken stretch of ink. */
  readonly longest: number;
}

function extentOfRow({ width, data }: Mask, { left, right }: Area, y: number): Row {
  let [first, last, run, longest] = [Infinity, -Infinity, 0, 0];
  for (let x = left; x < right; x++) {
    run = data[y * width + x] === 1 ? run + 1 : 0;
    longest = Math.max(longest, run);
    if (run === 0) continue;
    first = Math.min(first, x);
    last = x + 1;
  }
  return { left: first, right: last, longest };
}

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
