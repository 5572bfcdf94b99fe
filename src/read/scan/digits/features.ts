/** One piece of ink → what the digit net looks at. */

import type { Area, Raster } from '../raster.js';

/** The picture of a character that the net sees: this many samples wide and high. */
export const COLUMNS = 12;
export const ROWS = 16;
/** The samples and the proportion of the piece. */
export const INPUTS = COLUMNS * ROWS + 1;
/** Samples taken per cell and direction. */
const SUPERSAMPLING = 2;

/** The piece, brought to one size with its proportions kept, from 0 (paper) to 1 (its darkest). */
export function featuresOf(grey: Raster, piece: Area): Float64Array {
  const { left, top, right, bottom } = piece;
  const [width, height] = [right - left, bottom - top];
  const { dark, light } = tones(grey, piece);
  const scale = Math.max(height / ROWS, width / COLUMNS);
  const [x0, y0] = [(left + right) / 2 - (scale * COLUMNS) / 2, (top + bottom) / 2 - (scale * ROWS) / 2];
  const features = new Float64Array(INPUTS);
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      let sum = 0;
      for (let i = 0; i < SUPERSAMPLING ** 2; i++) {
        const x = x0 + scale * (column + ((i % SUPERSAMPLING) + 0.5) / SUPERSAMPLING);
        const y = y0 + scale * (row + (Math.floor(i / SUPERSAMPLING) + 0.5) / SUPERSAMPLING);
        sum += x < left || x > right || y < top || y > bottom ? light : sample(grey, x - 0.5, y - 0.5);
      }
      const ink = (light - sum / SUPERSAMPLING ** 2) / Math.max(1, light - dark);
      features[row * COLUMNS + column] = Math.min(1, Math.max(0, ink));
    }
  }
  features[INPUTS - 1] = Math.min(1.5, width / Math.max(1, height));
  return features;
}

/** The darkest grey of the piece and the lightest around it. */
function tones(grey: Raster, { left, top, right, bottom }: Area): { dark: number; light: number } {
  let dark = 255;
  let light = 0;
  for (let y = Math.max(0, top - 1); y < Math.min(grey.height, bottom + 1); y++) {
    for (let x = Math.max(0, left - 1); x < Math.min(grey.width, right + 1); x++) {
      const value = grey.data[y * grey.width + x] ?? 255;
      if (value < dark) dark = value;
      if (value > light) light = value;
    }
  }
  return { dark, light };
}

/** Grey at a place between pixels. */
export function sample({ width, height, data }: Raster, x: number, y: number): number {
  const cx = Math.min(width - 1, Math.max(0, x));
  const cy = Math.min(height - 1, Math.max(0, y));
  const [x0, y0] = [Math.floor(cx), Math.floor(cy)];
  const [x1, y1] = [Math.min(width - 1, x0 + 1), Math.min(height - 1, y0 + 1)];
  const [fx, fy] = [cx - x0, cy - y0];
  const upper = (data[y0 * width + x0] ?? 0) * (1 - fx) + (data[y0 * width + x1] ?? 0) * fx;
  const lower = (data[y1 * width + x0] ?? 0) * (1 - fx) + (data[y1 * width + x1] ?? 0) * fx;
  return upper * (1 - fy) + lower * fy;
}
