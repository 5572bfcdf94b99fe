/** One line of ink → the number it shows, character by character, or null when it does not look like a number. */

import type { Piece } from '../components.js';
import type { Cutting } from '../cutting.js';
import type { Area, Raster } from '../raster.js';
import { hasRoomFor, hasWideStep } from './damage.js';
import { featuresOf } from './features.js';
import { type Guess, guess } from './net.js';
import { type SeenDigit, strokeIn } from './strokes.js';
import { mayTouch, touchingDigits } from './touching.js';

/** A number as the net reads it. */
export interface NumberReading {
  readonly text: string;
  /** Probability of the least sure character, 0–1. */
  readonly probability: number;
  /** Its digits from left to right, with what speaks for a stroke through each. */
  readonly digits: readonly SeenDigit[];
}

/** Shares of the text size (the size of an ideograph). A digit is lower and narrower than an ideograph. */
const TALL = 0.42;
const HIGHEST = 1.05;
const WIDEST = 0.78;
/** Digits of one number are equally high: the lowest has this share of the height of the highest. */
const EQUAL = 0.8;
/** Longest number: 34293.055166. */
const MOST_CHARACTERS = 14;
/** A stroke this many times as wide as high is a dash or a minus sign. */
const FLAT = 1.7;
/** A point is no larger than this share of the digits and stands this near to their foot. */
const POINT_SIZE = 0.36;
const POINT_FOOT = 0.16;
/** A dash stands within this share of the middle of the digits, or of the cell. */
const MIDDLE = 0.24;
/** Parts of one digit that came apart overlap by this share of the narrower one. */
const OVERLAP = 0.5;

/** Whether a line of ink can be a number or a mark that stands for none; ideographs are wider, words longer. */
export function looksLikeNumber({ line }: Pick<Cutting, 'line'>, textSize: number): boolean {
  const parts = partsOf(line.pieces);
  const tall = parts.filter((part) => height(part) >= TALL * textSize);
  const highest = Math.max(0, ...tall.map(height));
  return (
    parts.length <= MOST_CHARACTERS &&
    parts.every((part) => height(part) <= HIGHEST * textSize && width(part) <= WIDEST * 2 * textSize) &&
    tall.every((part) => width(part) <= WIDEST * textSize) &&
    tall.every((part) => height(part) >= EQUAL * highest)
  );
}

/** Whether a line of ink can be a number and ends in a digit. */
export function endsInDigit(cutting: Pick<Cutting, 'line'>, textSize: number): boolean {
  const last = partsOf(cutting.line.pieces).at(-1);
  return last !== undefined && height(last) >= TALL * textSize && looksLikeNumber(cutting, textSize);
}

/** Whether a number stands between two dashes, as that of a page does (— 3 —). */
export function isBetweenDashes(cutting: Pick<Cutting, 'line'>, textSize: number): boolean {
  const parts = partsOf(cutting.line.pieces);
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined || !looksLikeNumber(cutting, textSize)) return false;
  return isFlat(first) && isFlat(last) && parts.some((part) => !isFlat(part));
}

/**
 * The number that a line begins with before its remark (`22（其中修订16件）`): the digits up to the first piece that
 * surely is none. Null when there is none, or when it could go on.
 */
export function leadingNumber(cutting: Cutting, textSize: number): NumberReading | null {
  const { line, grey, left, top } = cutting;
  let text = '';
  let probability = 1;
  const digits: SeenDigit[] = [];
  for (const part of partsOf(line.pieces)) {
    const seen = look(grey, moved(part, -left, -top));
    const isDigit = seen.digit !== 'other' && seen.digit !== '/' && height(part) <= HIGHEST * textSize;
    if (!isDigit) return text === '' ? null : { text, probability, digits };
    if (height(part) < TALL * textSize) return null;
    text += seen.digit;
    digits.push(seen);
    probability = Math.min(probability, seen.probability);
  }
  return null;
}

/**
 * Reads a line of ink as a number.
 * @param textSize size of an ideograph in pixels
 */
export function readNumber(cutting: Cutting, textSize: number): NumberReading | null {
  return looksLikeNumber(cutting, textSize)
    ? readParts(cutting, partsOf(cutting.line.pieces), textSize)
    : null;
}

/** Digits of one number are no wider than this share of their height when they touch their neighbours. */
const WIDEST_CHAIN = 4 * 0.9;

/** Other marks beside digits that touch are dirt as often as signs. */
const PLAIN_NUMBER = /^\d+(?:\.\d+)?$/;
/** A stroke on the bars of nothing but 4s, which then touch, cannot be seen at all. */
const BARS_ALONE = /^4+$/;
const SURE_OF_ALL = 0.9;

