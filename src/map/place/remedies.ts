/** Table 四: fifteen figures in one row, or in one row for each part of a divided table. */

import { REMEDY_PATHS, REMEDY_RESULTS } from '../../form/index.js';
import type { DraftRow } from '../walk/draft.js';
import type { RowReading } from '../walk/reading.js';
import { hasColumns, isSetInText, type RowCell, type SourceRow } from '../walk/rows.js';
import { readFigure } from '../words/figures.js';
import { VOCABULARY } from '../words/labels.js';
import type { Simplify } from '../words/text.js';
import { type Columns, remedyColumns, remedyColumnsByResult, remedyOrder, resultColumns } from './columns.js';
import { groundInColumn } from './grounds.js';
import { joinHalvesOfRow } from './halves.js';
import {
  type Blanks,
  hasFusedField,
  isAllAlike,
  type Placement,
  placeByHeader,
  placeByOrder,
  slotsOf,
} from './values.js';

/** `path/result` in form order. */
export const REMEDY_CODES: readonly string[] = REMEDY_PATHS.flatMap((path) =>
  REMEDY_RESULTS.map((result) => `${path.code}/${result.code}`),
);

export interface RemedyValues {
  readonly row: DraftRow;
  readonly codes: readonly string[];
  readonly cells: readonly (RowCell | null | 'undecided')[];
  readonly inferred: boolean;
  readonly ground: string;
  /** The ground of each column, for rows that only arithmetic could place. */
  readonly grounds?: readonly string[];
}

const RESULTS = REMEDY_RESULTS.length;

export function placeRemedies(row: DraftRow, simplify: Simplify): RemedyValues {
  const values = placeRow(row, simplify);
  return row.reading.row.layout === 'grid' ? { ...values, cells: withWholeFigures(values.cells) } : values;
}

/** Figures that a narrow column broke are joined where the total of their path says so. */
function withWholeFigures(cells: RemedyValues['cells']): RemedyValues['cells'] {
  if (cells.length % RESULTS !== 0) return cells;
  const paths = Array.from({ length: cells.length / RESULTS }, (_, at) =>
    cells.slice(at * RESULTS, (at + 1) * RESULTS),
  );
  const proof = (path: Placement) => numberIn(path[RESULTS - 1]) !== null && pathsAddUp(path);
  return paths.flatMap((path): RemedyValues['cells'] => {
    const printed = path.flatMap((cell) => (cell === 'undecided' ? [] : [cell]));
    return (printed.length === RESULTS && joinHalvesOfRow(printed, proof)) || path;
  });
}

function placeRow(row: DraftRow, simplify: Simplify): RemedyValues {
  const { reading } = row;
  const source = reading.row;
  const columns = columnsOf(row, simplify);
  const labelAt = labelBefore(reading);
  if (hasFusedField(source, source.cells))
    return undecided(row, 'two figures stand in one cell, and the others may have moved');
  if (columns.size % RESULTS === 0 && columns.size > 0 && hasColumns(source)) {
    const codes = REMEDY_CODES.filter((code) => columns.has(code));
    const placed = placeByHeader(source, labelAt, columns, codes);
    if (placed && isFilledUp(source, placed))
      return undecided(row, 'the last cell is empty and the totals do not fit: a cell is missing');
    if (placed) return { row, codes, cells: placed, inferred: false, ground: 'header' };
  }
  const slots = withoutBlankColumns(source, slotsOf(source, labelAt));
  if (hasColumns(source) && !isSetInText(source) && agreesWithForm(columns, slots)) {
    return { row, codes: REMEDY_CODES, cells: slots, inferred: false, ground: 'header' };
  }
  const path = VOCABULARY.path.find(reading.label)?.code;
  if (path && row.header) return placePathRow(row, path, row.header.rows, simplify);
  const order = row.header ? remedyOrder(row.header.rows, simplify) : REMEDY_CODES;
  if (!order && isAllAlike(slots, REMEDY_CODES.length))
    return { row, codes: REMEDY_CODES, cells: slots, inferred: false, ground: 'alike' };
  if (!order) return undecided(row, 'the header gives no order of the results, and its columns are lost');
  return inOrder(row, order, slots, blanksOf(source, slots));
}

/** Where white space alone tells the columns it can tell too many: with a figure for each of the form's, those are they. */
function withoutBlankColumns({ layout }: SourceRow, slots: readonly RowCell[]): readonly RowCell[] {
  const printed = slots.filter(({ text }) => text !== '');
  return layout === 'aligned' && printed.length === REMEDY_CODES.length ? printed : slots;
}

/**
 * What an empty cell among the figures is. White space that tells more columns than the form has can have found one in any
 * place, and taken two for one in another; that of a text says little in any case.
 */
function blanksOf(source: SourceRow, slots: readonly RowCell[]): Blanks {
  if (source.layout === 'loose' || isSetInText(source)) return 'dropped';
  return source.layout === 'aligned' && slots.length > REMEDY_CODES.length ? 'unsteady' : 'kept';
}

/** So many columns of a header must be known, each where the form has it, before the rest is taken to be the form's. */
const FEWEST_KNOWN = 9;

/** A header of which some words are misread or missing, over a row with one cell for each column of the form. */
function agreesWithForm(columns: Columns, slots: readonly RowCell[]): boolean {
  const known = REMEDY_CODES.map((code) => columns.get(code));
  return (
    slots.length === REMEDY_CODES.length &&
    columns.size >= FEWEST_KNOWN &&
    known.every((span, at) => span === undefined || span.from === slots[at]?.col)
  );
}

