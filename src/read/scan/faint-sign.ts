/** A minus sign too faint to be ink: the figure behind it would be read as if it were positive. */

import type { InkLine } from './cells.js';
import { type Area, meanGrey, type Raster } from './raster.js';

/** Measures in text sizes: a sign is so long, and ends no further than this before the first digit. */
const LENGTH = 0.24;
const REACH = 0.75;
/** Grey of bare paper. */
const PAPER = 255;
/** The blurred edge of the first digit, in pixels. */
const EDGE = 3;
/** A sign stands in this part of the height of the digits … */
const HIGHEST = 0.35;
const LOWEST = 0.75;
/** … and is at least this thick, in pixels. */
const THICKNESS = 2;
/** Above and below it, at the height of the ends of the digits, is paper; it is darker than that by this share of the ink … */
const DARKER = 0.1;
/** … and in grey by this, which the noise of paper does not reach on average over so many pixels. */
const LEAST = 9;

/**
 * Whether something level and faint stands right before a line that is a figure.
 * @param area the inside of its cell
 */
export function hasFaintSign(line: InkLine, area: Area, grey: Raster, textSize: number): boolean {
  const [first] = line.pieces;
  if (first === undefined) return false;
  const height = line.bottom - line.top;
  const right = Math.floor(first.left) - EDGE;
  const left = Math.max(Math.ceil(area.left), Math.round(first.left - REACH * textSize));
  const length = Math.max(3, Math.round(LENGTH * textSize));
  if (right - left < length) return false;
  const window = (x: number, y: number, rows: number): number =>
    meanGrey(grey, { left: x, top: y, right: x + length, bottom: y + rows }) ?? PAPER;
  const top = Math.round(line.top + HIGHEST * height);
  const bottom = Math.round(line.top + LOWEST * height) - THICKNESS;
  const ink = darkest(grey, first);
  for (let x = left; x + length <= right; x++) {
    const above = window(x, Math.round(line.top), Math.max(1, top - Math.round(line.top) - THICKNESS));
    const below = window(
      x,
      bottom + 2 * THICKNESS,
      Math.max(1, Math.round(line.bottom) - bottom - 2 * THICKNESS),
    );
    const paper = Math.min(above, below);
    const least = Math.max(LEAST, DARKER * (paper - ink));
    for (let y = top; y <= bottom; y++) if (paper - window(x, y, THICKNESS) >= least) return true;
  }
  return false;
}

function darkest({ width, data }: Raster, { left, top, right, bottom }: Area): number {
  let least = PAPER;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) least = Math.min(least, data[y * width + x] ?? PAPER);
  return least;
}
