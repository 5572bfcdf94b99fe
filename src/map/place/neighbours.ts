/**
 * Rows whose label matches nothing but whose place in the form leaves no doubt: exactly one row of the form is
 * missing between two recognised neighbours, and the printed number or group agrees with it.
 */

import { APPLICATION_ITEMS } from '../../form/index.js';
import type { DraftRow } from '../walk/draft.js';
import { officialOrdinal } from '../walk/reading.js';
import { hasColumns, type SourceRow } from '../walk/rows.js';
import { VOCABULARY } from '../words/labels.js';
import { type LabelText, labelText, newLabel } from '../words/text.js';
import { itemsOf } from './groups.js';
import { holdsItsFigures } from './held.js';

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

/**
 * Refuses labels that are the last line of another one: `复申请` below `4.无正当理由大量反` is not 2.重复申请. The form
 * numbers the row, the text has no number and does not begin as the label does, and a line of text stands above it.
 */
export function withoutTails(rows: readonly DraftRow[]): DraftRow[] {
  return rows.map((row, at) => {
    const above = rows[at - 1];
    const { label, row: source } = row.reading;
    const open =
      above !== undefined && above.reading.figures === 0 && above.reading.row.table === source.table;
    const inLines = source.layout === 'aligned' || !hasColumns(source);
    if (row.code === null || row.matched === 'exact' || !inLines || !open) return row;
    const isTail = label.ordinal === null && officialOrdinal(row.code) !== null && !beginsAs(label, row.code);
    return isTail ? { ...row, code: null, matched: null } : row;
  });
}

/** Characters in which a text begins as a label does. */
const BEGINNING = 2;

function beginsAs(label: LabelText, code: string): boolean {
  return labelsOf(code).some(({ bare }) => bare.startsWith(label.bare.slice(0, BEGINNING)));
}

/** What can be printed for a row of table 三, as labels are compared. */
function labelsOf(code: string): LabelText[] {
  return APPLICATION_ITEMS.filter((item) => item.code === code)
    .flatMap(({ zh, variants }) => [zh, ...variants])
    .map((text) => labelText(text, (same) => same));
}

/** Rows with the parted ones named, and the label rows that are now of no use: joined to figures, or given up. */
export interface Parted {
  readonly rows: DraftRow[];
  readonly spent: ReadonlySet<DraftRow>;
}

/**
 * In tables without rules a wrapped label can come apart from its figures: a recognised row without figures, and
 * beside it a nameless row with figures. They belong together where the text of the nameless row ends the label, or
 * where it is one such pair between two whole rows; where more than one nameless row stands there, the label's
 * figures are unknown and the label is given up. So is a label that is cut off, wherever its figures may stand.
 */
export function joinPartedRows(rows: readonly DraftRow[]): Parted {
  const spent = new Set(
    rows.filter((row, at) => (isParted(row) && namelessBeside(rows, at).length > 0) || isCutOff(row)),
  );
  const named = rows.map((row, at): DraftRow => {
    const code = codeEndedBy(rows, at) ?? codeBegunBy(rows, at) ?? labelOf(rows, at)?.code;
    return code ? { ...row, code, matched: 'position' } : row;
  });
  return { rows: named, spent };
}

/** The code of the label above whose last line stands in this row, so that together they are exactly one of the form. */
function codeEndedBy(rows: readonly DraftRow[], at: number): string | null {
  const row = rows[at];
  if (!row || row.code !== null || row.reading.figures === 0 || row.reading.label.full === '') return null;
  let tail = row.reading.label.full;
  for (const above of rows.slice(0, at).reverse()) {
    const { figures, group, row: source } = above.reading;
    if (figures > 0 || above.header !== row.header || source.layout !== 'aligned') return null;
    const code = codeOfBoth(above, tail);
    if (code !== null && (above.code === null || above.code === code)) return code;
    if (above.code !== null) return null;
    if (group === null) tail = above.reading.label.full + tail;
  }
  return null;
}

/** The code of the label whose first line stands in this row and the others below it. */
function codeBegunBy(rows: readonly DraftRow[], at: number): string | null {
  const row = rows[at];
  if (!row || row.code !== null || row.reading.figures === 0 || row.reading.label.ordinal === null)
    return null;
  let tail = '';
  for (const below of rows.slice(at + 1)) {
    const { figures, group, row: source, label } = below.reading;
    if (figures > 0 || below.header !== row.header || source.layout !== 'aligned') return null;
    if (below.code === 'other' || group !== null) continue;
    if (below.code !== null || label.ordinal !== null) return null;
    tail += label.full;
    const code = codeOfBoth(row, tail);
    if (code !== null) return code;
  }
  return null;
}

