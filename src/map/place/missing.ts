/** What stands in the place of a row of the form that was not found: a row with figures that nobody could name. */

import type { DraftRow } from '../walk/draft.js';

/**
 * For a code of the form, the nameless row with figures that stands where its row belongs: after rows that come
 * before it in the form, before rows that come after it. Such a form row cannot be called absent.
 * @param order codes in the order of the form
 */
export function standIns(
  rows: readonly DraftRow[],
  order: readonly string[],
): (code: string) => DraftRow | null {
  const places = rows.map(({ code, reading }) =>
    code !== null && reading.figures > 0 ? order.indexOf(code) : -1,
  );
  const nameless = rows.flatMap((row, at) => {
    if (row.code !== null || row.reading.figures === 0) return [];
    const before = places.slice(0, at).findLast((place) => place >= 0) ?? -1;
    const after = places.slice(at + 1).find((place) => place >= 0) ?? order.length;
    return [{ row, before, after }];
  });
  return (code) => {
    const place = order.indexOf(code);
    return nameless.find(({ before, after }) => before < place && place < after)?.row ?? null;
  };
}

/**
 * The nameless row with figures next to a row of the form whose value cells are all blank, lines of labels between
 * them left aside; null when there is none. A label that came apart, over a page break or otherwise, leaves such a
 * pair, and then nobody can say that the cells are blank.
 */
export function figuresBeside(rows: readonly DraftRow[], at: number): DraftRow | null {
  const row = rows[at];
  if (!row || row.code === null || !isAllBlank(row)) return null;
  return [nextFilled(rows, at, -1), nextFilled(rows, at, 1)].find((other) => other?.code === null) ?? null;
}

function isAllBlank({ reading: { row, labelAt } }: DraftRow): boolean {
  return row.cells.every(({ inherited, text }, at) => at <= labelAt || inherited || text === '');
}

/** The nearest row that is more than a line of text without a place in the form. */
function nextFilled(rows: readonly DraftRow[], from: number, step: 1 | -1): DraftRow | undefined {
  let at = from + step;
  while (rows[at]?.code === null && rows[at]?.reading.figures === 0) at += step;
  return rows[at];
}
