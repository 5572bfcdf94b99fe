/** Columns of table 三 in which nothing is printed from top to bottom, though their heading is. */

import type { DraftRow } from '../walk/draft.js';
import { numbers } from './settle.js';
import type { PlacedValues, Placement } from './values.js';

/** A blank in fewer rows is no habit of a column. */
const FEWEST_ROWS = 5;

export interface EmptyColumns {
  /** Whether all gaps of a row are in such columns, and its total leaves room for what is not printed there. */
  readonly explains: (row: DraftRow, cells: Placement) => boolean;
}

/**
 * Finds the columns that no row of a table fills, where headings stand exactly above their figures: then a row need not
 * add up to be believed, for its total may count what the agency left out.
 */
export function emptyColumns(rows: readonly DraftRow[], placed: readonly PlacedValues[]): EmptyColumns {
  const tables = new Map<number, { rows: number; readonly filled: Set<number> }>();
  for (const [at, values] of placed.entries()) {
    const source = rows[at]?.reading.row;
    if (values.kind !== 'placed' || values.by !== 'header' || source?.headed !== true) continue;
    const filled = filledColumns(values.cells);
    if (filled.length === 0) continue;
    const known = tables.get(source.table) ?? { rows: 0, filled: new Set() };
    tables.set(source.table, known);
    known.rows++;
    for (const col of filled) known.filled.add(col);
  }
  return {
    explains: (row, cells) => {
      const table = row.reading.row.headed === true ? tables.get(row.reading.row.table) : undefined;
      if (table === undefined || table.rows < FEWEST_ROWS) return false;
      return filledColumns(cells).length === table.filled.size && leavesRoom(cells);
    },
  };
}

function filledColumns(cells: Placement): number[] {
  return cells.flatMap((cell, col) => (cell !== null && cell.text !== '' ? [col] : []));
}

/** Whether the total is at least the sum of what is printed beside it. */
function leavesRoom(cells: Placement): boolean {
  const values = numbers(cells);
  const total = values.at(-1) ?? null;
  return total !== null && values.slice(0, -1).reduce<number>((sum, value) => sum + (value ?? 0), 0) <= total;
}
