/**
 * Table 三: placing each row's figures under the applicants: by the header's columns, by the order of the cells,
 * like rows of the same shape; what stays open is left to the form's arithmetic (`settle`).
 */

import type { DraftRow, Header } from '../walk/draft.js';
import { hasColumns, type RowCell } from '../walk/rows.js';
import type { Simplify } from '../words/text.js';
import { applicantColumns, applicantOrder, type Columns, EXTRA, namedColumns } from './columns.js';
import { doubtful, hasItsTotal, tablesWithTotals } from './doubt.js';
import { joinHalves } from './halves.js';
import { settleReadings } from './readings.js';
import { addsUp, CODES, certainNumbers, numbers, type RowValues, settle } from './settle.js';
import {
  type Blanks,
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
  const first = rows.map((row, at): PlacedValues => {
    const { table } = row.reading.row;
    const misfit = accidental.get(table);
    const placed = byHeader[at];
    if (placed && !misfit) return placed;
    const own = row.header ? named.get(row.header) : undefined;
    if (own) return byNamedOrder(row, own);
    if (holdsItsFigures(row)) return { kind: 'unplaceable', why: 'figures stand in the label' };
    const order = row.header ? orderOf(row.header).codes : CODES;
    if (!order) return { kind: 'unplaceable', why: 'the header gives no order of the applicants' };
    return reordered(
      placeByOrder(
        valueSlots(row, steady.has(table)),
        CODES.length,
        blanksOf(row, misfit, steady.has(table)),
      ),
      order,
    );
  });
  const ordered = withoutHalves(first, borneOut(rows, first));
  const aligned = ordered.map((values, at) => byNeighbours(values, at, rows, ordered));
  const whole = joinHalves(rows, aligned, hasItsTotal);
  const withTotals = tablesWithTotals(rows, whole);
  const settled = settle(
    rows,
    whole.map((values, at) => doubtful(values, rows[at], withTotals)),
  );
  return settleReadings(settled);
}

/** So many rows must object before their order is given up: one row that does not add up may be printed so. */
const FEWEST_OBJECTIONS = 2;

/**
 * Cells that are told by their order alone are believed only where the sums of half of the rows agree: where a column is
 * lost and another follows (numbers of rows, last year's totals), each row still has as many figures as the form.
 */
function borneOut(rows: readonly DraftRow[], placed: readonly PlacedValues[]): PlacedValues[] {
  const tables = new Map<number, { asked: number; object: number }>();
  for (const [at, values] of placed.entries()) {
    if (values.kind !== 'placed' || values.by === 'header') continue;
    const figures = certainNumbers(values.cells);
    if (figures.includes(null) || figures.every((figure) => figure === 0)) continue;
    const table = rows[at]?.reading.row.table ?? 0;
    const tally = tables.get(table) ?? { asked: 0, object: 0 };
    tally.asked++;
    if (!addsUp(figures)) tally.object++;
    tables.set(table, tally);
  }
  return placed.map((values, at) => {
    const tally = tables.get(rows[at]?.reading.row.table ?? 0);
    const isRefuted =
      tally !== undefined &&
      tally.object >= FEWEST_OBJECTIONS &&
      tally.object > tally.asked * (1 - LEAST_BORNE_OUT);
    if (!isRefuted || values.kind !== 'placed' || values.by === 'header') return values;
    return {
      kind: 'unplaceable',
      why: 'only their order tells the columns, and the sums of most rows object',
    };
  });
}

/**
 * Where narrow columns broke figures over lines, a row that does not add up can be the last lines of a row whose first ones
 * went elsewhere. `first` are the rows as they were placed, `placed` what is believed of them.
 */
function withoutHalves(first: readonly PlacedValues[], placed: readonly PlacedValues[]): PlacedValues[] {
  if (!first.some(hasBroken)) return [...placed];
  const why = 'figures of the table are broken over lines, and the row has no sum';
  return placed.map((values, at) => (isHalf(first[at]) ? { kind: 'unplaceable', why } : values));
}

/** A figure that a narrow column broke over two lines. */
const BROKEN = /^\d+ \d+$/;

function hasBroken(values: PlacedValues | undefined): boolean {
  return values?.kind === 'placed' && values.cells.some((cell) => BROKEN.test(cell?.text ?? ''));
}

/** Figures behind a label that no reader could part from it: the row is anything but blank. */
function holdsItsFigures({ matched, reading: { row, labelAt, figures } }: DraftRow): boolean {
  if (figures > 0 || matched === 'exact') return false;
  return /[^\d\s.][,，;；:：\s]*\d+[\d,，;；\s]*$/.test(
    (row.cells[labelAt]?.text ?? '').replace(/[（(][^()（）]*[)）]/g, ''),
  );
}

/** Whether a row told by its order is whole by itself and yet does not add up. */
function isHalf(values: PlacedValues | undefined): boolean {
  if (values?.kind !== 'placed' || values.by === 'header' || hasBroken(values)) return false;
  const figures = numbers(values.cells);
  return !figures.includes(null) && !addsUp(figures);
}

/** A header in another order than the form's must be borne out by half of the rows that can bear it out. */
const LEAST_BORNE_OUT = 0.5;

/**
 * A header that lost a cell reads like one in another order: its columns are believed only where the rows' sums
 * agree. Rows of nothing but zeros agree with any order and are not asked.
 */
