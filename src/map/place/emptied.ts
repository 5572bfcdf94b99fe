/**
 * Rows put together from lines whose figures stand behind a later row: where each column of a table is one cell with a line
 * for each row, all labels come first and then the figures column by column.
 */

import type { DraftRow } from '../walk/draft.js';
import { hasColumns } from '../walk/rows.js';

export const WHY_EMPTIED = 'figures of several rows stand behind the last of them';

/** Rows without a figure that come right before one with more figures than the table has columns, with that one. */
export function emptiedRows(rows: readonly DraftRow[], width: number): ReadonlyMap<DraftRow, DraftRow> {
  const emptied = new Map<DraftRow, DraftRow>();
  let waiting: DraftRow[] = [];
  for (const row of rows) {
    const { figures, row: source } = row.reading;
    if (hasColumns(source)) waiting = [];
    else if (figures === 0) waiting.push(row);
    else {
      if (figures > width) for (const before of waiting) emptied.set(before, row);
      waiting = [];
    }
  }
  return emptied;
}
