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
