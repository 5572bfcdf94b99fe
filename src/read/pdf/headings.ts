/** Headings above the figures of a table without rules → the columns that no figure tells. */

import { ALIGNED, APART, type Band, commonStart, merge } from './bands.js';
import { cutAtStarts, partedTexts, type Segment } from './segments.js';

/** Longest heading of one column on one line; longer texts stand above several columns. */
export const MAX_HEADING = 8;
/** The upper line of a cell with a remark stands higher than the figures of its row. */
const OPENS_WITH_FIGURE = /^[\d０-９]/;
/** Bands nearer than this (pt) to a heading leave no room for a column of its own. */
export const CLEARANCE = 4;
/** A heading this many times as wide as one below it stands above several columns. */
const WIDE_HEADING = 2;

/**
 * Short texts above the first figure, those of neighbouring narrow columns told apart.
 * @param starts where columns of figures begin
 */
export function headingsAbove(lines: readonly (readonly Segment[])[], starts: readonly number[]): Segment[] {
  const firstFigure = lines.findIndex((line) => line.some((s) => s.isNumber));
  const above = lines.slice(0, Math.max(firstFigure, 0)).flat();
  return above
    .filter((s) => !s.isNumber)
    .flatMap((s) => cutAtStarts(s, starts, ALIGNED))
    .flatMap(partedTexts)
    .filter((s) => s.text.length <= MAX_HEADING && !OPENS_WITH_FIGURE.test(s.text));
}

/**
 * Short headings beside the bands, right of `first`, stand above columns in which nothing is printed, or above figures
 * that are set to one side of their column.
 */
export function addHeadings(bands: Band[], lines: readonly (readonly Segment[])[], first: number): void {
  const short = headingsAbove(lines, startsOf(bands, lines));
  const labels = lines.filter((line) => line.some((s) => s.isNumber)).flat();
  const end = Math.max(...labels.filter((s) => !s.isNumber && s.right <= first).map((s) => s.right));
  const headings = short.filter((s) => s.left > first - CLEARANCE);
  const before = short.filter((s) => s.left > end && s.right < first - CLEARANCE);
  const isFree = (s: Band): boolean =>
    bands.every((b) => s.left > b.right + CLEARANCE || s.right < b.left - CLEARANCE);
  const lowest = (all: readonly Segment[]) => all.filter((s) => isFree(s) && !isOverHeadings(s, all));
  const beside = merge(lowest(headings));
  const leaves = headings.filter((s) => !isOverHeadings(s, headings));
  const side = sideOfHeadings(bands, leaves, beside);
  if (side === 'left') beside.push(...merge(lowest(before)).slice(-1));
  const own = side === null ? [] : pairsOf(bands, leaves, beside, side);
  for (const [band, heading] of own) {
    band.left = Math.min(band.left, heading.left);
    band.right = Math.max(band.right, heading.right);
  }
  bands.push(...beside.filter((heading) => !own.some(([, taken]) => taken === heading)));
  bands.sort((a, b) => a.left - b.left);
}

/** Where the columns of figures begin that are set to the left. */
export function startsOf(bands: readonly Band[], lines: readonly (readonly Segment[])[]): number[] {
  const figures = lines.flat().filter(({ isNumber }) => isNumber);
  return bands.flatMap(
    (band) =>
      commonStart(
        figures.filter(({ left, right }) => left < band.right && band.left < right).map(({ left }) => left),
      ) ?? [],
  );
}

type Side = 'left' | 'right';

/** Figures nearer to the heading on one side by this much (pt) belong to it: they stand within their column. */
const NEARER = 1;
/**
 * On which side of the figures their headings stand where none stands above them, or null. Figures set to the right end
 * of a column stand nearer to the heading in its middle than to that of the next column.
 */
function sideOfHeadings(
  bands: readonly Band[],
  headings: readonly Band[],
  beside: readonly Band[],
): Side | null {
  const gaps = bands
    .filter((band) => isBare(band, headings))
    .map((band) => [gapTo(band, beside, 'left'), gapTo(band, beside, 'right')] as const);
  const between = gaps.filter(([left, right]) => left < Infinity && right < Infinity);
  if (between.length === 0) return null;
  const isSide = (own: 0 | 1): boolean =>
    between.every(([left, right]) => (own === 0 ? left < right - NEARER : right < left - NEARER)) &&
    gaps.filter((sides) => sides[own] === Infinity).length <= 1 - own;
  if (isSide(0)) return 'left';
  return isSide(1) ? 'right' : null;
}

/** Whether no heading stands above a band of figures. */
function isBare(band: Band, headings: readonly Band[]): boolean {
  return headings.every((h) => h.right < band.left || h.left > band.right);
}

function gapTo(band: Band, headings: readonly Band[], side: Side): number {
  const gaps = headings
    .map((h) => (side === 'left' ? band.left - h.right : h.left - band.right))
    .filter((gap) => gap >= 0);
  return Math.min(Infinity, ...gaps);
}

/** Bands of figures with the headings beside them, no other figures between. */
function pairsOf(
  bands: readonly Band[],
  headings: readonly Band[],
  beside: readonly Band[],
  side: Side,
): (readonly [Band, Band])[] {
  const pairs: (readonly [Band, Band])[] = [];
  for (const band of bands.filter((b) => isBare(b, headings))) {
    const gap = gapTo(band, beside, side);
    const heading = beside.find(
      (h) => (side === 'left' ? band.left - h.right : h.left - band.right) === gap && gap < Infinity,
    );
    if (heading === undefined || gapTo(band, bands, side) < gap) continue;
    if (!pairs.some(([, taken]) => taken === heading)) pairs.push([band, heading]);
  }
  return pairs;
}

/** Whether a heading stands above several columns: over two headings side by side, or over a much narrower one. */
export function isOverHeadings(s: Segment, headings: readonly Segment[]): boolean {
  const below = headings.filter((h) => h.middle > s.middle && h.left < s.right && s.left < h.right);
  return below.some(
    (h) =>
      below.some((other) => other.left > h.right + APART) ||
      (h.left > s.left && h.right < s.right && s.right - s.left > WIDE_HEADING * (h.right - h.left)),
  );
}
