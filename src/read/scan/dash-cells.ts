/**
 * A cell that holds one level stroke in its middle and nothing else: a dash, which stands for no figure. No digit looks so,
 * and the engine, which is made for words, reads such a stroke as it likes.
 */

import type { InkLine } from './cells.js';
import { type Area, meanGrey, type Raster } from './raster.js';

/** Measures in text sizes: a stroke is no thicker, and no shorter; two em dashes are the longest. */
const THICKEST = 0.22;
const SHORTEST = 0.22;
const LONGEST = 2.6;
/** It is this many times as long as it is thick; a hyphen at 150 dpi is six pixels long and four thick. */
const FLAT = 1.5;
/** It lies within this share of the height of its cell from the middle. */
const MIDDLE = 0.2;
/** A digit whose other strokes have faded would leave a shade this far above or below. */
const DIGIT = 0.4;
/** The blurred edge of a stroke, in pixels. */
const EDGE = 3;
/** Paper above and below is on average no darker than the paper of the cell by more than this. */
const SHADE = 5;

/**
 * Whether the only line of a cell is a dash.
 * @param area the inside of the cell
 */
export function isDash(line: InkLine, area: Area, grey: Raster, textSize: number): boolean {
  const [width, height] = [line.right - line.left, line.bottom - line.top];
  const away = Math.abs((line.top + line.bottom) / 2 - (area.top + area.bottom) / 2);
  return (
    height <= THICKEST * textSize &&
    width >= Math.max(SHORTEST * textSize, FLAT * height) &&
    width <= LONGEST * textSize &&
    away <= MIDDLE * (area.bottom - area.top) &&
    isBareAround(line, area, grey, textSize)
  );
}

/** Whether nothing fainter than ink stands above or below the stroke. */
function isBareAround(line: InkLine, area: Area, grey: Raster, textSize: number): boolean {
  const reach = DIGIT * textSize;
  const above = { ...line, top: Math.max(area.top, line.top - EDGE - reach), bottom: line.top - EDGE };
  const below = {
    ...line,
    top: line.bottom + EDGE,
    bottom: Math.min(area.bottom, line.bottom + EDGE + reach),
  };
  const left = { ...area, right: line.left - EDGE };
  const right = { ...area, left: line.right + EDGE };
  const paper = [left, right].map((side) => meanGrey(grey, side)).filter((mean) => mean !== null);
  const around = [above, below].map((side) => meanGrey(grey, side));
  if (paper.length === 0 || around.includes(null)) return false;
  return around.every((mean) => (mean ?? 0) >= Math.min(...paper) - SHADE);
}
