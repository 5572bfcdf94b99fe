/**
 * Rows of the form that took no part in the walk: lines too few for a table, rows where no table of the form stands.
 * They are kept, so that nothing printed is called absent.
 */

import type { Paragraph } from '../../model/document.js';
import type { FormTable } from '../../model/report.js';
import type { Simplify } from '../words/text.js';
import { isAmbiguous, type RowReading, readRow } from './reading.js';
import type { RowCell, SourceRow } from './rows.js';
import { tokensOf } from './tokens.js';

export interface Overlooked {
  readonly table: Extract<FormTable, 'proactive' | 'applications'>;
  readonly code: string;
  readonly reading: RowReading;
}

/** A label that only resembles one of the form, or holds one, counts with so many figures behind it. */
const FIGURES_OF_A_ROW = 2;

/** The row of the form that a row with figures is by its own label, wherever it stands; null for any other. */
export function rowOfForm(reading: RowReading): Overlooked | null {
  const { item, proactiveItem, figures } = reading;
  if (figures === 0) return null;
  const isSure = (kind: string) => kind === 'exact' || figures >= FIGURES_OF_A_ROW;
  if (proactiveItem && isSure(proactiveItem.kind) && (proactiveItem.kind === 'exact' || !item))
    return { table: 'proactive', code: proactiveItem.code, reading };
  if (item && !isAmbiguous(item) && isSure(item.kind))
    return { table: 'applications', code: item.code, reading };
  return null;
}

/** The rows of the form in a paragraph: itself, or pieces of it where rows have run together. */
export function rowsOfForm(paragraph: Paragraph, simplify: Simplify): Overlooked[] {
  const whole = rowIn(paragraph, simplify);
  if (whole) return [whole];
  return pieces(paragraph.text).flatMap((text) => rowIn({ ...paragraph, text }, simplify) ?? []);
}

/** Nearly all paragraphs are one cell, which is no row with figures: those are not read any further. */
function rowIn(paragraph: Paragraph, simplify: Simplify): Overlooked | null {
  const row = asRow(paragraph, simplify);
  return row.cells.length > 1 ? rowOfForm(readRow(row, simplify)) : null;
}

/** Words with figures behind them: a label each, where a line holds several rows. */
function pieces(text: string): string[] {
  const words = text.split(/[\s|]+/);
  const found: string[] = [];
  for (let at = 1; at < words.length; at++) {
    if (!isNumber(words[at]) || isNumber(words[at - 1])) continue;
    let end = at;
    while (isNumber(words[end])) end++;
    if (end - at >= FIGURES_OF_A_ROW) found.push(words.slice(at - 1, end).join(' '));
  }
  return found;
}

function isNumber(word: string | undefined): boolean {
  return word !== undefined && /^[-+]?\d[\d.,]*$/.test(word);
}

/** Whether a paragraph by itself is a row of the form: its label to the letter, and figures behind it or nothing. */
export function isRowOfForm(paragraph: Paragraph, simplify: Simplify, figures: 'with' | 'without'): boolean {
  const reading = readRow(asRow(paragraph, simplify), simplify);
  if (figures === 'with') return rowOfForm(reading) !== null;
  const { item, proactiveItem, filled } = reading;
  const isItem = item?.kind === 'exact' && !isAmbiguous(item);
  return filled === 1 && (isItem || proactiveItem?.kind === 'exact');
}

function asRow(paragraph: Paragraph, simplify: Simplify): SourceRow {
  const cells = tokensOf(paragraph, simplify).map(({ cell }, col): RowCell => ({ ...cell, col }));
  return { layout: 'loose', table: 0, colCount: 0, cells, locator: paragraph.locator };
}
