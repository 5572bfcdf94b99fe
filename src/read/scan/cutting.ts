/** A line of ink → a small picture of it and nothing else, so that the page itself can be forgotten. */

import type { InkLine } from './cells.js';
import { cut, type Mask, type Raster } from './raster.js';

/** One line of text that is cut out, with its place in pixels of the straightened page. */
export interface Cutting {
  readonly line: InkLine;
  readonly grey: Raster;
  readonly mask: Mask;
  /** Place of the cutting on the page. */
  readonly left: number;
  readonly top: number;
}

/** Cuttings keep this margin (text sizes) around the ink. */
const MARGIN = 0.2;

/**
 * Cuts a line out of a page.
 * @param mask ink of the page without its rules
 * @param textSize usual size of the characters in pixels
 */
export function cutting(line: InkLine, grey: Raster, mask: Mask, textSize: number): Cutting {
  const margin = Math.ceil(MARGIN * textSize);
  const left = Math.max(0, line.left - margin);
  const top = Math.max(0, line.top - margin);
  const area = { left, top, right: line.right + margin, bottom: line.bottom + margin };
  const ink = own(line, cut(mask, area), left, top);
  return { line, grey: alone(cut(grey, area), ink), mask: ink, left, top };
}

/** The mask with the ink of this line alone: rules and neighbours are taken out. */
function own(line: InkLine, { width, height, data }: Mask, left: number, top: number): Mask {
  const kept = new Uint8Array(data.length);
  for (const piece of line.pieces) {
    for (let y = piece.top - top; y < Math.min(height, piece.bottom - top); y++) {
      const from = y * width + Math.max(0, piece.left - left);
      const to = y * width + Math.min(width, piece.right - left);
      kept.set(data.subarray(from, to), from);
    }
  }
  return { width, height, data: kept };
}

/** The blurred edge of a character reaches this many pixels beyond its ink. */
const EDGE = 2;
const PAPER = 255;

/** The grey of a line without what stands around it: rules, neighbours, noise. */
function alone({ width, height, data }: Raster, ink: Mask): Raster {
  const near = widened(widened(ink, 1), ink.width);
  return { width, height, data: data.map((grey, i) => (near.data[i] === 1 ? grey : PAPER)) };
}

/** Ink grown by `EDGE` pixels in steps of `step`: along rows (1) or columns (the width). */
function widened({ width, height, data }: Mask, step: number): Mask {
  const grown = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) {
    if (data[i] !== 1) continue;
    for (let k = -EDGE; k <= EDGE; k++) {
      const at = i + k * step;
      const sameRow = step !== 1 || Math.floor(at / width) === Math.floor(i / width);
      if (at >= 0 && at < data.length && sameRow) grown[at] = 1;
    }
  }
  return { width, height, data: grown };
}
