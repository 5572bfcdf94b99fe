/**
 * Nothing printed vanishes: a line of a text that holds a label of the form and figures is mapped, or its row is
 * `unreadable`; `absent` and `blank` stand only where nothing printed contradicts them.
 */

import { APPLICANTS, APPLICATION_ITEMS, PROACTIVE_BLOCKS, PROACTIVE_ITEMS } from '../../src/form/index.js';
import { mapDocument } from '../../src/map/index.js';
import type { MappedReport } from '../../src/model/report.js';
import { readDocument } from '../../src/read/index.js';
import { bytesOf } from '../read/helpers.js';

const map = async (lines: readonly string[]) => mapDocument(await readDocument(bytesOf(lines.join('\n'))));
const cellsOf = (report: MappedReport, row: string) => report.cells.filter((cell) => cell.row === row);

/** Park and Miller's generator: the same texts in every run. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

interface Line {
  readonly row: string;
  readonly text: string;
  readonly figures: readonly string[];
}

const LABELS = new Map<string, string>([
  ...APPLICATION_ITEMS.map(({ code, number, zh }): [string, string] => [
    code,
    `${number}${/^[一二三四]$/.test(number) ? '、' : /^\d$/.test(number) ? '.' : ''}${zh}`,
  ]),
  ...PROACTIVE_ITEMS.map(({ code, zh }): [string, string] => [code, zh]),
]);
const TITLE = [
  '某某县水利局2022年政府信息公开工作年度报告',
  '本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。',
];
const MEASURES = '信息内容 本年制发件数 本年废止件数 现行有效件数'.split(' ');
const HEADERS = ['自然人 法人或其他组织 总计', '商业企业 科研机构 社会公益组织 法律服务机构 其他'];

/** The rows of tables 二 and 三 in a text whose cells are parted by `mark`; blank cells are kept or leave no trace. */
function rows(random: (below: number) => number, mark: string, keepBlanks: boolean): Line[] {
  const figure = () => (random(3) === 0 ? '' : String(random(4) === 0 ? random(2000) : random(3)));
  const line = (row: string, figures: readonly string[]): Line => {
    const cells = [LABELS.get(row) ?? '', ...figures].filter((cell) => keepBlanks || cell !== '');
    return { row, figures, text: cells.join(mark) };
  };
  const head = (text: string): Line => ({ row: '', text, figures: [] });
  const blocks = PROACTIVE_BLOCKS.filter(({ edition }) => edition === '2021').flatMap(
    ({ items, measures }) => [
      head(measures.length === 3 ? MEASURES.join(mark) : `信息内容${mark}本年处理决定数量`),
      ...items.map((item) => line(item, measures.map(figure))),
    ],
  );
  const applications = APPLICATION_ITEMS.filter(({ code }) => code !== 'other').map(({ code }) => {
    const six = APPLICANTS.slice(1).map(figure);
    const sum = six.reduce((all, text) => all + Number(text), 0);
    return line(code, [...six, sum === 0 ? '' : String(sum)]);
  });
  return [
    head('二、主动公开政府信息情况'),
    ...blocks,
    head('三、收到和处理政府信息公开申请情况'),
    ...HEADERS.map((text) => head(text.replaceAll(' ', mark))),
    ...applications,
    head('五、存在的主要问题及改进情况'),
  ];
}

/** Takes lines away and puts running text between others. */
function damaged(lines: readonly Line[], random: (below: number) => number, share: number): Line[] {
  const remark = { row: '', text: '我局不断完善公开制度，提升服务水平；成效明显。', figures: [] };
  return lines.flatMap((line) => {
    const dice = random(100);
    if (dice < share) return [];
    return dice < 2 * share ? [line, remark] : [line];
  });
}

