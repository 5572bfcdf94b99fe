/** The labels of the form, to the letter: what a reader may rely on before anything is mapped. */

import {
  APPLICANTS,
  APPLICATION_GROUPS,
  APPLICATION_ITEMS,
  LITIGATION_LABEL,
  PROACTIVE_ITEMS,
  PROACTIVE_MEASURES,
  REMEDY_PATHS,
  REMEDY_RESULTS,
} from '../form/index.js';

const ROWS = [...APPLICATION_ITEMS, ...APPLICATION_GROUPS, ...PROACTIVE_ITEMS];
const COLUMNS = [...APPLICANTS, ...PROACTIVE_MEASURES, ...REMEDY_PATHS, ...REMEDY_RESULTS];
/** Words of the headers that stand above several columns. */
const WIDE_HEADINGS = [LITIGATION_LABEL, '申请人情况', '法人或其他组织', '信息内容'];

const printedOf = ({
  zh,
  variants,
}: {
  readonly zh: string;
  readonly variants: readonly string[];
}): string[] => [zh, ...variants];

/** Labels of rows and groups, reduced by `bare` as the texts will be that are looked for among them. */
export function rowLabels(bare: (text: string) => string): ReadonlySet<string> {
  return new Set(
    ROWS.flatMap(printedOf)
      .map(bare)
      .filter((label) => label !== ''),
  );
}

/** Words of the headers, of one column and of several, reduced by `bare`. */
export function headerWords(bare: (text: string) => string): ReadonlySet<string> {
  return new Set([...COLUMNS.flatMap(printedOf), ...WIDE_HEADINGS].map(bare));
}

/** Numbering, what stands in brackets, punctuation and blanks. */
const NOT_OF_LABEL = /[（(][^（）()]*[）)]|^[一二三四五六七八九十\d]+(?=[、.．])|[^\p{L}\p{N}]+/gu;
const withoutRemarks = (text: string): string => text.replace(NOT_OF_LABEL, '');
const LABELS = rowLabels(withoutRemarks);

/** Whether a text is the label of a row or a group, numbering and remarks aside. */
export function isFormLabel(text: string): boolean {
  return LABELS.has(withoutRemarks(text));
}

const GROUPS = new Set(APPLICATION_GROUPS.flatMap(printedOf).map(withoutRemarks));

/** Whether a text is the label of a row, blanks, numbering and remarks aside, and not that of a group as well. */
export function isRowLabel(text: string): boolean {
  const label = withoutRemarks(text.replace(/\s/g, ''));
  return LABELS.has(label) && !GROUPS.has(label);
}

/** What stands in the tables of the form besides the labels of rows and columns. */
const OTHER_WORDS = [
  ...WIDE_HEADINGS,
  ...['一', '五', '六', '八', '九'].map((item) => `第二十条第（${item}）项`),
  '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
];
const NUMBERING = /^[（(]?(?:[一二三四五六七八九十]|\d{1,2})[）)、.．]/;
const letters = (text: string): string => text.replace(NUMBERING, '').replace(/[^\p{L}\p{N}]+/gu, '');
const ALL_WORDS: readonly string[] = [...[...COLUMNS, ...ROWS].flatMap(printedOf), ...OTHER_WORDS].map(
  letters,
);
/** One character alone is part of too many labels. */
const SHORTEST_PART = 2;

/**
 * How near a line of text is to a label of the form or to a part of one, as a wrapped label has it: the share of its
 * characters that are right, numbering aside; 1 to the letter, 0 for what is too short to tell.
 */
export function nearnessToForm(line: string): number {
  const text = letters(line);
  if (text.length < SHORTEST_PART) return 0;
  if (ALL_WORDS.some((label) => label.includes(text))) return 1;
  const wrong = Math.min(...ALL_WORDS.map((label) => distanceWithin(text, label)));
  return 1 - wrong / text.length;
}

/** Characters to change, leave out or put in until a text stands somewhere within another. */
function distanceWithin(text: string, whole: string): number {
  let row = new Array<number>(whole.length + 1).fill(0);
  for (let i = 1; i <= text.length; i++) {
    const next = [i];
    for (let j = 1; j <= whole.length; j++) {
      const changed = (row[j - 1] ?? 0) + (text[i - 1] === whole[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return Math.min(...row);
}
