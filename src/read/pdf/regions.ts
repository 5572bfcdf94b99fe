/** Lines in reading order → runs of lines that look like a table without rules. */

import { MAX_HEADING } from './headings.js';
import { type FlowLine, partedTexts, type Segment } from './segments.js';

/** A single stretch of text wider than this share of the page is prose. */
const PROSE_SHARE = 0.5;
/** Characters of the longest text that stands beside other texts in a table line. */
const LONG_TEXT = 34;
/** Lines further apart than this many text sizes do not belong to one table. */
const MAX_STEP = 6;
/** A short line this near (text sizes) below prose is the end of its paragraph. */
const PARAGRAPH_STEP = 2.3;
/** Headings of the sections of a report, which part its tables. */
const SECTION = /^[一二三四五六七八九十]{1,2}、.{2,}(情况|事项|问题|措施)[。：]?$/;
/** The same without their numbers: only the very words of the form. */
const UNNUMBERED_SECTION =
  /^(?:行政机关)?(?:主动公开政府信息|收到和处理政府信息公开申请|因?政府信息公开.{0,12}(?:复议|诉讼).{0,8})情况$/;
/** The first line of a heading that is broken over two: words that no row of the form has. */
const BROKEN_SECTION =
  /^[一二三四五六七八九十]{1,2}、(?:行政机关)?(?:主动公开政府信息|收到和处理|因?政府信息公开.{0,12}(?:复议|诉讼)|.{0,8}存在的.{0,2}问题)/;
const ORDINALS = '一二三四五六七八九十';
/** The dots that lead to the page numbers of a table of contents. */
const LEADER = /[.…·]{4,}/;
/** Lines without figures that are taken along above the first and below the last line with columns. */
const MAX_EDGE_LINES = 8;

type Kind = 'columns' | 'short' | 'prose';

/** A run of lines: a possible table, or text. */
export interface Region {
  readonly tabular: boolean;
  readonly lines: readonly FlowLine[];
}

/**
 * Cuts a flow of lines into text and possible tables.
 * @param isRunningText tells prose from what stands in cells, of a line that is one stretch of text
 */
export function toRegions(lines: readonly FlowLine[], isRunningText: (line: FlowLine) => boolean): Region[] {
  const kinds = kindsOf(lines, isRunningText);
  const regions: Region[] = [];
  let start = 0;
  for (const [from, to] of runs(lines, kinds)) {
    if (from > start) regions.push({ tabular: false, lines: lines.slice(start, from) });
    regions.push({ tabular: true, lines: lines.slice(from, to) });
    start = to;
  }
  if (start < lines.length) regions.push({ tabular: false, lines: lines.slice(start) });
  return regions;
}

/** Number of the section that a line is the heading of, from 1 to 10; null when it is none. */
export function sectionOf(text: string): number | null {
  const at = SECTION.test(text) ? ORDINALS.indexOf(text.slice(0, text.indexOf('、'))) : -1;
  return at < 0 ? null : at + 1;
}

function kindsOf(lines: readonly FlowLine[], isRunningText: (line: FlowLine) => boolean): Kind[] {
  const kinds: Kind[] = [];
  lines.forEach((line, i) => {
    if (line.tagged) {
      kinds.push('columns');
      return;
    }
    const before = lines[i - 1];
    const isEnd =
      before !== undefined &&
      kinds[i - 1] === 'prose' &&
      line.segments.length === 1 &&
      isNear(before, line, PARAGRAPH_STEP);
    const kind = ownKind(line, isRunningText);
    kinds.push(kind === 'short' && isEnd && !isSection(text(before)) ? 'prose' : kind);
  });
  return withCellsBeside(lines, kinds);
}

/** Lines nearer than this share of their size stand beside one another; lines of running text never do. */
const BESIDE = 0.8;

