/** Lines of text set in columns by blanks → stretches of characters with positions, in points as on a page. */

import { LONE_UNIT } from '../../form/index.js';
import type { Glyph } from '../pdf/geometry.js';
import { MAX_HEADING } from '../pdf/headings.js';
import { type FlowLine, isNumberText, toSegment } from '../pdf/segments.js';
import { makeLine } from '../pdf/text.js';

/** Width of a column and distance of lines, in points. */
const COLUMN = 6;
export const PITCH = 12;
/** Size of the characters: one blank is a gap between figures, and none between words. */
const SIZE = 9;

/** How many columns a wide character takes: two on a terminal, one for programs that count characters. */
export type WideColumns = 1 | 2;

interface Word {
  readonly text: string;
  /** Columns; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A stretch of a line that is one text: words parted by no more than a blank. */
export type Stretch = readonly Word[];

/**
 * The stretches of a line. Two blanks part anything, one parts the figures at its end, and words where there are only short
 * ones, as of headings.
 */
export function stretchesOf(text: string, wide: WideColumns): Stretch[] {
  const words = withUnits(withSpreadWords(wordsOf(text, wide)));
  const figuresFrom = words.findLastIndex(({ text: word }) => !isNumberText(word)) + 1;
  const areHeadings = words.every(({ text: word }) => word.length <= MAX_HEADING && !isNumberText(word));
  const stretches: Word[][] = [];
  words.forEach((word, at) => {
    const before = words[at - 1];
    const isApart = before === undefined || word.start - before.end > 1 || at >= figuresFrom || areHeadings;
    if (isApart) stretches.push([word]);
    else stretches.at(-1)?.push(word);
  });
  return stretches;
}

/** Whether a text of one line stands above or below one of the other. */
export function overlap(a: readonly Stretch[], b: readonly Stretch[]): boolean {
  return a.flat().some(({ start, end }) => b.flat().some((other) => other.start < end && start < other.end));
}

/**
 * Sets a line of at least one stretch on its page.
 * @param top points below the edge of the page
 */
export function setLine(stretches: readonly Stretch[], top: number, wide: WideColumns): FlowLine {
  let run = 0;
  const groups = stretches.map((words) => words.flatMap((word) => glyphsOf(word, run++, top, wide)));
  const line = makeLine(groups.flat());
  const segments = groups.map((glyphs) => toSegment(glyphs, 1, 0));
  return { line, page: 1, middle: (line.top + line.bottom) / 2, segments };
}

/** Widest blank between the characters of a letter-spaced word, in columns. */
const MAX_SPREAD = 8;
/** So many characters are a word wherever they stand; at the beginning of a line two are. */
const SURELY_SPREAD = 5;

/** Joins the characters of letter-spaced words: `规   章`, `1 .  重 复 申 请`; not the figures behind them. */
function withSpreadWords(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const end = endOfSpread(words, at);
    const run = words.slice(at, end);
    const isWord = run.length >= (at === 0 ? 2 : SURELY_SPREAD);
    joined.push(...(isWord ? [together(run)] : run));
    at = end;
  }
  return joined;
}

function endOfSpread(words: readonly Word[], from: number): number {
  let end = from + 1;
  while (isSpread(words[end - 1], words[end])) end += 1;
  while (end > from + 1 && isNumberText(words[end - 1]?.text ?? '')) end -= 1;
  return end;
}

function isSpread(a: Word | undefined, b: Word | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return [...a.text].length === 1 && [...b.text].length === 1 && b.start - a.end <= MAX_SPREAD;
}

function together(run: readonly Word[]): Word {
  const text = run.map((word) => word.text).join('');
  return { text, start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 };
}

/** Whether the line ends in at least two figures: a row of a table, set in columns. */
export function isRowOfFigures(text: string): boolean {
  const [last, before] = wordsOf(text, 1).reverse();
  return [last, before].every((word) => word !== undefined && isNumberText(word.text));
}

/** A unit with the figure that one blank parts it from is one word: `10.5 万元`. */
function withUnits(words: readonly Word[]): Word[] {
  const whole: Word[] = [];
  for (const word of words) {
    const last = whole.at(-1);
    const isUnit = LONE_UNIT.test(word.text) && last !== undefined && word.start - last.end <= 1;
    if (isUnit && isNumberText(last.text)) whole[whole.length - 1] = together([last, word]);
    else whole.push(word);
  }
  return whole;
}

/** Share of rows whose figures begin at one distance behind the label: there blanks part the cells, and set nothing. */
const PARTED_SHARE = 0.9;

/** Whether blanks set the figures of the rows below one another, instead of only parting them from what is before. */
export function areSet(rows: readonly string[]): boolean {
  const gaps = new Map<number, number>();
  for (const row of rows) {
    const words = wordsOf(row, 1);
    const at = words.findLastIndex(({ text }) => !isNumberText(text));
    const gap = (words[at + 1]?.start ?? 0) - (words[at]?.end ?? 0);
    if (at >= 0) gaps.set(gap, (gaps.get(gap) ?? 0) + 1);
  }
  const all = [...gaps.values()].reduce((sum, count) => sum + count, 0);
  return Math.max(0, ...gaps.values()) < PARTED_SHARE * all;
}

/** How wide characters are counted: so that the figures of the rows stand below one another in fewer places. */
export function wideColumns(rows: readonly string[]): WideColumns {
  return placesOf(rows, 1) < placesOf(rows, 2) ? 1 : 2;
}

/** In how many columns figures begin or end, whichever are fewer. */
function placesOf(rows: readonly string[], wide: WideColumns): number {
  const figures = rows.flatMap((row) => wordsOf(row, wide).filter(({ text }) => isNumberText(text)));
  return Math.min(
    new Set(figures.map(({ start }) => start)).size,
    new Set(figures.map(({ end }) => end)).size,
  );
}

function wordsOf(text: string, wide: WideColumns): Word[] {
  const words: Word[] = [];
  let column = 0;
  let isInside = false;
  for (const char of text) {
    const width = widthOf(char, wide);
    const last = words.at(-1);
    if (/\s/.test(char)) isInside = false;
    else if (isInside && last !== undefined) {
      words[words.length - 1] = { text: last.text + char, start: last.start, end: column + width };
    } else {
      words.push({ text: char, start: column, end: column + width });
      isInside = true;
    }
    column += width;
  }
  return words;
}

/** The characters of a word; those of a letter-spaced one share its blanks. */
function glyphsOf({ text, start, end }: Word, run: number, top: number, wide: WideColumns): Glyph[] {
  const chars = [...text];
  const scale = (end - start) / chars.reduce((sum, char) => sum + widthOf(char, wide), 0);
  let column = start;
  return chars.map((char, i): Glyph => {
    const left = column * COLUMN;
    column += widthOf(char, wide) * scale;
    return {
      text: char,
      left,
      right: column * COLUMN,
      top,
      bottom: top + SIZE,
      base: top + SIZE,
      size: SIZE,
      run,
      spaced: i === 0 && run > 0,
      vertical: false,
      turn: 0,
    };
  });
}

/** East Asian wide and full-width characters (Unicode Standard Annex 11). */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u;

function widthOf(char: string, wide: WideColumns): number {
  return WIDE.test(char) ? wide : 1;
}
