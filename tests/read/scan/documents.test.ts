/** Scans as they are sent in: sideways, black and white, many pages, beside pages of text. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import utif from 'utif2';
import { type PdfPicture, pdfOfImages, pdfOfPictures } from '../../../scripts/compose/render/scan.js';
import { mapDocument } from '../../../src/map/index.js';
import type { Document } from '../../../src/model/document.js';
import { readDocument } from '../../../src/read/index.js';
import { look, redraw } from '../../../src/read/scan/decode.js';
import { writeTiff } from '../../../src/read/scan/tiff.js';
import { isHere } from '../../support/programs.js';
import { drawGrid, drawText, engineHere, page } from './pictures.js';

const hasConvert = spawnSync('convert', ['-version']).status === 0;
const withEngine = engineHere() ? test : test.skip;
const withFax = isHere('convert (apt-get install imagemagick)', hasConvert) ? withEngine : test.skip;
const FONT = '30px "Noto Serif CJK SC"';
const [WIDTH, HEIGHT] = [1240, 1754];
const DPI = 150;

/** An A4 page at 150 dpi: a title, prose that tells which side is up, and a block of table 二. */
function scan(rows: readonly (readonly string[])[], title = '') {
  return page(WIDTH, HEIGHT, (context) => {
    drawText(context, title, 620, 100, '40px "Noto Serif CJK SC"');
    for (const [i, line] of [
      '一、总体情况',
      '本年度主动公开政府信息，受理公开申请',
      '二、主动公开政府信息情况',
    ].entries())
      drawText(context, line, 620, 190 + 60 * i, FONT);
    const ys = Array.from({ length: rows.length + 1 }, (_, i) => 420 + 70 * i);
    drawGrid(context, [80, 440, 700, 960, 1180], ys);
    rows.forEach((row, r) => {
      row.forEach((text, c) => {
        drawText(context, text, [260, 570, 830, 1070][c] ?? 0, 455 + 70 * r, FONT);
      });
    });
  });
}

const HEADER = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'];
const BLOCK = [HEADER, ['规章', '0', '1', '28'], ['行政规范性文件', '17', '5', '306']];
const TITLE = '洪泽区人民政府2023年政府信息公开工作年度报告';
const FIGURES = ['0', '1', '28', '17', '5', '306'];

async function figures(document: Document): Promise<string[]> {
  const { cells } = await mapDocument(document);
  return cells.filter(({ state }) => state === 'recognized').map(({ value }) => value);
}

const jpeg = (canvas: ReturnType<typeof scan>): Buffer => canvas.toBuffer('image/jpeg', 85);
const read = (bytes: Buffer, name: string): Promise<Document> =>
  readDocument(new Uint8Array(bytes), { name });

withEngine('a page that was put in sideways is turned', async () => {
  const sideways = await redraw(scan(BLOCK, TITLE), 1, 90);
  const document = await read(pdfOfImages([jpeg(sideways)], DPI), 'sideways.pdf');
  expect(await figures(document)).toEqual(FIGURES);
});

withEngine('a TIFF of several pages is one report', async () => {
  const pages = [scan(BLOCK.slice(0, 2), TITLE), scan([HEADER, BLOCK[2] ?? []])];
  const document = await read(writeTiff(pages.map((canvas) => look(canvas).grey)), 'report.tif');
  expect(document.pictures.recognized).toBe(2);
  expect(await figures(document)).toEqual(FIGURES);
});

const APPLICANTS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const LISTED: readonly (readonly string[])[] = [
  ['一、本年新收政府信息公开申请数量', '16', '1', '0', '2', '0', '0', '19'],
  ['二、上年结转政府信息公开申请数量', '1', '0', '0', '0', '0', '0', '1'],
  ['（一）予以公开', '4', '1', '0', '0', '0', '0', '5'],
  ['1.属于国家秘密', '0', '3', '0', '0', '0', '0', '3'],
  ['5.属于三类内部事务信息', '12', '0', '0', '0', '0', '0', '12'],
];

withEngine('a table printed one cell to a line is read, the number of the page left out', async () => {
  const lines = ['三、收到和处理政府信息公开申请情况', '申请人情况', ...APPLICANTS, ...LISTED.flat()];
  const canvas = page(WIDTH, HEIGHT, (context) => {
    drawText(context, TITLE, 620, 60, '40px "Noto Serif CJK SC"');
    context.textAlign = 'left';
    lines.forEach((line, i) => {
      context.font = '22px "Noto Serif CJK SC"';
      context.textAlign = 'left';
      context.fillText(line, 100, 130 + 31 * i);
    });
    drawText(context, '— 1 —', 620, 1725, '16px "Noto Serif CJK SC"');
  });
  const { cells } = await mapDocument(await read(pdfOfImages([jpeg(canvas)], DPI), 'listed.pdf'));
  const rows = [
    'received_new',
    'carried_over_in',
    'granted',
    'denied_state_secret',
    'denied_internal_affairs',
  ];
  const figuresOf = (row: string) =>
    cells.filter((cell) => cell.table === 'applications' && cell.row === row).map(({ value }) => value);
  expect(rows.map(figuresOf)).toEqual(LISTED.map(([, ...figuresInRow]) => figuresInRow));
});

/** A page in black and white as fax machines and office scanners pack it. */
function faxPicture(folder: string): PdfPicture {
  const [png, tiff] = [join(folder, 'page.png'), join(folder, 'page.tif')];
  writeFileSync(png, scan(BLOCK, TITLE).toBuffer('image/png'));
  const oneStrip = ['-define', `tiff:rows-per-strip=${HEIGHT}`];
  spawnSync('convert', [
    png,
    '-threshold',
    '60%',
    '-type',
    'bilevel',
    '-compress',
    'Group4',
    ...oneStrip,
    tiff,
  ]);
  const bytes = readFileSync(tiff);
  const [entry] = utif.decode(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const tag = (name: 't259' | 't262' | 't273' | 't279'): number => Number([entry?.[name]].flat()[0]);
  expect(tag('t259')).toBe(4);
  const form = `<< /K -1 /Columns ${WIDTH} /Rows ${HEIGHT} /BlackIs1 ${tag('t262') === 1} >>`;
  return {
    width: WIDTH,
    height: HEIGHT,
    entries: `/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms ${form}`,
    bytes: bytes.subarray(tag('t273'), tag('t273') + tag('t279')),
  };
}

withFax('a fax-compressed scan (CCITT G4) in a PDF is read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fax-'));
  try {
    const document = await read(pdfOfPictures([faxPicture(folder)], DPI), 'fax.pdf');
    expect(await figures(document)).toEqual(FIGURES);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** As many scanned pages as asked for, the report on the first and hardly anything on the others. */
function longScan(pages: number): Buffer {
  const blank = createCanvas(200, 280);
  const context = blank.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 200, 280);
  const rest = Array.from({ length: pages - 1 }, () => blank.toBuffer('image/jpeg', 60));
  return pdfOfImages([jpeg(scan(BLOCK, TITLE)), ...rest], DPI);
}

withEngine(
  'of more pages than are looked at the report says so, and that something may be lost',
  async () => {
    const long = await read(longScan(42), 'long.pdf');
    expect(long.damage).toContain('of 42 scanned pages only the first 40 were read');
    const { status, attention, cells } = await mapDocument(long);
    expect(status).toBe('partial');
    expect(attention).toContain('only the first 40');
    expect(cells.filter(({ state }) => state === 'absent')).toEqual([]);
    expect(await figures(long)).toEqual(FIGURES);
    expect((await read(longScan(40), 'short.pdf')).damage).toBeUndefined();
  },
);
