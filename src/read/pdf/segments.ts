/** Lines without rules → segments: stretches of text parted by white space, the raw material of aligned tables. */

import { NOTE_MARKS } from '../../form/index.js';
import { OTHER_READING } from '../../model/document.js';
import type { Glyph } from './geometry.js';
import { isCjk, type Line, lineText, makeLine } from './text.js';

/** A segment stands `shift` points lower than on its page, so that regions run on over page breaks. */
export interface Segment {
  readonly text: string;
  readonly isNumber: boolean;
  readonly left: number;
  readonly right: number;
  /** Height of the middle of the text, counted from the top of the first page. */
  readonly middle: number;
  readonly size: number;
  readonly page: number;
  readonly glyphs: readonly Glyph[];
  /** The whole label of a row, however many lines it takes; see `withWholeLabels`. */
  readonly whole?: true;
}

export interface FlowLine {
  readonly line: Line;
  readonly page: number;
  readonly middle: number;
  readonly segments: readonly Segment[];
  /** The segments are the cells of one row of a table, as the structure tree of the document tells. */
  readonly tagged?: true;
}

/** White space that parts two figures, in shares of the text size; a blank inside a line of text is 0.25–0.5. */
const NUMBER_GAP = 0.6;
/** White space that parts two texts; justification of prose stays below. */
const TEXT_GAP = 0.9;
/**
 * What is printed in the cells of a statistical table: a number in digits of either width, with its unit or without and
 * with the mark of a note or without, or a mark for none.
 */
const NUMBER = new RegExp(
  String.raw`^([-+－–−]?[\d０-９][\d０-９,，]*([.．][\d０-９]+)?(?:%|[件条條个個项項宗起人次份部元]|[万萬]元)?(?:[${NOTE_MARKS}]{1,2}|[[［〔【（(]\d{1,2}[\]］〕】）)]|注\d{0,2})?|[-/／—－–−]{1,2}|[无無.])$`,
);
/** Figures, or digits of one. */
const SPREAD = /^[\d０-９.．,，\s]+$/;
/** A figure, none of the marks. */
const DIGITS = /^[\d０-９]$/;

/**
 * Cuts a line into segments. `shift` is the height of all pages before.
 * @param whole whether the writer draws each number by one operation, see `drawsWholeNumbers`
 */
export function toFlowLine(line: Line, page: number, shift: number, whole = false): FlowLine {
  const groups: Glyph[][] = [];
  let previous: Glyph | undefined;
  for (const glyph of line.glyphs) {
    if (previous === undefined || isWideGap(previous, glyph) || isOffset(previous, glyph))
      groups.push([glyph]);
    else if (whole && areDigits(previous, glyph) && previous.run !== glyph.run) groups.push([glyph]);
    else groups.at(-1)?.push(glyph);
    previous = glyph;
  }
  const segments = groups.map((glyphs) => toSegment(glyphs, page, shift));
  return { line, page, middle: (line.top + line.bottom) / 2 + shift, segments };
}

/** Pairs of digits that must be seen before anything is said of the writer, and the share drawn by one operation. */
const FEWEST_PAIRS = 8;
const WHOLE_SHARE = 0.8;

/**
 * Whether the writer of a document draws a number by one operation: then digits of two operations are two numbers,
 * however near they stand. Others draw digit by digit.
 */
export function drawsWholeNumbers(pages: readonly (readonly Glyph[])[]): boolean {
  let [pairs, together] = [0, 0];
  for (const glyphs of pages) {
    glyphs.forEach((glyph, at) => {
      const before = glyphs[at - 1];
      if (before === undefined || !areDigits(before, glyph) || isWideGap(before, glyph)) return;
      if (before.base !== glyph.base || glyph.left < before.left) return;
      pairs++;
      if (before.run === glyph.run) together++;
    });
  }
  return pairs >= FEWEST_PAIRS && together >= WHOLE_SHARE * pairs;
}

function areDigits(a: Glyph, b: Glyph): boolean {
  return DIGITS.test(a.text) && DIGITS.test(b.text);
}

/** Baselines of neighbours differ by this share of the text size when they belong to different cells. */
const OFFSET = 0.1;

function isOffset(a: Glyph, b: Glyph): boolean {
  return (
    Math.abs(a.base - b.base) > OFFSET * Math.min(a.size, b.size) && a.size === b.size && a.run !== b.run
  );
}

function isWideGap(a: Glyph, b: Glyph): boolean {
  const gap = (b.left - a.right) / Math.min(a.size, b.size);
  const areTexts = isCjk(a.text.at(-1) ?? '') && isCjk(b.text.charAt(0));
  return gap > (areTexts ? TEXT_GAP : NUMBER_GAP);
}

