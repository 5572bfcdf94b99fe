/** Which pictures of a file are opaque, from their dictionaries alone: pictures are never decoded here. */

import type { Box } from './geometry.js';

/** A picture is painted with its own proportions, give or take this share. */
const SAME_SHAPE = 0.03;
/** A dictionary of a picture is shorter than this, on either side of its subtype. */
const DICTIONARY = 1_200;

/**
 * Tells whether the file has an opaque picture of a shape. Streams stand in the file in plain, so their dictionaries
 * can be found without following references; the search is made when it is first asked for.
 */
export function opaquePictures(bytes: Uint8Array): (width: number, height: number) => boolean {
  let shapes: readonly number[] | undefined;
  return (width, height) => {
    shapes ??= opaqueShapes(bytes);
    const shape = width / height;
    return shapes.some((other) => Math.abs(other - shape) <= SAME_SHAPE * shape);
  };
}

/** Width by height of every picture without mask. */
function opaqueShapes(bytes: Uint8Array): number[] {
  return picturesIn(bytes).flatMap(({ width, height, isOpaque }) => (isOpaque ? [width / height] : []));
}

interface PictureInFile {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly isOpaque: boolean;
}

function picturesIn(bytes: Uint8Array): PictureInFile[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return [...text.matchAll(/\/Subtype\s*\/Image\b/g)].flatMap(({ index }) => {
    const dictionary = dictionaryAround(text, index);
    const width = Number(/\/Width\s+(\d+)/.exec(dictionary)?.[1]);
    const height = Number(/\/Height\s+(\d+)/.exec(dictionary)?.[1]);
    const isOpaque = !/\/(?:SMask|Mask|ImageMask\s+true)\b/.test(dictionary);
    return width > 0 && height > 0 ? [{ width, height, isOpaque }] : [];
  });
}

/**
 * Pixels per point of pictures as they are painted, from their dictionaries: the largest of those in the file that have
 * the shape of one of the boxes. Null when one of the boxes has no picture of its shape.
 */
export function pixelsPerPoint(bytes: Uint8Array): (boxes: readonly Box[]) => number | null {
  let all: readonly PictureInFile[] | undefined;
  return (boxes) => {
    all ??= picturesIn(bytes);
    const scales = boxes.map(([x0, y0, x1, y1]) => {
      const shape = (x1 - x0) / (y1 - y0);
      const same = (all ?? []).filter(
        (one) => Math.abs(one.width / one.height - shape) <= SAME_SHAPE * shape,
      );
      return Math.max(0, ...same.map(({ width }) => width / (x1 - x0)));
    });
    return scales.length === 0 || scales.includes(0) ? null : Math.max(...scales);
  };
}

function dictionaryAround(text: string, at: number): string {
  const start = text.lastIndexOf(' obj', at);
  const end = text.indexOf('stream', at);
  return text.slice(Math.max(start, at - DICTIONARY), Math.min(end < 0 ? text.length : end, at + DICTIONARY));
}
