/** From a row's cells to the columns of the form: what is certain, and what is only possible. */

import type { RowCell, SourceRow } from '../walk/rows.js';
import { isFigure } from '../words/figures.js';
import { type Columns, EXTRA, type Span } from './columns.js';

/** One cell per column of the form, in form order; null where the layout has no cell for it. */
export type Placement = readonly (RowCell | null)[];

/**
 * - `placed`: the layout leaves no doubt; `by` names the ground
 * - `open`: several placements are possible and only arithmetic can choose; with `lost`, a column without a cell
 *   has lost its figure rather than stood blank
 * - `unplaceable`: not even the possible placements can be listed
 */
export type PlacedValues =
  | {
      readonly kind: 'placed';
      readonly by: 'header' | 'order' | 'neighbours';
      readonly cells: Placement;
      /** Positions for which the table has no column at all. */
      readonly without?: ReadonlySet<number>;
    }
  | { readonly kind: 'open'; readonly options: readonly Placement[]; readonly lost: boolean }
  | { readonly kind: 'unplaceable'; readonly why: string };

/** A joint search over more placements than this would not end with one answer anyway. */
const MOST_OPTIONS = 6_500;

/** Own cells after the label, the figures and gaps of the row, in order. */
export function slotsOf(row: SourceRow, labelAt: number): readonly RowCell[] {
  return row.cells.slice(labelAt + 1).filter((cell) => !cell.inherited);
}

/**
 * Places a row by the grid columns of its header. Every printed figure must stand under exactly one column
 * and no column may hold two cells; otherwise the header does not describe this row and null is returned.
 * A code without a column stays null; the caller decides whether such a header is believable.
 */
export function placeByHeader(
  row: SourceRow,
  labelAt: number,
  columns: Columns,
  codes: readonly string[],
): Placement | null {
  const labelEnd = labelAt < 0 ? 0 : end(row.cells[labelAt]);
  const spans = codes.map((code) => columns.get(code) ?? null);
  if (spans.some((span) => span && span.from < labelEnd)) return null;
  const extras = [...columns].flatMap(([code, span]) => (code.startsWith(EXTRA) ? [span] : []));
  const cells: (RowCell | null)[] = codes.map(() => null);
  for (const cell of slotsOf(row, labelAt)) {
    const under = spans.flatMap((span, at) =>
      span && cell.col < span.to && end(cell) > span.from ? [at] : [],
    );
    if (cell.text === '') {
      for (const blank of under) cells[blank] ??= cell;
      continue;
    }
    const [at] = under;
    if (at === undefined && isUnder(cell, extras)) continue;
    if (at === undefined || under.length > 1) return null;
    if (cells[at] && cells[at]?.text !== '') return null;
    cells[at] = cell;
  }
  return cells.some((cell, at) => cell === null && spans[at]) ? null : cells;
}

/** Whether a cell lies wholly under one of the spans. */
function isUnder(cell: RowCell, spans: readonly Span[]): boolean {
  return spans.some(({ from, to }) => cell.col >= from && end(cell) <= to);
}

/**
 * What became of blank cells on the way: `kept` as empty cells; `dropped` without a trace; `unsteady`, where an
 * empty cell can as well be the rest of a merged one; `unsure`, where even figures may have been cut off.
 */
export type Blanks = 'kept' | 'dropped' | 'unsteady' | 'unsure';

/**
 * Places a row by the order of its slots alone: as many slots as columns, or as many figures as columns and
 * nothing else between them. With fewer or more, lists what is possible.
 */
