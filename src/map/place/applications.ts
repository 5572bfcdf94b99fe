/**
 * Table 三: placing each row's figures under the applicants: by the header's columns, by the order of the cells,
 * like rows of the same shape; what stays open is left to the form's arithmetic (`settle`).
 */

import type { DraftRow, Header } from '../walk/draft.js';
import { hasColumns, type RowCell } from '../walk/rows.js';
import type { Simplify } from '../words/text.js';
import { applicantColumns, applicantOrder, type Columns } from './columns.js';
import { settleReadings } from './readings.js';
import { addsUp, CODES, numbers, type RowValues, settle } from './settle.js';
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
  const byHeader = rows.map((row) => headerPlacement(row, row.header ? columnsOf(row.header) : new Map()));
  const accidental = accidentalHeaders(rows, byHeader);
  const steady = steadyTables(rows);
  const first = rows.map((row, at): PlacedValues => {
    const { table } = row.reading.row;
    const misfit = accidental.get(table);
    const placed = byHeader[at];
    if (placed && !misfit) return placed;
    const order = row.header ? orderOf(row.header).codes : CODES;
    if (!order) return { kind: 'unplaceable', why: 'the header gives no order of the applicants' };
    return reordered(
      placeByOrder(
        slotsOf(row.reading.row, row.reading.labelAt),
        CODES.length,
        blanksOf(row, misfit, steady.has(table)),
      ),
      order,
    );
  });
  const aligned = first.map((values, at) => byNeighbours(values, at, rows, first));
  const settled = settle(
    rows,
    aligned.map((values, at) => doubtful(values, rows[at])),
  );
  return settleReadings(settled);
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

/** Brings cells that stand in the header's order into the order of the form. */
function reordered(values: PlacedValues, order: readonly string[]): PlacedValues {
  if (order.every((code, at) => code === CODES[at])) return values;
  const inForm = (cells: Placement): Placement => CODES.map((code) => cells[order.indexOf(code)] ?? null);
  if (values.kind === 'placed') return { ...values, cells: inForm(values.cells) };
  return values.kind === 'open' ? { ...values, options: values.options.map(inForm) } : values;
}

/** Rows damaged one by one do not make a table unsteady; lost spans shift the rows of whole groups. */
const STEADY_SHARE = 0.8;

/** Tables in which nearly every row has one cell for each column after its label. */
function steadyTables(rows: readonly DraftRow[]): ReadonlySet<number> {
  const tables = new Map<number, { rows: number; whole: number }>();
  for (const { reading } of rows) {
    const tally = tables.get(reading.row.table) ?? { rows: 0, whole: 0 };
    tally.rows++;
    if (slotsOf(reading.row, reading.labelAt).length === CODES.length) tally.whole++;
    tables.set(reading.row.table, tally);
  }
  return new Set(
    [...tables].flatMap(([table, { rows: all, whole }]) => (whole >= all * STEADY_SHARE ? [table] : [])),
  );
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

/**
 * Columns found from white space are less sure than ruled ones: a row with gaps is believed only if it adds up.
 */
function doubtful(values: PlacedValues, row: DraftRow | undefined): PlacedValues {
  if (values.kind !== 'placed' || row?.reading.row.layout !== 'aligned') return values;
  const gaps = values.cells.some((cell) => !cell || cell.text === '');
  const figures = values.cells.some((cell) => cell && cell.text !== '');
  if (!gaps || !figures || addsUp(numbers(values.cells))) return values;
  return { kind: 'unplaceable', why: 'columns found from white space, and the row does not add up' };
}

function memoize<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
