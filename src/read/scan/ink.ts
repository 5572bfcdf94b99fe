/** Grey → ink. The threshold follows the light of the surroundings, so that shadows and shading do no harm. */

import type { Mask, Raster } from './raster.js';

/** Side of the surroundings in shares of the picture's width: wider than a heading, narrower than a shadow. */
const WINDOW_SHARE = 1 / 40;
const MIN_WINDOW = 15;
/**
 * Ink is darker than its surroundings by this share, and by this much in grey. Below are paper, the noise of JPEG and what
 * shines through from the back; hair lines that were blurred as well, and those are told from noise by their length.
 */
const PRINT = { darker: 0.16, contrast: 18 };
const HAIR_LINES = { darker: 0.07, contrast: 10 };
/** Where all rules of a page are pale, turning and JPEG leave of the thinnest among them no more than this. */
const PALE_LINES = { darker: 0.03, contrast: 5 };
/** Darker than this is ink whatever stands around it: the middle of a bold stroke, a heavy rule. */
const BLACK = 60;
const WHITE = 255;

const LIMITS = { print: PRINT, 'hair lines': HAIR_LINES, 'pale lines': PALE_LINES } as const;

/** Tells ink from paper; with `hair lines` also what is too pale to be print, with `pale lines` what is hardly seen. */
export function inkOf({ width, height, data }: Raster, wanted: keyof typeof LIMITS = 'print'): Mask {
  const { darker, contrast } = LIMITS[wanted];
  const half = Math.max(MIN_WINDOW, Math.round(width * WINDOW_SHARE)) >> 1;
  const mask = new Uint8Array(width * height);
  // Sums of the columns of the surroundings, and of all columns before each.
  const columns = new Uint32Array(width);
  const before = new Uint32Array(width + 1);
  for (let y = 0; y < Math.min(half, height); y++) addRow(columns, data, y * width);
  for (let y = 0; y < height; y++) {
    if (y + half < height) addRow(columns, data, (y + half) * width);
    if (y > half) subtractRow(columns, data, (y - half - 1) * width);
    for (let x = 0, sum = 0; x < width; x++) {
      sum += columns[x] as number;
      before[x + 1] = sum;
    }
    const rows = Math.min(height, y + half + 1) - Math.max(0, y - half);
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const grey = data[at] as number;
      // Nothing around can be so bright that this were ink: most of a page is left out here.
      if (grey >= WHITE - contrast) continue;
      const left = x > half ? x - half : 0;
      const right = x + half + 1 < width ? x + half + 1 : width;
      const mean = ((before[right] as number) - (before[left] as number)) / ((right - left) * rows);
      if (grey < BLACK || (grey < mean * (1 - darker) && grey < mean - contrast)) mask[at] = 1;
    }
  }
  return { width, height, data: mask };
}

function addRow(columns: Uint32Array, data: Uint8Array, from: number): void {
  for (let x = 0; x < columns.length; x++) columns[x] = (columns[x] as number) + (data[from + x] as number);
}

function subtractRow(columns: Uint32Array, data: Uint8Array, from: number): void {
  for (let x = 0; x < columns.length; x++) columns[x] = (columns[x] as number) - (data[from + x] as number);
}
