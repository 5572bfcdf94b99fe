/** Rows that stand in the cells of one. */

import { mapDocument } from '../../src/map/index.js';
import { readHtml } from '../../src/read/html/index.js';
import { printed, tablesOf } from './helpers.js';

const read = (rows: string) => readHtml(Buffer.from(`<meta charset="utf-8"><table>${rows}</table>`));
const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const HEAD = row('信息内容', '本年制发件数', '本年废止件数', '现行有效件数');
const LABELS = '规章<br>行政规范性文件';

test('are rows of their own where every cell has a line for each of them', async () => {
  const document = await read(HEAD + row(LABELS, '0<br>12', '0<p>1</p>', '<p>3</p><p>1,204</p>'));
  expect(printed(tablesOf(document)[0]).slice(1)).toEqual([
    '0:规章 1:0 2:0 3:3',
    '0:行政规范性文件 1:12 2:1 3:1,204',
  ]);
});

test.each([
  ['a cell has fewer lines', row(LABELS, '0<br>12', '1', '3<br>9')],
  ['a line is no figure', row(LABELS, '0<br>12', '0<br>见附件', '3<br>9')],
  ['a line is no label of the form', row('行政规范<br>性文件', '1<br>2', '0<br>1', '3<br>9')],
  [
    'a cell reaches over rows',
    row(LABELS, '0<br>12', '0<br>1', '<b>3</b><br>9').replace('<td>', '<td rowspan=2>'),
  ],
])('are left as they are where %s', async (_, rows) => {
  const [table] = tablesOf(await read(HEAD + rows));
  expect(printed(table)[1]).toMatch(/^0:(?:规章 ?)?行政规范性文件/);
});

test('columns that stand as lines below their labels give no blank row', async () => {
  const labels = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开'];
  const applicants = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
  const lines = [...applicants, ...labels, ...Array.from({ length: 20 }, (_, at) => String(at))];
  const heading = '<p>三、收到和处理政府信息公开申请情况</p>';
  const page = `<meta charset="utf-8">${heading}${lines.map((line) => `<p>${line}</p>`).join('')}`;
  const { cells } = await mapDocument(await readHtml(Buffer.from(page)));
  const states = new Set(
    cells
      .filter(({ row: code }) => /received|carried_over_in|^granted$/.test(code))
      .map(({ state }) => state),
  );
  expect([...states]).toEqual(['unreadable']);
});
