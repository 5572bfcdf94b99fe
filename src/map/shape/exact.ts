/** Labels of the form to the letter, which alone say in what shape a table was published. */

import type { Cell } from '../../model/document.js';
import { isPlainCount } from '../words/figures.js';
import { VOCABULARY } from '../words/labels.js';
import { labelText, type Simplify } from '../words/text.js';

/** The code of the label of one kind that a cell is to the letter, numbering aside; null for any other. */
export function exactCode(kind: keyof typeof VOCABULARY, { text }: Cell, simplify: Simplify): string | null {
  return text === '' || isPlainCount(text) ? null : VOCABULARY[kind].exact(labelText(text, simplify));
}
