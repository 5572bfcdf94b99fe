/** What a red stamp leaves in the print when it has been taken off. */

import type { Piece } from './components.js';
import { type Area, cut, type Mask } from './raster.js';

/** Share of red in the box of a line from which on a stamp runs through it. */
const MUCH_RED = 0.02;
/** Smaller ink (text sizes) that is mostly red is the blurred edge of a stamp and no part of a character. */
const FRAGMENT = 0.35;
const MOSTLY_RED = 0.6;

/** Whether a stamp runs through a line, so that what is left of it can have changed a digit. */
export function isStamped(line: Area, red: Mask | null): boolean {
  if (red === null) return false;
  const { data } = cut(red, line);
  return data.reduce((sum, value) => sum + value, 0) > MUCH_RED * data.length;
}

/** The ink without the scraps of a stamp's edge, which would be taken for lines of text. */
export function withoutFragments(
  mask: Mask,
  pieces: readonly Piece[],
  red: Mask | null,
  textSize: number,
): { mask: Mask; pieces: readonly Piece[] } {
  if (red === null) return { mask, pieces };
  const data = Uint8Array.from(mask.data);
  const kept = pieces.filter((piece) => {
    if (!isFragment(piece, mask, red, textSize)) return true;
    for (let y = piece.top; y < piece.bottom; y++)
      data.fill(0, y * mask.width + piece.left, y * mask.width + piece.right);
    return false;
  });
  return { mask: { ...mask, data }, pieces: kept };
}

function isFragment(piece: Piece, mask: Mask, red: Mask, textSize: number): boolean {
  const { left, top, right, bottom, ink } = piece;
  if (Math.max(right - left, bottom - top) > FRAGMENT * textSize) return false;
  let stamped = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = y * mask.width + x;
      if (mask.data[at] === 1 && red.data[at] === 1) stamped++;
    }
  }
  return stamped >= MOSTLY_RED * ink;
}
