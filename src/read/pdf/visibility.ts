/**
 * What of the drawn text can be seen: text under an opaque shape or picture drawn later, white text on white paper
 * and text outside of the clipping path are drawn and yet not printed. Such text is left over from a template, a
 * recognised text below a scan, or a decoy; its figures must not be read.
 */

import type { Box, Glyph } from './geometry.js';

/** A painted area and how many glyphs had been drawn before it. */
interface Painted {
  readonly box: Box;
  readonly after: number;
}

/** Channels of a colour that nobody sees on white paper are at least this high (of 255). */
const PALE = 0xf2;
/** Paint with less opacity than this is no paint. */
const MIN_ALPHA = 0.06;
/** Paint with less opacity than this lets the text below be read. */
const OPAQUE_ALPHA = 0.95;
/** Areas thinner than this (pt) are rules or underlines and hide nothing; text is at least this high. */
const MIN_SIDE = 4.5;
/** A glyph may stick out of the shape that hides it by this share of its size, for its box is larger than its ink. */
const STICKS_OUT = 0.35;
/** Shapes kept per page: a map has hundreds of thousands, and none of them hides a table. */
const MAX_AREAS = 3_000;
/** Text as low as this (pt) is not meant to be read. */
const MIN_TEXT_SIZE = 1;

/** Whether a colour, `#rrggbb`, is white or nearly so. */
export function isPale(colour: string): boolean {
  const value = Number.parseInt(colour.slice(1), 16);
  return value >> 16 >= PALE && ((value >> 8) & 0xff) >= PALE && (value & 0xff) >= PALE;
}

export class Visibility {
  /** Areas that hide what was drawn before them. */
  private readonly covers: Painted[] = [];
  private readonly pictures: Painted[] = [];
  /** Areas on which pale text can be read. */
  private readonly grounds: Painted[] = [];
  private readonly pale: [from: number, to: number][] = [];

  /** A filled shape. `rectangle`: it fills its box, so that nothing below can be seen. */
  fill(box: Box, after: number, colour: string, alpha: number, rectangle: boolean): void {
    if (box[2] - box[0] < MIN_SIDE || box[3] - box[1] < MIN_SIDE) return;
    if (alpha >= MIN_ALPHA && !isPale(colour)) keep(this.grounds, box, after);
    if (rectangle && alpha >= OPAQUE_ALPHA && after > 0) keep(this.covers, box, after);
  }

  /** A painted picture; whether it hides anything depends on the file, see `hidden`. */
  picture(box: Box, after: number, alpha: number): void {
    keep(this.grounds, box, after);
    if (alpha >= OPAQUE_ALPHA && after > 0) keep(this.pictures, box, after);
  }

  /** Glyphs `[from, to)` were painted in this colour. */
  text(from: number, to: number, colour: string, alpha: number): void {
    if (to > from && (alpha < MIN_ALPHA || isPale(colour))) this.pale.push([from, to]);
  }

  /**
   * The glyphs that can be seen, in the order drawn.
   * @param isOpaque whether the file has a picture of this shape (width by height in points) without transparency
   */
  seen(glyphs: readonly Glyph[], isOpaque: (width: number, height: number) => boolean): readonly Glyph[] {
    const hidden = new Set<number>();
    for (const [from, to] of this.pale) {
      for (let at = from; at < to; at++) {
        const glyph = glyphs[at];
        if (glyph && !this.grounds.some(({ box, after }) => after <= at && holdsCentre(box, glyph)))
          hidden.add(at);
      }
    }
    const opaque = this.pictures.filter(({ box, after }) => {
      const [x0, y0, x1, y1] = box;
      return glyphs.slice(0, after).some((glyph) => covers(box, glyph)) && isOpaque(x1 - x0, y1 - y0);
    });
    for (const { box, after } of [...this.covers, ...opaque]) {
      for (let at = 0; at < after; at++) {
        const glyph = glyphs[at];
        if (glyph && covers(box, glyph)) hidden.add(at);
      }
    }
    const legible = (glyph: Glyph, at: number): boolean => glyph.size >= MIN_TEXT_SIZE && !hidden.has(at);
    return glyphs.every(legible) ? glyphs : glyphs.filter(legible);
  }
}

function keep(areas: Painted[], box: Box, after: number): void {
  if (areas.length < MAX_AREAS) areas.push({ box, after });
}

function holdsCentre([x0, y0, x1, y1]: Box, { left, right, top, bottom }: Glyph): boolean {
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

function covers([x0, y0, x1, y1]: Box, { left, right, top, bottom, size }: Glyph): boolean {
  const slack = STICKS_OUT * size;
  return left >= x0 - 1 && right <= x1 + 1 && top >= y0 - slack && bottom <= y1 + slack;
}

/** Common part of two boxes; null stands for no limit. It can be empty (right of it left of its left). */
export function intersection(a: Box | null, b: Box): Box {
  return a === null
    ? b
    : [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

/** Glyphs this far (pt) outside of the clipping path are not seen; nearer ones may touch it. */
const CLIP_MARGIN = 1;

/** Whether a glyph lies wholly outside of a box. */
export function isOutside([x0, y0, x1, y1]: Box, { left, right, top, bottom }: Glyph): boolean {
  return (
    right < x0 - CLIP_MARGIN || left > x1 + CLIP_MARGIN || bottom < y0 - CLIP_MARGIN || top > y1 + CLIP_MARGIN
  );
}
