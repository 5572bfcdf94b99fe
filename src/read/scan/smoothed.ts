/** Grey smoothed in one direction, in which the dots or dashes of a rule become one pale stroke. */

import { type Raster, transpose } from './raster.js';

/** As far (text sizes) as from one dash to the one after the next; dots stand nearer. Strokes become longer by it. */
export const WINDOW = 0.35;

/** The picture smoothed from left to right. */
export function smoothedAcross({ width, height, data }: Raster, textSize: number): Raster {
  const half = Math.max(2, Math.round((WINDOW * textSize) / 2));
  const smooth = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const base = y * width;
    let [sum, count] = [0, 0];
    for (let x = 0; x < Math.min(half, width); x++, count++) sum += data[base + x] as number;
    for (let x = 0; x < width; x++) {
      if (x + half < width) {
        sum += data[base + x + half] as number;
        count++;
      }
      if (x > half) {
        sum -= data[base + x - half - 1] as number;
        count--;
      }
      smooth[base + x] = Math.round(sum / count);
    }
  }
  return { width, height, data: smooth };
}

/** The picture smoothed from top to bottom. */
export function smoothedDown(raster: Raster, textSize: number): Raster {
  return transpose(smoothedAcross(transpose(raster), textSize));
}
