/** Glyphs of one place → lines → text. Digits that stand apart are never drawn together. */

import { asIndex } from '../marks.js';
import type { Glyph } from './geometry.js';

/** Glyphs whose baselines differ by less than this share of the text size stand on one line. */
const SAME_LINE = 0.5;
/** A gap wider than this share of the text size parts words and numbers; kerning stays below, a blank is 0.25. */
const WORD_GAP = 0.19;
/** Between ideographs, gaps up to this come from justification (half a character or so), wider ones part items. */
const CJK_GAP = 1.2;
/** Between an ideograph and a letter or digit, Word leaves a quarter of an em, justification somewhat more. */
const MIXED_GAP = 0.7;

/** An index is set at two thirds of the size or so; one of the full size is a good part of it off the line. */
const INDEX_SIZE = 0.85;
const INDEX_OFF_LINE = 0.25;
const DIGIT = /^\d+$/;

/** A line of text with its glyphs from left to right. */
export interface Line {
  readonly glyphs: readonly Glyph[];
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly base: number;
  readonly size: number;
}

/** Sorts glyphs into lines, top to bottom, each from left to right. Upright text only. */
export function toLines(glyphs: readonly Glyph[]): Line[] {
  const sorted = [...glyphs].sort((a, b) => a.base - b.base);
  const lines: Line[] = [];
  let group: Glyph[] = [];
  let base = -Infinity;
  let size = 0;
  for (const glyph of sorted) {
    if (group.length > 0 && glyph.base - base > SAME_LINE * Math.max(Math.min(size, glyph.size), 1)) {
      lines.push(makeLine(group));
      group = [];
    }
    if (group.length === 0) {
      base = glyph.base;
      size = glyph.size;
    }
    group.push(glyph);
  }
  if (group.length > 0) lines.push(makeLine(group));
  return lines;
}

/** A line of glyphs that stand on one baseline; at least one. */
export function makeLine(glyphs: readonly Glyph[]): Line {
  const sorted = [...glyphs].sort((a, b) => a.left - b.left);
  let [left, top, right, bottom, size] = [Infinity, Infinity, -Infinity, -Infinity, 0];
  for (const glyph of sorted) {
    left = Math.min(left, glyph.left);
    right = Math.max(right, glyph.right);
    top = Math.min(top, glyph.top);
    bottom = Math.max(bottom, glyph.bottom);
    size = Math.max(size, glyph.size);
  }
  const base = sorted.reduce((sum, glyph) => sum + glyph.base, 0) / sorted.length;
  return { glyphs: sorted, left, top, right, bottom, base, size };
}

/** Text of a line, blanks put in where glyphs stand apart. A raised digit becomes a raised character. */
export function lineText({ glyphs }: Pick<Line, 'glyphs'>): string {
  let text = '';
  let previous: Glyph | undefined;
  let indexed: Glyph | null = null;
  for (const glyph of glyphs) {
    indexed = previous === undefined ? null : raisedOver(previous, glyph, indexed);
    if (indexed === null && previous !== undefined && isGap(previous, glyph)) text += ' ';
    text += indexed === null ? glyph.text : asIndex(glyph.text);
    previous = glyph;
  }
  return text;
}

/** The figure over which a small raised digit stands as a footnote mark, or null. */
function raisedOver(before: Glyph, glyph: Glyph, indexed: Glyph | null): Glyph | null {
  const figure = indexed ?? before;
  const isRaised = glyph.base < figure.base && glyph.size < INDEX_SIZE * figure.size;
  const isClose = glyph.left - before.right < WORD_GAP * figure.size;
  return isRaised && isClose && isIndex(figure, glyph) ? figure : null;
}

/** Whether a blank belongs between two neighbouring glyphs of a line. */
export function isGap(a: Glyph, b: Glyph): boolean {
  if (isIndex(a, b)) return true;
  const gap = (b.left - a.right) / Math.min(a.size, b.size);
  const cjk = Number(isCjk(a.text.at(-1) ?? '')) + Number(isCjk(b.text.charAt(0)));
  if (cjk === 2) return gap > CJK_GAP;
  if (cjk === 1) return gap > MIXED_GAP;
  return gap > WORD_GAP || (b.spaced && gap > 0);
}

/**
 * Digits of one number are of one size and stand on one line: a smaller one is an index, be it raised or not, and so is
 * one of the same size that is clearly raised or lowered.
 */
function isIndex(a: Glyph, b: Glyph): boolean {
  if (!DIGIT.test(a.text) || !DIGIT.test(b.text)) return false;
  const large = Math.max(a.size, b.size);
  return Math.min(a.size, b.size) < INDEX_SIZE * large || Math.abs(a.base - b.base) > INDEX_OFF_LINE * large;
}

/** Ideographs, kana, full-width punctuation, and the quotation marks and dashes that stand between them. */
export function isCjk(character: string): boolean {
  return /[\u2e80-\ufe4f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff64\u201c\u201d\u2018\u2019\u2014\u2026\u00b7\u{20000}-\u{3ffff}]/u.test(
    character,
  );
}

/** Joins texts of consecutive lines: ideograph to ideograph without a blank, everything else with one. */
export function joinLines(lines: readonly string[]): string {
  let text = '';
  for (const line of lines) {
    if (line === '') continue;
    const tight = text === '' || (isCjk(text.at(-1) ?? '') && isCjk(line.charAt(0)));
    text += tight ? line : ` ${line}`;
  }
  return text.replace(/\s+/g, ' ').trim();
}

/** Text of a cell: upright lines top to bottom, then what is written sideways or downwards. */
export function cellText(glyphs: readonly Glyph[]): string {
  if (glyphs.length === 0) return '';
  const upright = glyphs.filter((glyph) => glyph.turn === 0 && !glyph.vertical);
  const texts = toLines(upright).map(lineText);
  const downwards = glyphs.filter((glyph) => glyph.turn === 0 && glyph.vertical);
  if (downwards.length > 0) texts.push(downwardsText(downwards));
  for (const turn of [1, 2, 3] as const) {
    const turned = glyphs.filter((glyph) => glyph.turn === turn);
    if (turned.length > 0) texts.push(turnedText(turned));
  }
  return joinLines(texts);
}

/** Vertical writing: columns from right to left, each from top to bottom. */
function downwardsText(glyphs: readonly Glyph[]): string {
  return toLines(glyphs.map(downwardsAsLine)).map(lineText).join('');
}

/** Lays a column of vertical writing down as a line, so that the column furthest right comes first. */
function downwardsAsLine(glyph: Glyph): Glyph {
  const { top, bottom, left, right, size } = glyph;
  const base = -(left + right) / 2;
  return { ...glyph, left: top, right: Math.max(bottom, top + size), top: -right, bottom: -left, base };
}

/** Text drawn turned as a whole; all glyphs have the same turn. */
function turnedText(glyphs: readonly Glyph[]): string {
  return joinLines(toLines(glyphs.map(turnedAsLine)).map(lineText));
}

function turnedAsLine(glyph: Glyph): Glyph {
  const { left, top, right, bottom, turn } = glyph;
  if (turn === 1) return { ...glyph, left: top, right: bottom, top: -right, bottom: -left, base: -left };
  if (turn === 3) return { ...glyph, left: -bottom, right: -top, top: left, bottom: right, base: right };
  return { ...glyph, left: -right, right: -left, top: -bottom, bottom: -top, base: -top };
}
