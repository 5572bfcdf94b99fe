/** The steps before recognition, on pictures whose contents are known. */

import { piecesOf } from '../../../src/read/scan/components.js';
import { decodePicture, look } from '../../../src/read/scan/decode.js';
import { featuresOf } from '../../../src/read/scan/digits/features.js';
import { guess } from '../../../src/read/scan/digits/net.js';
import { readNumber } from '../../../src/read/scan/digits/number.js';
import { inkOf } from '../../../src/read/scan/ink.js';
import { linesOf, withoutLines } from '../../../src/read/scan/lines.js';
import { scanPage } from '../../../src/read/scan/page.js';
import { turned } from '../../../src/read/scan/raster.js';
import { skewOf } from '../../../src/read/scan/skew.js';
import { writeTiff } from '../../../src/read/scan/tiff.js';
import { drawGrid, drawText, type Paint, page } from './pictures.js';

const FONT = '26px "Noto Serif CJK SC", serif';
const ink = (width: number, height: number, paint: Paint) => inkOf(look(page(width, height, paint)).grey);

test.each([-1, -0.3, 0, 0.7])('a page turned by %s degrees is found to be', (degrees) => {
  const mask = ink(1200, 800, (context) => {
    context.translate(600, 400);
    context.rotate((degrees * Math.PI) / 180);
    for (let y = -300; y <= 300; y += 50) context.fillRect(-500, y, 1000, 2);
  });
  expect(skewOf(mask)).toBeCloseTo(degrees, 1);
});

test('ink is found on dark paper, in a shadow too', () => {
  const mask = ink(600, 200, (context) => {
    const shade = context.createLinearGradient(0, 0, 600, 0);
    shade.addColorStop(0, '#777');
    shade.addColorStop(1, '#fff');
    context.fillStyle = shade;
    context.fillRect(0, 0, 600, 200);
    context.fillStyle = '#000';
    for (let x = 50; x < 600; x += 100) context.fillRect(x, 90, 10, 20);
  });
  expect(piecesOf(mask).map(({ left, right, top, bottom }) => [right - left, bottom - top, left])).toEqual(
    expect.arrayContaining([50, 150, 250, 350, 450, 550].map((x) => [10, 20, x])),
  );
  expect(piecesOf(mask)).toHaveLength(6);
});

test('a red seal is taken off, black print under it stays', () => {
  const canvas = page(200, 200, (context) => {
    context.fillRect(90, 90, 20, 20);
    context.strokeStyle = 'rgb(220,40,40)';
    context.lineWidth = 8;
    context.arc(100, 100, 60, 0, 7);
    context.stroke();
  });
  const { grey, red } = look(canvas);
  expect(piecesOf(inkOf(grey))).toEqual([{ left: 90, top: 90, right: 110, bottom: 110, ink: 400 }]);
  expect(red?.data.some((value) => value === 1)).toBe(true);
});

test('rules are found where they are broken and faint, and none in characters', () => {
  const mask = ink(800, 400, (context) => {
    context.fillStyle = '#999';
    for (let x = 100; x < 700; x += 40) context.fillRect(x, 100, 37, 2);
    context.fillStyle = '#000';
    context.fillRect(100, 50, 2, 300);
    drawText(context, '一二三申中工', 400, 200, FONT);
  });
  const { horizontal, vertical } = linesOf(mask, 25);
  expect(horizontal).toEqual([{ at: expect.closeTo(101, 0), from: 100, to: 697 }]);
  expect(vertical).toEqual([{ at: expect.closeTo(101, 0), from: 50, to: 350 }]);
  expect(piecesOf(withoutLines(mask, linesOf(mask, 25))).every(({ top }) => top > 150)).toBe(true);
});