/** A long text that stands beside lines of columns, a bit higher or lower, is a cell of theirs. */
function withCellsBeside(lines: readonly FlowLine[], kinds: readonly Kind[]): Kind[] {
  const result = [...kinds];
  const areBeside = (a: FlowLine | undefined, b: FlowLine): boolean =>
    a !== undefined &&
    a.page === b.page &&
    Math.abs(a.middle - b.middle) < BESIDE * Math.min(a.line.size, b.line.size);
  const mark = (at: number, other: number): void => {
    const line = lines[at];
    if (line === undefined || result[at] === 'columns' || result[other] !== 'columns') return;
    if (areBeside(lines[other], line)) result[at] = 'columns';
  };
  for (let at = 1; at < lines.length; at++) mark(at, at - 1);
  for (let at = lines.length - 2; at >= 0; at--) mark(at, at + 1);
  return result;
}

/** On a page of this width in points, whether a line is too long for a cell. */
export function isLongLine(width: number): (line: FlowLine) => boolean {
  return ({ line }) => line.right - line.left > PROSE_SHARE * width;
}

function ownKind(line: FlowLine, isRunningText: (line: FlowLine) => boolean): Kind {
  const { segments } = line;
  if (segments.length > 1) {
    if (isSentence(segments) || segments.some(({ text }) => LEADER.test(text))) return 'prose';
    const isTable = segments.some((s) => s.isNumber) || segments.every((s) => s.text.length <= LONG_TEXT);
    return isTable ? 'columns' : 'prose';
  }
  const [only] = segments;
  if (only !== undefined && areHeadings(only)) return 'columns';
  const text = only?.text ?? '';
  if (LEADER.test(text)) return 'prose';
  if (isRunningText(line) || isSection(text) || text.endsWith('。')) return 'prose';
  return 'short';
}

/** Headings of narrow columns, so near to one another that they were taken for one text. */
function areHeadings(segment: Segment): boolean {
  const parts = partedTexts(segment);
  return parts.length > 1 && parts.every(({ text }) => text.length <= MAX_HEADING);
}

/** Words go on behind the figures, with the punctuation of a sentence: prose with wide blanks. */
function isSentence(segments: FlowLine['segments']): boolean {
  const first = segments.findIndex((segment) => segment.isNumber);
  const behind = first < 0 ? [] : segments.slice(first).filter((segment) => !segment.isNumber);
  return behind.length > 1 || behind.some((segment) => /[，。；]/.test(segment.text));
}

function isSection(line: string): boolean {
  return SECTION.test(line) || BROKEN_SECTION.test(line) || UNNUMBERED_SECTION.test(line);
}

function text({ segments }: FlowLine): string {
  return segments.map((segment) => segment.text).join('');
}

function isNear(a: FlowLine, b: FlowLine, steps: number): boolean {
  return a.page !== b.page || b.middle - a.middle <= steps * Math.max(a.line.size, b.line.size);
}

/** Stretches `[from, to)` of lines between prose that hold lines with columns, without far short lines at the ends. */
function runs(lines: readonly FlowLine[], kinds: readonly Kind[]): [number, number][] {
  const result: [number, number][] = [];
  let i = 0;
  while (i < lines.length) {
    if (kinds[i] !== 'columns') {
      i++;
      continue;
    }
    const from = reach(lines, kinds, i, -1, result.at(-1)?.[1] ?? 0);
    const to = reach(lines, kinds, i, 1, lines.length - 1) + 1;
    result.push([from, to]);
    i = to;
  }
  return result;
}

/** Walks from a line with columns to the last line that belongs to the same run. */
function reach(
  lines: readonly FlowLine[],
  kinds: readonly Kind[],
  start: number,
  step: 1 | -1,
  limit: number,
): number {
  let end = start;
  let short = 0;
  for (let i = start + step; step > 0 ? i <= limit : i >= limit; i += step) {
    const line = lines[i];
    const last = lines[i - step];
    if (line === undefined || last === undefined || kinds[i] === 'prose') break;
    if (line.tagged !== last.tagged) break;
    if (!(step > 0 ? isNear(last, line, MAX_STEP) : isNear(line, last, MAX_STEP))) break;
    short = kinds[i] === 'short' ? short + 1 : 0;
    if (short > MAX_EDGE_LINES) break;
    end = i;
  }
  return end;
}
