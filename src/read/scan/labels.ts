/**
 * Labels that came out of the engine as none of the form: read again in other ways, and of all readings the one that is
 * nearest to the form is taken. A row or column without its label is lost whole, however well its figures are read.
 */

import { nearnessToForm } from '../form-labels.js';
import { greyCrop } from './crops.js';
import type { EngineText } from './engine.js';
import type { Line } from './line.js';
import type { Raster } from './raster.js';

/** A label with so many of its characters right is found among those of the form without doubt. */
const NEAR_ENOUGH = 0.85;
/** A reading with less in common with the form is no better than the first. */
const WORTH_TAKING = 0.6;
/**
 * Heights of ideographs of the further readings: smaller and larger than in the first. Of 35 odd labels of rough scans these
 * two told 13, as many as five sizes in grey and in black and white did together, and any other two at most 11.
 */
const SMALLER = 28;
const LARGER = 64;

/** Ink of at least this width (text sizes) in which nothing was read is a word. */
const WORD = 1.5;

/** Whether a line of a table should be read again for what was read in it. */
export function isOddLabel({ kind, cutting: { line }, textSize }: Line, text: string): boolean {
  if (kind === 'text') return false;
  if (text === '') return line.right - line.left >= WORD * textSize;
  return hasWords(text) && nearnessToForm(text) < NEAR_ENOUGH;
}

/** One character alone, which is part of too many labels, tells nothing however often it is read. */
function hasWords(text: string): boolean {
  return (text.match(/\p{L}/gu) ?? []).length > 1;
}

/** A label as it is read again. */
export function picturesAgain({ cutting, textSize }: Line): Raster[] {
  return [greyCrop(cutting, textSize, SMALLER), greyCrop(cutting, textSize, LARGER)];
}

/** Of the readings of all labels that were read again, those of the label with this number. */
export function readingsAgain(read: readonly EngineText[], label: number): readonly EngineText[] {
  return read.slice(2 * label, 2 * label + 2);
}

/** The reading that is nearest to a label of the form; the first where no other is clearly one. */
export function nearest(first: EngineText, others: readonly EngineText[]): EngineText {
  let best = first;
  let most = nearnessToForm(first.text);
  for (const other of others) {
    const near = nearnessToForm(other.text);
    if (near < WORTH_TAKING || near <= most) continue;
    best = other;
    most = near;
  }
  return best;
}
