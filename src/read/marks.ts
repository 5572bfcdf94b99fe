/**
 * Text that is raised or struck through says something else than its characters alone: `5` with footnote `1` is not
 * 51, and a figure that was crossed out is none.
 */

const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Stands around a text of which everything is struck through, as in Markdown: it cannot be read as a number then. */
export const STRUCK_MARK = '~~';

/** Whether raised text is a footnote mark behind a number. */
export function isIndexed(before: string, raised: string): boolean {
  return /\d\s*$/.test(before) && /^\s*\d{1,2}\s*$/.test(raised);
}

/** A footnote mark in raised characters. */
export function asIndex(digits: string): string {
  return digits.trim().replace(/\d/g, (digit) => RAISED_DIGITS.charAt(Number(digit)));
}
