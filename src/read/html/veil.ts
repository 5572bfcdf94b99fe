/** Whether an article that is hidden holds the form, and whether what is shown holds any of it. */

import type { Block } from '../../model/document.js';
import { type DomElement, rawText, type Step, walk } from './dom.js';

/** Heads that stand in every table of the form, and hardly in one of another kind. */
const FORM_HEAD =
  /自然人|结果维持|結果維持|(?:制|製|发布|發布)件(?:数|數)|(?:现行|現行)有效|(?:处理|處理)(?:决定|決定)(?:数|數)量/;
/** A head, not a sentence that has the word. */
const LONGEST_HEAD = 24;
/** An article with its markup's white space. */
const MOST_CHARACTERS = 200_000;

const isHead = (text: string): boolean =>
  text.length <= LONGEST_HEAD && FORM_HEAD.test(text.replace(/\s+/g, ''));

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

function hasTable(element: DomElement): boolean {
  let found = false;
  const enter = ({ name }: DomElement): Step => {
    found ||= name === 'table';
    return 'into';
  };
  walk(element, { text: () => undefined, enter, leave: () => undefined, done: () => found });
  return found;
}
