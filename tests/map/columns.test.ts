import { mapDocument } from '../../src/map/index.js';
import {
  APPLICANT_LABELS,
  document,
  ITEM_LABELS,
  paragraphs,
  RESULTS,
  remedyLines,
  type Spec,
  table,
} from './documents.js';

test('a row of table 二 that the next heading ran into is not believed', async () => {
  const rows: Spec[][] = [
    [{ t: '第二十条第（五）项', c: 4 }],
    ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
    ['行政许可', '3', '1', '7'],
    ['其他对外管理服务事项', '0', '1808', '第二十条第（六）项'],
    ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
    ['行政处罚', '5', '0', '9'],
  ];
  const { cells } = await mapDocument(document(...paragraphs('二、主动公开政府信息情况'), table(rows)));
  const values = (item: string) => cells.filter(({ row }) => row === item).map(({ value }) => value);
  expect(values('licensing')).toEqual(['3', '1', '7']);
  expect(values('other_services')).toEqual(['', '', '']);
});

test('figures with white space between them are those of the columns when there is one for each and they add up', async () => {
  const figures = ['2', '1', '0', '0', '0', '4', '7'];
  const row = (label: string, own: readonly string[]) => [
    label,
    ...own.slice(0, 3),
    '',
    ...own.slice(3, 5),
    '',
    ...own.slice(5),
  ];
  const rows = ITEM_LABELS.map((label, at): Spec[] => {
    if (at === 1) return row(label, ['0 0', '0', '0', '', '0', '0', '0']);
    return row(label, at === 2 ? ['2', '1', '0', '0', '0', '4', '8'] : figures);
  });
  const { cells } = await mapDocument(document(table(rows, 1, 'aligned')));
  const values = (item: string) => cells.filter((cell) => cell.row === item).map(({ value }) => value);
  expect(values('received_new')).toEqual(figures);
  expect(values('carried_over_in')).toEqual(['0', '0', '0', '0', '0', '0', '0']);
  expect(values('granted')).toEqual(['', '', '', '', '', '', '']);
});

test('a column of last year behind the total is nobody’s', async () => {
  const header: Spec[] = ['', ...APPLICANT_LABELS, '上年总计'];
  const rows = ITEM_LABELS.map((label): Spec[] => [label, '2', '1', '0', '0', '0', '0', '3', '84']);
  const { cells } = await mapDocument(document(table([header, ...rows])));
  const values = cells.filter(({ row }) => row === 'granted').map(({ value }) => value);
  expect(values).toEqual(['2', '1', '0', '0', '0', '0', '3']);
});

test('of rows of table 四 named by years, that of the report is read and the others are listed', async () => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const title = paragraphs(
    '某县财政局2022年政府信息公开工作年度报告',
    '四、政府信息公开行政复议、行政诉讼情况',
  );
  const rows: Spec[][] = [
    [
      { t: '年份', r: 3 },
      { t: '行政复议', c: 5, r: 2 },
      { t: '行政诉讼', c: 10 },
    ],
    [
      { t: '未经复议直接起诉', c: 5 },
      { t: '复议后起诉', c: 5 },
    ],
    [...results, ...results, ...results],
    ['2021年', ...Array.from({ length: 15 }, () => '9')],
    ['2022年', ...Array.from({ length: 15 }, () => '0')],
  ];
  const { cells, unmapped } = await mapDocument(document(...title, table(rows)));
  const remedies = cells.filter((cell) => cell.table === 'remedies');
  expect(new Set(remedies.map(({ state, value }) => `${state} ${value}`))).toEqual(new Set(['reported 0']));
  expect(unmapped.map(({ reason }) => reason)).toEqual(['a table of another year in a row of its own']);
});

test('a row that holds the same under every result needs no order, one that does not is left open', async () => {
  const map = async (figures: readonly string[]) => {
    // The second 总计 is lost, so that the words no longer come round five by five.
    const { cells } = await mapDocument(document(...remedyLines(figures, RESULTS.slice(0, -1))));
    return new Set(cells.filter(({ table: name }) => name === 'remedies').map(({ state }) => state));
  };
  const zeros = Array.from({ length: 15 }, () => '0');
  expect(await map(zeros)).toEqual(new Set(['reported']));
  expect(await map(['1', '0', '0', '0', '1', ...zeros.slice(5)])).toEqual(new Set(['unreadable']));
});

test('empty lines before the next section are no blank cells of table 四 when its totals object', async () => {
  const map = async (figures: readonly string[]) => {
    const { cells } = await mapDocument(document(...remedyLines([...figures, '', '', ''])));
    return cells.filter(({ table: name }) => name === 'remedies');
  };
  const lost = await map(['0', '0', '0', '1', '0', '0', '1', '1', '1', '1', '0', '3']);
  expect(lost.length).toBe(15);
  expect(lost.some(({ state }) => state === 'reported')).toBe(false);
});

test('figures one below the other, with a column lost and the rows numbered, are not believed by their order', async () => {
  const applicants = ['申请人情况', ...APPLICANT_LABELS];
  const lines = ITEM_LABELS.flatMap((label, at) => [label, '20', '3', '1', '0', '0', '24', String(at + 2)]);
  const title = ['某县财政局2022年政府信息公开工作年度报告', '三、收到和处理政府信息公开申请情况'];
  const { cells } = await mapDocument(document(...paragraphs(...title, ...applicants, ...lines)));
  const granted = cells.filter(({ row }) => row === 'granted');
  expect(granted.map(({ value, state }) => [value, state])).toEqual(
    Array.from({ length: 7 }, () => ['', 'unreadable']),
  );
});
