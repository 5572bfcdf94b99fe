/**
 * Letter spacing that a writer drew glyph by glyph. In a table whose labels are set apart evenly, the digits of a
 * number are set apart by the same measure and still make one number; wider or uneven gaps part numbers.
 */

import type { Glyph } from './geometry.js';
import { isCjk } from './text.js';

/** Gaps between neighbouring ideographs below this share of their size are the font's own. */
const MIN_TRACKING = 0.1;
/** Wider gaps are columns or justified words. */
const MAX_TRACKING = 0.6;
/** Gaps of one measure differ by no more than this share of the size: positions are rounded. */
const SAME_MEASURE = 0.05;
/** Pairs of ideographs that must be seen before a measure is believed, and the share of them that agree on it. */
const MIN_PAIRS = 12;
const AGREEING_SHARE = 0.6;
/** The same for pairs of digits; their gaps are of one measure or none. */
const MIN_FIGURE_PAIRS = 4;
const FIGURES_SHARE = 0.9;
/** A digit is half as wide as a character, so that digits of two columns are further apart than this. */
const MAX_FIGURE_TRACKING = 0.4;
const DIGIT = /^[\d０-９]$/;
const NUMERIC = /^[\d.,%+\-－．，０-９]$/;

/** Widens digits that are letter-spaced like the labels in the same size, or among themselves, so that they touch the next. */
export function withTracking(glyphs: readonly Glyph[]): readonly Glyph[] {
  const measures = [trackingBySize(glyphs), figureTrackingBySize(glyphs)].filter(({ size }) => size > 0);
  if (measures.length === 0) return glyphs;
  return glyphs.map((glyph, at) => {
    const next = glyphs[at + 1];
    if (next === undefined || !areNeighbours(glyph, next) || !areNumeric(glyph, next)) return glyph;
    const [key, gap] = [sizeKey(glyph), gapOf(glyph, next)];
    const isSpaced = measures.some((bySize) => Math.abs(gap - (bySize.get(key) ?? Infinity)) <= SAME_MEASURE);
    return isSpaced ? { ...glyph, right: next.left } : glyph;
  });
}

function areNumeric(a: Glyph, b: Glyph): boolean {
  return NUMERIC.test(a.text) && NUMERIC.test(b.text);
}

/**
 * The measure by which the digits of figures that stand alone are set apart, for the sizes in which no two of them
 * touch. Figures of neighbouring columns are further apart, for a column is as wide as a character of its heading.
 */
function figureTrackingBySize(glyphs: readonly Glyph[]): ReadonlyMap<string, number> {
  const gaps = new Map<string, number[]>();
  for (const run of runsOf(glyphs)) {
    // The number of a row is no figure: its point is set apart as the label is.
    if (!run.every(({ text }) => NUMERIC.test(text)) || !DIGIT.test(run.at(-1)?.text ?? '')) continue;
    for (const [at, glyph] of run.slice(0, -1).entries()) {
      const gap = gapOf(glyph, run[at + 1] as Glyph);
      const known = gaps.get(sizeKey(glyph));
      if (known === undefined) gaps.set(sizeKey(glyph), [gap]);
      else known.push(gap);
    }
  }
  return measuresOf(gaps, MIN_FIGURE_PAIRS, FIGURES_SHARE, MAX_FIGURE_TRACKING);
}

/** Glyphs that stand beside each other with no more between them than letter spacing can be. */
function* runsOf(glyphs: readonly Glyph[]): Iterable<readonly Glyph[]> {
  let start = 0;
  for (const [at, glyph] of glyphs.entries()) {
    const next = glyphs[at + 1];
    if (next !== undefined && areNeighbours(glyph, next) && gapOf(glyph, next) <= MAX_TRACKING) continue;
    yield glyphs.slice(start, at + 1);
    start = at + 1;
  }
}

/** The measure by which ideographs of each text size are set apart, for the sizes that are. */
function trackingBySize(glyphs: readonly Glyph[]): ReadonlyMap<string, number> {
  const gaps = new Map<string, number[]>();
  glyphs.forEach((glyph, at) => {
    const next = glyphs[at + 1];
    if (next === undefined || !areNeighbours(glyph, next) || !isCjk(glyph.text) || !isCjk(next.text)) return;
    const key = sizeKey(glyph);
    const known = gaps.get(key);
    if (known === undefined) gaps.set(key, [gapOf(glyph, next)]);
    else known.push(gapOf(glyph, next));
  });
  return measuresOf(gaps, MIN_PAIRS, AGREEING_SHARE, MAX_TRACKING);
}

/** The usual gap of each size, where there are enough and their share agrees. */
function measuresOf(
  gaps: ReadonlyMap<string, readonly number[]>,
  fewest: number,
  share: number,
  widest: number,
): ReadonlyMap<string, number> {
  const measures = new Map<string, number>();
  for (const [key, all] of gaps) {
    const measure = [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0;
    const agreeing = all.filter((gap) => Math.abs(gap - measure) <= SAME_MEASURE).length;
    const isSet = measure >= MIN_TRACKING && measure <= widest;
    if (isSet && all.length >= fewest && agreeing >= all.length * share) measures.set(key, measure);
  }
  return measures;
}

/** Drawn one after the other on one line, without a blank between. */
function areNeighbours(a: Glyph, b: Glyph): boolean {
  return b.run - a.run <= 1 && a.turn === 0 && b.turn === 0 && !a.vertical && !b.spaced && a.base === b.base;
}

function gapOf(a: Glyph, b: Glyph): number {
  return (b.left - a.right) / Math.min(a.size, b.size);
}

function sizeKey({ size }: Glyph): string {
  return size.toFixed(1);
}
