/** Labels in which the figures of their row stand. */

import type { DraftRow } from '../walk/draft.js';

const FIGURES_AT_END = /[^\d\s.][,，;；:：\s]*\d[\d,，;；\s]*$/;
/** A line of a broken label with the figures of the row behind it, and the next line of the label. */
const FIGURES_INSIDE = /(?:\s\d[\d.,]*){3}(?!\S*\d)/;
/** Seven figures and what stands between them. */
const LONGEST_TAIL = 120;

/** Figures in a label that no reader could part from it: the row is anything but blank. */
export function holdsItsFigures({ matched, reading: { row, labelAt, figures } }: DraftRow): boolean {
  if (figures > 0) return false;
  const label = (row.cells[labelAt]?.text ?? '').slice(-LONGEST_TAIL);
  if (FIGURES_INSIDE.test(label)) return true;
  return matched !== 'exact' && FIGURES_AT_END.test(label.replace(/[（(][^()（）]*[)）]/g, ''));
}
