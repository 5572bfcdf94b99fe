/**
 * Rows of table 三 with a figure for each column, where white space alone tells the columns and tells too many of them: what
 * stands between the figures is no column then.
 */

import type { DraftRow } from '../walk/draft.js';
import type { RowCell } from '../walk/rows.js';
import { isFigure } from '../words/figures.js';
import { addsUp, CODES, numbers } from './settle.js';
import { slotsOf } from './values.js';

/** Tables told by white space in which no row has more figures than the form has columns. */
export function fullTables(rows: readonly DraftRow[]): ReadonlySet<number> {
  const tables = new Map<number, boolean>();
  for (const row of rows) {
    const { layout, table } = row.reading.row;
    const fits = layout === 'aligned' && figuresOf(row).length <= CODES.length;
    tables.set(table, (tables.get(table) ?? true) && fits);
  }
  return new Set([...tables].flatMap(([table, fits]) => (fits ? [table] : [])));
}

/** The figures of a row, when there is one for each column and they add up; null for any other row. */
export function wholeRow(row: DraftRow): readonly RowCell[] | null {
  const figures = figuresOf(row);
  const isWhole = figures.length === CODES.length && figures.every(({ text }) => isFigure(text));
  return isWhole && addsUp(numbers(figures)) ? figures : null;
}

/** What is printed behind the label, two figures without a column between them apart. */
function figuresOf({ reading }: DraftRow): readonly RowCell[] {
  return slotsOf(reading.row, reading.labelAt)
    .filter(({ text }) => text !== '')
    .flatMap((cell) => {
      const parts = cell.text.split(' ');
      return CERTAINLY_SEVERAL.test(cell.text) ? parts.map((text) => ({ ...cell, text })) : [cell];
    });
}

/** `0 0`, `0 12 3`: no number begins with a nought and a blank. */
const CERTAINLY_SEVERAL = /^(?:0 )+\d+(?: \d+)*$/;
