/**
 * Table 三: placing each row's figures under the applicants. Rows the layout leaves open are settled by the
 * form's own arithmetic (row total = sum of applicants; 一 + 二 = (七) + 四; sum of outcomes = (七)), and only
 * when it leaves one answer.
 */

import { APPLICANTS, APPLICATION_ITEMS } from '../form/index.js';
import { applicantColumns } from './columns.js';
import type { DraftRow, Header } from './draft.js';
import { readFigure } from './figures.js';
import type { RowCell } from './rows.js';
import { type Equation, solve } from './solve.js';
import type { Simplify } from './text.js';
import { type PlacedValues, type Placement, placeByHeader, placeByOrder, slotsOf } from './values.js';

/** The cells of one row with the ground they stand on. */
export interface RowValues {
  readonly row: DraftRow;
  /** Per column: the cell, null for a column without one, or `undecided`. */
  readonly cells: readonly (RowCell | null | 'undecided')[];
  readonly inferred: boolean;
  readonly ground: string;
}

const CODES = APPLICANTS.map(({ code }) => code);
/** Stands in for a row that cannot be placed; the column equations are not used then. */
const NOTHING: Placement = CODES.map(() => null);
const TOTAL = CODES.indexOf('total');
const ROLES: ReadonlyMap<string, string> = new Map(APPLICATION_ITEMS.map(({ code, role }) => [code, role]));

/** Places all rows of one copy of table 三. */
export function placeApplications(rows: readonly DraftRow[], simplify: Simplify): RowValues[] {
  const columnsOf = memoize((header: Header) => applicantColumns(header.rows, simplify));
  const first = rows.map(
    (row): PlacedValues => placeRow(row, row.header ? columnsOf(row.header) : new Map()),
  );
  const aligned = first.map((values, at) => byNeighbours(values, at, rows, first));
  return settle(
    rows,
    aligned.map((values, at) => doubtful(values, rows[at])),
  );
}

function placeRow(row: DraftRow, columns: ReadonlyMap<string, { from: number; to: number }>): PlacedValues {
  const { reading } = row;
  const source = reading.row;
  const sameGrid = row.header?.rows.at(-1)?.colCount === source.colCount && source.layout !== 'loose';
  const placed = sameGrid ? placeByHeader(source, reading.labelAt, columns, CODES) : null;
  if (placed) return { kind: 'placed', by: 'header', cells: placed };
  return placeByOrder(slotsOf(source, reading.labelAt), CODES.length, source.layout !== 'loose');
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
  if (values.kind !== 'open' || !row || row.reading.row.layout === 'loose') return values;
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
  const fits = values.options.some((option) => option.every((cell, col) => cell === cells[col]));
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
  const groups = options.map(groupByNumbers);
  const isOpen = placed.some((values) => values.kind === 'open');
  const solutions = isOpen
    ? solve(
        groups.map((group) => ({ options: group.map(({ values }) => values) })),
        equations(rows, placed),
      )
    : null;
  return placed.map((values, at): RowValues => {
    const row = rows[at] as DraftRow;
    if (values.kind === 'placed') return { row, cells: values.cells, inferred: false, ground: values.by };
    if (values.kind === 'unplaceable') return undecided(row, values.why);
    const possible = [...(solutions?.possible[at] ?? [])].flatMap(
      (index) => groups[at]?.[index]?.options ?? [],
    );
    if (!solutions?.complete) return undecided(row, 'too many placements satisfy the form');
    if (possible.length === 0) return undecided(row, 'no placement satisfies the arithmetic of the form');
    return agreed(row, possible);
  });
}

function candidateOptions(values: PlacedValues): readonly Placement[] {
  if (values.kind === 'placed') return [values.cells];
  if (values.kind === 'unplaceable') return [NOTHING];
  return values.options.filter((option) => addsUp(numbers(option)));
}

interface NumberGroup {
  readonly values: readonly number[];
  readonly options: Placement[];
}

/** Options that differ only in where a zero stands weigh the same in every equation. */
function groupByNumbers(options: readonly Placement[]): NumberGroup[] {
  const groups = new Map<string, NumberGroup>();
  for (const option of options) {
    const values = numbers(option).map((value) => value ?? 0);
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
    ground: `the only placement of ${options.length} that the form's arithmetic allows`,
  };
}

function undecided(row: DraftRow, ground: string): RowValues {
  return { row, cells: CODES.map(() => 'undecided' as const), inferred: false, ground };
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
