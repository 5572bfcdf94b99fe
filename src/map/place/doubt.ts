/** Rows of table 三 that were placed and yet are not believed: something shows that cells of theirs are missing. */

import type { DraftRow } from '../walk/draft.js';
import { isOneGrid, isSetInText } from '../walk/rows.js';
import type { Columns } from './columns.js';
import type { EmptyColumns } from './empty-columns.js';
import { addsUp, CODES, numbers } from './settle.js';
import { hasFusedField, isAllAlike, type PlacedValues, type Placement } from './values.js';

/** Share of the rows that make what they have in common the habit of their table. */
const USUAL_SHARE = 0.8;

/** Whether a row has a total and it is the sum of its other figures. */
export function hasItsTotal(cells: Placement): boolean {
  const values = numbers(cells);
  return values.at(-1) !== null && addsUp(values);
}

/**
 * Columns found from white space are less sure than ruled ones: a row with gaps is believed only if it adds up.
 * A line of delimited text that lost a cell is filled up behind: its total then stands in another column.
 */
export function doubtful(
  values: PlacedValues,
  row: DraftRow | undefined,
  withTotals: ReadonlySet<number>,
  emptyColumns: EmptyColumns,
  mostlyBroken: boolean,
): PlacedValues {
  if (values.kind !== 'placed' || row === undefined) return values;
  const { layout } = row.reading.row;
  if (values.cells.some((cell) => cell?.parted?.by === 'open')) {
    return {
      kind: 'unplaceable',
      why: 'figures beside the row belong to no other: any of its own may lack a part',
    };
  }
  if (hasFusedField(row.reading.row, values.cells)) {
    return { kind: 'unplaceable', why: 'two figures stand in one cell, and the others may have moved' };
  }
  if (layout === 'loose' && mostlyBroken && !isBorneOut(values.cells)) {
    return { kind: 'unplaceable', why: 'most rows of the text have more or fewer figures than columns' };
  }
  if (layout === 'delimited' && isFilledUp(values.cells)) {
    return {
      kind: 'unplaceable',
      why: 'the total is blank and the last figure as large as all before it: a cell is missing',
    };
  }
  if (layout === 'delimited' && withTotals.has(row.reading.row.table) && lacksTotal(values.cells)) {
    return { kind: 'unplaceable', why: 'only this row has no total: cells of the line may be missing' };
  }
  if (layout === 'aligned' && values.by !== 'header' && isLabelOrBlank(values.cells[0]?.text)) {
    return {
      kind: 'unplaceable',
      why: 'the first cell holds no figure, and no header tells whether it is one of the labels',
    };
  }
  const { cells, colCount } = row.reading.row;
  const short = layout === 'delimited' && cells.length < colCount;
  if (layout !== 'aligned' && !short) return values;
  const gaps = values.cells.some((cell) => !cell || cell.text === '');
  const figures = values.cells.some((cell) => cell && cell.text !== '');
  if (gaps && figures && values.by !== 'header' && isSetInText(row.reading.row)) {
    return { kind: 'unplaceable', why: 'columns found from the blanks of a text, some without a figure' };
  }
  // A line that lacks a field can have lost it before its total, and then its figures stand where others belong.
  const agrees = short ? hasItsTotal(values.cells) : addsUp(numbers(values.cells));
  if (!gaps || !figures || agrees || emptyColumns.explains(row, values.cells)) return values;
  return short
    ? { kind: 'unplaceable', why: 'the line is shorter than the table, and the row does not add up' }
    : { kind: 'unplaceable', why: 'columns found from white space, and the row does not add up' };
}

/** Whether the same stands in every column, or an amount and its total. */
function isBorneOut(cells: Placement): boolean {
  const hasAmount = numbers(cells).some((value) => value !== null && value !== 0);
  return isAllAlike(cells, CODES.length) || (hasAmount && hasItsTotal(cells));
}

/**
 * Whether a row with gaps was placed by the order of its cells, and the header names another column above one of them:
 * a column that nothing is printed in can be taken for one of the labels, and then all others move.
 */
export function isUnderAnother(values: PlacedValues, row: DraftRow | undefined, columns: Columns): boolean {
  if (values.kind !== 'placed' || values.by === 'header' || row === undefined) return false;
  const source = row.reading.row;
  if (source.layout !== 'aligned' || !isOneGrid(row.header?.rows.at(-1), source)) return false;
  if (values.cells.every((cell) => cell !== null && cell.text !== '')) return false;
  return values.cells.some((cell, at) => {
    if (cell === null || cell.text === '') return false;
    const above = [...columns].filter(([, { from, to }]) => from <= cell.col && cell.col < to);
    return above.length > 0 && above.every(([code]) => code !== CODES[at]);
  });
}

/** Words without a figure; a sign or a single word for none is a value. */
const WORDS = /^\D*\p{Script=Han}{2}\D*$/u;

function isLabelOrBlank(text: string | undefined): boolean {
  return text !== undefined && (text === '' || WORDS.test(text));
}

/** Tables whose rows have a total wherever they have anything to add up, but for a few. */
export function tablesWithTotals(
  rows: readonly DraftRow[],
  placed: readonly PlacedValues[],
): ReadonlySet<number> {
  const tables = new Map<number, { rows: number; lacking: number }>();
  for (const [at, values] of placed.entries()) {
    if (values.kind !== 'placed' || !numbers(values.cells).some((figure) => figure)) continue;
    const table = rows[at]?.reading.row.table ?? 0;
    const tally = tables.get(table) ?? { rows: 0, lacking: 0 };
    tables.set(table, tally);
    tally.rows++;
    if (lacksTotal(values.cells)) tally.lacking++;
  }
  const isUsual = ({ rows: all, lacking }: { rows: number; lacking: number }) =>
    lacking <= all * (1 - USUAL_SHARE);
  return new Set([...tables].flatMap(([table, tally]) => (isUsual(tally) ? [table] : [])));
}

/** Whether a row has something to add up and a blank where its total belongs. */
function lacksTotal(cells: Placement): boolean {
  const values = numbers(cells);
  return (cells.at(-1)?.text ?? '') === '' && values.some((value) => value !== null && value > 0);
}

/** A line rarely loses more cells; a row with one figure and many blanks is a row with one figure. */
const MOST_LOST = 2;

/** Whether the last figure stands before the column of the total and could be the total of those before it. */
function isFilledUp(cells: Placement): boolean {
  const last = cells.findLastIndex((cell) => cell !== null && cell.text !== '');
  const behind = cells.length - 1 - last;
  if (last < 1 || behind === 0 || behind > MOST_LOST) return false;
  const values = numbers(cells.slice(0, last + 1)).map((value) => value ?? 0);
  const total = values.at(-1) ?? 0;
  return total > 0 && total >= values.slice(0, -1).reduce((sum, value) => sum + value, 0);
}
