/** Ink → connected pieces of ink (8 neighbours), found by joining runs of neighbouring rows. */

import { rootOf } from '../union-find.js';
import type { Area, Mask } from './raster.js';

/** One connected piece of ink. */
export interface Piece extends Area {
  /** Pixels of ink. */
  readonly ink: number;
}

interface Runs {
  readonly row: number[];
  readonly from: number[];
  readonly to: number[];
}

/** The pieces of ink of a mask, in no particular order. */
export function piecesOf(mask: Mask): Piece[] {
  const { row, from, to } = runsOf(mask);
  const owner = ownersOf({ row, from, to });
  const pieces = new Map<number, { left: number; top: number; right: number; bottom: number; ink: number }>();
  for (let i = 0; i < row.length; i++) {
    const root = rootOf(owner, i);
    const [y, left, right] = [row[i] ?? 0, from[i] ?? 0, to[i] ?? 0];
    const piece = pieces.get(root) ?? { left, top: y, right, bottom: y + 1, ink: 0 };
    pieces.set(root, piece);
    piece.left = Math.min(piece.left, left);
    piece.right = Math.max(piece.right, right);
    piece.bottom = y + 1;
    piece.ink += right - left;
  }
  return [...pieces.values()];
}

function runsOf({ width, height, data }: Mask): Runs {
  const runs: Runs = { row: [], from: [], to: [] };
  for (let y = 0; y < height; y++) {
    const base = y * width;
    for (let x = 0; x < width; x++) {
      if (data[base + x] !== 1) continue;
      const from = x;
      while (x < width && data[base + x] === 1) x++;
      runs.row.push(y);
      runs.from.push(from);
      runs.to.push(x);
    }
  }
  return runs;
}

function ownersOf({ row, from, to }: Runs): Int32Array {
  const owner = Int32Array.from(row, (_, i) => i);
  let above = 0;
  for (let i = 0; i < row.length; i++) {
    const y = row[i] ?? 0;
    while ((row[above] ?? y) < y - 1) above++;
    for (let j = above; j < i && (row[j] ?? y) === y - 1; j++) {
      if ((from[j] ?? 0) > (to[i] ?? 0)) break;
      if ((to[j] ?? 0) < (from[i] ?? 0)) continue;
      owner[rootOf(owner, j)] = rootOf(owner, i);
    }
  }
  return owner;
}
