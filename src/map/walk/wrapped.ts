/** Labels that a text without tables breaks over several lines: their lines are put together where that makes a label. */

import type { Paragraph } from '../../model/document.js';
import { isFigure } from '../words/figures.js';
import { VOCABULARY } from '../words/labels.js';
import { type LabelText, labelText, type Simplify } from '../words/text.js';

/** The longest label of the form, in a column of six characters. */
const MOST_LINES = 8;
/** Shorter labels are words of headers that stand beside each other (其他, 总计). */
const SHORTEST_WHOLE = 5;

/** The paragraphs with the lines of each broken label as one; everything else as it is. */
export function wholeLabels(paragraphs: readonly Paragraph[], simplify: Simplify): Paragraph[] {
  const whole: Paragraph[] = [];
  for (let at = 0; at < paragraphs.length; ) {
    const paragraph = paragraphs[at] as Paragraph;
    const lines = linesOfLabel(paragraphs, at, simplify);
    const text = paragraphs
      .slice(at, at + lines)
      .map((line) => line.text)
      .join('');
    whole.push(lines > 1 ? { ...paragraph, text } : paragraph);
    at += lines;
  }
  return whole;
}

/** How many lines from this one make exactly one label of a row, the most that do; 1 where it is whole or none. */
function linesOfLabel(paragraphs: readonly Paragraph[], from: number, simplify: Simplify): number {
  const first = paragraphs[from]?.text ?? '';
  if (!isText(first)) return 1;
  const isOpen = hasOpenBracket(first);
  if (!isOpen && nameOf(labelText(first, simplify)) !== null) return 1;
  let text = first;
  let lines = 1;
  for (let at = from + 1; at < paragraphs.length && at - from < MOST_LINES; at++) {
    const next = paragraphs[at]?.text ?? '';
    // A line that begins with a number or a whole label begins a row of its own.
    const closes = hasOpenBracket(text) && CLOSING_BRACKET.test(next);
    if (!closes && (!isText(next) || labelText(next, simplify).ordinal !== null)) break;
    text += next;
    const label = labelText(text, simplify);
    if (nameOf(label) !== null && label.full.length >= SHORTEST_WHOLE && !hasOpenBracket(text))
      lines = at - from + 1;
    else if (nameOf(labelText(next, simplify)) !== null) break;
  }
  return lines;
}

/** The last line of a label can be its bracket alone. */
const CLOSING_BRACKET = /^[）)]$/;

function isText(text: string): boolean {
  return /\p{L}/u.test(text) && !isFigure(text);
}

function hasOpenBracket(text: string): boolean {
  return (text.match(/[（(]/g)?.length ?? 0) > (text.match(/[）)]/g)?.length ?? 0);
}

/** What a text is to the letter, if it is the label of a row. */
function nameOf(label: LabelText): string | null {
  for (const words of [VOCABULARY.item, VOCABULARY.proactive, VOCABULARY.group]) {
    const code = words.exact(label);
    if (code !== null) return code;
  }
  return null;
}
