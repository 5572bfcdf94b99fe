import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { toLines } from '../../src/read/scan/cells.js';
import { type Piece, piecesOf } from '../../src/read/scan/components.js';
import { cutting } from '../../src/read/scan/cutting.js';
import { decodePicture, look, redraw } from '../../src/read/scan/decode.js';
import { featuresOf } from '../../src/read/scan/digits/features.js';
import { CLASSES } from '../../src/read/scan/digits/net.js';
import { partsOf } from '../../src/read/scan/digits/number.js';
import { STRUCK, WHOLE } from '../../src/read/scan/digits/strokes.js';
import { inkOf } from '../../src/read/scan/ink.js';
import type { Area } from '../../src/read/scan/raster.js';
import type { Random } from '../compose/random.js';

/** A character as the net sees it, and the class that it is. */
export interface Sample {
  inputs: Float64Array;
  target: number;
}

const DIGITS = '0123456789';
/**
 * Characters that stand in cells and are no digits. Letters and ideographs that are the same in print as a digit in one
 * typeface or another (O 〇 I l) are left out: they would make the net doubt the digit, and stand for it where they stand.
 */
const OTHERS =
  '件条个项宗无空元万亿其中修订含上年的（）()一二三四五六七八九十。、，工口日目由田中小川公只以可不人入八士土王LGQATJECU&%#?!'.split(
    '',
  );
const TOUCHING = ['00', '10', '12', '21', '03', '26', '48', '11', '30', '57', '71', '14', '99', '60'];
const COLUMNS = 24;
const ROWS = 12;
/** Type smaller than this (pixels) is enlarged before it is read, as `scan/page.ts` does. */
const SMALL = 19;
const ENLARGED = 27;
const FEWEST_PIXELS = 4;

/** What a sheet teaches: which digit it is, or whether it is struck through. */
export type Lesson = 'digits' | 'strokes';

/** One character, or two that touch, as it is printed. */
interface Print {
  text: string;
  /** The stroke through it, if there is one. */
  stroke: Stroke | null;
}

/** A stroke through a character; shares of the height of the print but for the thickness, a share of the type size. */
interface Stroke {
  at: number;
  thickness: number;
  /** How far it goes beyond the space of the character on either side, a share of that space. */
  beyond: number;
}

/** One sheet of characters in one typeface and one state of wear → samples, seen as the reader of scans sees them. */
export async function sheet(random: Random, family: string, lesson: Lesson = 'digits'): Promise<Sample[]> {
  const size = random.int(14, 42);
  const texts = Array.from({ length: COLUMNS * ROWS }, () => draw(random, lesson));
  const step = size * 2;
  const printed = print(texts, size, family, random);
  const angle = random.chance(0.6) ? random.int(-100, 100) / 100 : 0;
  const laid = angle === 0 ? printed : await redraw(printed, 1, angle);
  const [scanned] = await decodePicture(wear(laid, random));
  if (!scanned) return [];
  const scale = size < SMALL ? ENLARGED / size : 1;
  const rest = random.int(-15, 15) / 100;
  const { grey } = look(
    angle === 0 && scale === 1 ? scanned : await redraw(scanned, scale, rest / 2 - angle),
  );
  const mask = inkOf(grey);
  const byCell = byPlace(piecesOf(mask), step * scale);
  return texts.flatMap((print, cell) => {
    const pieces = byCell.get(cell) ?? [];
    const [line] = toLines(pieces, size * scale * 2);
    if (!line) return [];
    const cut = cutting(line, grey, mask, size * scale);
    return samplesOf(print, lesson, pieces, size * scale, ({ left, top, right, bottom }) =>
      featuresOf(cut.grey, {
        left: left - cut.left,
        right: right - cut.left,
        top: top - cut.top,
        bottom: bottom - cut.top,
      }),
    );
  });
}

function draw(random: Random, lesson: Lesson): Print {
  if (lesson === 'strokes')
    return { text: DIGITS.charAt(random.int(0, 9)), stroke: random.chance(0.5) ? drawStroke(random) : null };
  if (random.chance(0.7)) return { text: DIGITS.charAt(random.int(0, 9)), stroke: null };
  if (random.chance(0.12)) return { text: '/', stroke: null };
  return { text: random.chance(0.35) ? random.pick(TOUCHING) : random.pick(OTHERS), stroke: null };
}

/** Browsers and word processors strike through at a third of the type size above the foot, thin and as wide as the text. */
function drawStroke(random: Random): Stroke {
  return {
    at: random.int(34, 76) / 100,
    thickness: random.int(4, 9) / 100,
    beyond: random.int(-3, 12) / 100,
  };
}

