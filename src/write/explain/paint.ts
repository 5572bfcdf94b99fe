/** Colours of a terminal; none where nobody would see them. */

import type { CellState } from '../../model/report.js';

export type Tone = 'strong' | 'faint' | 'heading' | CellState;

/** Puts a text into a tone. Colours take no places, so texts are filled up before. */
export type Paint = (text: string, tone: Tone) => string;

const CODES: Readonly<Record<Tone, string>> = {
  strong: '1',
  faint: '2',
  heading: '1;36',
  reported: '',
  noted: '33',
  blank: '2',
  absent: '35',
  unreadable: '1;31',
  recognized: '34',
  inferred: '1;35',
};

/** Texts as they are. */
export const plain: Paint = (text) => text;

/** ANSI colours. */
export const coloured: Paint = (text, tone) => {
  const code = CODES[tone];
  return code === '' || text.trim() === '' ? text : `\u001b[${code}m${text}\u001b[0m`;
};