/** Reads a line of ink as a number some of whose digits touch; null where none do, or are not told apart surely. */
export function readTouching(cutting: Cutting, textSize: number): NumberReading | null {
  const parts = partsOf(cutting.line.pieces);
  const isPossible = parts.every(
    (part) => height(part) <= HIGHEST * textSize && width(part) <= WIDEST_CHAIN * textSize,
  );
  if (!isPossible || parts.length > MOST_CHARACTERS || !parts.some(mayTouch)) return null;
  const cut: Area[] = [];
  for (const part of parts) {
    const digits = digitsIn(cutting, part, textSize);
    if (digits === null) return null;
    cut.push(...digits);
  }
  const tall = cut.filter((part) => height(part) >= TALL * textSize);
  const highest = Math.max(0, ...tall.map(height));
  const isLevel = tall.every((part) => height(part) >= EQUAL * highest && width(part) <= WIDEST * textSize);
  const read = cut.length > parts.length && isLevel ? readParts(cutting, cut, textSize) : null;
  if (read === null || !PLAIN_NUMBER.test(read.text) || BARS_ALONE.test(read.text)) return null;
  // A point is lower than a digit, and what lies below the room for one between others is dirt.
  if (cut.some((part) => !tall.includes(part) && !hasRoomFor(part, tall))) return null;
  return read.probability >= SURE_OF_ALL ? read : null;
}

/** The digits of a part, which is itself where it needs no cut; null for what is none, such as the first ideograph of words. */
function digitsIn({ grey, mask, left, top }: Cutting, part: Area, textSize: number): readonly Area[] | null {
  if (height(part) < TALL * textSize) return [part];
  const own = moved(part, -left, -top);
  const digits = touchingDigits(grey, mask, own);
  if (digits !== null) return digits.map((digit) => moved(digit, left, top));
  return guess(featuresOf(grey, own)).digit === 'other' ? null : [part];
}

function readParts(cutting: Cutting, parts: readonly Area[], textSize: number): NumberReading | null {
  const { grey, left, top } = cutting;
  const tall = parts.filter((part) => height(part) >= TALL * textSize && !isFlat(part));
  const body = tall.length > 0 ? frame(tall) : null;
  if (body !== null && parts.some((part, i) => isApart(parts[i - 1], part, body))) return null;
  const marks = parts.filter((part) => !tall.includes(part));
  if (hasWideStep(tall, marks)) return null;
  let text = '';
  let probability = 1;
  const digits: SeenDigit[] = [];
  for (const part of parts) {
    if (tall.includes(part)) {
      const seen = look(grey, moved(part, -left, -top));
      if (seen.digit === 'other') return null;
      text += seen.digit;
      digits.push(seen);
      probability = Math.min(probability, seen.probability);
      continue;
    }
    const mark = markOf(part, body);
    if (mark === null) return null;
    text += mark;
  }
  return text === '' ? null : { text, probability, digits };
}

function look(grey: Raster, piece: Area): Guess & SeenDigit {
  const features = featuresOf(grey, piece);
  return { ...guess(features), stroke: strokeIn(features) };
}

/** Parts of one number stand no further apart than this share of its height: a 1 that does is no part of it. */
const WIDEST_GAP = 0.6;

function isApart(before: Area | undefined, part: Area, body: Area): boolean {
  return before !== undefined && part.left - before.right > WIDEST_GAP * height(body);
}

function markOf(part: Area, body: Area | null): '.' | '-' | null {
  if (isFlat(part)) {
    if (body === null) return '-';
    const middle = (part.top + part.bottom) / 2;
    return Math.abs(middle - (body.top + body.bottom) / 2) <= MIDDLE * height(body) ? '-' : null;
  }
  if (body === null) return null;
  const isSmall = height(part) <= POINT_SIZE * height(body) && width(part) <= POINT_SIZE * height(body);
  return isSmall && Math.abs(part.bottom - body.bottom) <= POINT_FOOT * height(body) ? '.' : null;
}

/** Pieces above one another are parts of one character. */
export function partsOf(pieces: readonly Piece[]): Area[] {
  const parts: { left: number; top: number; right: number; bottom: number }[] = [];
  for (const piece of [...pieces].sort((a, b) => a.left - b.left)) {
    const last = parts.at(-1);
    const overlap =
      last === undefined ? 0 : Math.min(last.right, piece.right) - Math.max(last.left, piece.left);
    if (last !== undefined && overlap > OVERLAP * Math.min(width(last), width(piece))) {
      last.right = Math.max(last.right, piece.right);
      last.top = Math.min(last.top, piece.top);
      last.bottom = Math.max(last.bottom, piece.bottom);
    } else parts.push({ left: piece.left, top: piece.top, right: piece.right, bottom: piece.bottom });
  }
  return parts;
}

function frame(parts: readonly Area[]): Area {
  return {
    left: Math.min(...parts.map((part) => part.left)),
    top: Math.min(...parts.map((part) => part.top)),
    right: Math.max(...parts.map((part) => part.right)),
    bottom: Math.max(...parts.map((part) => part.bottom)),
  };
}

function isFlat(part: Area): boolean {
  return width(part) >= FLAT * height(part);
}

function width({ left, right }: Area): number {
  return right - left;
}

function height({ top, bottom }: Area): number {
  return bottom - top;
}

function moved({ left, top, right, bottom }: Area, dx: number, dy: number): Area {
  return { left: left + dx, top: top + dy, right: right + dx, bottom: bottom + dy };
}