test('a table is cut into its cells, and a cell without ink has no lines', async () => {
  const canvas = page(900, 400, (context) => {
    drawGrid(context, [50, 350, 600, 850], [50, 110, 170, 230]);
    for (const y of [80, 140, 200]) drawText(context, '予以公开本年度', 200, y, FONT);
    drawText(context, '128', 475, 80, FONT);
    drawText(context, '0', 475, 140, FONT);
    drawText(context, '7', 725, 200, FONT);
  });
  const scanned = await scanPage(canvas, null);
  const [table] = scanned?.tables ?? [];
  expect(table?.cells.map(({ lines, doubt }) => [lines.length, doubt])).toEqual(
    [1, 1, 0, 1, 1, 0, 1, 0, 1].map((count) => [count, '']),
  );
  const numbers = table?.cells.flatMap(({ lines: [line], col }) =>
    line && col > 0 ? [readNumber(line, scanned?.textSize ?? 0)?.text] : [],
  );
  expect(numbers).toEqual(['128', '0', '7']);
});

test('a page whose table is printed much smaller than its text is enlarged for the table', async () => {
  const canvas = page(1200, 900, (context) => {
    for (let i = 0; i < 8; i++)
      drawText(context, '政府信息公开工作年度报告主动公开情况', 600, 60 + 50 * i, FONT);
    drawGrid(context, [50, 350, 600, 850], [500, 530, 560, 590]);
    for (const y of [515, 545, 575]) {
      drawText(context, '予以公开本年度情况', 200, y, '14px "Noto Serif CJK SC", serif');
      drawText(context, '128', 475, y, '14px "Noto Serif CJK SC", serif');
    }
  });
  const scanned = await scanPage(canvas, null);
  expect(scanned?.tables[0]?.cells).toHaveLength(9);
  expect(scanned?.tableSize).toBeGreaterThan(20);
  expect(scanned?.textSize).toBeGreaterThan(1.5 * (scanned?.tableSize ?? 0));
});

test('a cell with a lone red mark is not called blank, one that a seal runs through is', async () => {
  const canvas = page(900, 400, (context) => {
    drawGrid(context, [50, 350, 600, 850], [50, 150, 250, 350]);
    for (const y of [100, 200, 300]) drawText(context, '予以公开本年度', 200, y, FONT);
    context.fillStyle = 'rgb(220,20,20)';
    drawText(context, '5', 475, 100, FONT);
    context.strokeStyle = 'rgb(220,20,20)';
    context.lineWidth = 6;
    context.arc(600, 250, 60, 0, 7);
    context.stroke();
  });
  const [table] = (await scanPage(canvas, null))?.tables ?? [];
  expect(table?.cells.map(({ doubt }) => doubt)).toEqual(['', 'something red', '', '', '', '', '', '', '']);
});

describe('the net', () => {
  const read = (text: string, font: string) => {
    const { grey } = look(page(300, 80, (context) => drawText(context, text, 150, 40, font)));
    return piecesOf(inkOf(grey))
      .sort((a, b) => a.left - b.left)
      .map((piece) => guess(featuresOf(grey, piece)).digit)
      .join('');
  };

  test.each(['Noto Serif CJK SC', 'Noto Sans CJK SC', 'DejaVu Sans'])('reads all digits in %s', (family) => {
    expect(read('1 2 3 4 5 6 7 8 9 0', `24px "${family}"`)).toBe('1234567890');
  });

  test('knows what is no digit', () => {
    expect(read('年', '24px "Noto Serif CJK SC"')).toContain('other');
  });
});

test('a TIFF of several pages is read back as it was written', async () => {
  const first = { width: 3, height: 2, data: Uint8Array.from([0, 128, 255, 255, 0, 64]) };
  const second = { width: 1, height: 1, data: Uint8Array.from([7]) };
  const pages = await decodePicture(writeTiff([first, second]));
  expect(pages.map((canvas) => look(canvas).grey)).toEqual([first, second]);
});

test('quarter turns are clockwise', () => {
  const raster = { width: 2, height: 1, data: Uint8Array.from([1, 2]) };
  expect(turned(raster, 1)).toEqual({ width: 1, height: 2, data: Uint8Array.from([1, 2]) });
  expect(turned(raster, 3)).toEqual({ width: 1, height: 2, data: Uint8Array.from([2, 1]) });
  expect(turned(turned(raster, 2), 2)).toEqual(raster);
});

test('a file that is no picture says so', async () => {
  await expect(decodePicture(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]))).rejects.toMatchObject({
    code: 'damaged',
  });
});
