/**
 * The plain values that pass between the steps of this reader. Everything is in PDF points with the origin at the
 * top left of the page as it is read, y growing downwards.
 */

import type { Box, Recognition } from '../../model/document.js';
import type { Rule, Rules } from '../ruled/rules.js';

export type { Box, Rule, Rules };

/** Quarter turns clockwise. */
export type Turn = 0 | 1 | 2 | 3;

/** One drawn character (or ligature) with its box; blanks are not kept, see `spaced`. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Height of the baseline. */
  readonly base: number;
  /** Font size as shown. */
  readonly size: number;
  /** Number of the drawing operation: glyphs of one operation were written together. */
  readonly run: number;
  /** A blank was drawn just before this glyph. */
  readonly spaced: boolean;
  /** Written top to bottom. */
  readonly vertical: boolean;
  /** Direction of writing against that of the page; 0 is left to right. */
  readonly turn: Turn;
  /** Set where it was read from a picture; then it is a whole stretch of text. */
  readonly recognition?: Recognition;
}

/** What one page shows. */
export interface PageContent extends Rules {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** How far the page must be turned back to get from these coordinates to the page as shown. */
  readonly turn: Turn;
  readonly glyphs: readonly Glyph[];
  /** Boxes of the painted pictures. */
  readonly pictures: readonly Box[];
  /** Marked-content number of each drawing operation that has one, for the structure tree of a tagged document. */
  readonly marks?: ReadonlyMap<number, number>;
  /** Where the page stands in the file, once sheets with two pages are cut: number of the sheet, its left edge and width. */
  readonly sheet?: { readonly number: number; readonly left: number; readonly width: number };
}

/** An affine transformation `[a, b, c, d, e, f]` as PDF writes it. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Reads a matrix out of the loosely typed arguments of an operator; null when it is none. */
export function toMatrix(value: ArrayLike<unknown> | null | undefined): Matrix | null {
  if (value === null || value === undefined || value.length < 6) return null;
  const numbers = Array.from(value, Number);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return numbers.every(Number.isFinite) ? [a, b, c, d, e, f] : null;
}

/** Box of a rectangle after a transformation. */
export function transformBox(m: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const [a, b, c, d, e, f] = m;
  const xs = [a * x0 + c * y0, a * x1 + c * y0, a * x0 + c * y1, a * x1 + c * y1];
  const ys = [b * x0 + d * y0, b * x1 + d * y0, b * x0 + d * y1, b * x1 + d * y1];
  return [Math.min(...xs) + e, Math.min(...ys) + f, Math.max(...xs) + e, Math.max(...ys) + f];
}

/** Smallest box around boxes; null without any. */
export function union(boxes: Iterable<Pick<Glyph, 'left' | 'top' | 'right' | 'bottom'>>): Box | null {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const box of boxes) {
    left = Math.min(left, box.left);
    top = Math.min(top, box.top);
    right = Math.max(right, box.right);
    bottom = Math.max(bottom, box.bottom);
  }
  return left <= right ? [left, top, right, bottom] : null;
}

/** Turns a box on a page of the given size (before turning) by quarter turns clockwise. */
export function turnBox([x0, y0, x1, y1]: Box, turn: Turn, width: number, height: number): Box {
  if (turn === 1) return [height - y1, x0, height - y0, x1];
  if (turn === 2) return [width - x1, height - y1, width - x0, height - y0];
  if (turn === 3) return [y0, width - x1, y1, width - x0];
  return [x0, y0, x1, y1];
}