/** Whether a text can be the value of a cell: a number or a mark for none; in a scan, any of those it was read as. */
export function isNumberText(text: string): boolean {
  return text.split(OTHER_READING).every((reading) => NUMBER.test(reading));
}

export function toSegment(glyphs: readonly Glyph[], page: number, shift: number): Segment {
  const { left, right, top, bottom, size, glyphs: sorted } = makeLine(glyphs);
  const text = lineText({ glyphs: sorted });
  return {
    text,
    isNumber: isNumberText(text),
    left,
    right,
    middle: (top + bottom) / 2 + shift,
    size,
    page,
    glyphs: sorted,
  };
}

/** Parts a segment that reaches over `x` at the glyph gap there, if there is one; else it stays whole. */
export function splitAt(segment: Segment, x: number): Segment[] {
  const { glyphs, page } = segment;
  const cut = glyphs.findIndex((glyph, i) => {
    const before = glyphs[i - 1];
    return (
      before !== undefined &&
      glyph.left - before.right > MIN_CUT * glyph.size &&
      (glyph.left + before.right) / 2 > x - glyph.size &&
      (glyph.left + before.right) / 2 < x + glyph.size
    );
  });
  if (cut <= 0) return [segment];
  const shift = segment.middle - middleOf(glyphs);
  return believable(segment, [
    toSegment(glyphs.slice(0, cut), page, shift),
    toSegment(glyphs.slice(cut), page, shift),
  ]);
}

/** Ideographs of one heading stand no further apart than this share of their size where those of others do. */
const TOUCHING_TEXT = 0.08;
const HAN = /^\p{Script=Han}$/u;

/**
 * Headings of neighbouring narrow columns, drawn so near that they read as one text: parted where ideographs stand
 * apart while all others touch, and no blank is drawn. Nothing but single characters is a letter-spaced word.
 */
export function partedTexts(segment: Segment): Segment[] {
  const { glyphs, page } = segment;
  const gaps = glyphs.map((glyph, i) => gapBetweenHan(glyphs[i - 1], glyph));
  if (gaps.some((gap) => gap !== null && gap > TOUCHING_TEXT && gap <= MIN_CUT)) return [segment];
  const groups: Glyph[][] = [];
  glyphs.forEach((glyph, i) => {
    if (i === 0 || (gaps[i] ?? 0) > MIN_CUT) groups.push([glyph]);
    else groups.at(-1)?.push(glyph);
  });
  if (groups.length === 1 || groups.every(({ length }) => length === 1)) return [segment];
  const shift = segment.middle - middleOf(glyphs);
  return groups.map((group) => toSegment(group, page, shift));
}

/** Gap in shares of the text size between two ideographs without a blank; null between anything else. */
function gapBetweenHan(a: Glyph | undefined, b: Glyph): number | null {
  if (a === undefined || b.spaced || !HAN.test(a.text) || !HAN.test(b.text)) return null;
  return (b.left - a.right) / Math.min(a.size, b.size);
}

/** What stands among figures with blanks can be a figure in spread digits: it is cut into figures all along, or not. */
function believable(segment: Segment, parts: Segment[]): Segment[] {
  return SPREAD.test(segment.text) && !parts.every(({ isNumber }) => isNumber) ? [segment] : parts;
}

/** Parts a text before each glyph that begins at one of these positions with some white space before it. */
export function cutAtStarts(segment: Segment, starts: readonly number[], near: number): Segment[] {
  const { glyphs, page } = segment;
  const groups: Glyph[][] = [];
  glyphs.forEach((glyph, i) => {
    const before = glyphs[i - 1];
    const isCut =
      before !== undefined &&
      glyph.left - before.right > (before.run === glyph.run ? MIN_START_GAP : MIN_RUN_GAP) * glyph.size &&
      starts.some((x) => Math.abs(x - glyph.left) <= near);
    if (before === undefined || isCut) groups.push([glyph]);
    else groups.at(-1)?.push(glyph);
  });
  if (groups.length === 1) return [segment];
  const shift = segment.middle - middleOf(glyphs);
  return believable(
    segment,
    groups.map((group) => toSegment(group, page, shift)),
  );
}

/**
 * Gap (share of the text size) before a glyph that begins where the figures of its column do; LibreOffice sets
 * ideographs of one text without any, and columns as narrow as their text leave a fifth.
 */
const MIN_START_GAP = 0.12;
/** The same where it was drawn by another operation; glyphs of one text that are drawn one by one touch. */
const MIN_RUN_GAP = 0.03;
/** Gap (share of the text size) that can part two headings of neighbouring narrow columns. */
const MIN_CUT = 0.25;

function middleOf(glyphs: readonly Glyph[]): number {
  const { top, bottom } = makeLine(glyphs);
  return (top + bottom) / 2;
}
