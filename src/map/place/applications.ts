/**
 * Table 三: placing each row's figures under the applicants. Rows the layout leaves open are settled by the
 * form's own arithmetic (row total = sum of applicants; 一 + 二 = (七) + 四; sum of outcomes = (七)), and only
 * when it leaves one answer.
 */

import { APPLICANTS, APPLICATION_ITEMS } from '../../form/index.js';
import type { DraftRow, Header } from '../walk/draft.js';
import { hasColumns, type RowCell } from '../walk/rows.js';
import { readFigure } from '../words/figures.js';
import type { Simplify } from '../words/text.js';
import { applicantColumns, applicantOrder, type Columns } from './columns.js';
import { groundAfterLoss, groundInColumn } from './grounds.js';
import { type Equation, solve } from './solve.js';
import {
  type Blanks,
  type PlacedValues,
  type Placement,
  placeByHeader,
  placeByOrder,
  slotsOf,
} from './values.js';

/** A figure that is not printed where the row has lost a cell, but that the row's own total determines. */
export interface Completed {
  readonly completed: string;
}

/** The cells of one row with the ground they stand on. */
export interface RowValues {
  readonly row: DraftRow;
  /** Per column: the cell, null for a column without one, a completed figure, or `undecided`. */
  readonly cells: readonly (RowCell | Completed | null | 'undecided' | 'no column')[];
  readonly inferred: boolean;
  readonly ground: string;
  /** The ground of each column, for rows that only arithmetic could place. */
  readonly grounds?: readonly string[];
}

/** Ground of rows that only the form's arithmetic could place. */
const ARITHMETIC = 'placed by arithmetic';
const CODES = APPLICANTS.map(({ code }) => code);
/** Stands in for a row that cannot be placed; the column equations are not used then. */
const NOTHING: Placement = CODES.map(() => null);
const TOTAL = CODES.indexOf('total');
const ROLES: ReadonlyMap<string, string> = new Map(APPLICATION_ITEMS.map(({ code, role }) => [code, role]));

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
  return settle(
    rows,
    aligned.map((values, at) => doubtful(values, rows[at])),
  );
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

/** Solves all open rows of the table together. */
function settle(rows: readonly DraftRow[], placed: readonly PlacedValues[]): RowValues[] {
  const options = placed.map((values) => candidateOptions(values));
  const groups = options.map((list, at) => groupByNumbers(list, isLossy(placed[at])));
  const isOpen = placed.some((values) => values.kind === 'open');
  const identities = isOpen ? equations(rows, placed) : [];
  const solutions = isOpen
    ? solve(
        groups.map((group) => ({ options: group.map(({ values }) => values) })),
        identities,
      )
    : null;
  const covered = new Set(identities.flatMap(({ terms }) => terms.map((term) => term.row)));
  return placed.map((values, at): RowValues => {
    const row = rows[at] as DraftRow;
    if (values.kind === 'placed') {
      const cells = values.cells.map((cell, col) =>
        values.without?.has(col) ? ('no column' as const) : cell,
      );
      return { row, cells, inferred: false, ground: values.by };
    }
    if (values.kind === 'unplaceable') return undecided(row, values.why);
    const possible = [...(solutions?.possible[at] ?? [])].flatMap(
      (index) => groups[at]?.[index]?.options ?? [],
    );
    if (!solutions?.complete) return undecided(row, 'too many placements satisfy the form');
    if (possible.length === 0) return undecided(row, 'no placement satisfies the arithmetic of the form');
    const confirmed = isLossy(values) ? covered.has(at) : possible.every(hasTotal);
    if (!confirmed) return undecided(row, 'nothing confirms the placement: it may lack its total');
    return isLossy(values) ? completed(row, possible) : agreed(row, possible);
  });
}

function candidateOptions(values: PlacedValues): readonly Placement[] {
  if (values.kind === 'placed') return [values.cells];
  if (values.kind === 'unplaceable') return [NOTHING];
  return values.options.filter((option) =>
    values.lost ? completion(option) !== null : addsUp(numbers(option)),
  );
}

/** The one figure a row has lost, from its own identity; null when that is impossible. */
function completion(option: Placement): { readonly at: number; readonly value: number } | null {
  const values = numbers(option);
  const at = values.indexOf(null);
  if (at < 0 || values.lastIndexOf(null) !== at) return null;
  const sum = values.slice(0, TOTAL).reduce<number>((all, value) => all + (value ?? 0), 0);
  const value = at === TOTAL ? sum : (values[TOTAL] ?? 0) - sum;
  return value >= 0 ? { at, value } : null;
}

