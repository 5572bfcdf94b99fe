/**
 * Rows that an editor stacked in the cells of one row, a line of each cell for each of them:
 * `规章<br>行政规范性文件 | 0<br>2 | 0<br>0 | 3<br>9`.
 */

import type { CellText } from './celllines.js';
import { isFormLabel } from './form-labels.js';

/** A count, an amount, or a mark for none. */
const FIGURE_LINE = /^(?:[+\-−]?\d[\d,，]*(?:\.\d+)?|[/／\-—–无])$/;

/**
 * The texts of the stacked rows. Null unless every cell has as many lines as the first one, those of the first are labels
 * of the form and all others figures: then nothing but such rows can be meant.
 */
export function stackedRows(cells: readonly CellText[]): readonly (readonly string[])[] | null {
  const [label, ...figures] = cells;
  if (label === undefined || figures.length === 0 || label.parts.length < 2) return null;
  const { length } = label.parts;
  const fits = figures.every(
    ({ parts }) => parts.length === length && parts.every((line) => FIGURE_LINE.test(line)),
  );
  if (!fits || !label.parts.every(isFormLabel)) return null;
  return label.parts.map((line, at) => [line, ...figures.map(({ parts }) => parts[at] ?? '')]);
}

/** The same texts as cells of their own. */
export function asCellTexts(texts: readonly string[]): CellText[] {
  return texts.map((text) => ({ text, lines: text === '' ? 0 : 1, parts: text === '' ? [] : [text] }));
}
