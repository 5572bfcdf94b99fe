/** Segments of a region → columns: bands of figures, bands of headings above blank columns, and label columns. */

import { interval } from './assign.js';
import { ALIGNED, type Band, commonStart, merge } from './bands.js';
import { headedColumns } from './headed.js';
import { addHeadings, CLEARANCE } from './headings.js';
import { remedyHeaderBands } from './remedy-header.js';
import { cutAtStarts, type Segment, splitAt } from './segments.js';

interface Start {
  readonly x: number;
  readonly col: number;
}

export interface Columns {
  /** Borders of all columns, ascending; label columns come first. */
  readonly borders: readonly number[];
  /** How many of the columns hold labels. */
  readonly labelCount: number;
  /** Where the figures of left-aligned columns begin. */
  readonly starts: readonly Start[];
  /** Every column of figures stands exactly below a heading of its own. */
  readonly headed: boolean;
}

/** White space (pt) outside of the outermost columns that still belongs to them. */
const OUTER = 20;

/** Figures of a row that is a table by itself; table 四 has 15. */
const MANY_FIGURES = 4;
/** A border of a column of labels stands this far (pt) before the first of them. */
const EDGE = 0.5;

/** Finds the columns; null when figures of one line share a column, for then nothing can be trusted. */
export function findColumns(lines: readonly (readonly Segment[])[]): Columns | null {
  const figures = figureBands(lines);
  if (figures?.length === 0) return remedyColumns(lines);
  if (figures === null) return null;
  const isAlone = isOneRowWithoutLabel(lines, figures[0]?.left ?? 0);
  const headed = headedColumns(figures, lines);
  const bands = [...(headed?.bands ?? figures)];
  if (headed === null) addHeadings(bands, lines, isAlone ? -Infinity : (bands[0]?.left ?? 0));
  const first = Math.min(...bands.map((band) => band.left));
  const all = lines.flat();
  const leftmost = Math.min(...all.map((s) => s.left), first);
  const rightmost = Math.max(...all.map((s) => s.right), ...bands.map((band) => band.right));
  const hasLabels = !isAlone && all.some((s) => !s.isNumber && s.right <= first);
  const before = borderBefore(lines, first);
  const labels = hasLabels ? [...labelBorders(lines, first).filter((x) => x < before), before] : [];
  const inner = bands.slice(1).map((band, i) => ((bands[i]?.right ?? 0) + band.left) / 2);
  const borders = [leftmost - OUTER, ...labels, ...inner, rightmost + OUTER];
  return {
    borders,
    labelCount: labels.length,
    starts: columnStarts(lines, borders, headed?.starts ?? []),
    headed: headed !== null,
  };
}

/** Table 四 in which no figure is printed. */
function remedyColumns(lines: readonly (readonly Segment[])[]): Columns | null {
  const bands = remedyHeaderBands(lines);
  const [first, last] = [bands?.[0], bands?.at(-1)];
  if (bands === null || first === undefined || last === undefined) return null;
  const inner = bands.slice(1).map((band, i) => ((bands[i]?.right ?? 0) + band.left) / 2);
  const borders = [first.left - OUTER, ...inner, last.right + OUTER];
  return { borders, labelCount: 0, starts: bands.map(({ left }, col) => ({ x: left, col })), headed: true };
}

/** Table 四: one row of many figures and no text left of them, so that what stands there above is a heading. */
function isOneRowWithoutLabel(lines: readonly (readonly Segment[])[], first: number): boolean {
  const [row, more] = lines.filter((line) => line.some((s) => s.isNumber));
  if (row === undefined || more !== undefined) return false;
  return row.filter((s) => s.isNumber).length >= MANY_FIGURES && row.every((s) => s.left >= first);
}

/** The left ends that half of the figures of a column share, or where the heading of an empty one begins. */
function columnStarts(
  lines: readonly (readonly Segment[])[],
  borders: readonly number[],
  headings: readonly number[],
): Start[] {
  const columns = new Map<number, number[]>();
  for (const { left, right, isNumber } of lines.flat()) {
    const col = isNumber ? interval(borders, (left + right) / 2) : null;
    if (col !== null) columns.set(col, [...(columns.get(col) ?? []), left]);
  }
  for (const x of headings) {
    const col = interval(borders, x);
    if (col !== null && !columns.has(col)) columns.set(col, [x]);
  }
  return [...columns].flatMap(([col, lefts]) => {
    const x = commonStart(lefts);
    return x === undefined ? [] : [{ x, col }];
  });
}

