/** Tables whose cells have boxes of their own, or rules drawn double. */

import type { SKRSContext2D } from '@napi-rs/canvas';
import { isBox } from '../../../src/read/scan/boxes.js';
import { piecesOf } from '../../../src/read/scan/components.js';
import { look } from '../../../src/read/scan/decode.js';
import { inkOf } from '../../../src/read/scan/ink.js';
import { scanPage } from '../../../src/read/scan/page.js';
import { drawText, type Paint, page } from './pictures.js';

const FONT = '22px "Noto Serif CJK SC"';
const XS = [40, 240, 280, 320, 360, 400, 440, 480];
const YS = [40, 76, 112, 148, 184, 220];

function boxesIn(paint: Paint): boolean[] {
  const mask = inkOf(look(page(120, 80, paint)).grey);
  return piecesOf(mask).map((piece) => isBox(piece, mask));
}

test('four sides are a box, a character is none', () => {
  const stroked: Paint = (context) => {
    context.lineWidth = 2;
    context.strokeRect(30, 20, 40, 34);
  };
  expect(boxesIn(stroked)).toEqual([true]);
  for (const text of ['0', '8', 'D', '行', '田', '目'])
    for (const size of [24, 40])
      expect([
        text,
        boxesIn((context) => drawText(context, text, 60, 40, `${size}px "Noto Sans CJK SC"`)),
      ]).toEqual([text, expect.not.arrayContaining([true])]);
});

/** A table of labels and one figure to a cell, its sides drawn by the caller. */
function table(drawSides: (context: SKRSContext2D, box: readonly [number, number, number, number]) => void) {
  return page(520, 260, (context) => {
    YS.slice(1).forEach((bottom, row) => {
      XS.slice(1).forEach((right, col) => {
        const [left, top] = [XS[col] ?? 0, YS[row] ?? 0];
        drawSides(context, [left, top, right, bottom]);
        drawText(context, col === 0 ? '予以公开' : String(col), (left + right) / 2, (top + bottom) / 2, FONT);
      });
    });
  });
}

test('cells with boxes of their own are cells, however narrow they are', async () => {
  const canvas = table((context, [left, top, right, bottom]) => {
    context.lineWidth = 2;
    context.strokeRect(left + 3, top + 3, right - left - 6, bottom - top - 6);
  });
  const scanned = await scanPage(canvas, null);
  expect(scanned?.tables.map(({ cells }) => cells.length)).toEqual([35]);
  expect(scanned?.tables[0]?.cells.map(({ doubt }) => doubt)).toEqual(Array(35).fill(''));
});

test('heavy rules drawn double, whose two strokes run into one another, are rules', async () => {
  const canvas = table((context, [left, top, right, bottom]) => {
    context.fillStyle = '#000';
    for (const x of [left, right]) context.fillRect(x - 5, top - 5, 10, bottom - top + 10);
    for (const y of [top, bottom]) context.fillRect(left - 5, y - 5, right - left + 10, 10);
    context.fillStyle = '#bbb';
    for (const x of [left, right]) context.fillRect(x - 1, top, 2, bottom - top);
    for (const y of [top, bottom]) context.fillRect(left, y - 1, right - left, 2);
    context.fillStyle = '#000';
  });
  const scanned = await scanPage(canvas, null);
  expect(scanned?.tables.map(({ cells }) => cells.length)).toEqual([35]);
});