function columnsOf({ header }: DraftRow, simplify: Simplify): Columns {
  if (!header) return new Map();
  const columns = remedyColumns(header.rows, simplify);
  if (columns.size > 0 && columns.size % RESULTS === 0) return columns;
  const byResult = remedyColumnsByResult(header.rows, simplify);
  // What is known of a header with a misread word still tells whether it is the form's.
  return byResult.size > 0 ? byResult : columns;
}

/** A text among the figures (`7 0`) is an unreadable one of them, not the row's label. */
function labelBefore({ row, labelAt, figures }: RowReading): number {
  const isFirst = row.cells
    .slice(0, Math.max(0, labelAt))
    .every(({ text, inherited }) => inherited || text === '');
  return figures > 0 && isFirst ? labelAt : -1;
}

/** One path of a table 四 that prints its paths as rows, under columns of results. */
function placePathRow(
  row: DraftRow,
  path: string,
  header: readonly SourceRow[],
  simplify: Simplify,
): RemedyValues {
  const source = row.reading.row;
  const codes = REMEDY_RESULTS.map((result) => `${path}/${result.code}`);
  const columns = resultColumns(header, simplify);
  const byHeader = hasColumns(source)
    ? placeByHeader(
        source,
        row.reading.labelAt,
        columns,
        REMEDY_RESULTS.map(({ code }) => code),
      )
    : null;
  const whole = columns.size === RESULTS ? byHeader : null;
  const slots = slotsOf(source, row.reading.labelAt);
  if (whole) return { row, codes, cells: whole, inferred: false, ground: 'header' };
  if (slots.length === RESULTS && slots.every(({ text }) => text !== '') && remedyOrder(header, simplify)) {
    return { row, codes, cells: slots, inferred: false, ground: 'order' };
  }
  return {
    ...undecided(row, 'the row does not show under which result its figures stand'),
    codes,
    cells: codes.map(() => 'undecided'),
  };
}

function inOrder(
  row: DraftRow,
  order: readonly string[],
  slots: readonly RowCell[],
  blanks: Blanks,
): RemedyValues {
  const values = placeByOrder(slots, REMEDY_CODES.length, blanks);
  if (values.kind === 'placed' && isFilledUp(row.reading.row, values.cells))
    return undecided(row, 'the last cell is empty and the totals do not fit: a cell is missing');
  if (values.kind === 'placed')
    return { row, codes: order, cells: values.cells, inferred: false, ground: values.by };
  if (values.kind === 'unplaceable') return undecided(row, values.why);
  const options = values.options.filter(pathsAddUp);
  if (options.length === 0) return undecided(row, 'no placement satisfies the arithmetic of the form');
  const cells = order.map((_, col) => {
    const [first, ...others] = new Set(options.map((option) => option[col] ?? null));
    const sure =
      others.length === 0 && first !== undefined && options.every((option) => isConfirmed(option, col));
    return sure ? first : ('undecided' as const);
  });
  return {
    row,
    codes: order,
    cells,
    inferred: true,
    ground: 'placed by arithmetic',
    grounds: cells.map((cell, col) =>
      groundInColumn(
        options.map((option) => option[col]?.text ?? ''),
        cell !== 'undecided',
      ),
    ),
  };
}

function undecided(row: DraftRow, ground: string): RemedyValues {
  return {
    row,
    codes: REMEDY_CODES,
    cells: REMEDY_CODES.map(() => 'undecided' as const),
    inferred: false,
    ground,
  };
}

/**
 * A line of delimited text that lost a cell is filled up behind, and its totals stand under other results. Where each
 * cell has its line, the empty lines before the next section can do the same.
 */
function isFilledUp({ layout }: SourceRow, cells: Placement): boolean {
  if ((cells.at(-1)?.text ?? '') !== '') return false;
  return (layout === 'delimited' || layout === 'lines') && (!pathsAddUp(cells) || lastIsATotal(cells));
}

/** Whether the last path has no total, and its last figure could be the total of those before it. */
function lastIsATotal(cells: Placement): boolean {
  const path = cells.slice(-RESULTS).map(numberIn);
  const last = path.findLastIndex((value) => value !== null);
  const before = path.slice(0, Math.max(0, last));
  const total = path[last] ?? 0;
  return total > 0 && before.some((value) => value !== null) && total >= sumOf(before);
}

function sumOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** A path with figures is confirmed by its printed total; one without a total could hold any figures. */
function isConfirmed(cells: Placement, col: number): boolean {
  const from = col - (col % RESULTS);
  const path = cells.slice(from, from + RESULTS);
  return path[RESULTS - 1] !== null || path.every((cell) => cell === null);
}

/** The four results of each path sum to its total, where a total is printed. */
function pathsAddUp(cells: Placement): boolean {
  for (let from = 0; from < cells.length; from += RESULTS) {
    const total = numberIn(cells[from + RESULTS - 1]);
    if (total === null) continue;
    if (sumOf(cells.slice(from, from + RESULTS - 1).map(numberIn)) !== total) return false;
  }
  return true;
}

function numberIn(cell: RowCell | null | undefined): number | null {
  const figure = cell ? readFigure(cell.text) : null;
  return figure?.kind === 'number' ? Number(figure.value) : null;
}
