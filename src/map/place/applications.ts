/**
 * Table 三: placing each row's figures under the applicants: by the header's columns, by the order of the cells,
 * like rows of the same shape; what stays open is left to the form's arithmetic (`settle`).
 */

import type { DraftRow, Header } from '../walk/draft.js';
import { hasColumns, isOneGrid, type RowCell } from '../walk/rows.js';
import type { Simplify } from '../words/text.js';
import { believable, borneOut, withoutHalves } from './borne-out.js';
import { applicantColumns, applicantOrder, type Columns } from './columns.js';
import { doubtful, hasItsTotal, isUnderAnother, tablesWithTotals } from './doubt.js';
import { emptiedRows, WHY_EMPTIED } from './emptied.js';
import { emptyColumns } from './empty-columns.js';
import { fullTables, wholeRow } from './full.js';
import { joinCutGroups, joinHalves } from './halves.js';
import { holdsItsFigures } from './held.js';
import { byNamedOrder, namedOrders } from './named-order.js';
import { settleReadings } from './readings.js';
import { CODES, type RowValues, settle } from './settle.js';
import {
  type Blanks,
  isAllAlike,
  type PlacedValues,
  type Placement,
  placeByHeader,
  placeByOrder,
  slotsOf,
} from './values.js';

/** Places all rows of one copy of table 三. */
export function placeApplications(rows: readonly DraftRow[], simplify: Simplify): RowValues[] {
  const columnsOf = memoize((header: Header) => applicantColumns(header.rows, simplify));
  const orderOf = memoize((header: Header) => ({ codes: applicantOrder(header.rows, simplify) }));
  const byHeader = believable(
    rows,
    rows.map((row) => headerPlacement(row, row.header ? columnsOf(row.header) : new Map())),
    columnsOf,
  );
  const named = namedOrders(rows, simplify);
  const accidental = accidentalHeaders(rows, byHeader);
  const steady = steadyTables(rows);
  const emptied = emptiedRows(rows, CODES.length);
  const full = fullTables(rows);
  const first = rows.map((row, at): PlacedValues => {
    const { table } = row.reading.row;
    const misfit = accidental.get(table);
    const placed = byHeader[at];
    if (placed && !misfit) return placed;
    const own = row.header ? named.get(row.header) : undefined;
    const byName = own ? byNamedOrder(row, own) : null;
    if (byName) return byName;
    if (emptied.has(row)) return { kind: 'unplaceable', why: WHY_EMPTIED };
    if (isCutOff(row)) return { kind: 'unplaceable', why: WHY_CUT_OFF };
    if (holdsItsFigures(row)) return { kind: 'unplaceable', why: 'figures stand in the label' };
    const told = row.header ? orderOf(row.header).codes : CODES;
    const slots = slotsOf(row.reading.row, row.reading.labelAt);
    const order = told ?? (isAllAlike(slots, CODES.length) ? CODES : null);
    if (!order) return { kind: 'unplaceable', why: 'the header gives no order of the applicants' };
    const whole = full.has(table) ? wholeRow(row) : null;
    if (whole) return reordered({ kind: 'placed', by: 'order', cells: whole }, order);
    return reordered(
      placeByOrder(
        valueSlots(row, steady.has(table)),
        CODES.length,
        blanksOf(row, misfit, steady.has(table)),
      ),
      order,
    );
  });
  const agreed = first.map((values, at): PlacedValues => {
    const row = rows[at];
    const columns = row?.header ? columnsOf(row.header) : new Map();
    return isUnderAnother(values, row, columns) ? { kind: 'unplaceable', why: WHY_UNDER_ANOTHER } : values;
  });
  const ordered = withoutHalves(agreed, borneOut(rows, agreed));
  const aligned = ordered.map((values, at) => byNeighbours(values, at, rows, ordered));
  const whole = joinHalves(rows, joinCutGroups(aligned, hasItsTotal), hasItsTotal);
  const withTotals = tablesWithTotals(rows, whole);
  const mostlyBroken = isMostlyBroken(rows);
  const empty = emptyColumns(rows, whole);
  const settled = settle(
    rows,
    whole.map((values, at) => doubtful(values, rows[at], withTotals, empty, mostlyBroken)),
  );
  return settleReadings(settled);
}

/** Share of the rows of a text without columns that must have one figure for each column. */
const WHOLE_SHARE = 0.5;

/** Whether most rows of a text without columns have more or fewer figures than columns: their order is lost as well. */
function isMostlyBroken(rows: readonly DraftRow[]): boolean {
  const loose = rows.filter(({ reading: { row, figures } }) => row.layout === 'loose' && figures > 0);
  const whole = loose.filter(({ reading }) => slotsOf(reading.row, reading.labelAt).length === CODES.length);
  return whole.length < loose.length * WHOLE_SHARE;
}

const WHY_UNDER_ANOTHER = 'the order of the figures says one column, the header above them another';
const WHY_CUT_OFF = 'the table has fewer columns than the form: the others may stand on another page';

/** A row of blanks in a table that is too narrow for the form: its figures can stand in the columns that it does not have. */
function isCutOff({ header, reading: { row, labelAt, figures } }: DraftRow): boolean {
  const label = row.cells[labelAt];
  if (figures > 0 || !hasColumns(row) || row.layout === 'delimited' || !header || !label) return false;
  return row.colCount - label.col - label.colSpan < CODES.length;
}

/** Without a column for these a header is damaged, not one that leaves a kind of organization out. */
const NEEDED_COLUMNS = ['natural_person', 'total'] as const;
const FEWEST_COLUMNS = 4;

