/** Boxes drawn around the cells of a table, each by itself: in narrow columns they are no larger than characters. */

import type { Piece } from './components.js';
import type { Mask } from './raster.js';

/** The sides of a box lie within this share of its smaller side, and at least so many pixels, from its edges … */
const SIDE = 0.15;
const LEAST_SIDE = 3;
/** … hold this share of its ink, … */
const IN_SIDES = 0.88;
/** … and are inked along this share of their length: those of a 0 are round. */
const ALONG = 0.9;
/** Smaller pieces (pixels) are strokes. */
const SMALLEST = 12;

/** Whether a piece of ink is the four sides of a box and nothing else, as 口 and the outer part of 国 are too. */
export function isBox(piece: Piece, mask: Mask): boolean {
  const { left, top, right, bottom, ink } = piece;
  const [width, height] = [right - left, bottom - top];
  const small = Math.min(width, height);
  if (small < SMALLEST || ink > width * height * (1 - IN_SIDES / 2)) return false;
  const band = Math.max(LEAST_SIDE, Math.round(SIDE * small));
  const isInk = (x: number, y: number): boolean => mask.data[y * mask.width + x] === 1;
  const across = (from: number, to: number): number => inked(left, right, from, to, (x, y) => isInk(x, y));
  const along = (from: number, to: number): number => inked(top, bottom, from, to, (y, x) => isInk(x, y));
  const isAround =
    across(top, top + band) >= ALONG * width &&
    across(bottom - band, bottom) >= ALONG * width &&
    along(left, left + band) >= ALONG * height &&
    along(right - band, right) >= ALONG * height;
  return isAround && inkOfSides(piece, band, isInk) >= IN_SIDES * ink;
}

/** How many places along a side have ink somewhere in its band. */
function inked(
  start: number,
  end: number,
  from: number,
  to: number,
  isInk: (along: number, across: number) => boolean,
): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    for (let k = from; k < to; k++) {
      if (!isInk(at, k)) continue;
      count++;
      break;
    }
  }
  return count;
}

function inkOfSides(
  { left, top, right, bottom }: Piece,
  band: number,
  isInk: (x: number, y: number) => boolean,
): number {
  let ink = 0;
  for (let y = top; y < bottom; y++) {
    const isSide = y < top + band || y >= bottom - band;
    for (let x = left; x < right; x++) {
      if (!isSide && x === left + band) x = Math.max(x, right - band);
      if (isInk(x, y)) ink++;
    }
  }
  return ink;
}