/** The characters on paper, a little displaced each, in one shade, width, slant and boldness. */
function print(texts: readonly Print[], size: number, family: string, random: Random): Canvas {
  const step = size * 2;
  const canvas = createCanvas(COLUMNS * step, ROWS * step);
  const context = canvas.getContext('2d');
  const shade = random.int(222, 255);
  const ink = random.chance(0.8) ? random.int(0, 80) : random.int(80, 130);
  context.fillStyle = grey(shade);
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.font = `${random.chance(0.15) ? 'bold ' : ''}${size}px "${family}"`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const stretch = random.int(85, 115) / 100;
  const slant = random.chance(0.3) ? random.int(-12, 12) / 100 : 0;
  // Toner spreads, or the strokes are eaten away.
  const spread = random.chance(0.3) ? random.int(2, 8) / 100 : 0;
  const isEaten = spread > 0 && random.chance(0.5);
  for (const [at, { text, stroke }] of texts.entries()) {
    const x = ((at % COLUMNS) + 0.5) * step + random.int(0, 9) / 10;
    const y = (Math.floor(at / COLUMNS) + 0.5) * step + random.int(0, 9) / 10;
    context.setTransform(stretch, 0, slant, 1, x, y);
    context.fillStyle = grey(ink);
    context.strokeStyle = grey(isEaten ? shade : ink);
    context.lineWidth = size * spread * (isEaten ? 0.5 : 1);
    put(context, text, size, spread > 0, random);
    if (stroke === null) continue;
    context.fillStyle = grey(ink);
    strike(context, text, size, stroke);
  }
  return canvas;
}

function strike(context: SKRSContext2D, text: string, size: number, { at, thickness, beyond }: Stroke): void {
  const {
    width,
    actualBoundingBoxAscent: ascent,
    actualBoundingBoxDescent: descent,
  } = context.measureText(text);
  const height = Math.max(1, size * thickness);
  const middle = -ascent + at * (ascent + descent);
  context.fillRect(-width * (0.5 + beyond), middle - height / 2, width * (1 + 2 * beyond), height);
}

function put(context: SKRSContext2D, text: string, size: number, hasSpread: boolean, random: Random): void {
  // Two digits so close that they touch.
  const gap = text.length > 1 ? size * (random.int(34, 46) / 100) : 0;
  for (const [i, character] of [...text].entries()) {
    const x = (i - (text.length - 1) / 2) * gap;
    context.fillText(character, x, 0);
    if (hasSpread) context.strokeText(character, x, 0);
  }
}

function grey(value: number): string {
  return `rgb(${value},${value},${value})`;
}

/** What a scanner and its compression leave: blur, light, noise, JPEG, or black and white alone. */
function wear(canvas: Canvas, random: Random): Buffer {
  const context = canvas.getContext('2d');
  const blur = random.chance(0.3) ? 0 : random.int(2, 12) / 10;
  if (blur > 0) {
    context.resetTransform();
    context.filter = `blur(${blur}px)`;
    context.drawImage(canvas, 0, 0);
    context.filter = 'none';
  }
  const noise = random.pick([0, 0, 6, 12, 20, 28]);
  const isBilevel = random.chance(0.15);
  const threshold = random.int(110, 200);
  const [light, contrast] = [random.int(-20, 20), random.int(90, 112) / 100];
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
  for (let i = 0; i < pixels.data.length; i += 4) {
    const shift = noise === 0 ? 0 : (random.next() + random.next() + random.next() - 1.5) * 1.4 * noise;
    const value = ((pixels.data[i] ?? 0) - 255) * contrast + 255 + light + shift;
    const seen = isBilevel ? (value > threshold ? 255 : 0) : value;
    pixels.data[i] = pixels.data[i + 1] = pixels.data[i + 2] = seen;
  }
  context.putImageData(pixels, 0, 0);
  return isBilevel || random.chance(0.2)
    ? canvas.toBuffer('image/png')
    : canvas.toBuffer('image/jpeg', random.int(35, 92));
}

/** The pieces of ink of each place of the sheet. */
function byPlace(pieces: readonly Piece[], step: number): ReadonlyMap<number, Piece[]> {
  const found = new Map<number, Piece[]>();
  for (const piece of pieces) {
    if (piece.ink < FEWEST_PIXELS) continue;
    const cell =
      Math.floor((piece.top + piece.bottom) / 2 / step) * COLUMNS +
      Math.floor((piece.left + piece.right) / 2 / step);
    found.set(cell, [...(found.get(cell) ?? []), piece]);
  }
  return found;
}

const OTHER = CLASSES.indexOf('other');

function samplesOf(
  { text, stroke }: Print,
  lesson: Lesson,
  pieces: readonly Piece[],
  size: number,
  features: (part: Area) => Float64Array,
): Sample[] {
  const parts = partsOf(pieces);
  const tall = parts.filter((part) => part.bottom - part.top > size * 0.3);
  const [only] = tall;
  if (only === undefined) return [];
  if (lesson === 'strokes')
    return parts.length === 1 ? [{ inputs: features(only), target: stroke === null ? WHOLE : STRUCK }] : [];
  const isDigit = text.length === 1 && (DIGITS.includes(text) || text === '/');
  if (isDigit)
    return parts.length === 1 ? [{ inputs: features(only), target: CLASSES.indexOf(text as '0') }] : [];
  if (text.length > 1) {
    const isTouching = parts.length === 1 && only.right - only.left > size * 0.62;
    return isTouching ? [{ inputs: features(only), target: OTHER }] : [];
  }
  // A part of a character can look like a digit: 丨 of 中 is a 1, 口 a 0. Only what is whole is told apart.
  return parts.length === 1 ? [{ inputs: features(only), target: OTHER }] : [];
}
