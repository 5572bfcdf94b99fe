/** Cuttings → the small pictures that the engine reads best: characters of one height, with white around them. */

import type { Cutting } from './cutting.js';
import { sample } from './digits/features.js';
import type { Raster } from './raster.js';

/** White around the text, in shares of its height: the engine misses characters at the edge. */
const WHITE = 0.4;
const PAPER = 255;

/** The cutting in grey, its ideographs `height` pixels high. */
export function greyCrop({ grey }: Cutting, textSize: number, height: number): Raster {
  return padded(resized(grey, height / textSize), Math.round(height * WHITE));
}

/** The cutting in grey three times side by side. */
export function tripled({ grey }: Cutting, textSize: number, height: number): Raster {
  const one = resized(grey, height / textSize);
  const width = one.width * 3;
  const data = new Uint8Array(width * one.height);
  for (let y = 0; y < one.height; y++) {
    const row = one.data.subarray(y * one.width, (y + 1) * one.width);
    for (let i = 0; i < 3; i++) data.set(row, y * width + i * one.width);
  }
  return padded({ width, height: one.height, data }, Math.round(height * WHITE));
}

/** The cutting in black and white. */
export function blackCrop({ mask }: Cutting, textSize: number, height: number): Raster {
  const black = { ...mask, data: mask.data.map((ink) => (ink === 1 ? 0 : PAPER)) };
  return padded(resized(black, height / textSize), Math.round(height * WHITE));
}

function resized(raster: Raster, factor: number): Raster {
  const width = Math.max(1, Math.round(raster.width * factor));
  const height = Math.max(1, Math.round(raster.height * factor));
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      data[y * width + x] = sample(raster, (x + 0.5) / factor - 0.5, (y + 0.5) / factor - 0.5);
    }
  }
  return { width, height, data };
}

function padded(raster: Raster, margin: number): Raster {
  const width = raster.width + 2 * margin;
  const height = raster.height + 2 * margin;
  const data = new Uint8Array(width * height).fill(PAPER);
  for (let y = 0; y < raster.height; y++) {
    data.set(raster.data.subarray(y * raster.width, (y + 1) * raster.width), (y + margin) * width + margin);
  }
  return { width, height, data };
}
