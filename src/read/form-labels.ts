/** The labels of the form, to the letter: what a reader may rely on before anything is mapped. */

import { APPLICATION_GROUPS, APPLICATION_ITEMS, PROACTIVE_ITEMS } from '../form/index.js';

/** Numbering, what stands in brackets, punctuation and blanks. */
const NOT_OF_LABEL = /[（(][^（）()]*[）)]|^[一二三四五六七八九十\d]+(?=[、.．])|[^\p{L}\p{N}]+/gu;

const LABELS: ReadonlySet<string> = new Set(
  [...APPLICATION_ITEMS, ...APPLICATION_GROUPS, ...PROACTIVE_ITEMS].flatMap(({ zh, variants }) =>
    [zh, ...variants].map(bare).filter((label) => label !== ''),
  ),
);

/** Whether a text is the label of a row or a group, numbering and remarks aside. */
export function isFormLabel(text: string): boolean {
  return LABELS.has(bare(text));
}

function bare(text: string): string {
  return text.replace(NOT_OF_LABEL, '');
}
