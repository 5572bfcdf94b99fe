/** Bytes of a picture file → pictures that can be looked at and redrawn, one for each page. */

import type { Canvas, Image, SKRSContext2D } from '@napi-rs/canvas';
import { ReadError } from '../../model/errors.js';
import type { Mask, Raster } from './raster.js';

/**
 * A page as it was scanned. Red stamps are taken off the grey by their colour; `red` shows where they were and is
 * null when the picture has no red.
 */
export interface Picture {
  readonly grey: Raster;
  readonly red: Mask | null;
}

/** 600 dpi of an A3 page; what is larger is a poster or a bomb. */
const MAX_PIXELS = 80_000_000;
/** Pages of one TIFF: a report has a few dozen. */
const MAX_TIFF_PAGES = 100;
/** Red against green and blue from which on a pixel is red; paper and ink of scans stay below 25 in JPEG. */
const RED = 40;
/** Red brighter than this is a stamp on paper; darker red is print below a stamp. */
const BRIGHT_RED = 140;
const PAPER = 255;
/** Share of red pixels below which they are noise. */
const MIN_RED_SHARE = 0.00005;

type CanvasLibrary = typeof import('@napi-rs/canvas');

/** The library, loaded with the first picture. */
export function loadCanvas(): Promise<CanvasLibrary> {
  return import('@napi-rs/canvas');
}

/**
 * Decodes PNG, JPEG, GIF (first frame), BMP, WebP and TIFF (all pages).
 * @throws ReadError `damaged` or `too_large`
 */
export async function decodePicture(bytes: Uint8Array): Promise<Canvas[]> {
  return isTiff(bytes) ? decodeTiff(bytes) : [await decodeWithCanvas(bytes)];
}

function isTiff([a, b, c, d]: Uint8Array): boolean {
  return (
    (a === 0x49 && b === 0x49 && c === 0x2a && d === 0) || (a === 0x4d && b === 0x4d && c === 0 && d === 0x2a)
  );
}

async function decodeWithCanvas(bytes: Uint8Array): Promise<Canvas> {
  const { loadImage } = await loadCanvas();
  let image: Image;
  try {
    image = await loadImage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  } catch (cause) {
    throw damaged(cause);
  }
  checkSize(image.width, image.height);
  return paper(image.width, image.height, (context) => context.drawImage(image, 0, 0));
}

async function decodeTiff(bytes: Uint8Array): Promise<Canvas[]> {
  const tiff = (await import('utif2')).default;
  const decode = async (): Promise<Canvas[]> => {
    const buffer = bytes.slice().buffer;
    const pages = tiff.decode(buffer).filter((entry) => side(entry.t256) > 0);
    const drawn: Canvas[] = [];
    for (const page of pages.slice(0, MAX_TIFF_PAGES)) {
      checkSize(side(page.t256), side(page.t257));
      tiff.decodeImage(buffer, page);
      const rgba = tiff.toRGBA8(page);
      const paint = (context: SKRSContext2D): void => {
        const pixels = context.createImageData(page.width, page.height);
        pixels.data.set(rgba);
        context.putImageData(pixels, 0, 0);
      };
      drawn.push(await paper(page.width, page.height, paint));
    }
    if (drawn.length === 0) throw new Error('it has no pages');
    return drawn;
  };
  return decode().catch((cause: unknown) => {
    throw cause instanceof ReadError ? cause : damaged(cause);
  });
}

function side(tag: unknown): number {
  return Array.isArray(tag) ? Number(tag[0]) : 0;
}

/** A white page with something painted on it. */
export async function paper(
  width: number,
  height: number,
  paint: (context: SKRSContext2D) => void,
): Promise<Canvas> {
  const { createCanvas } = await loadCanvas();
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  paint(context);
  return canvas;
}

/**
 * The page enlarged and turned about its middle, with room for what sticks out after quarter turns.
 * @param degrees clockwise
 */
