import type { Grid, GridCell } from '../blocks.js';
import { tidy } from '../whitespace.js';
import type { Line, LineTable } from './line.js';

/** At least so many consecutive lines must share gutters before blanks are taken for columns. */
const MIN_LINES = 3;
const MIN_GUTTERS = 2;
/** A gutter is two or more columns wide; single blanks part words. */
const MIN_GUTTER_WIDTH = 2;
/** Share of lines that must leave a gutter blank; a heading over several columns may cross it. */
const BLANK_SHARE = 0.75;
/** Blank lines inside a table, as between the rows of a spaced layout. */
const MAX_BLANK_LINES = 1;

/** A piece of a line between gaps of two or more columns; `end` is exclusive, in character columns. */
interface Chunk {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Row {
  readonly line: number;
  readonly chunks: readonly Chunk[];
}

/** Lines that stand in columns, but not one figure in each: they are better read as lines. */
export interface FusedLines {
  readonly layout: 'fused';
  readonly end: number;
}

/** A table whose columns are found from blanks alone, as in `pdftotext -layout`. */
export function alignedTable(lines: readonly Line[], at: number): LineTable | FusedLines | null {
  if (!isColumnar(lines[at])) return null;
  const { rows, end } = findRows(lines, at);
  if (rows.length < MIN_LINES) return null;
  const columns = findColumns(rows);
  if (columns.length <= MIN_GUTTERS) return null;
  const grid = gridOf(rows, columns);
  if (isFused(grid)) return { layout: 'fused', end };
  return { layout: 'aligned', grid, lines: rows.map(({ line }) => line), end };
}

/** Figures side by side in one cell, or behind its text. */
const FUSED_CELL = /\d \d|\D \d[\d.,]*$/;
/** Columns that hold one figure each in fewer rows than this do not hold the table. */
const MOST_FUSED = 0.5;

/** Narrow columns leave one blank between figures, and where texts are centred no gutter runs through all rows. */
function isFused({ cells, rowCount }: Grid): boolean {
  const fused = new Set(cells.filter(({ text }) => FUSED_CELL.test(text)).map(({ row }) => row));
  const figures = new Set(
    cells.filter(({ text }) => /^\d[\d.,]*$/.test(text) || FUSED_CELL.test(text)).map(({ row }) => row),
  );
  return rowCount >= MIN_LINES && fused.size > figures.size * MOST_FUSED;
}

/** A line with at least one inner gap. */
function isColumnar(line: Line | undefined): boolean {
  return line !== undefined && line.kind === 'text' && /\S(?: {2,}| *\u3000[ \u3000]*)\S/.test(line.text);
}

function findRows(lines: readonly Line[], at: number): { rows: Row[]; end: number } {
  const rows: Row[] = [];
  let end = at;
  let blanks = 0;
  for (let i = at; i < lines.length; i += 1) {
    const line = lines[i] as Line;
    if (line.kind === 'blank') {
      blanks += 1;
      if (blanks > MAX_BLANK_LINES) break;
      continue;
    }
    if (!isColumnar(line)) break;
    rows.push({ line: line.number, chunks: chunksOf(line.text) });
    blanks = 0;
    end = i + 1;
  }
  return { rows, end };
}

/** East Asian wide characters take two columns of a fixed-width font. */
function charWidth(code: number): number {
  const wide =
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    code >= 0x20000;
  return wide ? 2 : 1;
}

function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let column = 0;
  let start = 0;
  let end = 0;
  let piece = '';
  const finish = (): void => {
    if (piece !== '') chunks.push({ text: tidy(piece), start, end });
    piece = '';
  };
  for (const char of text) {
    const width = charWidth(char.codePointAt(0) ?? 0);
    if (!/\s/.test(char)) {
      if (piece === '' || column - end >= MIN_GUTTER_WIDTH) {
        finish();
        start = column;
      } else if (column > end) piece += ' ';
      piece += char;
      end = column + width;
    }
    column += width;
  }
  finish();
  return chunks;
}

