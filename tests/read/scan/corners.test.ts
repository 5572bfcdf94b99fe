/** Rules that broke off around a place where they meet. */

import { scanPage } from '../../../src/read/scan/page.js';
import { drawGrid, drawText, page } from './pictures.js';

const XS = [40, 240, 380, 520, 660];
const YS = [40, 80, 120, 160, 200, 240];
const FONT = '26px "Noto Serif CJK SC"';

test('rules that meet and came apart from the rest are no large character', async () => {
  const canvas = page(700, 280, (context) => {
    drawGrid(context, XS, YS);
    XS.slice(1).forEach((right, col) => {
      YS.slice(1).forEach((bottom, row) => {
        const text = col === 0 ? '行政许可' : '27';
        drawText(context, text, ((XS[col] ?? 0) + right) / 2, ((YS[row] ?? 0) + bottom) / 2, FONT);
      });
    });
    // White around the meeting of two rules, a little thicker than they are.
    context.fillStyle = '#fff';
    for (const [x, y] of [
      [208, 120],
      [272, 120],
      [240, 88],
      [240, 152],
    ] as const)
      context.fillRect(x - 2, y - 2, 4, 4);
  });
  const scanned = await scanPage(canvas, null);
  expect(scanned?.tables.map(({ cells }) => cells.length)).toEqual([20]);
});