/** Printed rows of which the report says nothing, or that they are not there. */
function vanished(report: MappedReport, lines: readonly Line[]): string[] {
  return lines.flatMap(({ row, text, figures }) => {
    if (row === '' || figures.every((figure) => figure === '')) return [];
    const cells = cellsOf(report, row);
    const isSaid = cells.some(({ value, state }) => value !== '' || state === 'unreadable');
    const isKept =
      cells.length === 0 && report.unmapped.some(({ raw }) => raw.startsWith(LABELS.get(row) ?? ''));
    return isSaid || isKept ? [] : [text];
  });
}

/** Values that are not printed in that place. */
function wrong(report: MappedReport, lines: readonly Line[]): string[] {
  return lines.flatMap(({ row, text, figures }) =>
    cellsOf(report, row).flatMap(({ value }, at) =>
      value === '' || Number(value) === Number(figures[at] ?? '') ? [] : [`${text}: ${value}`],
    ),
  );
}

const STYLES: readonly (readonly [name: string, mark: string, keepBlanks: boolean])[] = [
  ['blanks', ' ', false],
  ['double blanks', '  ', false],
  ['tabs', '\t', true],
  ['tabs, blank cells left out', '\t', false],
  ['bars', '|', true],
  ['bars, blank cells left out', '|', false],
];
const TEXTS = 12;

test.each(STYLES)('no printed row vanishes: %s', async (_, mark, keepBlanks) => {
  for (let seed = 1; seed <= TEXTS; seed++) {
    const random = generator(seed * 7919);
    const lines = damaged(rows(random, mark, keepBlanks), random, seed % 4 === 0 ? 12 : seed % 4);
    const report = await map([...TITLE, ...lines.map(({ text }) => text)]);
    expect({ seed, vanished: vanished(report, lines) }).toEqual({ seed, vanished: [] });
    expect({ seed, wrong: wrong(report, lines) }).toEqual({ seed, wrong: [] });
  }
});

test('three lines of a table are its rows, and a row between running text is not called absent', async () => {
  const few = await map([
    ...TITLE,
    '二、主动公开政府信息情况',
    MEASURES.join(' '),
    '规章 0 0 7',
    '我局依法公开。',
  ]);
  expect(cellsOf(few, 'regulations').map(({ value }) => value)).toEqual(['0', '0', '7']);
  const lines = rows(generator(5), '\t', true).map(({ text }) => text);
  const at = lines.findIndex((text) => text.startsWith('二、上年结转'));
  lines.splice(at, 1);
  const report = await map([...TITLE, '二、上年结转政府信息公开申请数量 3 1 6', ...lines]);
  expect(cellsOf(report, 'carried_over_in')[0]).toMatchObject({
    state: 'unreadable',
    raw: '二、上年结转政府信息公开申请数量 | 3 | 1 | 6',
    locator: { kind: 'line', line: 3 },
  });
});

test('a row inside running text is not read, but neither is it called absent', async () => {
  const report = await map([
    ...TITLE,
    '二、主动公开政府信息情况',
    MEASURES.join('\t'),
    '规范性文件\t5\t1\t25',
    '以上为本年数据；另： 规章 1 2 7 条。',
  ]);
  const raw = '规章 | 1 | 2 | 7';
  expect(cellsOf(report, 'regulations').map((cell) => [cell.state, cell.raw])).toEqual(
    Array(3).fill(['unreadable', raw]),
  );
  expect(report.unmapped).toEqual([
    expect.objectContaining({ raw, table: 'proactive', locator: { kind: 'line', line: 6 } }),
  ]);
});

test('labels whose figures stand elsewhere in the text are not blank', async () => {
  const labels = APPLICATION_ITEMS.slice(0, 8).map(({ code }) => LABELS.get(code) ?? '');
  const report = await map([
    ...TITLE,
    '三、收到和处理政府信息公开申请情况',
    ...labels,
    '自然人',
    '总计',
    '3',
    '1',
    '6',
  ]);
  expect(cellsOf(report, 'received_new').map(({ state }) => state)).toEqual(Array(7).fill('unreadable'));
});