export function redraw(canvas: Canvas, scale: number, degrees: number): Promise<Canvas> {
  const sideways = Math.abs(Math.round(degrees / 90)) % 2 === 1;
  const [w, h] = [canvas.width * scale, canvas.height * scale].map(Math.round) as [number, number];
  const [width, height] = sideways ? [h, w] : [w, h];
  checkSize(width, height);
  return paper(width, height, (context) => {
    context.imageSmoothingQuality = 'high';
    context.translate(width / 2, height / 2);
    context.rotate((degrees * Math.PI) / 180);
    context.scale(scale, scale);
    context.drawImage(canvas, -canvas.width / 2, -canvas.height / 2);
  });
}

/** Gives the pixels of a canvas back at once: they lie outside of the heap, and its collector is in no hurry. */
export function release(canvas: Canvas): void {
  canvas.width = 1;
  canvas.height = 1;
}

function checkSize(width: number, height: number): void {
  if (width > 0 && height > 0 && width * height <= MAX_PIXELS) return;
  throw new ReadError(
    'too_large',
    `The picture has ${width} × ${height} pixels; at most ${MAX_PIXELS / 1_000_000} million are read. Save it smaller.`,
  );
}

function damaged(cause: unknown): ReadError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ReadError('damaged', `The picture is damaged (${reason}); fetch it again or save it as PNG.`, {
    cause,
  });
}

/** Print below a stamp is darker than the bare stamp: less than this share of its usual red; as black as can be at this. */
const UNDER_STAMP = 0.9;
const BLACK_UNDER_STAMP = 0.72;

/**
 * RGBA → grey. A red stamp is as bright as paper in the red channel, black print is black in all: so the brighter of
 * luminance and red keeps print and loses the stamp. Of the stamp itself only what is clearly darker than the rest of it
 * stays: the print below.
 */
export function look(canvas: Canvas): Picture {
  const { width, height } = canvas;
  const rgba = canvas.getContext('2d').getImageData(0, 0, width, height).data;
  const grey = new Uint8Array(width * height);
  const reds = new Uint32Array(256);
  let red: Uint8Array | null = null;
  for (let i = 0, at = 0; i < grey.length; i++, at += 4) {
    const r = rgba[at] as number;
    const g = rgba[at + 1] as number;
    const b = rgba[at + 2] as number;
    if (r === g && g === b) {
      grey[i] = r;
      continue;
    }
    const luminance = (77 * r + 150 * g + 29 * b) >> 8;
    grey[i] = Math.max(r, luminance);
    if (r - g <= RED || r - b <= RED) continue;
    red ??= new Uint8Array(grey.length);
    red[i] = 1;
    reds[r] = (reds[r] ?? 0) + 1;
  }
  if (red !== null) takeOff(grey, red, usual(reds));
  const hasRed = red !== null && reds.reduce((sum, count) => sum + count, 0) > grey.length * MIN_RED_SHARE;
  return {
    grey: { width, height, data: grey },
    red: hasRed ? { width, height, data: red as Uint8Array } : null,
  };
}

/** Makes paper of the bare stamp, and print of what is darker; the print below a stamp is pale and gets its contrast back. */
function takeOff(grey: Uint8Array, red: Uint8Array, bare: number): void {
  for (let i = 0; i < grey.length; i++) {
    const value = grey[i] ?? 0;
    if (red[i] !== 1 || value <= BRIGHT_RED) continue;
    const share = (value / Math.max(1, bare) - BLACK_UNDER_STAMP) / (UNDER_STAMP - BLACK_UNDER_STAMP);
    grey[i] = Math.round(PAPER * Math.min(1, Math.max(0, share)));
  }
}

/** The brightness of bare stamp: the median of what is bright and red. */
function usual(reds: Uint32Array): number {
  const bright = reds.map((count, value) => (value > BRIGHT_RED ? count : 0));
  let left = bright.reduce((sum, count) => sum + count, 0) / 2;
  return bright.findIndex((count) => {
    left -= count;
    return left <= 0;
  });
}
