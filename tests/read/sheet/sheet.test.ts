/** Workbooks made with the library that reads them, as Excel and WPS write them. */
import { type BookType, utils, type WorkSheet, write } from '@e965/xlsx';
import type { Block, Table } from '../../../src/model/document.js';
import { readDocument } from '../../../src/read/index.js';

type Change = (sheet: WorkSheet) => void;

function bookOf(rows: readonly (readonly unknown[])[], change: Change = () => {}, type: BookType = 'xlsx') {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
  change(sheet);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '年报');
  return book && new Uint8Array(write(book, { type: 'buffer', bookType: type }) as Buffer);
}

const ROWS = [
  ['某县人民政府2023年政府信息公开工作年度报告'],
  [],
  ['信息内容', '本年制发件数', '本年废止件数'],
  ['规章', 0, 1234],
  ['行政规范性文件', null, '无'],
  ['三、收到和处理政府信息公开申请情况'],
  ['一、本年新收', 7, 3],
];

async function blocksOf(bytes: Uint8Array): Promise<readonly Block[]> {
  return (await readDocument(bytes)).blocks;
}

const textsOf = ({ cells }: Table): string[] => cells.map(({ text }) => text);
const tablesOf = (blocks: readonly Block[]): Table[] =>
  blocks.filter((block): block is Table => block.kind === 'table');

test.each(['xlsx', 'biff8', 'ods'] as const)(
  '%s: titles are paragraphs, rows are tables, blanks are cells',
  async (type) => {
    const blocks = await blocksOf(bookOf(ROWS, undefined, type));
    expect(blocks.map((block) => (block.kind === 'table' ? textsOf(block) : block.text))).toEqual([
      '某县人民政府2023年政府信息公开工作年度报告',
      ['信息内容', '本年制发件数', '本年废止件数', '规章', '0', '1234', '行政规范性文件', '', '无'],
      '三、收到和处理政府信息公开申请情况',
      ['一、本年新收', '7', '3'],
    ]);
  },
);

test('merged ranges are spans, and what they cover is no cell', async () => {
  const merges: Change = (sheet) => {
    sheet['!merges'] = [
      { s: { r: 0, c: 1 }, e: { r: 0, c: 2 } },
      { s: { r: 1, c: 0 }, e: { r: 2, c: 0 } },
    ];
  };
  const rows = [
    ['', '法人', 'hidden below'],
    ['予以公开', 1, 2],
    ['hidden below', 3, 4],
  ];
  const [table] = tablesOf(await blocksOf(bookOf(rows, merges)));
  const shapes = table?.cells.map(({ text, rowSpan, colSpan }) => `${text} ${rowSpan}x${colSpan}`);
  expect(shapes).toEqual([' 1x1', '法人 1x2', '予以公开 2x1', '1 1x1', '2 1x1', '3 1x1', '4 1x1']);
});

test('a text merged over most of the table parts two tables, a label merged over some columns does not', async () => {
  const rows = [
    ['规章', 1, 2, 3, 4],
    ['2019年度'],
    ['规章', 5, 6, 7, 8],
    ['行政许可'],
    ['行政处罚', 9, 9, 9, 9],
  ];
  const merges: Change = (sheet) => {
    sheet['!merges'] = [
      { s: { r: 1, c: 0 }, e: { r: 1, c: 3 } },
      { s: { r: 3, c: 0 }, e: { r: 3, c: 1 } },
    ];
  };
  const blocks = await blocksOf(bookOf(rows, merges));
  expect(blocks.map(({ kind }) => kind)).toEqual(['table', 'paragraph', 'table']);
});

test('hidden rows, columns and sheets are left out', async () => {
  const sheet = utils.aoa_to_sheet([
    ['甲', '乙', '丙'],
    [1, 2, 3],
    [4, 5, 6],
  ]);
  sheet['!rows'] = [{}, { hidden: true }];
  sheet['!cols'] = [{}, { hidden: true }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '年报');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['去年', '9']]), '底稿');
  book.Workbook = { Sheets: [{}, { Hidden: 1 }] };
  const bytes = new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  const tables = tablesOf(await blocksOf(bytes));
  expect(tables.map(textsOf)).toEqual([['甲', '丙', '4', '6']]);
  expect(tables[0]?.cells.map(({ row, col }) => [row, col])).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]);
});

test('figures read as the sheet shows them', async () => {
  const formats: Change = (sheet) => {
    (sheet.B1 as { z: string }).z = '#,##0';
    (sheet.C1 as { z: string }).z = '0.00';
  };
  const [table] = tablesOf(
    await blocksOf(bookOf([['收费', 1530000, 12.3456, 54094.075975, 0.1 + 0.2]], formats)),
  );
  expect(table && textsOf(table)).toEqual(['收费', '1,530,000', '12.35', '54094.075975', '0.3']);
});

test('a broken workbook is damaged, with advice', async () => {
  const bytes = bookOf(ROWS);
  await expect(readDocument(bytes.subarray(0, bytes.length / 2))).rejects.toMatchObject({
    code: 'damaged',
    message: expect.stringMatching(/save it again|again as/),
  });
});
