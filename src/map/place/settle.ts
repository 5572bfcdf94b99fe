/**
 * Rows of table 三 that the layout leaves open, settled by the form's own arithmetic: row total = sum of applicants;
 * 一 + 二 = (七) + 四; sum of outcomes = (七). A column counts only when every possible placement agrees on it and the
 * row's total confirms them.
 */

import { APPLICANTS, APPLICATION_ITEMS } from '../../form/index.js';
import type { DraftRow } from '../walk/draft.js';
import type { RowCell } from '../walk/rows.js';
import { readFigure } from '../words/figures.js';
import { groundAfterLoss, groundInColumn } from './grounds.js';
import { type Equation, solve } from './solve.js';
import type { PlacedValues, Placement } from './values.js';

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
  /** Columns whose figure was read in several ways and settled by arithmetic. */
  readonly byArithmetic?: ReadonlySet<number>;
}

/** Ground of rows that only the form's arithmetic could place. */
const ARITHMETIC = 'placed by arithmetic';
/** Applicants in the order of the form. */
export const CODES = APPLICANTS.map(({ code }) => code);
/** Stands in for a row that cannot be placed; the column equations are not used then. */
const NOTHING: Placement = CODES.map(() => null);
const TOTAL = CODES.indexOf('total');
const ROLES: ReadonlyMap<string, string> = new Map(APPLICATION_ITEMS.map(({ code, role }) => [code, role]));

/** Solves all open rows of the table together. */
export function settle(rows: readonly DraftRow[], placed: readonly PlacedValues[]): RowValues[] {
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
  const contradicted = placed.some((values) => values.kind === 'placed' && !addsUp(numbers(values.cells)));
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
    if (contradicted)
      return undecided(row, 'the sums of other rows do not hold: arithmetic cannot place this one');
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
export function equations(rows: readonly DraftRow[], placed: readonly PlacedValues[]): Equation[] {
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
export function numbers(cells: Placement): (number | null)[] {
  return cells.map((cell) => {
    const figure = cell && cell.parted?.by !== 'open' ? readFigure(cell.text) : null;
    return figure?.kind === 'number' ? Number(figure.value) : null;
  });
}

/** Numbers of a placement that can bear witness: null also where two readings of a picture differ. */
export function certainNumbers(cells: Placement): (number | null)[] {
  return numbers(cells).map((figure, at) => (cells[at]?.recognition?.agreed === false ? null : figure));
}

/** 自然人 and the five kinds of organization sum to 总计; a row without a total cannot contradict itself. */
export function addsUp(values: readonly (number | null)[]): boolean {
  const total = values[TOTAL];
  if (total === null || total === undefined) return true;
  return values.slice(0, TOTAL).reduce<number>((sum, value) => sum + (value ?? 0), 0) === total;
}
