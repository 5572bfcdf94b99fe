/** Tables whose rules are dotted, with dots too pale here and there to be pieces of ink. */

import { scanPage } from '../../../src/read/scan/page.js';
import { smoothedAcross, smoothedDown } from '../../../src/read/scan/smoothed.js';
import { drawText, page } from './pictures.js';

const XS = [40, 240, 280, 320, 360, 400, 440, 480];
const YS = [40, 76, 112, 148, 184, 220, 256];

test('dots become one stroke of half their darkness in the direction of their rule', () => {
  const data = Uint8Array.from({ length: 40 }, (_, i) => (i % 4 < 2 ? 95 : 255));
  const across = smoothedAcross({ width: 40, height: 1, data }, 24);
  expect(Math.max(...across.data.subarray(8, 32))).toBeLessThan(200);
  const down = smoothedDown({ width: 1, height: 40, data }, 24);
  expect([...down.data]).toEqual([...across.data]);
});

test('dotted rules make all cells of their table', async () => {
  const canvas = page(540, 300, (context) => {
    context.filter = 'blur(0.7px)';
    for (const x of XS) for (let y = 40; y < 256; y += 4) context.fillRect(x - 1, y, 2, 2);
    for (const y of YS) for (let x = 40; x < 480; x += 4) context.fillRect(x, y - 1, 2, 2);
    YS.slice(1).forEach((bottom) => {
      XS.slice(1).forEach((right, col) => {
        const text = col === 0 ? '予以公开' : String(col);
        drawText(context, text, ((XS[col] ?? 0) + right) / 2, bottom - 18, '20px "Noto Serif CJK SC"');
      });
    });
  });
  const scanned = await scanPage(canvas, null);
  expect(scanned?.tables.map(({ cells }) => cells.length)).toEqual([42]);
});
