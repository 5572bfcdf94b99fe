/** Labels under which values with names stand: rows of the tables 二 and 三, paths of table 四. */

import { LITIGATION_LABEL } from '../../../form/index.js';
import { clauseIn, findItem } from '../../walk/reading.js';
import { VOCABULARY } from '../../words/labels.js';
import { keptWithLabel, type LabelText, labelText, type Simplify } from '../../words/text.js';

/** What the columns of a row are named after: applicants (table 三), measures (二), results (四). */
export type NameKind = 'applicant' | 'measure' | 'result';

/** In the order of the form. */
export const NAME_KINDS: readonly NameKind[] = ['measure', 'applicant', 'result'];

export interface RowName {
  readonly kind: NameKind;
  readonly code: string;
}

/** A misprint that leaves less of a label is no label: what is read here has no table around it that bears it out. */
const SURE_ENOUGH = 0.8;

/** 行政诉讼——未经复议直接起诉, 行政诉讼（复议后起诉）: the path behind what heads both. */
const LITIGATION = new RegExp(`^${LITIGATION_LABEL}[\\s\\-—–－:：,，、(（]+(.*?)[)）]?$`);

/** The row or path of the form that a text names; null for any other. */
export function rowNameOf(text: string, simplify: Simplify): RowName | null {
  const path = LITIGATION.exec(simplify(text))?.[1];
  return named(labelText(path ?? text, simplify));
}

/** 第二十条第（五）项 and the groups of table 三: they say what the rows below them are. */
export function isHeadingOfRows(text: string, simplify: Simplify): boolean {
  const label = labelText(text, simplify);
  return clauseIn(label) !== null || VOCABULARY.group.find(label)?.kind === 'exact';
}

const named = keptWithLabel((label: LabelText): RowName | null => {
  const path = VOCABULARY.path.exact(label);
  if (path !== null) return { kind: 'result', code: path };
  const proactive = VOCABULARY.proactive.exact(label);
  if (proactive !== null) return { kind: 'measure', code: proactive };
  const item = findItem(label);
  const isSure = item !== null && item.kind !== 'contained' && item.score >= SURE_ENOUGH;
  return isSure ? { kind: 'applicant', code: item.code } : null;
});
