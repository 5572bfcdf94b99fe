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

/** Labels of rows and groups, reduced by `bare` as the texts will be that are looked for among them. */
export function rowLabels(bare: (text: string) => string): ReadonlySet<string> {
  return new Set(
    [...APPLICATION_ITEMS, ...APPLICATION_GROUPS, ...PROACTIVE_ITEMS].flatMap(({ zh, variants }) =>
      [zh, ...variants].map(bare).filter((label) => label !== ''),
    ),
  );
}

/** Words of the headers, of one column and of several, reduced by `bare`. */
export function headerWords(bare: (text: string) => string): ReadonlySet<string> {
  const columns = [...APPLICANTS, ...PROACTIVE_MEASURES, ...REMEDY_PATHS, ...REMEDY_RESULTS];
  return new Set(
    [
      ...columns.flatMap(({ zh, variants }) => [zh, ...variants]),
      ...[LITIGATION_LABEL, '申请人情况', '法人或其他组织', '信息内容'],
    ].map(bare),
  );
}

/** Numbering, what stands in brackets, punctuation and blanks. */
const NOT_OF_LABEL = /[（(][^（）()]*[）)]|^[一二三四五六七八九十\d]+(?=[、.．])|[^\p{L}\p{N}]+/gu;
const withoutRemarks = (text: string): string => text.replace(NOT_OF_LABEL, '');
const LABELS = rowLabels(withoutRemarks);

/** Whether a text is the label of a row or a group, numbering and remarks aside. */
export function isFormLabel(text: string): boolean {
  return LABELS.has(withoutRemarks(text));
}
