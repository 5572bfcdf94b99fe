/**
 * Whether a digit is struck through, told by a net of its own: at 150 dpi the stroke is a shade in the hollow of a 6, and
 * no rule about its length holds in all typefaces. `scripts/train-digits.ts --lesson strokes` makes the weights.
 */

import { type DigitClass, forward, type Net, unpack } from './net.js';
import { STROKE_WEIGHTS } from './stroke-weights.js';

/** Classes of the net: a digit as it was printed, and one with a stroke through it. */
export const WHOLE = 0;
export const STRUCK = 1;

let loaded: Net | undefined;

/** Probability (0–1) that a stroke runs through a piece of ink. */
export function strokeIn(features: Float64Array): number {
  loaded ??= unpack(STROKE_WEIGHTS);
  return forward(loaded, features).outputs[STRUCK] ?? 0;
}

/** A digit that was read, with the probability of a stroke through it. */
export interface SeenDigit {
  readonly digit: DigitClass;
  readonly stroke: number;
}

/**
 * A digit counts as struck from this probability on. Of some 5,000 digits of rough scans that were not, none reached 0.42;
 * of 16 that were, all but a 4 had more than 0.6.
 */
const STRUCK_FROM = 0.45;
/** … a 4, whose own bar can hide the stroke, from this one on. */
const STRUCK_FOUR_FROM = 0.15;
/** … if its log odds are so much higher than those usual in the document: a typeface's own bar looks like a stroke. */
const ABOVE_USUAL = 2.5;
/** The usual ones of a digit are told from at least so many: two of three could be struck. */
const FEWEST_PEERS = 6;
/** Probabilities nearer to 0 or 1 are all the same. */
const SHARPEST = 1e-4;

/** Tells which digits of a document are struck through; `all` are those that were read in it. */
export function strokeFinder(all: readonly SeenDigit[]): (digits: readonly SeenDigit[]) => boolean {
  const usual = new Map<DigitClass, number>();
  for (const digit of new Set(all.map((one) => one.digit))) {
    const odds = all
      .filter((one) => one.digit === digit)
      .map(({ stroke }) => logOdds(stroke))
      .sort((a, b) => a - b);
    if (odds.length >= FEWEST_PEERS) usual.set(digit, odds[odds.length >> 1] ?? 0);
  }
  return (digits) =>
    digits.some(({ digit, stroke }) => {
      const own = usual.get(digit);
      const least = digit === '4' && own !== undefined ? STRUCK_FOUR_FROM : STRUCK_FROM;
      return stroke >= least && (own === undefined || logOdds(stroke) - own >= ABOVE_USUAL);
    });
}

function logOdds(probability: number): number {
  const p = Math.min(1 - SHARPEST, Math.max(SHARPEST, probability));
  return Math.log(p / (1 - p));
}
