import { deflateSync } from 'node:zlib';
import type { Document, Table } from '../../../src/model/document.js';
import { readPdf } from '../../../src/read/pdf/index.js';
import { damagedStreams } from '../../../src/read/pdf/integrity.js';
import { composePdf, grid, line, text } from './compose.js';

const COLUMNS = [20, 120, 200, 280];
const ROWS = [280, 260, 240];
const TABLE = grid(COLUMNS, ROWS, [
  ['规章', '5', '7'],
  ['许可', '12', '30'],
]);

function cellTexts(document: Document): string[] {
  return document.blocks
    .filter((block): block is Table => block.kind === 'table')
    .flatMap(({ cells }) => cells.map((cell) => cell.text));
}

async function read(...contents: string[]): Promise<string[]> {
  return cellTexts(await readPdf(composePdf([contents.join('')])));
}

const SEEN = ['规章', '5', '7', '许可', '12', '30'];

describe('text that cannot be seen', () => {
  test('white on white paper is not read', async () => {
    expect(await read(TABLE, '1 1 1 rg ', text(130, 265, '9'))).toEqual(SEEN);
  });

  test('white on a dark ground is read', async () => {
    const ground = '0 0 0.4 rg 120 240 80 20 re f 1 1 1 rg ';
    const white = grid(COLUMNS, ROWS, [
      ['规章', '5', '7'],
      ['许可', '', '30'],
    ]).replace(/^/, '0 g ');
    expect(await read(ground, '0 g ', white, '1 1 1 rg ', text(123, 245, '12'))).toEqual(SEEN);
  });

  test('text under a shape drawn later is not read, text over it is', async () => {
    const old = text(123, 265, '9') + text(210, 245, '8');
    expect(await read(old, '1 1 1 rg 20 240 260 40 re f 0 g ', TABLE)).toEqual(SEEN);
  });

  test('text outside of the clipping path is not read', async () => {
    const clipped = `q 0 0 10 10 re W n ${text(140, 265, '9')} Q `;
    expect(await read(clipped, TABLE)).toEqual(SEEN);
  });

  test('text inside of the clipping path is read', async () => {
    expect(await read(`q 0 0 400 300 re W n ${TABLE} Q `)).toEqual(SEEN);
  });
});

describe('figures', () => {
  test('that are struck through do not count beside others', async () => {
    const old = text(150, 265, '9') + line(149, 268.5, 157, 268.5);
    expect(await read(TABLE, old)).toEqual(SEEN);
  });

  test('that are struck through stay unreadable alone', async () => {
    const table = grid(COLUMNS, ROWS, [
      ['规章', '', '7'],
      ['许可', '12', '30'],
    ]);
    const old = text(150, 265, '9') + line(149, 268.5, 157, 268.5);
    expect(await read(table, old)).toEqual(['规章', '~9', '7', '许可', '12', '30']);
  });

  test('with a raised footnote mark keep it apart', async () => {
    expect(await read(TABLE, text(129, 267, '1', 5))).toEqual(['规章', '5¹', '7', '许可', '12', '30']);
  });

  test('set apart like the labels of the table are one number', async () => {
    const spaced = (x: number, y: number, value: string): string =>
      [...value].map((c, i) => text(x + i * (/\d/.test(c) ? 5.56 + 2.5 : 12.5), y, c)).join('');
    const frame = grid(COLUMNS, ROWS, [
      ['', '', ''],
      ['', '', ''],
    ]);
    const labels =
      spaced(23, 265, '规范性文件') +
      spaced(23, 245, '行政许可决定') +
      spaced(23, 205, '以上数字由本机关统计');
    expect(await read(frame, labels, spaced(125, 265, '128'), spaced(125, 245, '30'))).toEqual([
      '规范性文件',
      '128',
      '',
      '行政许可决定',
      '30',
      '',
    ]);
  });
});

test('figures set apart among themselves are numbers, however far the numbers of justified labels stand from them', async () => {
  const spaced = (x: number, y: number, value: string, gap: number): string =>
    [...value].map((c, i) => text(x + i * ((/[\d.]/.test(c) ? 5.56 : 10) + gap), y, c)).join('');
  const frame = grid(COLUMNS, ROWS, [
    ['', '', ''],
    ['', '', ''],
  ]);
  const labels =
    spaced(23, 265, '1.规章', 4) + spaced(23, 245, '2.行政许可', 1.5) + spaced(23, 205, '3.以上', 5);
  const figures = spaced(125, 265, '1280', 2.5) + spaced(125, 245, '304', 2.5) + spaced(205, 245, '17', 2.5);
  const printed = await read(frame, labels, figures);
  expect(printed).toEqual(expect.arrayContaining(['1280', '304', '17']));
});

describe('figures at the edge of pages', () => {
  test('count the pages only where most pages agree', async () => {
    const page = (value: string) => text(40, 150, '规章') + text(40, 12, value);
    const document = await readPdf(composePdf([page('7'), page('0'), page('12')]));
    const texts = document.blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''));
    expect(texts.join(' ')).toMatch(/7.*0.*12/);
    const numbered = await readPdf(composePdf([page('1'), page('2'), page('3')]));
    expect(numbered.blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('')).toBe(
      '规章规章规章',
    );
  });
});

describe('damaged content', () => {
  const file = (data: Buffer): Uint8Array =>
    Buffer.concat([
      Buffer.from(`%PDF-1.5\n1 0 obj\n<</Length ${data.length}/Filter/FlateDecode>>\nstream\n`),
      data,
      Buffer.from('\nendstream\nendobj\n'),
    ]);
  const whole = deflateSync(Buffer.from('BT /L 10 Tf (12) Tj ET '.repeat(200)));

  test('is told from whole content', () => {
    expect(damagedStreams(file(whole))).toBe(0);
    const broken = Buffer.from(whole);
    broken[broken.length >> 1] = (broken[broken.length >> 1] ?? 0) ^ 0x5a;
    expect(damagedStreams(file(broken))).toBe(1);
  });

  test('a checksum that is missing is none, fonts and encrypted files are left alone', () => {
    expect(damagedStreams(file(whole.subarray(0, -4)))).toBe(0);
    const font = Buffer.from(
      Buffer.from(file(Buffer.from('xx')))
        .toString('latin1')
        .replace('/Filter', '/Length1 9/Filter'),
      'latin1',
    );
    expect(damagedStreams(font)).toBe(0);
    expect(
      damagedStreams(Buffer.concat([file(Buffer.from('xx')), Buffer.from('trailer<</Encrypt 2 0 R>>')])),
    ).toBe(0);
  });
});