/** Stretches that the figures of a column cover. Wide figures may reach over their neighbours; then their middles count. */
function figureBands(lines: readonly (readonly Segment[])[]): Band[] | null {
  for (const core of [1, 0.5, 0.1]) {
    const bands = merge(lines.flatMap((line) => line.filter((s) => s.isNumber).map((s) => shrink(s, core))));
    if (lines.every((line) => areApart(line, bands))) return bands;
  }
  return null;
}

function shrink({ left, right }: Segment, share: number): Band {
  const middle = (left + right) / 2;
  const half = ((right - left) / 2) * share;
  return { left: middle - half, right: middle + half };
}

function areApart(line: readonly Segment[], bands: readonly Band[]): boolean {
  const taken = line.filter((s) => s.isNumber).map((s) => bandOf(s, bands));
  return new Set(taken).size === taken.length;
}

function bandOf({ left, right }: Band, bands: readonly Band[]): number {
  const middle = (left + right) / 2;
  return bands.findIndex((band) => middle >= band.left - 1 && middle <= band.right + 1);
}

/** The border between labels and figures: right of the labels of lines with figures where that is possible. */
function borderBefore(lines: readonly (readonly Segment[])[], first: number): number {
  const ends = lines
    .filter((line) => line.some((s) => s.isNumber))
    .flatMap((line) =>
      line.filter((s) => !s.isNumber && s.left < first && s.right <= first).map((s) => s.right),
    );
  return ends.length > 0 ? (Math.max(...ends) + first) / 2 : first - CLEARANCE;
}

/**
 * Borders between columns of labels: the fewest positions that part all labels standing beside one another.
 * (Sorted by their right end, each gap that does not share room with the ones before asks for another border.)
 */
function labelBorders(lines: readonly (readonly Segment[])[], first: number): number[] {
  const rows = lines.map((line) => line.filter((s) => !s.isNumber && s.right <= first));
  const rooms: Band[] = [];
  for (const gap of rows.flatMap(gapsOf).sort((a, b) => a.right - b.right)) {
    const last = rooms.at(-1);
    if (last === undefined || gap.left >= last.right) rooms.push({ ...gap });
    else last.left = Math.max(last.left, gap.left);
  }
  const labels = rows.flat();
  return rooms.map((room) => leastCrossed(room, labels));
}

function gapsOf(labels: readonly Segment[]): Band[] {
  return labels.slice(1).map((s, i) => ({ left: labels[i]?.right ?? 0, right: s.left }));
}

/** The position in a gap between labels that the fewest labels above and below reach over. */
function leastCrossed({ left, right }: Band, labels: readonly Segment[]): number {
  const positions = [right, ...labels.map((s) => s.left).filter((x) => x > left && x < right)];
  const crossings = (x: number): number => labels.filter((s) => s.left < x && s.right > x).length;
  const borders = positions.map((x) => x - EDGE).sort((a, b) => b - a);
  return borders.reduce((best, x) => (crossings(x) < crossings(best) ? x : best), right - EDGE);
}

/**
 * Cuts segments that reach over several columns where the white space allows it: at the borders, and where a
 * left-aligned column begins, for a cell may be filled to its end.
 */
export function splitAtBorders(segments: readonly Segment[], { borders, starts }: Columns): Segment[] {
  const positions = starts.map(({ x }) => x);
  let parts = segments.flatMap((s) => (s.isNumber || s.whole ? [s] : cutAtStarts(s, positions, ALIGNED)));
  for (const border of borders.slice(1, -1)) {
    parts = parts.flatMap((s) =>
      !s.isNumber && !s.whole && s.left < border && s.right > border ? splitAt(s, border) : [s],
    );
  }
  return parts;
}

/** The column whose figures begin where this text begins, however far it reaches; null where none do. */
export function startingColumn({ left }: Band, { starts }: Columns): number | null {
  return starts.find(({ x }) => Math.abs(x - left) <= ALIGNED)?.col ?? null;
}

/** Whether a text reaches over the beginnings of several columns of figures. */
export function isOverSeveral({ left, right }: Band, { starts }: Columns): boolean {
  return starts.filter(({ x }) => x >= left - ALIGNED && x < right).length > 1;
}