function headerPlacement(row: DraftRow, columns: Columns): PlacedValues | null {
  const source = row.reading.row;
  const sameGrid = isOneGrid(row.header?.rows.at(-1), source);
  const whole = columns.size >= FEWEST_COLUMNS && NEEDED_COLUMNS.every((code) => columns.has(code));
  const cells = sameGrid && whole ? placeByHeader(source, row.reading.labelAt, columns, CODES) : null;
  if (!cells) return null;
  const without = new Set(CODES.flatMap((code, at) => (columns.has(code) ? [] : [at])));
  return { kind: 'placed', by: 'header', cells, without };
}

/** Brings cells that stand in the header's order into the order of the form. */
function reordered(values: PlacedValues, order: readonly string[]): PlacedValues {
  if (order.every((code, at) => code === CODES[at])) return values;
  const inForm = (cells: Placement): Placement => CODES.map((code) => cells[order.indexOf(code)] ?? null);
  if (values.kind === 'placed') return { ...values, cells: inForm(values.cells) };
  return values.kind === 'open' ? { ...values, options: values.options.map(inForm) } : values;
}

/** Rows damaged one by one do not make a table unsteady; lost spans shift the rows of whole groups. */
const STEADY_SHARE = 0.8;

/**
 * Tables in which nearly every row has one cell for each column after its label. Blank cells that fill up short rows
 * at their end do not count, but then no row may have a figure among them.
 */
function steadyTables(rows: readonly DraftRow[]): ReadonlySet<number> {
  const tables = new Map<number, { rows: number; whole: number; filledUp: number; longer: boolean }>();
  for (const { reading } of rows) {
    const slots = slotsOf(reading.row, reading.labelAt);
    const tally = tables.get(reading.row.table) ?? { rows: 0, whole: 0, filledUp: 0, longer: false };
    tally.rows++;
    const end = slots.findLastIndex(({ text }) => text !== '') + 1;
    if (slots.length === CODES.length) tally.whole++;
    else if (end === CODES.length && slots[0]?.text !== '') tally.filledUp++;
    tally.longer ||= end > CODES.length;
    tables.set(reading.row.table, tally);
  }
  const isSteady = ({
    rows: all,
    whole,
    filledUp,
    longer,
  }: {
    rows: number;
    whole: number;
    filledUp: number;
    longer: boolean;
  }) => whole >= all * STEADY_SHARE || (!longer && whole + filledUp >= all * STEADY_SHARE);
  return new Set([...tables].flatMap(([table, tally]) => (isSteady(tally) ? [table] : [])));
}

/** The slots of a row without blank cells that only fill it up, where its table is steady. */
function valueSlots({ reading }: DraftRow, steady: boolean): readonly RowCell[] {
  const slots = slotsOf(reading.row, reading.labelAt);
  const spare = slots.slice(CODES.length);
  return steady && spare.every(({ text }) => text === '') ? slots.slice(0, CODES.length) : slots;
}

/** An empty cell can be a blank only where rows keep their cells; elsewhere it may be left of a merged one. */
function blanksOf({ reading }: DraftRow, misfit: 'padded' | 'ragged' | undefined, steady: boolean): Blanks {
  const { layout } = reading.row;
  if (layout === 'loose') return 'dropped';
  if (misfit === 'padded') return 'unsure';
  return steady || layout === 'lines' ? 'kept' : 'unsteady';
}

/**
 * Tables of delimited text whose header fits some rows and not others: the spans are lost, and where it fits it
 * fits by accident. When every row is still `padded` to the width of the table, its empty fields are no blank
 * cells but what is left of merged ones.
 */
function accidentalHeaders(
  rows: readonly DraftRow[],
  byHeader: readonly (PlacedValues | null)[],
): ReadonlyMap<number, 'padded' | 'ragged'> {
  const kinds = new Map<number, 'padded' | 'ragged'>();
  for (const [at, { reading }] of rows.entries()) {
    if (reading.row.layout === 'delimited' && reading.figures > 0 && byHeader[at] === null) {
      const table = rows.filter(
        (row) => row.reading.row.table === reading.row.table && row.reading.figures > 0,
      );
      const padded = table.every(({ reading: { row } }) => row.cells.length === row.colCount);
      kinds.set(reading.row.table, padded ? 'padded' : 'ragged');
    }
  }
  return kinds;
}

/**
 * A row with spare slots stands like the rows of the same shape that leave no doubt: same table, same number
 * of cells, same place of the label. Theirs may be parted by slots that no column needs.
 */
function byNeighbours(
  values: PlacedValues,
  at: number,
  rows: readonly DraftRow[],
  all: readonly PlacedValues[],
): PlacedValues {
  const row = rows[at];
  if (values.kind !== 'open' || values.lost || !row || !hasColumns(row.reading.row)) return values;
  const places = new Map<string, readonly number[]>();
  for (const [other, placed] of all.entries()) {
    const twin = rows[other];
    if (!twin || placed.kind !== 'placed' || shape(twin) !== shape(row) || placed.cells.some((cell) => !cell))
      continue;
    const own = placed.cells.map((cell) => twin.reading.row.cells.indexOf(cell as RowCell));
    if (!own.includes(-1)) places.set(own.join(' '), own);
  }
  const [place, another] = places.values();
  if (place === undefined || another !== undefined) return values;
  const cells = place.flatMap((slot) => row.reading.row.cells[slot] ?? []);
  const fits = values.options.some((option) =>
    option.every((cell, col) => (cell?.text ?? '') === cells[col]?.text),
  );
  return fits ? { kind: 'placed', by: 'neighbours', cells } : values;
}

function shape({ reading }: DraftRow): string {
  return `${reading.row.table}:${reading.row.cells.length}:${reading.labelAt}`;
}

function memoize<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
