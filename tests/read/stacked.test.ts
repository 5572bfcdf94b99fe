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
    row(LABELS, '0<br>12', '0<br>1', '<b>3</b><br>9').replace('<td>', '<td rowspan=2>') + row('1', '2', '3'),
  ],
])('are left as they are where %s', async (_, rows) => {
  const [table] = tablesOf(await read(HEAD + rows));
  expect(printed(table)[1]).toMatch(/^0:(?:规章 ?)?行政规范性文件/);
});

test('are rows of their group, and cells that reach over the row reach over all of them', async () => {
  const labels = ['1.信访举报投诉类申请', '2.重复申请', '3.要求提供公开出版物'].join('<br>');
  const figures = (first: number) => row(...Array.from({ length: 7 }, (_, at) => String(first + at)));
  const inside = (html: string) => html.replace(/<\/?tr>/g, '');
  const rows = [
    `<tr><td rowspan=3>三、本年度办理结果</td>${inside(row('（四）无法提供', '1.本机关不掌握相关政府信息'))}${inside(figures(1))}</tr>`,
    row(
      '（五）不予处理',
      labels,
      '7<br>0<br>2',
      '1<br>0<br>0',
      '— — —',
      '0<br>0<br>0',
      '0 0 0',
      '0<br>0<br>1',
      '8<br>0<br>3',
    ),
    `<tr><td colspan=2>（七）总计</td>${inside(figures(21))}</tr>`,
  ];
  const [table] = tablesOf(await read(rows.join('')));
  const spans = table?.cells
    .filter(({ rowSpan }) => rowSpan > 1)
    .map(({ text, row: at, rowSpan }) => [text, at, rowSpan]);
  expect(spans).toEqual([
    ['三、本年度办理结果', 0, 5],
    ['（五）不予处理', 1, 3],
  ]);
  expect(printed(table).slice(1, 4)).toEqual([
    '1:（五）不予处理[3x1] 2:1.信访举报投诉类申请 3:7 4:1 5:— 6:0 7:0 8:0 9:8',
    '2:2.重复申请 3:0 4:0 5:— 6:0 7:0 8:0 9:0',
    '2:3.要求提供公开出版物 3:2 4:0 5:— 6:0 7:0 8:1 9:3',
  ]);
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
