/** The words of the results over the fifteen columns of table 四, where the lines of its header interleave. */

import { LITIGATION_LABEL, REMEDY_PATHS, REMEDY_RESULTS } from '../../form/index.js';

interface HeaderText {
  readonly col: number;
  readonly text: string;
}

/** Words of two characters, in which narrow cells wrap a result: 结果/维持. */
const WORD_LENGTH = 2;
/** The longest first: one is part of another. */
const PATH_LABELS = new RegExp(
  [...REMEDY_PATHS.map(({ zh }) => zh), LITIGATION_LABEL].sort((a, b) => b.length - a.length).join('|'),
  'g',
);
/** The words over each of the fifteen columns. */
const WORDS: readonly (readonly string[])[] = REMEDY_PATHS.flatMap(() =>
  REMEDY_RESULTS.map(({ zh }) => wordsOf(zh)),
);

/**
 * Whether a header holds just the words of the results of all paths, none of them left of one that belongs before it. Words
 * of two columns can stand over one of them, where white space alone tells the columns.
 */
export function areResultsInPlace(cells: readonly HeaderText[]): boolean {
  const printed = new Map<string, number[]>();
  for (const { col, text } of [...cells].sort((a, b) => a.col - b.col)) {
    for (const word of wordsOf(text.replace(PATH_LABELS, '')))
      printed.set(word, [...(printed.get(word) ?? []), col]);
  }
  let [before, here] = [-1, -1];
  for (const words of WORDS) {
    before = here;
    for (const word of words) {
      const col = printed.get(word)?.shift();
      if (col === undefined || col < before) return false;
      here = Math.max(here, col);
    }
  }
  return [...printed.values()].every(({ length }) => length === 0);
}

function wordsOf(text: string): string[] {
  return text.match(new RegExp(`.{1,${WORD_LENGTH}}`, 'gu')) ?? [];
}
