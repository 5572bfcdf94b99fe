/** Segments of a region → columns: bands of figures, bands of headings above blank columns, and label columns. */

import { type Segment, splitAt } from './segments.js';

interface Band {
  left: number;
  right: number;
}

export interface Columns {
  /** Borders of all columns, ascending; label columns come first. */
  readonly borders: readonly number[];
  /** How many of the columns hold labels. */
  readonly labelCount: number;
}

/** Longest heading of one column on one line; longer texts stand above several columns. */
const MAX_HEADING = 8;
/** Bands nearer than this (pt) to a heading leave no room for a column of its own. */
const CLEARANCE = 4;
/** White space (pt) outside of the outermost columns that still belongs to them. */
const OUTER = 20;

/** Finds the columns; null when figures of one line share a column, for then nothing can be trusted. */
export function findColumns(lines: readonly (readonly Segment[])[]): Columns | null {
  const bands = figureBands(lines);
  if (bands === null || bands.length === 0) return null;
  addHeadings(bands, lines);
  const first = Math.min(...bands.map((band) => band.left));
  const labels = labelBorders(lines, first);
  const all = lines.flat();
  const leftmost = Math.min(...all.map((s) => s.left), first);
  const rightmost = Math.max(...all.map((s) => s.right), ...bands.map((band) => band.right));
  const hasLabels = all.some((s) => !s.isNumber && s.right <= first);
  const inner = bands.slice(1).map((band, i) => ((bands[i]?.right ?? 0) + band.left) / 2);
  const beforeFigures = hasLabels ? [borderBefore(lines, first)] : [];
  const borders = [
    leftmost - OUTER,
    ...(hasLabels ? labels : []),
    ...beforeFigures,
    ...inner,
    rightmost + OUTER,
  ];
  return { borders, labelCount: hasLabels ? labels.length + 1 : 0 };
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

function merge(pieces: readonly Band[]): Band[] {
  const bands: Band[] = [];
  for (const piece of [...pieces].sort((a, b) => a.left - b.left)) {
    const last = bands.at(-1);
    if (last !== undefined && piece.left <= last.right + 1) last.right = Math.max(last.right, piece.right);
    else bands.push({ ...piece });
  }
  return bands;
}

function areApart(line: readonly Segment[], bands: readonly Band[]): boolean {
  const taken = line.filter((s) => s.isNumber).map((s) => bandOf(s, bands));
  return new Set(taken).size === taken.length;
}

function bandOf({ left, right }: Band, bands: readonly Band[]): number {
  const middle = (left + right) / 2;
  return bands.findIndex((band) => middle >= band.left - 1 && middle <= band.right + 1);
}

/** Short headings beside the bands, right of the first one, stand above columns in which nothing is printed. */
function addHeadings(bands: Band[], lines: readonly (readonly Segment[])[]): void {
  const firstFigure = lines.findIndex((line) => line.some((s) => s.isNumber));
  const first = bands[0]?.left ?? 0;
  const above = lines.slice(0, Math.max(firstFigure, 0)).flat();
  const headings = above.filter(
    (s) => !s.isNumber && s.text.length <= MAX_HEADING && s.left > first - CLEARANCE,
  );
  const isFree = (s: Band): boolean =>
    bands.every((b) => s.left > b.right + CLEARANCE || s.right < b.left - CLEARANCE);
  bands.push(...merge(headings.filter(isFree)));
  bands.sort((a, b) => a.left - b.left);
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
 * (Sorted by their right end, each gap that is not yet parted takes a border at that end.)
 */
function labelBorders(lines: readonly (readonly Segment[])[], first: number): number[] {
  const gaps: Band[] = [];
  for (const line of lines) {
    const labels = line.filter((s) => !s.isNumber && s.right <= first);
    labels.slice(1).forEach((s, i) => {
      gaps.push({ left: labels[i]?.right ?? 0, right: s.left });
    });
  }
  const borders: number[] = [];
  for (const gap of gaps.sort((a, b) => a.right - b.right)) {
    if (!borders.some((x) => x > gap.left && x < gap.right)) borders.push(gap.right - 0.5);
  }
  return borders;
}

/** Cuts segments that reach over several columns where the white space allows it. */
export function splitAtBorders(segments: readonly Segment[], { borders }: Columns): Segment[] {
  let parts = [...segments];
  for (const border of borders.slice(1, -1)) {
    parts = parts.flatMap((s) =>
      !s.isNumber && s.left < border && s.right > border ? splitAt(s, border) : [s],
    );
  }
  return parts;
}
