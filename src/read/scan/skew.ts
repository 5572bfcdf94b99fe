/** How far a page lies askew: the angle at which its rules and lines of text fall into the fewest rows. */

import type { Mask } from './raster.js';

/** Beyond this (degrees) a page was not laid askew but put in sideways. */
const MOST = 4;
const COARSE_STEP = 0.2;
const FINE_STEP = 0.02;
/** Points looked at; more make the answer no better, and fewer do for a first look. */
const MOST_POINTS = 60_000;
const FIRST_POINTS = 15_000;

/** Angle in degrees by which the page must be turned counter-clockwise to stand straight; positive when it sinks to the right. */
export function skewOf(mask: Mask): number {
  const points = upperEdges(mask);
  if (points.x.length === 0) return 0;
  const coarse = best(thinned(points, FIRST_POINTS), mask.height, -MOST, MOST, COARSE_STEP);
  return best(points, mask.height, coarse - COARSE_STEP, coarse + COARSE_STEP, FINE_STEP);
}

interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Ink under paper: the upper edges of rules and strokes, evenly thinned out. */
function upperEdges({ width, data }: Mask): Points {
  const at: number[] = [];
  for (let i = data.indexOf(1, width); i >= 0; i = data.indexOf(1, i + 1))
    if (data[i - width] === 0) at.push(i);
  const places = Float64Array.from(at);
  return thinned(
    { x: places.map((i) => i % width), y: places.map((i) => Math.floor(i / width)) },
    MOST_POINTS,
  );
}

/** So many of the points at most, evenly chosen. */
function thinned({ x, y }: Points, most: number): Points {
  const step = Math.max(1, x.length / most);
  const length = Math.ceil(x.length / step);
  const chosen = (all: Float64Array): Float64Array =>
    Float64Array.from({ length }, (_, i) => all[Math.floor(i * step)] ?? 0);
  return { x: chosen(x), y: chosen(y) };
}

function best(points: Points, height: number, from: number, to: number, step: number): number {
  let angle = 0;
  let most = -1;
  for (let candidate = from; candidate <= to + step / 2; candidate += step) {
    const score = sharpness(points, height, candidate);
    // Of angles that are as good the smaller one: a page without lines stays as it is.
    if (score > most || (score === most && Math.abs(candidate) < Math.abs(angle))) {
      most = score;
      angle = candidate;
    }
  }
  return angle;
}

/** Sum of squares of the points that fall into each row: largest when rules fall into one row each. */
function sharpness({ x, y }: Points, height: number, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const margin = height;
  const rows = new Float64Array(height * 3);
  for (let i = 0; i < x.length; i++) {
    const row = Math.round((y[i] ?? 0) - (x[i] ?? 0) * slope) + margin;
    if (row >= 0 && row < rows.length) rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (const count of rows) sum += count * count;
  return sum;
}