/** Whether a row is printed above another one; the names of groups come before their rows wherever they stand. */
function isAbove({ locator: a }: SourceRow, { locator: b }: SourceRow): boolean {
  if (a.kind === 'line' && b.kind === 'line') return a.line < b.line;
  return a.kind === 'page' && b.kind === 'page' && a.page === b.page && a.bbox[1] < b.bbox[1];
}

/** Whether a row's label and a further text are together exactly the row's label in the form. */
export function isEndedBy(row: DraftRow, tail: string): boolean {
  return codeOfBoth(row, tail) === row.code;
}

/** The label of the form that a row's label and a further text are together, to the letter. */
function codeOfBoth({ table, reading: { label } }: DraftRow, tail: string): string | null {
  const whole = newLabel(label.full + tail, label.bare + tail, label.ordinal);
  const words = table === 'proactive' ? VOCABULARY.proactive : VOCABULARY.item;
  const match = words.find(whole);
  return match?.kind === 'exact' ? match.code : null;
}

/** The label a nameless row belongs to, when neither has another candidate. */
function labelOf(rows: readonly DraftRow[], at: number): DraftRow | null {
  const row = rows[at];
  if (!row || row.code !== null || row.reading.figures === 0) return null;
  const labels = [...within(rows, at, -1), ...within(rows, at, 1)].filter(isParted);
  const [label] = labels;
  if (!label || labels.length > 1 || holdsItsFigures(label) || hasFiguresBetween(rows, label, row))
    return null;
  if (isNumberedOtherwise(row.reading.label, label.code ?? '')) return null;
  return namelessBeside(rows, rows.indexOf(label)).length === 1 ? label : null;
}

/** Whether a row with figures is printed between two others: then they stand beside one another in the list alone. */
function hasFiguresBetween(rows: readonly DraftRow[], a: DraftRow, b: DraftRow): boolean {
  const [above, below] = isAbove(a.reading.row, b.reading.row) ? [a, b] : [b, a];
  return rows.some(
    ({ reading: { figures, row } }) =>
      figures > 0 && isAbove(above.reading.row, row) && isAbove(row, below.reading.row),
  );
}

/** Whether a text is numbered, not as the row of the form is and not as a group beside its rows. */
function isNumberedOtherwise(label: LabelText, code: string): boolean {
  return label.ordinal !== null && VOCABULARY.group.find(label)?.kind !== 'exact' && !agrees(label, code);
}

function namelessBeside(rows: readonly DraftRow[], at: number): readonly DraftRow[] {
  return [...within(rows, at, -1), ...within(rows, at, 1)].filter(
    ({ code, reading }) => code === null && reading.figures > 0,
  );
}

/** A label without figures on lines that nothing rules apart. */
function isParted({ code, reading: { figures, row } }: DraftRow): boolean {
  return code !== null && figures === 0 && (row.layout === 'aligned' || !hasColumns(row));
}

/** A label that is only the beginning of one, without figures: its figures may stand on the line where it goes on. */
function isCutOff(row: DraftRow): boolean {
  const { full } = row.reading.label;
  if (!isParted(row) || row.table !== 'applications' || full === '') return false;
  const labels = labelsOf(row.code ?? '');
  return labels.every((label) => label.full !== full) && labels.some((label) => label.full.startsWith(full));
}

/** Rows next to one, up to the nearest that is whole. */
function within(rows: readonly DraftRow[], from: number, step: 1 | -1): DraftRow[] {
  const found: DraftRow[] = [];
  for (let at = from + step; ; at += step) {
    const row = rows[at];
    if (!row || (row.code !== null && row.reading.figures > 0) || partsBlocks(row, rows[from])) return found;
    found.push(row);
  }
}

/** Table 二 has a header for each block, and no row stands across two of them. */
function partsBlocks(row: DraftRow, other: DraftRow | undefined): boolean {
  return row.table === 'proactive' && row.header !== other?.header;
}

/**
 * The printed number must be the row's own, of the same kind; a label of which nothing is left agrees with any, and
 * one that holds labels of the form is that of several rows run together.
 */
function agrees(label: LabelText, code: string): boolean {
  if (label.full === '') return true;
  if (VOCABULARY.item.find(label)?.kind === 'contained') return false;
  const official = officialOrdinal(code);
  return (
    label.ordinal !== null &&
    label.ordinal.kind === official?.kind &&
    label.ordinal.number === official.number
  );
}
