/**
 * Rows whose label matches nothing but whose place in the form leaves no doubt: exactly one row of the form is
 * missing between two recognised neighbours, and the printed number or group agrees with it.
 */

import { APPLICATION_ITEMS } from '../../form/index.js';
import type { DraftRow } from '../walk/draft.js';
import type { LabelText } from '../words/text.js';
import { itemsOf } from './groups.js';

const ITEMS = new Map(APPLICATION_ITEMS.map((item) => [item.code as string, item]));

/** Names unmatched rows of one copy of table 三 by their neighbours; all other rows come back unchanged. */
export function nameByNeighbours(rows: readonly DraftRow[]): DraftRow[] {
  const printed = new Set(rows.flatMap(({ code }) => (code ? [code] : [])));
  const order = itemsOf(printed, printed.has('other') ? '2019' : '2021');
  return rows.map((row, at) => {
    if (row.code !== null || row.reading.figures === 0) return row;
    const before = order.indexOf(rows[at - 1]?.code ?? '');
    const after = order.indexOf(rows[at + 1]?.code ?? '');
    const between = before >= 0 && after - before === 2 ? order[before + 1] : undefined;
    if (!between || printed.has(between) || !agrees(row.reading.label, between)) return row;
    return { ...row, code: between, matched: 'position' as const };
  });
}

/** The printed number must be the row's own; a label of which nothing is left agrees with any. */
function agrees(label: LabelText, code: string): boolean {
  if (label.full === '') return true;
  const number = ITEMS.get(code)?.number ?? '';
  return label.ordinal?.kind === 'arabic' && String(label.ordinal.number) === number;
}
