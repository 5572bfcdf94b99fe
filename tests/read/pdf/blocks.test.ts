/** What is believed of pages that were read from their pictures. */

import type { Recognition } from '../../../src/model/document.js';
import { toBlocks } from '../../../src/read/pdf/blocks.js';
import type { Glyph, PageContent } from '../../../src/read/pdf/geometry.js';
import { toLines } from '../../../src/read/pdf/text.js';

const PAGE: PageContent = {
  number: 1,
  width: 600,
  height: 800,
  turn: 0,
  glyphs: [],
  horizontal: [],
  vertical: [],
  pictures: [],
};

/** A stretch of text of a picture, as one glyph 10 pt high. */
function stretch(text: string, left: number, middle: number, recognition?: Recognition): Glyph {
  const width = [...text].length * (/^\d/.test(text) ? 5 : 10);
  const box = { left, right: left + width, top: middle - 5, bottom: middle + 5, base: middle + 5, size: 10 };
  const glyph = { text, ...box, run: left, spaced: false, vertical: false, turn: 0 } as const;
  return recognition === undefined ? glyph : { ...glyph, recognition };
}

/** Figures of the cells of a table without rules, with what is believed of each. */
function figures(recognitionOf: (figure: string) => Recognition | undefined) {
  const rows = [
    ['予以公开', '11', '12', '13', '14'],
    ['部分公开', '21', '22', '23', '24'],
    ['属于国家秘密', '31', '32', '33', '34'],
  ];
  const glyphs = rows.flatMap(([label = '', ...values], row) => [
    stretch(label, 50, 100 + 30 * row, { readings: [label], confidence: 90, agreed: false }),
    ...values.map((value, i) => stretch(value, 200 + 60 * i, 100 + 30 * row, recognitionOf(value))),
  ]);
  const parts = { tables: [], lines: toLines(glyphs) };
  const [table] = toBlocks([PAGE], new Map([[1, parts]])).filter(({ kind }) => kind === 'table');
  const cells = table?.kind === 'table' ? table.cells : [];
  return cells
    .filter(({ text }) => /^\d/.test(text))
    .map(({ text, recognition }) => [text, recognition?.agreed]);
}

const ALL = ['11', '12', '13', '14', '21', '22', '23', '24', '31', '32', '33', '34'];

test('figures without rules that two readings agree on are believed, one that they do not is not', () => {
  const read = figures((text) => ({ readings: [text], confidence: 99, agreed: text !== '22' }));
  expect(read).toEqual(ALL.map((text) => [text, text !== '22']));
});

test('figures that say nothing of how they were read are not believed', () => {
  expect(figures(() => undefined)).toEqual(ALL.map((text) => [text, false]));
});
