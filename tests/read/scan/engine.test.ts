/** Scans and pictures with the real engine. */

import { mapDocument } from '../../../src/map/index.js';
import type { Document } from '../../../src/model/document.js';
import { readDocument } from '../../../src/read/index.js';
import { drawGrid, drawText, engineHere, page } from './pictures.js';

const withEngine = engineHere() ? test : test.skip;
const FONT = '26px "Noto Serif CJK SC"';
const ROWS = [
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ['规章', '0', '1', '28'],
  ['行政规范性文件', '17', '', '306'],
];

/** A title and one block of table 二. */
function report(): Buffer {
  const canvas = page(1300, 520, (context) => {
    drawText(context, '洪泽区人民政府2023年政府信息公开工作年度报告', 650, 60, '36px "Noto Serif CJK SC"');
    drawText(context, '第二十条第（一）项', 650, 150, FONT);
    drawGrid(context, [50, 350, 650, 950, 1250], [120, 180, 260, 340, 420]);
    ROWS.forEach((row, r) => {
      row.forEach((text, c) => {
        drawText(context, text, 200 + 300 * c, 220 + 80 * r, FONT);
      });
    });
  });
  return canvas.toBuffer('image/png');
}

const figures = async (document: Document) =>
  (await mapDocument(document)).cells
    .filter(
      ({ row, state }) => (row === 'regulations' || row === 'normative_documents') && state !== 'absent',
    )
    .map(({ value, state }) => [value, state]);

const RIGHT = [
  ['0', 'recognized'],
  ['1', 'recognized'],
  ['28', 'recognized'],
  ['17', 'recognized'],
  ['', 'blank'],
  ['306', 'recognized'],
];

withEngine('a picture file is read: title, year, cells', async () => {
  const document = await readDocument(new Uint8Array(report()), { name: 'report.png' });
  expect(document.mediaType).toBe('image/png');
  expect(await figures(document)).toEqual(RIGHT);
  const { metadata } = await mapDocument(document);
  expect([metadata.agency.value, metadata.year.value]).toEqual(['洪泽区人民政府', '2023']);
});

withEngine('so is a data URI in a page, and a file that the caller supplies', async () => {
  const around = (source: string) =>
    Buffer.from(`<html><body><p>报告</p><img src="${source}"></body></html>`);
  const data = await readDocument(around(`data:image/png;base64,${report().toString('base64')}`));
  expect(await figures(data)).toEqual(RIGHT);
  const asked: string[] = [];
  const linked = await readDocument(around('files/table2.png'), {
    fetchPicture: async (link) => {
      asked.push(link);
      return new Uint8Array(report());
    },
  });
  expect(asked).toEqual(['files/table2.png']);
  expect(await figures(linked)).toEqual(RIGHT);
});

withEngine('every process that is started is told of, and its end too', async () => {
  const running = new Set<number>();
  let started = 0;
  await readDocument(new Uint8Array(report()), {
    watch: (pid, isRunning) => {
      if (isRunning) {
        running.add(pid);
        started++;
      } else running.delete(pid);
    },
  });
  expect(started).toBeGreaterThan(0);
  expect(running.size).toBe(0);
});

test('a picture of nothing is a document of nothing', async () => {
  const blank = page(300, 200, () => undefined).toBuffer('image/png');
  expect((await readDocument(new Uint8Array(blank))).blocks).toEqual([]);
});
