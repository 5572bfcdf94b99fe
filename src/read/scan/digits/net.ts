/**
 * A small neural net for printed digits: one hidden layer, some eight thousand weights of a byte each. It reads single
 * pieces of ink, knows nothing of what stands beside them, and so is a second opinion that shares no fault with the
 * engine. `scripts/train-digits.ts` makes the weights from the fonts of the system.
 */

import { INPUTS } from './features.js';
import type { PackedNet } from './packed.js';
import { WEIGHTS } from './weights.js';

/** What a piece can be; the last is everything that is no digit: other characters, parts of them, two in one. */
export const CLASSES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '/', 'other'] as const;
export type DigitClass = (typeof CLASSES)[number];

export interface Net {
  readonly hidden: number;
  /** `hidden × (INPUTS + 1)`, row by row, the bias last. */
  readonly first: Float64Array;
  /** `classes × (hidden + 1)`, the bias last. */
  readonly second: Float64Array;
}

export interface Guess {
  readonly digit: DigitClass;
  /** Probability of it, 0–1. */
  readonly probability: number;
}

let loaded: Net | undefined;

function shipped(): Net {
  loaded ??= unpack(WEIGHTS);
  return loaded;
}

/** What a piece of ink most probably is. */
export function guess(features: Float64Array, net: Net = shipped()): Guess {
  const probabilities = forward(net, features).outputs;
  let best = 0;
  for (let i = 1; i < probabilities.length; i++)
    if ((probabilities[i] ?? 0) > (probabilities[best] ?? 0)) best = i;
  return { digit: CLASSES[best] ?? 'other', probability: probabilities[best] ?? 0 };
}

/** The hidden layer and the probabilities of the classes. */
export function forward(net: Net, inputs: Float64Array): { hidden: Float64Array; outputs: Float64Array } {
  const hidden = layer(net.first, inputs, net.hidden).map((value) => Math.max(0, value));
  return { hidden, outputs: softmax(layer(net.second, hidden, net.second.length / (net.hidden + 1))) };
}

function layer(weights: Float64Array, inputs: Float64Array, outputs: number): Float64Array {
  const row = inputs.length + 1;
  const result = new Float64Array(outputs);
  for (let o = 0; o < outputs; o++) {
    let sum = weights[o * row + inputs.length] ?? 0;
    for (let i = 0; i < inputs.length; i++) sum += (weights[o * row + i] ?? 0) * (inputs[i] ?? 0);
    result[o] = sum;
  }
  return result;
}

function softmax(values: Float64Array): Float64Array {
  const most = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - most));
  const sum = powers.reduce((all, value) => all + value, 0);
  return powers.map((value) => value / sum);
}

/** Weights as they are shipped → a net. */
export function unpack({ hidden, scales, bytes }: PackedNet): Net {
  const all = new Int8Array(Buffer.from(bytes, 'base64'));
  const split = hidden * (INPUTS + 1);
  return {
    hidden,
    first: Float64Array.from(all.subarray(0, split), (value) => value * scales[0]),
    second: Float64Array.from(all.subarray(split), (value) => value * scales[1]),
  };
}

export function pack({ hidden, first, second }: Net): PackedNet {
  const scaleOf = (weights: Float64Array): number =>
    weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0) / 127;
  const scales = [scaleOf(first), scaleOf(second)] as const;
  const bytes = [first, second].flatMap((weights, i) =>
    [...weights].map((w) => Math.round(w / (scales[i] ?? 1))),
  );
  return { hidden, scales, bytes: Buffer.from(Int8Array.from(bytes).buffer).toString('base64') };
}
