/**
 * Note marks behind figures and labels (`2¹`, `12[1]`, `总计①`): small, raised, drawn right behind. LibreOffice raises
 * them by half a line, so that they would be a line of their own above the figure.
 */

import { asIndex } from '../marks.js';
import type { Glyph } from './geometry.js';

/** A mark is smaller than this share of what it belongs to; writers set two thirds to four fifths. */
const MARK_SIZE = 0.85;
/** It is raised by these shares of that size; higher up stands another line. */
const RISE = { least: 0.1, most: 0.7 };
/** It is drawn no further behind than this share. */
const BEHIND = 0.3;
const MARK = /^[\d①-⑳*※#注[\]［］〔〕【】（）()]$/;
const DIGIT = /^\d$/;

/** The glyphs with such marks on the line of what they belong to; marks of digits alone become raised characters. */
export function withMarksSetDown(glyphs: readonly Glyph[]): readonly Glyph[] {
  let result: Glyph[] | null = null;
  for (let at = 1; at < glyphs.length; at++) {
    const anchor = glyphs[at - 1] as Glyph;
    const end = endOfMark(glyphs, anchor, at);
    if (end === at) continue;
    result ??= [...glyphs];
    const mark = glyphs.slice(at, end);
    const isIndex = mark.every(({ text }) => DIGIT.test(text));
    const { top, bottom, base } = anchor;
    for (const [i, glyph] of mark.entries()) {
      result[at + i] = { ...glyph, top, bottom, base, text: isIndex ? asIndex(glyph.text) : glyph.text };
    }
    at = end;
  }
  return result ?? glyphs;
}

/** Where the mark ends that begins with the glyph at `from`; there where none does. */
function endOfMark(glyphs: readonly Glyph[], anchor: Glyph, from: number): number {
  let end = from;
  for (let before = anchor; ; end++) {
    const glyph = glyphs[end];
    if (glyph === undefined || !isRaised(glyph, anchor) || !follows(glyph, before, anchor)) return end;
    before = glyph;
  }
}

function isRaised(glyph: Glyph, anchor: Glyph): boolean {
  const rise = (anchor.base - glyph.base) / anchor.size;
  return (
    glyph.size < MARK_SIZE * anchor.size && rise > RISE.least && rise < RISE.most && MARK.test(glyph.text)
  );
}

function follows(glyph: Glyph, before: Glyph, anchor: Glyph): boolean {
  const gap = (glyph.left - before.right) / anchor.size;
  return glyph.turn === anchor.turn && gap > -BEHIND && gap < BEHIND;
}