/** Column ranges between the gutters that most lines leave blank. */
function findColumns(rows: readonly Row[]): [number, number][] {
  const width = Math.max(...rows.map(({ chunks }) => chunks.at(-1)?.end ?? 0));
  const used = new Array<number>(width).fill(0);
  for (const { chunks } of rows) {
    for (const { start, end } of chunks) for (let c = start; c < end; c += 1) used[c] = (used[c] ?? 0) + 1;
  }
  const limit = rows.length * (1 - BLANK_SHARE);
  const columns: [number, number][] = [];
  let start = -1;
  let blank = 0;
  for (let c = 0; c <= width; c += 1) {
    if (c < width && (used[c] ?? 0) > limit) {
      if (start < 0) start = c;
      blank = 0;
    } else {
      blank += 1;
      const wideEnough = blank >= MIN_GUTTER_WIDTH || c === width;
      if (start >= 0 && wideEnough) {
        columns.push([start, c - blank + 1]);
        start = -1;
      }
    }
  }
  return columns;
}

/** Each chunk goes to the columns it touches, else to the nearest; two chunks of one column are kept apart. */
function gridOf(rows: readonly Row[], columns: readonly [number, number][]): Grid {
  const cells: GridCell[] = [];
  const headings = headingsOf(rows, columns);
  rows.forEach(({ chunks }, row) => {
    const placed: GridCell[] = [];
    const hasBlanks = chunks.length < columns.length;
    for (const chunk of chunks) {
      const own = touched(chunk, columns);
      const [first, last] = hasBlanks ? besideHeading(chunk, own, headings) : own;
      const before = placed.at(-1);
      if (before !== undefined && before.col + before.colSpan > first) {
        const colSpan = Math.max(before.col + before.colSpan, last + 1) - before.col;
        placed[placed.length - 1] = { ...before, text: `${before.text} ${chunk.text}`, colSpan };
      } else placed.push({ text: chunk.text, row, col: first, rowSpan: 1, colSpan: last - first + 1 });
    }
    cells.push(...withBlanks(placed, row, columns.length));
  });
  return { rowCount: rows.length, colCount: columns.length, cells };
}

const FIGURE = /^[+\-−]?\d[\d.,]*$/;

/** The chunks of the first line that heads every column, by column; none where no line does. */
function headingsOf(rows: readonly Row[], columns: readonly [number, number][]): readonly Chunk[] {
  const heads = rows.find(
    ({ chunks }) =>
      chunks.length === columns.length &&
      chunks.every((chunk, col) => !FIGURE.test(chunk.text) && touched(chunk, columns)[0] === col),
  );
  return heads?.chunks ?? [];
}

/**
 * In a line with blanks a figure that is not below its column's heading, but towards the next one, can be that of either:
 * its cell covers both.
 */
function besideHeading(
  { text, start, end }: Chunk,
  [first, last]: readonly [number, number],
  headings: readonly Chunk[],
): readonly [number, number] {
  const heading = headings[first];
  if (heading === undefined || first !== last || !FIGURE.test(text)) return [first, last];
  if (start >= heading.end && first < headings.length - 1) return [first, first + 1];
  // The first column is that of the labels.
  return end <= heading.start && first > 1 ? [first - 1, first] : [first, last];
}

function touched({ start, end }: Chunk, columns: readonly [number, number][]): [number, number] {
  const hits = columns.flatMap(([from, to], i) => (start < to && end > from ? [i] : []));
  const [first] = hits;
  if (first !== undefined) return [first, hits.at(-1) ?? first];
  let nearest = 0;
  let distance = Number.POSITIVE_INFINITY;
  columns.forEach(([from, to], i) => {
    const away = Math.min(Math.abs(from - end), Math.abs(start - to));
    if (away < distance) [nearest, distance] = [i, away];
  });
  return [nearest, nearest];
}

/** Columns that a line leaves blank become empty cells, so that no figure changes its column. */
function withBlanks(placed: readonly GridCell[], row: number, width: number): GridCell[] {
  const cells: GridCell[] = [];
  let col = 0;
  for (const cell of [...placed, null]) {
    for (const until = cell?.col ?? width; col < until; col += 1) {
      cells.push({ text: '', row, col, rowSpan: 1, colSpan: 1 });
    }
    if (cell !== null) {
      cells.push(cell);
      col = cell.col + cell.colSpan;
    }
  }
  return cells;
}
