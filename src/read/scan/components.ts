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
  const pieces: { left: number; top: number; right: number; bottom: number; ink: number }[] = [];
  const numbers = new Int32Array(row.length).fill(-1);
  for (let i = 0; i < row.length; i++) {
    const root = rootOf(owner, i);
    const [y, left, right] = [row[i] ?? 0, from[i] ?? 0, to[i] ?? 0];
    const piece = pieces[numbers[root] ?? -1];
    if (piece === undefined) {
      numbers[root] = pieces.length;
      pieces.push({ left, top: y, right, bottom: y + 1, ink: right - left });
      continue;
    }
    piece.left = Math.min(piece.left, left);
    piece.right = Math.max(piece.right, right);
    piece.bottom = y + 1;
    piece.ink += right - left;
  }
  return pieces;
}

function runsOf({ width, data }: Mask): Runs {
  const runs: Runs = { row: [], from: [], to: [] };
  // Most of a page is paper, which the search of the array passes over faster than a loop does.
  for (let at = data.indexOf(1); at >= 0; at = data.indexOf(1, at)) {
    const y = Math.floor(at / width);
    const start = at;
    const end = (y + 1) * width;
    while (at < end && data[at] === 1) at++;
    runs.row.push(y);
    runs.from.push(start - y * width);
    runs.to.push(at - y * width);
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
