/** Whether an article that is hidden holds the form, and whether what is shown holds any of it. */

import type { Block } from '../../model/document.js';
import { type DomElement, type DomNode, rawText, type Step, walk } from './dom.js';

/** Heads that stand in every table of the form, and hardly in one of another kind. */
const HEADS = [
  /自然人/,
  /结果维持|結果維持/,
  /(?:制|製|发布|發布)件(?:数|數)|(?:现行|現行)有效|(?:处理|處理)(?:决定|決定)(?:数|數)量/,
] as const;
const FORM_HEAD = new RegExp(HEADS.map(({ source }) => source).join('|'));
/** A text of which nothing is shown is the report only when it holds more than one of its tables. */
const HEADS_OF_A_REPORT = 2;

/** Whether a text without blanks holds heads of several tables of the form. */
export function holdsReport(text: string): boolean {
  return HEADS.filter((head) => head.test(text)).length >= HEADS_OF_A_REPORT;
}
/** A head, not a sentence that has the word. */
const LONGEST_HEAD = 24;
/** An article with its markup's white space. */
const MOST_CHARACTERS = 200_000;

/** The source of a page, shown as text. */
const MARKUP = /<\/?(?:t[dhr]|p|span|div)\b/i;

const isHead = (text: string): boolean =>
  text.length <= LONGEST_HEAD && FORM_HEAD.test(text.replace(/\s+/g, '')) && !MARKUP.test(text);

/** Whether any line or cell is a head of the form. */
export function showsForm(blocks: readonly Block[]): boolean {
  return blocks.some((block) =>
    block.kind === 'paragraph' ? isHead(block.text) : block.cells.some(({ text }) => isHead(text)),
  );
}

/** Whether a table of the form stands below an element. */
export function holdsForm(element: DomElement): boolean {
  return hasTable(element) && FORM_HEAD.test(rawText(element, MOST_CHARACTERS).replace(/\s+/g, ''));
}

/** Whether a table stands below an element. */
export function hasTable(element: DomNode): boolean {
  let found = false;
  const enter = ({ name }: DomElement): Step => {
    found ||= name === 'table';
    return 'into';
  };
  walk(element, { text: () => undefined, enter, leave: () => undefined, done: () => found });
  return found;
}
