import { readText } from '../../../src/read/text/index.js';
import { bytesOf, paragraphsOf, printed, tablesOf } from '../helpers.js';

const read = (text: string, markdown = false) => readText(bytesOf(text), markdown);
const table = async (text: string, markdown = false) => printed(tablesOf(await read(text, markdown))[0]);

test('lines become paragraphs with their line in the file', async () => {
  const { blocks } = await read('标题\r\n\r\n  一、情况 ');
  expect(blocks).toEqual([
    { kind: 'paragraph', text: '标题', locator: { kind: 'line', line: 1 } },
    { kind: 'paragraph', text: '', locator: { kind: 'line', line: 2 } },
    { kind: 'paragraph', text: '一、情况', locator: { kind: 'line', line: 3 } },
  ]);
});

test('tabs: empty fields keep their place', async () => {
  const document = await read('三、情况\n\t自然人\t\t总计\n新收\t0\t\t\n');
  expect(printed(tablesOf(document)[0])).toEqual(['0: 1:自然人 2: 3:总计', '0:新收 1:0 2: 3:']);
  expect(tablesOf(document)[0]).toMatchObject({ layout: 'delimited', locator: { kind: 'line', line: 2 } });
  expect(tablesOf(document)[0]?.cells[4]?.locator).toEqual({ kind: 'line', line: 3 });
});

test('blank and rule lines inside a table do not end it, a line of text does', async () => {
  const text = '项\t数\n----\t---\n\n甲\t1\n乙\t2\n说明\n丙\t3\n丁\t4';
  expect(tablesOf(await read(text)).map(printed)).toEqual([
    ['0:项 1:数', '0:甲 1:1', '0:乙 1:2'],
    ['0:丙 1:3', '0:丁 1:4'],
  ]);
});

test('tables of different width with only blank lines between them stay apart', async () => {
  const narrow = '甲\t1\n'.repeat(3);
  const wide = '乙\t1\t2\t3\t4\t5\n'.repeat(3);
  expect(tablesOf(await read(`${narrow}\n${wide}`)).map(({ colCount }) => colCount)).toEqual([2, 6]);
});

test('a stray tab in prose is no table', async () => {
  const document = await read('来源：\t某局\n一、总体情况\n\t我局\n\t依法公开');
  expect(tablesOf(document)).toEqual([]);
  expect(paragraphsOf(document)).toEqual(['来源： 某局', '一、总体情况', '我局', '依法公开']);
});

test('pipes, with and without a frame, escaped ones and separators', async () => {
  expect(await table('| 项 | 数 |\n|:--|---:|\n| **甲**\\|乙 | |\n| 丙 | - |', true)).toEqual([
    '0:项 1:数',
    '0:甲|乙 1:',
    '0:丙 1:-',
  ]);
  expect(await table('规章 | 0 | 1\n文件 | | 2')).toEqual(['0:规章 1:0 2:1', '0:文件 1: 2:2']);
  expect(await table('|  | 自然人 |\n| 新收 |  |\n| 上年 | 1 |')).toEqual([
    '0: 1:自然人',
    '0:新收 1:',
    '0:上年 1:1',
  ]);
});

test('one cell per line with a trailing pipe is no table; a lone pipe stays, for it can be a blank cell', async () => {
  const document = await read('规章 |\n0 |\n|\n1 |');
  expect(tablesOf(document)).toEqual([]);
  expect(paragraphsOf(document)).toEqual(['规章', '0', '|', '1']);
});

test('bars behind a text part blank fields, whether one or several', async () => {
  const text = '信息内容|制发|废止\n规章||\n规范性文件|9|2\n收费|金额\n行政事业性收费|\n';
  expect(await table(text)).toEqual([
    '0:信息内容 1:制发 2:废止',
    '0:规章 1: 2:',
    '0:规范性文件 1:9 2:2',
    '0:收费 1:金额',
    '0:行政事业性收费 1:',
  ]);
});

test('running text between tabs is no row, and each of its pieces a paragraph', async () => {
  const text = [
    '某县2022年政府信息公开工作年度报告\t首页\t1024\t机构\t分享\t打印\t根据《条例》的要求，现公布本机关的年度报告。\t',
    '\t规章\t0\t0\t',
    '\t规范性文件\t5\t1\t',
    '\t本年度未收取信息处理费，无其他需要报告的事项。\t附件：\t下载\t2023-01-20\t',
  ].join('\n');
  const document = await read(text);
  expect(paragraphsOf(document)[0]).toBe('某县2022年政府信息公开工作年度报告');
  expect(paragraphsOf(document).at(-1)).toBe('2023-01-20');
  expect(tablesOf(document).map(printed)).toEqual([['0: 1:规章 2:0 3:0 4:', '0: 1:规范性文件 2:5 3:1 4:']]);
});

test('box drawing', async () => {
  expect(await table('┌──┬──┐\n│规章│ 0 │\n├──┼──┤\n│文件│   │\n└──┴──┘')).toEqual([
    '0:规章 1:0',
    '0:文件 1:',
  ]);
  expect(await table('+----+---+\n| 甲 | 1 |\n+----+---+\n| 乙 | 2 |\n+----+---+')).toEqual([
    '0:甲 1:1',
    '0:乙 1:2',
  ]);
});

test('commas are prose', async () => {
  expect(tablesOf(await read('规章,0,1\n文件,0,2\n'))).toEqual([]);
});

