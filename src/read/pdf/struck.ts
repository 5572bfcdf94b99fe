/** Figures that are struck through: a short rule runs through the middle of their digits. */

import type { Glyph, Rule } from './geometry.js';

/** Stands before a character that is struck through, so that it cannot be read as a digit. */
export const STRUCK = '~';
/** A rule through the middle of a digit lies between these shares of its size above the baseline. */
const LOWEST = 0.16;
const HIGHEST = 0.5;
/** The rule runs over most of the digit's width, and not much further than the digits it strikes. */
const MIN_COVERED = 0.8;
const MAX_LENGTH = 8;
const OVERHANG = 0.7;
const DIGIT = /^[\d０-９]/;

export interface Struck {
  readonly glyphs: readonly Glyph[];
  /** The rules that strike nothing. */
  readonly horizontal: readonly Rule[];
}

/** Marks struck digits and takes the rules that strike them away. Upright text only. */
export function markStruck(glyphs: readonly Glyph[], horizontal: readonly Rule[]): Struck {
  const digits = glyphs
    .filter(({ text, turn }) => turn === 0 && DIGIT.test(text))
    .sort((a, b) => a.base - b.base);
  const struck = new Set<Glyph>();
  const striking = new Set<Rule>();
  for (const rule of horizontal) {
    const hit = near(digits, rule.at).filter((digit) => strikes(rule, digit));
    if (hit.length === 0) continue;
    const [left, right] = [Math.min(...hit.map((g) => g.left)), Math.max(...hit.map((g) => g.right))];
    const room = OVERHANG * (hit[0]?.size ?? 0);
    if (rule.from < left - room || rule.to > right + room) continue;
    striking.add(rule);
    for (const digit of hit) struck.add(digit);
  }
  if (struck.size === 0) return { glyphs, horizontal };
  return {
    glyphs: glyphs.map((glyph) => (struck.has(glyph) ? { ...glyph, text: STRUCK + glyph.text } : glyph)),
    horizontal: horizontal.filter((rule) => !striking.has(rule)),
  };
}

/** Largest text size in points whose middle is looked for above a baseline. */
const MAX_SIZE = 40;

/** Digits, sorted by baseline, whose baseline lies up to `MAX_SIZE` below a height. */
function near(digits: readonly Glyph[], at: number): readonly Glyph[] {
  let low = 0;
  let high = digits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((digits[middle]?.base ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  const found: Glyph[] = [];
  for (let i = low; i < digits.length && (digits[i]?.base ?? 0) <= at + MAX_SIZE * HIGHEST; i++) {
    const digit = digits[i];
    if (digit) found.push(digit);
  }
  return found;
}

function strikes({ at, from, to }: Rule, { left, right, base, size }: Glyph): boolean {
  const height = base - at;
  if (height < LOWEST * size || height > HIGHEST * size || to - from > MAX_LENGTH * size) return false;
  return Math.min(to, right) - Math.max(from, left) >= MIN_COVERED * (right - left);
}

/** A text without what is struck through in it, unless nothing else is printed. */
export function withoutStruck(text: string): string {
  if (!text.includes(STRUCK)) return text;
  const rest = text
    .replace(/(?:~\S)+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return /[\d]/.test(rest) ? rest : text;
}
