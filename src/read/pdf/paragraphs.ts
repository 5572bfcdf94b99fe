/** Lines outside of tables → paragraphs. */

import type { Recognition } from '../../model/document.js';
import type { Box } from './geometry.js';
import type { FlowLine } from './segments.js';
import { isCjk, joinLines, type Line, lineText } from './text.js';

export interface PageParagraph {
  readonly text: string;
  readonly page: number;
  /** Box of the first line. */
  readonly box: Box;
  /** How it was read, where it is one stretch of a picture that can be a cell. */
  readonly recognition?: Recognition;
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

/** Joins consecutive lines into paragraphs, over page breaks too. */
export function toParagraphs(lines: readonly FlowLine[]): PageParagraph[] {
  const left = Math.min(...lines.map(({ line }) => line.left));
  const right = Math.max(...lines.map(({ line }) => line.right));
  const pitch = usualPitch(lines);
  const groups: FlowLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    if (group === undefined || previous === undefined || begins(line, previous, left, right, pitch))
      groups.push([line]);
    else group.push(line);
  }
  return groups.map(makeParagraph);
}

function makeParagraph(lines: readonly FlowLine[]): PageParagraph {
  const first = lines[0];
  const { left, top, right, bottom } = first?.line ?? { left: 0, top: 0, right: 0, bottom: 0 };
  const text = joinLines(lines.map(({ line }) => lineText(line)));
  const [only, ...others] = lines.flatMap(({ line }) => line.glyphs);
  const recognition = others.length === 0 ? only?.recognition : undefined;
  const paragraph = { text, page: first?.page ?? 1, box: [left, top, right, bottom] } as const;
  return recognition === undefined ? paragraph : { ...paragraph, recognition };
}

function begins(next: FlowLine, before: FlowLine, left: number, right: number, pitch: number): boolean {
  const { line } = next;
  const { line: previous } = before;
  const size = Math.max(line.size, 1);
  if (Math.abs(line.size - previous.size) > SIZE_CHANGE * size) return true;
  const isFar = line.base - previous.base > LARGE_GAP * Math.max(pitch, previous.size);
  if (next.page === before.page && isFar) return true;
  if (line.left - left > INDENT * size && line.left - previous.left > -INDENT * size) return true;
  if (right - previous.right > SHORT_LINE * size) return true;
  return HEADING.test(lineText(line)) && endsSentence(previous);
}

function endsSentence(line: Line): boolean {
  const last = lineText(line).at(-1) ?? '';
  return /[。；：:;.！？]/.test(last) || !isCjk(last);
}

/** Usual distance of baselines. */
function usualPitch(lines: readonly FlowLine[]): number {
  const gaps: number[] = [];
  lines.slice(1).forEach(({ line, page }, i) => {
    const before = lines[i];
    if (before?.page === page && line.base > before.line.base) gaps.push(line.base - before.line.base);
  });
  gaps.sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
}
