/**
 * Rows that an editor stacked in the cells of one row, a line of each cell for each of them:
 * `规章<br>行政规范性文件 | 0<br>2 | 0<br>0 | 3<br>9`.
 */

import { type CellText, oneLine } from './celllines.js';
import { isFormLabel } from './form-labels.js';

/** A count, an amount, or a mark for none. */
const FIGURE_LINE = /^(?:[+\-−]?\d[\d,，]*(?:\.\d+)?|[/／\-—–无])$/;

/**
 * The texts of the stacked rows. Null unless every cell has as many lines as the first one, those of the first are labels
 * of the form and all others figures: then nothing but such rows can be meant.
 */
function stackedRows(cells: readonly CellText[]): readonly (readonly string[])[] | null {
  const [label, ...figures] = cells;
  if (label === undefined || figures.length === 0 || label.lines.length < 2) return null;
  const { length } = label.lines;
  const fits = figures.every(
    ({ lines }) => lines.length === length && lines.every((line) => FIGURE_LINE.test(line)),
  );
  if (!fits || !label.lines.every(isFormLabel)) return null;
  return label.lines.map((line, at) => [line, ...figures.map(({ lines }) => lines[at] ?? '')]);
}

interface ReadRow {
  readonly cells: readonly { readonly text: string }[];
  readonly texts: readonly CellText[];
}

/** The rows with those that are stacked in one taken apart; where a cell `reachesOver` rows, nothing is. */
export function unstacked<R extends ReadRow>(
  rows: readonly R[],
  reachesOver: (cell: R['cells'][number]) => boolean,
): readonly R[] {
  if (rows.some(({ cells }) => cells.some(reachesOver))) return rows;
  return rows.flatMap((row) => {
    const stacked = stackedRows(row.texts);
    if (stacked === null) return [row];
    return stacked.map((texts) => ({
      ...row,
      cells: row.cells.map((cell, at) => ({ ...cell, text: texts[at] ?? '' })),
      texts: texts.map(oneLine),
    }));
  });
}
