/** Segments in columns → blocks: the lines of each cell, stacked. */

import { interval } from './assign.js';
import { type Columns, isOverSeveral, splitAtBorders, startingColumn } from './columns.js';
import type { Segment } from './segments.js';
import { joinLines } from './text.js';

/** Text of one cell: lines that stand tightly below one another in one column. */
export interface Block {
  readonly segments: Segment[];
  readonly col: number;
  readonly colSpan: number;
  readonly isNumber: boolean;
  /** A line of it stands on one line with figures, or with the label of figures. */
  readonly isLevel: boolean;
}

/** Blocks of one height. */
export interface Row {
  middle: number;
  readonly blocks: Block[];
  /** What stands above a row in which nothing is printed. */
  readonly above?: Segment;
}

/** Middles within this share of the text size are at one height. */
export const SAME_HEIGHT = 0.45;

export function middleOf({ segments }: Pick<Block, 'segments'>): number {
  return ((segments[0]?.middle ?? 0) + (segments.at(-1)?.middle ?? 0)) / 2;
}

export function textOf({ segments }: Block): string {
  return joinLines(segments.map((segment) => segment.text));
}

/** Lines of one cell are no further apart than this share above the tightest lines of the table. */
const TIGHT = 1.12;
/** Nor further than this many text sizes: rows have padding, wrapped lines have none. */
export const MAX_LINE_STEP = 1.75;
/** The beginning of an item is the beginning of a cell. */
export const OPENS_ITEM =
  /^([（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|\d{1,2}[.．、](?!\d))/;
/** Stacks the lines of each cell. */
export function toBlocks(lines: readonly (readonly Segment[])[], columns: Columns): Block[] {
  const placed = lines.flatMap((line) => placeLine(splitAtBorders(line, columns), columns));
  const step = tightStep(placed.filter(({ segment }) => !segment.isNumber));
  const stacks: Stack[] = [];
  for (const piece of placed) {
    const open = stacks.findLast((stack) => continues(stack, piece, step, columns));
    if (open === undefined) stacks.push([piece]);
    else open.push(piece);
  }
  return stacks
    .flatMap((stack) => (isOneCell(stack) ? [stack] : stack.map((piece): Stack => [piece])))
    .map(toBlock);
}

interface Placed {
  readonly segment: Segment;
  readonly col: number;
  readonly colSpan: number;
  /** A label with a figure or heading level with it, or the other way round: that line is a row by itself. */
  readonly level: boolean;
}

type Stack = [Placed, ...Placed[]];

function placeLine(segments: readonly Segment[], columns: Columns): Placed[] {
  const places = segments.map((segment) => placeOf(segment, columns));
  const end = (i: number): number => (places[i]?.col ?? 0) + (places[i]?.colSpan ?? 1);
  const isFigure = (i: number): boolean => (places[i]?.col ?? 0) >= columns.labelCount;
  const hasFigure = segments.some((_, i) => isFigure(i));
  const hasLabel = segments.some((_, i) => !isFigure(i));
  // Where columns of several tables are mixed, a label may stand in a column of figures: its line is a row all the same.
  const isRow = segments.some((s, i) => !s.isNumber && segments[i + 1]?.isNumber === true);
  return segments.map((segment, i) => {
    const place = places[i] ?? { col: 0, colSpan: 1 };
    return {
      segment,
      ...place,
      level: isFigure(i) ? hasLabel || isRow : hasFigure && end(i) === columns.labelCount,
    };
  });
}

/**
 * Cells of a row are centred on one another: of the lines of one cell, none or the middle one is level with the
 * rest of the row. Anything else is lines of several rows.
 */
function isOneCell(stack: Stack): boolean {
  return stack.every(({ level }, i) => !level || i * 2 === stack.length - 1);
}

function toBlock(stack: Stack): Block {
  const [first] = stack;
  return {
    segments: stack.map(({ segment }) => segment),
    col: Math.min(...stack.map(({ col }) => col)),
    colSpan:
      Math.max(...stack.map(({ col, colSpan }) => col + colSpan)) - Math.min(...stack.map(({ col }) => col)),
    isNumber: first.segment.isNumber && stack.length === 1,
    isLevel: stack.some(({ level }) => level),
  };
}

/** A block of one segment that is a whole cell. */
export function cellBlock(segment: Segment, columns: Columns): Block {
  return { segments: [segment], ...placeOf(segment, columns), isNumber: segment.isNumber, isLevel: true };
}

function placeOf(segment: Segment, columns: Columns): Pick<Block, 'col' | 'colSpan'> {
  const { left, right, isNumber } = segment;
  const { borders, labelCount } = columns;
  const col = interval(borders, (left + right) / 2) ?? 0;
  if (isNumber) return { col, colSpan: 1 };
  if (col >= labelCount) return { col: startingColumn(segment, columns) ?? col, colSpan: 1 };
  const from = interval(borders, left) ?? col;
  const to = Math.min(interval(borders, right) ?? col, labelCount - 1);
  return { col: from, colSpan: to - from + 1 };
}

function continues(
  stack: Stack,
  { segment, col, colSpan, level }: Placed,
  step: number,
  columns: Columns,
): boolean {
  const last = stack.at(-1);
  if (last === undefined || last.segment.page !== segment.page) return false;
  if (last.segment.isNumber !== segment.isNumber || last.segment.whole || segment.whole) return false;
  // A figure is stacked on another one only as the rest of one that is too wide for its cell; see `isOneCell`.
  if (segment.isNumber && (columns.labelCount === 0 || level || last.level)) return false;
  if (OPENS_ITEM.test(segment.text) || (level && last.level)) return false;
  const overlaps = col < last.col + last.colSpan && last.col < col + colSpan;
  const distance = segment.middle - last.segment.middle;
  if (!overlaps || !isBelow(segment, last.segment) || distance <= 0 || distance > step * TIGHT) return false;
  return col < columns.labelCount || isOverSeveral(segment, columns) === isOverSeveral(last.segment, columns);
}

/** Smallest distance between lines that stand below one another in one column, the lower one opening no item. */
function tightStep(placed: readonly Placed[]): number {
  let step = Infinity;
  let size = 0;
  const last = new Map<number, Segment>();
  for (const { segment, col } of placed) {
    const before = last.get(col);
    if (before !== undefined && isBelow(segment, before) && !OPENS_ITEM.test(segment.text)) {
      const distance = segment.middle - before.middle;
      if (distance > segment.size) step = Math.min(step, distance);
    }
    size = Math.max(size, segment.size);
    last.set(col, segment);
  }
  return Math.min(step, MAX_LINE_STEP * size);
}

function isBelow(lower: Segment, upper: Segment): boolean {
  return lower.page === upper.page && upper.left < lower.right && lower.left < upper.right;
}
