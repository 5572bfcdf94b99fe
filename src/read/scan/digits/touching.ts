/**
 * Digits that touch (04, 64 in narrow faces at 150 dpi) are one piece of ink. It is cut where it is weakest; a cut is
 * taken only when the net is sure of every part, and no other cut reads as something else.
 */

import { type Area, cut, type Mask, type Raster } from '../raster.js';
import { featuresOf } from './features.js';
import { guess } from './net.js';
import { strokeIn } from './strokes.js';

/** Two digits are wider than this share of their height; one is narrower in nearly all faces. */
const WIDE = 0.85;
/** A digit of a piece that is cut has between these shares of its height as width. */
const NARROWEST_DIGIT = 0.26;
const WIDEST_DIGIT = 0.9;
/** … and together they have on average one between these: digits of a number are set at one distance. */
const LEAST_STEP = 0.55;
const MOST_STEP = 1;
/** All digits but the 1 are about equally wide: the narrowest has this share of the width of the widest. */
const EQUALLY_WIDE = 0.65;
/** A part that is lower than this share of the piece is no digit. */
const LOWEST_PART = 0.85;
/** Longer chains than this are ruled through or no digits. */
const MOST_DIGITS = 4;
/** Columns tried for each cut, those with the least ink first. */
const COLUMNS_TRIED = 4;
/** The net's least probability for each part of the reading that is taken … */
const SURE = 0.9;
/** … and for another one that speaks against it. */
const POSSIBLE = 0.4;
/** A stroke through a number joins its digits too: parts must look whole beyond doubt. */
const WHOLE = 0.05;

/** Whether a piece can be several digits. */
export function mayTouch(part: Area): boolean {
  return part.right - part.left >= WIDE * (part.bottom - part.top);
}

interface Way {
  readonly parts: readonly Area[];
  readonly text: string;
  readonly probability: number;
}

/**
 * The digits of a piece of ink, or null when it is not surely several.
 * @param part the piece, in the pixels of `grey` and `mask`
 */
export function touchingDigits(grey: Raster, mask: Mask, part: Area): readonly Area[] | null {
  if (!mayTouch(part) || isOneDigit(grey, part)) return null;
  const ways = waysOf(grey, mask, part, part, MOST_DIGITS).filter((way) => isEven(way, part));
  const fewest = Math.min(...ways.map(({ parts }) => parts.length));
  const likely = ways.filter(({ parts }) => parts.length === fewest);
  const [text, other] = new Set(likely.map((way) => way.text));
  if (text === undefined || other !== undefined) return null;
  const sure = likely.filter(({ probability }) => probability >= SURE);
  return (
    sure.find(({ parts }) => parts.every((one) => strokeIn(featuresOf(grey, one)) < WHOLE))?.parts ?? null
  );
}

/** Whether parts are as wide as digits are: slices of a digit, which look like a 1 each, are narrower. */
function isEven({ parts, text }: Way, { left, top, right, bottom }: Area): boolean {
  const step = (right - left) / parts.length / (bottom - top);
  const widths = parts.filter((_, i) => text[i] !== '1').map((part) => part.right - part.left);
  const isLevel = Math.min(...widths) >= EQUALLY_WIDE * Math.max(...widths);
  return parts.length > 1 && step >= LEAST_STEP && step <= MOST_STEP && (widths.length === 0 || isLevel);
}

function isOneDigit(grey: Raster, part: Area): boolean {
  const { digit, probability } = guess(featuresOf(grey, part));
  return digit !== 'other' && probability >= POSSIBLE;
}

/** All ways in which what is left of a piece can be read as digits. */
function waysOf(grey: Raster, mask: Mask, rest: Area, whole: Area, most: number): Way[] {
  if (most === 0) return [];
  const height = whole.bottom - whole.top;
  const width = rest.right - rest.left;
  if (width < NARROWEST_DIGIT * height) return [];
  const ways = width <= WIDEST_DIGIT * height ? digitIn(grey, mask, rest, whole) : [];
  for (const column of weakest(mask, rest, height)) {
    const [first] = digitIn(grey, mask, { ...rest, right: column }, whole);
    if (first === undefined) continue;
    for (const { parts, text, probability } of waysOf(grey, mask, { ...rest, left: column }, whole, most - 1))
      ways.push({
        parts: [...first.parts, ...parts],
        text: first.text + text,
        probability: Math.min(first.probability, probability),
      });
  }
  return ways;
}

/** A part of a piece as one digit, if it can be one. */
function digitIn(grey: Raster, mask: Mask, part: Area, whole: Area): Way[] {
  const tight = tightened(mask, part);
  if (tight === null || tight.bottom - tight.top < LOWEST_PART * (whole.bottom - whole.top)) return [];
  const { digit, probability } = guess(featuresOf(grey, tight));
  if (digit === 'other' || digit === '/' || probability < POSSIBLE) return [];
  return [{ parts: [tight], text: digit, probability }];
}

/** Columns before which a first digit can end, those with the least ink. */
function weakest(mask: Mask, rest: Area, height: number): number[] {
  const columns: { at: number; ink: number }[] = [];
  const from = Math.ceil(rest.left + NARROWEST_DIGIT * height);
  const to = Math.floor(Math.min(rest.right - NARROWEST_DIGIT * height, rest.left + WIDEST_DIGIT * height));
  for (let at = from; at <= to; at++) columns.push({ at, ink: inkIn(mask, rest, at) });
  return columns
    .sort((a, b) => a.ink - b.ink)
    .slice(0, COLUMNS_TRIED)
    .map(({ at }) => at);
}

function inkIn({ width, data }: Mask, { top, bottom }: Area, column: number): number {
  let ink = 0;
  for (let y = top; y < bottom; y++) ink += data[y * width + column] ?? 0;
  return ink;
}

/** The box of the ink in an area; null without any. */
function tightened(mask: Mask, area: Area): Area | null {
  const { width, height, data } = cut(mask, area);
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x] !== 1) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = y + 1;
    }
  }
  if (right === 0) return null;
  return { left: area.left + left, right: area.left + right, top: area.top + top, bottom: area.top + bottom };
}
