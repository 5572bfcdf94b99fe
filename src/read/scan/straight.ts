/** A picture of a page → upright, straight, and large enough for its characters to be told apart. */

import type { Canvas } from '@napi-rs/canvas';
import { isBox } from './boxes.js';
import { type Piece, piecesOf } from './components.js';
import { dashedLines } from './dashes.js';
import { look, type Picture, redraw, release } from './decode.js';
import { inkOf } from './ink.js';
import type { Area, Mask } from './raster.js';
import { skewOf } from './skew.js';
import { withoutFragments } from './stamp.js';

/** Characters smaller than this (pixels) are enlarged before anything is looked for. */
export const SMALL_TEXT = 19;
export const ENLARGED_TEXT = 27;
/** Type that would have to be enlarged more is lost, and the picture would take much memory. */
const MOST_ENLARGED = 2.5;
/** A page straighter than this (degrees) stays as it is: turning costs sharpness. */
const STRAIGHT = 0.06;
/** Pieces from this size (pixels) on can be characters; and up to this one, headings included. */
const LEAST_CHARACTER = 6;
const LARGEST_CHARACTER = 140;
/** Strokes and digits are smaller than the characters beside them: of all pieces this share is. */
const CHARACTER_RANK = 0.75;

export interface Straight {
  readonly picture: Picture;
  readonly mask: Mask;
  readonly pieces: readonly Piece[];
  readonly textSize: number;
  /** How much it was enlarged, and by how many degrees turned clockwise. */
  readonly scale: number;
  readonly angle: number;
}

/** The page upright, straight and large enough; null when nothing stands on it. */
export async function straighten(canvas: Canvas, degrees: number): Promise<Straight | null> {
  const picture = degrees === 0 ? look(canvas) : await lookRedrawn(canvas, 1, degrees);
  const mask = inkOf(picture.grey);
  const pieces = piecesOf(mask);
  const found = characterSize(pieces, mask);
  if (found === null) return null;
  const scale = found < SMALL_TEXT ? ENLARGED_TEXT / found : 1;
  const angle = degrees - skewOf(mask);
  if (scale > 1 || Math.abs(angle - degrees) > STRAIGHT) return redrawn(canvas, scale, angle);
  return {
    picture,
    textSize: found,
    scale,
    angle: degrees,
    ...withoutFragments(mask, pieces, picture.red, found),
  };
}

/** A page that is upright and straight, larger by a factor, for type that is smaller than most of it. */
export function enlarged(
  canvas: Canvas,
  { scale, angle }: Straight,
  factor: number,
): Promise<Straight | null> {
  return redrawn(canvas, scale * Math.min(factor, MOST_ENLARGED), angle);
}

async function redrawn(canvas: Canvas, scale: number, angle: number): Promise<Straight | null> {
  const picture = await lookRedrawn(canvas, scale, angle);
  const mask = inkOf(picture.grey);
  const pieces = piecesOf(mask);
  const textSize = characterSize(pieces, mask);
  if (textSize === null) return null;
  return { picture, textSize, scale, angle, ...withoutFragments(mask, pieces, picture.red, textSize) };
}

async function lookRedrawn(canvas: Canvas, scale: number, degrees: number): Promise<Picture> {
  const drawn = await redraw(canvas, scale, degrees);
  const picture = look(drawn);
  release(drawn);
  return picture;
}

/** Usual size of the characters in pixels; null when there are hardly any. */
function characterSize(pieces: readonly Piece[], mask: Mask): number | null {
  // Dashed rules have more dashes than the page has characters, which would seem tiny.
  const dashes = dashedLines(pieces, mask.width / CHARACTERS_IN_A_LINE).pieces;
  const sizes = pieces
    .filter((piece) => !dashes.has(piece) && !isBox(piece, mask))
    .map(sizeOf)
    .filter((size) => size >= LEAST_CHARACTER && size <= LARGEST_CHARACTER)
    .sort((a, b) => a - b);
  return sizes.length < FEWEST_CHARACTERS ? null : (sizes[Math.floor(sizes.length * CHARACTER_RANK)] ?? null);
}

/** Characters side by side on a page, roughly: a first measure of their size. */
const CHARACTERS_IN_A_LINE = 55;

/** A page with fewer pieces of ink has nothing to read. */
const FEWEST_CHARACTERS = 8;

export function sizeOf({ left, top, right, bottom }: Area): number {
  return Math.max(right - left, bottom - top);
}
