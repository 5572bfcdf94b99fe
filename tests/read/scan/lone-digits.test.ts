/** Lone digits in cells, which the engine likes to overlook, read with the real engine. */

import { Engine } from '../../../src/read/scan/engine.js';
import { scanPage } from '../../../src/read/scan/page.js';
import { recognise } from '../../../src/read/scan/recognise.js';
import { linesOf } from '../../../src/read/scan/wanted.js';
import { drawGrid, drawText, engineHere, page } from './pictures.js';

const XS = [40, 240, ...Array.from({ length: 10 }, (_, i) => 280 + 40 * i)];
const YS = [40, 76, 112, 148, 184, 220, 256, 292];

/** A table with the digits from 0 to 9 in each row. */
function digits(face: string, blur: number) {
  return page(700, 340, (context) => {
    drawGrid(context, XS, YS);
    context.filter = `blur(${blur}px)`;
    YS.slice(1).forEach((bottom) => {
      XS.slice(1).forEach((right, col) => {
        const [text, font] = col === 0 ? ['予以公开', 'Noto Serif CJK SC'] : [String(col - 1), face];
        drawText(context, text, ((XS[col] ?? 0) + right) / 2, bottom - 18, `20px "${font}"`);
      });
    });
  });
}

const withEngine = engineHere() ? test.each : test.skip.each;

withEngine([
  ['WenQuanYi Zen Hei', 1],
  ['Nimbus Sans', 1],
])('each digit in %s is read twice alike', async (face, blur) => {
  const engine = await Engine.find();
  const scanned = await scanPage(digits(face, blur), null);
  const lines = linesOf(scanned === null ? [] : [scanned]).filter(({ kind }) => kind === 'cell');
  const read = engine === null ? [] : await recognise(lines, engine);
  const figures = read.filter(({ text }) => /^\d$/.test(text));
  expect(figures.length).toBe(70);
  expect(figures.filter(({ agreed }) => !agreed)).toEqual([]);
});
