/**
 * Tables of a text whose columns stand below one another by blanks, as `pdftotext -layout` writes them: its lines are set on
 * pages and read like those of a PDF without rules.
 */

import type { GridCell } from '../blocks.js';
import { nearnessToForm } from '../form-labels.js';
import { alignedTable } from '../pdf/aligned.js';
import { withoutFurniture } from '../pdf/furniture.js';
import type { JoinedTable } from '../pdf/join.js';
import { toRegions } from '../pdf/regions.js';
import type { FlowLine } from '../pdf/segments.js';
import type { LineKind } from './fields.js';
import type { Line, LineTable } from './line.js';
import {
  areSet,
  isRowOfFigures,
  overlap,
  PITCH,
  type Stretch,
  setLine,
  stretchesOf,
  type WideColumns,
  wideColumns,
} from './set-lines.js';

/** Rows of figures parted by wide blanks that a text set in columns has at least. */
const FEWEST_ROWS = 3;
const WIDE_BLANK = /\S {2,}\S/;

/** A line of the text that is set on a page. */
interface SetLine {
  readonly at: number;
  readonly flow: FlowLine;
}

interface Page {
  readonly height: number;
  readonly set: readonly SetLine[];
}

/** The tables by the index of their first line; none where the text is not set in columns. */
export function laidOutTables(lines: readonly Line[]): ReadonlyMap<number, LineTable> {
  const texts = lines.flatMap(({ kind, text }) => (kind === 'text' ? [text] : []));
  const rows = texts.filter((text) => WIDE_BLANK.test(text) && isRowOfFigures(text));
  if (rows.length < FEWEST_ROWS || !areSet(rows)) return new Map();
  const wide = wideColumns(rows);
  const starts = lines.flatMap(({ opensPage }, at) => (at === 0 || opensPage ? [at] : []));
  const pages = starts.map((first, i) => pageOf(lines, first, starts[i + 1] ?? lines.length, wide));
  return new Map(withoutPageNumbers(pages).flatMap((page) => tablesOf(page, lines)));
}

function pageOf(lines: readonly Line[], first: number, end: number, wide: WideColumns): Page {
  const stretches = lines
    .slice(first, end)
    .map(({ kind, text }) => (kind === 'text' ? stretchesOf(text, wide) : []));
  const set: SetLine[] = [];
  let top = 0;
  for (const [row, own] of stretches.entries()) {
    const isHalf = isBetweenLines(stretches[row - 1], own, stretches[row + 1]);
    if (isHalf) top -= PITCH / 2;
    if (own.length > 0) set.push({ at: first + row, flow: setLine(own, top, wide) });
    top += isHalf ? PITCH / 2 : PITCH;
  }
  return { height: top, set };
}

/**
 * What stands in the middle of its cell beside a text of two lines (figures, the name of a group, a heading) has a line of
 * its own between the two: nothing of it is above or below their words.
 */
function isBetweenLines(
  above: readonly Stretch[] = [],
  own: readonly Stretch[] = [],
  below: readonly Stretch[] = [],
): boolean {
  return own.length > 0 && overlap(above, below) && !overlap(above, own) && !overlap(own, below);
}

/** Pages are as long as their text: what stands in their lower half is compared by its distance from their end. */
function withoutPageNumbers(pages: readonly Page[]): Page[] {
  const longest = Math.max(...pages.map(({ height }) => height));
  const moved = pages.map(({ height, set }) => ({
    height: longest,
    lines: set.map(({ flow: { line } }) => {
      const down = line.top * 2 < height ? 0 : longest - height;
      return { ...line, top: line.top + down, bottom: line.bottom + down, base: line.base + down };
    }),
  }));
  const kept = withoutFurniture(moved).map((own) => new Set(own));
  return pages.map(({ height, set }, i): Page => {
    return { height, set: set.filter((_, j) => kept[i]?.has(moved[i]?.lines[j] as FlowLine['line'])) };
  });
}

function tablesOf({ height, set }: Page, lines: readonly Line[]): [number, LineTable][] {
  const lineAt = new Map(set.map(({ at, flow }) => [flow.line.top, at]));
  return partsOf(set, lines).flatMap((part) =>
    toRegions(part, isRunningText).flatMap((region): [number, LineTable][] => {
      const table = region.tabular ? alignedTable(region.lines, [height]) : null;
      const [start, end] = [region.lines[0], region.lines.at(-1)].map((line) =>
        lineAt.get(line?.line.top ?? -1),
      );
      if (table === null || start === undefined || end === undefined) return [];
      return [[start, lineTable(table, (top) => lines[lineAt.get(top) ?? start]?.number ?? 0, end + 1)]];
    }),
  );
}

/** So many characters are running text, unless they are near enough to a label of the form. */
const LONGEST_HEADING = 8;
const NEAR_LABEL = 0.7;

/** Characters of a text are as wide as those that count them say: its words tell more than the length of a line. */
function isRunningText({ segments }: FlowLine): boolean {
  const text = segments.map((segment) => segment.text).join('');
  return text.length > LONGEST_HEADING && nearnessToForm(text) < NEAR_LABEL;
}

/** Lines between those of other tables, and between lines with a single figure: that can be the number of a page. */
function partsOf(set: readonly SetLine[], lines: readonly Line[]): FlowLine[][] {
  const parts: FlowLine[][] = [[]];
  let last = 0;
  for (const { at, flow } of set) {
    const [only, more] = flow.segments;
    const isLone = more === undefined && only?.isNumber === true;
    const isCut = lines.slice(last + 1, at).some(({ kind }) => !BETWEEN_ROWS.has(kind));
    if (isLone || isCut) parts.push([]);
    if (!isLone) parts.at(-1)?.push(flow);
    last = at;
  }
  return parts;
}

const BETWEEN_ROWS: ReadonlySet<LineKind> = new Set(['blank', 'text', 'rule']);

/** @param numberAt number of the line that is set so many points below the edge of the page */
function lineTable(table: JoinedTable, numberAt: (top: number) => number, end: number): LineTable {
  const { rowCount, xs, cells, headed } = table;
  const numbers = new Array<number>(rowCount).fill(0);
  const grid: GridCell[] = cells.map(({ text, row, col, rowSpan, colSpan, box: [, top] }) => {
    if (text !== '') numbers[row] = Math.max(numbers[row] ?? 0, numberAt(top));
    return { text, row, col, rowSpan, colSpan };
  });
  return {
    layout: 'aligned',
    grid: { rowCount, colCount: xs.length - 1, cells: grid },
    headed,
    lines: numbers,
    end,
  };
}
