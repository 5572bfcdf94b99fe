/** Lines outside of tables → paragraphs. */

import type { Box } from './geometry.js';
import { isCjk, joinLines, type Line, lineText } from './text.js';

export interface PageParagraph {
  readonly text: string;
  readonly page: number;
  /** Box of the first line. */
  readonly box: Box;
}

/** An indent of more than this share of the text size begins a paragraph; Chinese text uses two characters. */
const INDENT = 0.8;
/** A line that ends more than this many characters before the right edge is the last one of its paragraph. */
const SHORT_LINE = 2.5;
/** More than this many line heights between baselines part paragraphs; official letters use up to 2.2 in 16 pt. */
const LARGE_GAP = 1.45;
/** Lines of clearly different size do not belong together. */
const SIZE_CHANGE = 0.15;
/** 一、 （一） 1. (1) 第一章: the beginnings of headings and items. */
const HEADING =
  /^(第?[一二三四五六七八九十]{1,3}[、.．章节]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d))/;

/** Joins consecutive lines of one page into paragraphs. */
export function toParagraphs(lines: readonly Line[], page: number): PageParagraph[] {
  const left = usualEdge(lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  const pitch = usualPitch(lines);
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    if (group === undefined || previous === undefined || begins(line, previous, left, right, pitch))
      groups.push([line]);
    else group.push(line);
  }
  return groups.map((group) => makeParagraph(group, page));
}

function makeParagraph(lines: readonly Line[], page: number): PageParagraph {
  const first = lines[0];
  const box: Box = first === undefined ? [0, 0, 0, 0] : [first.left, first.top, first.right, first.bottom];
  return { text: joinLines(lines.map(lineText)), page, box };
}

function begins(line: Line, previous: Line, left: number, right: number, pitch: number): boolean {
  const size = Math.max(line.size, 1);
  if (Math.abs(line.size - previous.size) > SIZE_CHANGE * size) return true;
  if (line.base - previous.base > LARGE_GAP * Math.max(pitch, previous.size)) return true;
  if (line.left - left > INDENT * size && line.left - previous.left > -INDENT * size) return true;
  if (right - previous.right > SHORT_LINE * size) return true;
  return HEADING.test(lineText(line)) && endsSentence(previous);
}

function endsSentence(line: Line): boolean {
  const last = lineText(line).at(-1) ?? '';
  return /[。；：:;.！？]/.test(last) || !isCjk(last);
}

/** The left edge that most lines share. */
function usualEdge(edges: readonly number[]): number {
  return Math.min(...edges);
}

/** Usual distance of baselines. */
function usualPitch(lines: readonly Line[]): number {
  const gaps = lines
    .slice(1)
    .map((line, i) => line.base - (lines[i]?.base ?? line.base))
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
}