test('columns aligned by blanks, full-width characters two wide', async () => {
  const text = [
    '              自然人   企业   总计',
    '本年新收           3             3',
    '上年结转                  1      1',
    '总数               3      1      4',
    '',
  ].join('\n');
  expect(await table(text)).toEqual([
    '0: 1:自然人 2:企业 3:总计',
    '0:本年新收 1:3 2: 3:3',
    '0:上年结转 1: 2:1 3:1',
    '0:总数 1:3 2:1 3:4',
  ]);
  expect(tablesOf(await read(text))[0]?.layout).toBe('aligned');
});

test('two aligned lines are no table', async () => {
  expect(tablesOf(await read('甲    乙    丙\n1     2     3\n'))).toEqual([]);
});

test('Markdown headings, emphasis and tables in HTML', async () => {
  const document = await read(
    '# 年报\n**一、** 情况\n<table><tr><td>甲</td><td>1</td></tr>\n<tr><td>乙</td><td>2</td></tr></table>\n完',
    true,
  );
  expect(document.blocks[0]).toMatchObject({ text: '年报', heading: 1 });
  expect(paragraphsOf(document)).toEqual(['年报', '一、 情况', '完']);
  expect(printed(tablesOf(document)[0])).toEqual(['0:甲 1:1', '0:乙 1:2']);
  expect(document.blocks.at(-1)?.locator).toEqual({ kind: 'line', line: 5 });
});

test('many lines with as many commas are a sheet, whatever stands in its fields', async () => {
  const lines = Array.from({ length: 14 }, (_, at) => `某年,某镇,第${at}项,自然人,${at}`);
  const [sheet, ...others] = tablesOf(await read(`年度,单位,项目,对象,数值\n${lines.join('\n')}\n完`));
  expect(others).toEqual([]);
  expect(sheet?.rowCount).toBe(15);
  expect(tablesOf(await read(lines.slice(0, 5).join('\n')))).toEqual([]);
});

test('a row of a sheet keeps what stands behind its empty first field', async () => {
  expect(await table('甲,乙,1,2,3\n,（六）其他处理,0,1,2\n,,3,4,5\n')).toEqual([
    '0:甲 1:乙 2:1 3:2 4:3',
    '0: 1:（六）其他处理 2:0 3:1 4:2',
    '0: 1: 2:3 3:4 4:5',
  ]);
});

test('fields in quotation marks, parted by commas', async () => {
  expect(await table('"信息内容","本年制发件数",""\n"规章","1,200",""\n"他说""好""","",""')).toEqual([
    '0:信息内容 1:本年制发件数 2:',
    '0:规章 1:1,200 2:',
    '0:他说"好" 1: 2:',
  ]);
  expect(tablesOf(await read('他说,"好",我说'))).toEqual([]);
});

test('rows of a sheet without quotation marks, with their header', async () => {
  const text =
    '第二十条第（一）项,,,\n信息内容,制发,废止,有效\n规章,0,1,\n"文件, 其他",0,,12\n他说,好,我说,不\n';
  expect(await table(text)).toEqual([
    '0:第二十条第（一）项 1: 2: 3:',
    '0:信息内容 1:制发 2:废止 3:有效',
    '0:规章 1:0 2:1 3:',
    '0:文件, 其他 1:0 2: 3:12',
    '0:他说 1:好 2:我说 3:不',
  ]);
  expect(tablesOf(await read('共收到申请1,234,567,890件\n1,234,567,890'))).toEqual([]);
  expect(tablesOf(await read('他说,好,我说,不。\n甲,乙,丙,丁'))).toEqual([]);
});

test('figures with one blank between them stand in columns of their own', async () => {
  const text = [
    '      一、本年新收政府信息公开申请数量       46 9 1      0   0 3 59',
    '      二、上年结转政府信息公开申请数量       6  0 0      0   0 0 6',
    '                 （一）予以公开           9  4 0      0   0 1 14',
  ].join('\n');
  const [first] = tablesOf(await read(text));
  const printedIn = (row: number) =>
    first?.cells.filter((cell) => cell.row === row && cell.text !== '').map((cell) => cell.text);
  expect(printedIn(0)).toEqual(['一、本年新收政府信息公开申请数量', '46', '9', '1', '0', '0', '3', '59']);
  expect(printedIn(2)).toEqual(['（一）予以公开', '9', '4', '0', '0', '0', '1', '14']);
});

test('the same blanks before the figures of all rows part them, and set nothing in columns', async () => {
  const text = '规章  0  1  2\n行政规范性文件  7  9\n行政许可  5  6\n行政处罚  1  2  3\n';
  expect(tablesOf(await read(text))).toEqual([]);
});

test('a report in one line is parted where its cells were', async () => {
  const rows = ['甲', '1.乙', '2.丙', '（三）丁', '戊', '己', '庚'].map((label) => `${label} 1 2 0 0 0 0 3`);
  const document = await read(`某某县水利局2023年报告 一、总体情况 我局公开12条。 ${rows.join(' ')} 完`);
  expect(paragraphsOf(document).slice(0, 2)).toEqual(['某某县水利局2023年报告', '一、总体情况']);
  expect(paragraphsOf(document)).toContain('2.丙');
  expect(paragraphsOf(await read('公开 12 条， 收到 3 件， 办结 3 件。'))).toHaveLength(1);
});