function believable(
  rows: readonly DraftRow[],
  placed: readonly (PlacedValues | null)[],
  columnsOf: (header: Header) => Columns,
): (PlacedValues | null)[] {
  const headers = new Map<Header, { asked: number; agree: number }>();
  for (const [at, { header }] of rows.entries()) {
    const values = placed[at];
    if (!header || values?.kind !== 'placed' || isInFormOrder(columnsOf(header))) continue;
    const figures = certainNumbers(values.cells);
    const tally = headers.get(header) ?? { asked: 0, agree: 0 };
    headers.set(header, tally);
    const isOpen = figures.some((figure, col) => figure === null && !values.without?.has(col));
    if (isOpen || figures.every((figure) => figure === 0)) continue;
    tally.asked++;
    if (addsUp(figures)) tally.agree++;
  }
  return placed.map((values, at) => {
    const header = rows[at]?.header;
    const tally = header ? headers.get(header) : undefined;
    if (!values || !tally || tally.agree >= tally.asked * LEAST_BORNE_OUT) return values;
    return {
      kind: 'unplaceable',
      why: 'the columns of the header are in another order, and the sums object',
    };
  });
}

function isInFormOrder(columns: Columns): boolean {
  const starts = CODES.flatMap((code) => columns.get(code)?.from ?? []);
  return starts.every((from, at) => at === 0 || from > (starts[at - 1] ?? 0));
}

/** Without a column for these a header is damaged, not one that leaves a kind of organization out. */
const NEEDED_COLUMNS = ['natural_person', 'total'] as const;
const FEWEST_COLUMNS = 4;

function headerPlacement(row: DraftRow, columns: Columns): PlacedValues | null {
  const source = row.reading.row;
  const sameGrid = row.header?.rows.at(-1)?.colCount === source.colCount && hasColumns(source);
  const whole = columns.size >= FEWEST_COLUMNS && NEEDED_COLUMNS.every((code) => columns.has(code));
  const cells = sameGrid && whole ? placeByHeader(source, row.reading.labelAt, columns, CODES) : null;
  if (!cells) return null;
  const without = new Set(CODES.flatMap((code, at) => (columns.has(code) ? [] : [at])));
  return { kind: 'placed', by: 'header', cells, without };
}

/** A table with fewer rows does not bear out its header. */
const FEWEST_ROWS = 5;

/** The columns that a header names, where they are not those of the form. */
interface NamedOrder {
  readonly order: readonly string[];
  /** Every row has just as many cells, and the sums agree. */
  readonly isBorneOut: boolean;
}

/**
 * Headers that name another number of columns than the form has, a kind of organization less or a 小计 more. Where every
 * row bears them out their order tells the columns, though spans or cells are lost; where not, a header that leaves out
 * a kind of organization may as well have lost its label, but figures of a column too many make all others doubtful.
 */
function namedOrders(rows: readonly DraftRow[], simplify: Simplify): ReadonlyMap<Header, NamedOrder> {
  const orders = new Map<Header, NamedOrder>();
  for (const header of new Set(rows.flatMap((row) => row.header ?? []))) {
    const order = namedColumns(header.rows, simplify);
    const own = rows.filter((row) => row.header === header && row.reading.figures > 0);
    if (order === null || order.length === CODES.length) continue;
    const isBorneOut = own.length >= FEWEST_ROWS && own.every((row) => fitsOrder(row, order));
    if (isBorneOut || order.some((code) => COUNTS.test(code))) orders.set(header, { order, isBorneOut });
  }
  return orders;
}

/** Added columns that hold figures in every row; one for remarks is mostly blank. */
const COUNTS = new RegExp(`^${EXTRA}(?!备注|说明|计量单位|单位)`);

function fitsOrder(row: DraftRow, order: readonly string[]): boolean {
  return (
    slotsOf(row.reading.row, row.reading.labelAt).length === order.length &&
    addsUp(numbers(inNamedOrder(row, order).cells))
  );
}

function byNamedOrder(row: DraftRow, { order, isBorneOut }: NamedOrder): PlacedValues {
  if (isBorneOut) return inNamedOrder(row, order);
  const slots = slotsOf(row.reading.row, row.reading.labelAt);
  if (fitsOrder(row, order) && slots.every(({ text }) => text !== '')) return inNamedOrder(row, order);
  return {
    kind: 'unplaceable',
    why: 'the table has a column more than the form, and the row not all of its cells',
  };
}

function inNamedOrder({ reading }: DraftRow, order: readonly string[]): PlacedValues & { kind: 'placed' } {
  const slots = slotsOf(reading.row, reading.labelAt);
  const cells = CODES.map((code) => slots[order.indexOf(code)] ?? null);
  const without = new Set(CODES.flatMap((code, at) => (order.includes(code) ? [] : [at])));
  return { kind: 'placed', by: 'order', cells, without };
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
 * of cells, same place of the label.
 */
function byNeighbours(
  values: PlacedValues,
  at: number,
  rows: readonly DraftRow[],
  all: readonly PlacedValues[],
): PlacedValues {
  const row = rows[at];
  if (values.kind !== 'open' || values.lost || !row || !hasColumns(row.reading.row)) return values;
  const offsets = new Set<number>();
  for (const [other, placed] of all.entries()) {
    const twin = rows[other];
    if (!twin || placed.kind !== 'placed' || shape(twin) !== shape(row) || placed.cells.some((cell) => !cell))
      continue;
    offsets.add(twin.reading.row.cells.indexOf(placed.cells[0] as RowCell));
  }
  const [offset] = offsets;
  if (offset === undefined || offsets.size > 1) return values;
  const cells = row.reading.row.cells.slice(offset, offset + CODES.length);
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
