/** Ink → connected pieces of ink (8 neighbours), found by joining runs of neighbouring rows. */

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
  return labelled(mask).pieces;
}

/** The pieces together with the runs they are made of, so that single pieces can be erased. */
export function labelled(mask: Mask): { readonly pieces: Piece[]; erase(piece: number, from: Mask): void } {
  const runs = runsOf(mask);
  const owner = ownersOf(runs);
  const pieces: { left: number; top: number; right: number; bottom: number; ink: number }[] = [];
  const number = new Map<number, number>();
  const members: number[][] = [];
  for (let i = 0; i < runs.row.length; i++) {
    const root = rootOf(owner, i);
    let at = number.get(root);
    if (at === undefined) {
      at = pieces.length;
      number.set(root, at);
      pieces.push({ left: Infinity, top: Infinity, right: 0, bottom: 0, ink: 0 });
      members.push([]);
    }
    const piece = pieces[at] as (typeof pieces)[number];
    const [y, x0, x1] = [runs.row[i] ?? 0, runs.from[i] ?? 0, runs.to[i] ?? 0];
    piece.left = Math.min(piece.left, x0);
    piece.right = Math.max(piece.right, x1);
    piece.top = Math.min(piece.top, y);
    piece.bottom = Math.max(piece.bottom, y + 1);
    piece.ink += x1 - x0;
    members[at]?.push(i);
  }
  const erase = (piece: number, from: Mask): void => {
    for (const i of members[piece] ?? []) {
      const base = (runs.row[i] ?? 0) * from.width;
      from.data.fill(0, base + (runs.from[i] ?? 0), base + (runs.to[i] ?? 0));
    }
  };
  return { pieces, erase };
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

function rootOf(owner: Int32Array, i: number): number {
  let at = i;
  while (owner[at] !== at) {
    owner[at] = owner[owner[at] ?? at] ?? at;
    at = owner[at] ?? at;
  }
  return at;
}
