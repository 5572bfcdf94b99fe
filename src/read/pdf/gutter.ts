/**
 * Whether a sheet shows two pages side by side, as they are printed to save paper. The gutter between them must be
 * empty from top to bottom, and only what a page has of its own tells that there are two: a page number, the heading of
 * a section, running text. A table that crosses the middle is never cut.
 */

import { pageNumberOf } from './furniture.js';
import type { PageContent } from './geometry.js';
import { uprightLines } from './parts.js';
import { sectionOf } from './regions.js';
import { type FlowLine, toFlowLine } from './segments.js';

/** Sheets with two pages are wider than high; A4 is by 1.41. */
const LANDSCAPE = 1.15;
/** The gutter is at least this wide (pt): two margins of printers that leave the least. */
const NARROWEST_GUTTER = 12;
/** A full line of running text reaches over this share of its page and has so many characters; two such lines are text. */
const FULL_LINE = 0.6;
const PROSE_CHARACTERS = 16;
const PROSE_LINES = 2;
/** Lines whose middles differ by less than this share of the text size are level. */
const LEVEL = 0.35;
/** The lines of a label stand above and below the middle of its figures, no further than this (text sizes). */
const LABEL_REACH = 2.6;
/** So many rows of figures across the middle are a table; a single one can be table 四 beside something level with it. */
const CROSSING_ROWS = 2;
/** Rows with a label and figures of their own in one half that make it look like a page. */
const OWN_ROWS = 2;
/** A page number stands in the outer part of the height. */
const MARGIN_BAND = 0.12;

/**
 * - `two`: two pages for sure
 * - `open`: nothing stands across the middle, and nothing else tells what it is
 * - `likely`: the same, and rows of two pages seem to stand side by side
 * - `doubtful`: some of it tells of two pages, and some of one
 * - `one`: one page
 */
export type SheetKind = 'two' | 'open' | 'likely' | 'doubtful' | 'one';

/** What a sheet is, as far as it tells by itself. */
export function kindOfSheet(page: PageContent): SheetKind {
  if (page.width < LANDSCAPE * page.height || !isEmptyInTheMiddle(page)) return 'one';
  const [left, right] = [linesOf(page, 0), linesOf(page, 1)];
  const isTable = isTableAcross(withoutPageNumber(left, page), withoutPageNumber(right, page));
  if (left.length === 0 || right.length === 0) return 'open';
  const order = orderOf(left, right, page);
  const isBoth = order === 'forward' || (hasProse(left, page) && hasProse(right, page));
  if (isBoth && order !== 'backward' && !isTable) return 'two';
  if (isBoth || order === 'backward') return 'doubtful';
  if (isTable) return 'one';
  return ownRows(right) >= OWN_ROWS && (ownRows(left) >= OWN_ROWS || hasProse(left, page))
    ? 'likely'
    : 'open';
}

/** No character and no rule stands in the middle or reaches over it. */
function isEmptyInTheMiddle({ glyphs, horizontal, width }: PageContent): boolean {
  const middle = width / 2;
  let [before, after] = [0, width];
  for (const { left, right } of glyphs) {
    if (left + right < width) before = Math.max(before, right);
    else after = Math.min(after, left);
  }
  const isCrossed = horizontal.some(({ from, to }) => from < middle - 1 && to > middle + 1);
  return !isCrossed && before < middle && after > middle && after - before >= NARROWEST_GUTTER;
}

function linesOf({ glyphs, width }: PageContent, half: 0 | 1): FlowLine[] {
  const own = glyphs.filter(({ left, right }) => left + right < width === (half === 0));
  return uprightLines(own).map((line) => toFlowLine(line, 1, 0));
}

/** What page numbers and headings of sections in both halves say of their order. */
function orderOf(
  left: readonly FlowLine[],
  right: readonly FlowLine[],
  page: PageContent,
): 'forward' | 'backward' | null {
  const [mine, next] = [pageNumber(left, page), pageNumber(right, page)];
  if (mine !== null && next !== null) {
    if (next.number === mine.number + 1) return 'forward';
    if (!mine.isBare && !next.isBare) return 'backward';
  }
  const [first] = sections(right);
  if (first === undefined) return null;
  const last = sections(left).at(-1);
  return last === undefined || last < first ? 'forward' : 'backward';
}

interface PageNumber {
  readonly flow: FlowLine;
  readonly number: number;
  /** A figure and nothing else, which can be anything. */
  readonly isBare: boolean;
}

function pageNumber(lines: readonly FlowLine[], { height }: PageContent): PageNumber | null {
  for (const flow of [lines[0], lines.at(-1)]) {
    if (flow === undefined) continue;
    const { top, bottom } = flow.line;
    if (bottom >= height * MARGIN_BAND && top <= height * (1 - MARGIN_BAND)) continue;
    const number = pageNumberOf(textOf(flow));
    if (number !== null) return { flow, number, isBare: /^\d+$/.test(textOf(flow)) };
  }
  return null;
}

function withoutPageNumber(lines: readonly FlowLine[], page: PageContent): FlowLine[] {
  const number = pageNumber(lines, page);
  return lines.filter((flow) => flow !== number?.flow);
}

function textOf({ segments }: FlowLine): string {
  return segments.map(({ text }) => text).join(' ');
}

/** Numbers of the sections that begin in a half, in lines of their own. */
function sections(lines: readonly FlowLine[]): number[] {
  return lines.flatMap((flow) => (flow.segments.length === 1 ? (sectionOf(textOf(flow)) ?? []) : []));
}

function hasProse(lines: readonly FlowLine[], { width }: PageContent): boolean {
  const isFull = ({ segments, line }: FlowLine): boolean =>
    segments.length === 1 &&
    line.right - line.left > (FULL_LINE * width) / 2 &&
    (segments[0]?.text.length ?? 0) >= PROSE_CHARACTERS;
  return lines.filter(isFull).length >= PROSE_LINES;
}

/** Whether figures of the right half have their labels, or the figures before them, in the left half. */
function isTableAcross(left: readonly FlowLine[], right: readonly FlowLine[]): boolean {
  const bare = right.filter((line) => isBare(line, right));
  const beside = bare.filter((line) => left.some((other) => isLevel(line, other)));
  if (beside.length >= CROSSING_ROWS) return true;
  return beside.some((line) => left.some((other) => isLevel(line, other) && isBare(other, left)));
}

function isLevel(a: FlowLine, b: FlowLine): boolean {
  return Math.abs(a.middle - b.middle) <= LEVEL * Math.max(a.line.size, b.line.size);
}

/** Figures without a label to the left of them in their own half. */
function isBare({ segments: [first], middle, line }: FlowLine, half: readonly FlowLine[]): boolean {
  if (first === undefined || !first.isNumber) return false;
  return !half.some(
    (other) =>
      Math.abs(other.middle - middle) <= LABEL_REACH * line.size &&
      other.segments.some((segment) => !segment.isNumber && segment.right <= first.left),
  );
}

function ownRows(half: readonly FlowLine[]): number {
  return half.filter(
    ({ segments: [first, ...rest] }) => first?.isNumber === false && rest.some(({ isNumber }) => isNumber),
  ).length;
}
