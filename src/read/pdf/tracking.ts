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
const NUMERIC = /^[\d.,%+\-－．，０-９]$/;

/** Widens digits that are letter-spaced like the labels in the same size, so that they touch the next digit. */
export function withTracking(glyphs: readonly Glyph[]): readonly Glyph[] {
  const measures = trackingBySize(glyphs);
  if (measures.size === 0) return glyphs;
  return glyphs.map((glyph, at) => {
    const next = glyphs[at + 1];
    const measure = measures.get(sizeKey(glyph));
    if (next === undefined || measure === undefined || !areNeighbours(glyph, next)) return glyph;
    const isSpaced = NUMERIC.test(glyph.text) && NUMERIC.test(next.text);
    return isSpaced && Math.abs(gapOf(glyph, next) - measure) <= SAME_MEASURE
      ? { ...glyph, right: next.left }
      : glyph;
  });
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
  const measures = new Map<string, number>();
  for (const [key, all] of gaps) {
    const measure = [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0;
    const agreeing = all.filter((gap) => Math.abs(gap - measure) <= SAME_MEASURE).length;
    const isSet = measure >= MIN_TRACKING && measure <= MAX_TRACKING;
    if (isSet && all.length >= MIN_PAIRS && agreeing >= all.length * AGREEING_SHARE)
      measures.set(key, measure);
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