/** What an option weighs in the equations: its numbers, with a lost figure completed. */
function weights(option: Placement, lost: boolean): readonly number[] {
  const missing = lost ? completion(option) : null;
  return numbers(option).map((value, at) => value ?? (missing?.at === at ? missing.value : 0));
}

interface NumberGroup {
  readonly values: readonly number[];
  readonly options: Placement[];
}

/** Options that differ only in where a zero stands weigh the same in every equation. */
function groupByNumbers(options: readonly Placement[], lost: boolean): NumberGroup[] {
  const groups = new Map<string, NumberGroup>();
  for (const option of options) {
    const values = weights(option, lost);
    const key = values.join();
    const group = groups.get(key) ?? { values, options: [] };
    group.options.push(option);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/**
 * The column identities. They are left out when a row of the table is unmatched, doubled or unplaceable: then
 * the sum of what was read need not be the printed total.
 */
function equations(rows: readonly DraftRow[], placed: readonly PlacedValues[]): Equation[] {
  const codes = rows.map(({ code }) => code);
  if (codes.some((code) => code === null) || new Set(codes).size < codes.length) return [];
  if (placed.some(({ kind }) => kind === 'unplaceable')) return [];
  const withRole = (role: string) =>
    codes.flatMap((code, row) => (ROLES.get(code ?? '') === role ? [row] : []));
  const total = withRole('outcome_total');
  const outcomes = withRole('outcome');
  const intake = withRole('intake');
  const out = withRole('carried_over_out');
  if (total.length !== 1) return [];
  const term = (sign: 1 | -1) => (row: number) => ({ row, sign });
  return CODES.flatMap((_, column) => [
    { column, terms: [...outcomes.map(term(1)), ...total.map(term(-1))] },
    ...(intake.length === 2 && out.length === 1
      ? [{ column, terms: [...intake.map(term(1)), ...total.map(term(-1)), ...out.map(term(-1))] }]
      : []),
  ]);
}

/** Keeps the columns on which all placements agree. */
function agreed(row: DraftRow, options: readonly Placement[]): RowValues {
  const cells = CODES.map((_, col) => {
    const [first, ...others] = new Set(options.map((option) => option[col] ?? null));
    return others.length > 0 || first === undefined ? ('undecided' as const) : first;
  });
  return {
    row,
    cells,
    inferred: true,
    ground: ARITHMETIC,
    grounds: cells.map((cell, col) =>
      groundInColumn(
        options.map((option) => option[col]?.text ?? ''),
        cell !== 'undecided',
      ),
    ),
  };
}

/** A row that lost one of its figures: wherever it stood, a column counts when every possibility gives the same. */
function completed(row: DraftRow, options: readonly Placement[]): RowValues {
  const possible = options.map((option) => weights(option, true));
  const cells = CODES.map((_, col) => {
    const [first, ...others] = new Set(possible.map((values) => values[col]));
    return others.length > 0 || first === undefined ? ('undecided' as const) : { completed: String(first) };
  });
  return {
    row,
    cells,
    inferred: true,
    ground: ARITHMETIC,
    grounds: cells.map((cell, col) =>
      groundAfterLoss(
        possible.map((values) => String(values[col] ?? '')),
        cell !== 'undecided',
      ),
    ),
  };
}

function isLossy(values: PlacedValues | undefined): boolean {
  return values?.kind === 'open' && values.lost;
}

function undecided(row: DraftRow, ground: string): RowValues {
  return { row, cells: CODES.map(() => 'undecided' as const), inferred: false, ground };
}

/**
 * Only the row's own total anchors its figures: the column identities hold as well when every row of the table is
 * shifted by one column.
 */
function hasTotal(option: Placement): boolean {
  return numbers(option)[TOTAL] !== null;
}

/** Numbers of a placement; null where nothing or no number is printed. */
function numbers(cells: Placement): (number | null)[] {
  return cells.map((cell) => {
    const figure = cell ? readFigure(cell.text) : null;
    return figure?.kind === 'number' ? Number(figure.value) : null;
  });
}

/** 自然人 and the five kinds of organization sum to 总计; a row without a total cannot contradict itself. */
function addsUp(values: readonly (number | null)[]): boolean {
  const total = values[TOTAL];
  if (total === null || total === undefined) return true;
  return values.slice(0, TOTAL).reduce<number>((sum, value) => sum + (value ?? 0), 0) === total;
}

function memoize<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