export function placeByOrder(slots: readonly RowCell[], width: number, blanks: Blanks): PlacedValues {
  const printed = slots.filter(({ text }) => text !== '');
  const first = slots.findIndex(({ text }) => text !== '');
  const last = slots.findLastIndex(({ text }) => text !== '');
  const whole = slots.length === width && (printed.length === width || blanks === 'kept');
  if (blanks === 'dropped' && printed.some(({ text }) => isPieceOfFigure(text)))
    return { kind: 'unplaceable', why: 'a figure is broken over lines' };
  if (whole) return { kind: 'placed', by: 'order', cells: slots };
  if (printed.length === 0)
    return { kind: 'placed', by: 'order', cells: Array.from({ length: width }, () => null) };
  if (last - first + 1 > width) return withStranger(printed, width, blanks);
  if (printed.length === width) return { kind: 'placed', by: 'order', cells: printed };
  if (printed.some(({ text }) => !isFigure(text)))
    return { kind: 'unplaceable', why: 'text among the figures' };
  if (blanks === 'kept' && slots.length > width)
    return { kind: 'open', options: windows(slots, width, first, last), lost: false };
  const options = subsets(blanks === 'kept' ? slots : printed, width);
  if (!options) return { kind: 'unplaceable', why: 'too many possible placements' };
  return { kind: 'open', options, lost: blanks === 'unsure' };
}

/** Digits that are no number (`14,72`): the rest of them stands on the next line, as a cell too many. */
function isPieceOfFigure(text: string): boolean {
  return /^[\d,，.．\s]*\d[\d,，.．\s]*$/.test(text) && !isFigure(text);
}

/** One cell for each column and the same in all of them (nothing but zeros): in whatever order, each is that of its column. */
export function isAllAlike(slots: Placement, width: number): boolean {
  const [first, ...others] = slots;
  return slots.length === width && others.every((cell) => cell?.text === first?.text);
}

/**
 * A number of a page can have fallen among the figures of a text whose cells are lines: each of them may be the one
 * that does not belong there.
 */
function withStranger(printed: readonly RowCell[], width: number, blanks: Blanks): PlacedValues {
  const why = 'more figures than columns';
  const figures = printed.every(({ text }) => isFigure(text));
  if (blanks !== 'dropped' || printed.length !== width + 1 || !figures) return { kind: 'unplaceable', why };
  const options = printed.map((_, stranger) => printed.filter((_, at) => at !== stranger));
  return { kind: 'open', options, lost: false };
}

const TWO_FIGURES = /^\d[\d.,]*\s+\d[\d.,]*$/;

/** Whether a cell holds two figures: what parted them was lost, or their columns have run together. */
export function holdsTwoFigures({ text }: RowCell): boolean {
  return TWO_FIGURES.test(text);
}

/** Whether a line of delimited text holds two figures in one field: then all the others may have moved. */
export function hasFusedField({ layout }: SourceRow, cells: Placement): boolean {
  return layout === 'delimited' && cells.some((cell) => cell !== null && holdsTwoFigures(cell));
}

/** Every window of `width` slots that holds all printed figures. */
function windows(slots: readonly RowCell[], width: number, first: number, last: number): Placement[] {
  const options: Placement[] = [];
  for (let from = Math.max(0, last - width + 1); from <= first && from + width <= slots.length; from++) {
    options.push(slots.slice(from, from + width));
  }
  return options;
}

/** Every way to put the cells, in order, into `width` columns. */
function subsets(cells: readonly RowCell[], width: number): Placement[] | null {
  const options: Placement[] = [];
  const chosen: (RowCell | null)[] = [];
  const place = (next: number): boolean => {
    if (options.length > MOST_OPTIONS) return false;
    const left = width - chosen.length;
    if (left === 0) {
      options.push([...chosen]);
      return true;
    }
    const cell = cells[next];
    const need = cells.length - next;
    let complete = true;
    if (cell) {
      chosen.push(cell);
      complete = place(next + 1);
      chosen.pop();
    }
    if (left > need) {
      chosen.push(null);
      complete = place(next) && complete;
      chosen.pop();
    }
    return complete;
  };
  if (cells.length > width) return null;
  return place(0) ? options : null;
}

function end(cell: RowCell | undefined): number {
  return cell ? cell.col + cell.colSpan : 0;
}
