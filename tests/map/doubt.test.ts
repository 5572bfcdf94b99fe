import { mapDocument } from '../../src/map/index.js';
import type { FormCell } from '../../src/model/report.js';
import { document, ITEM_LABELS, type Spec, table } from './documents.js';

const ORGANIZATIONS = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];
/** 自然人, five organizations, 总计; the sums hold. */
const FIGURES = ITEM_LABELS.map((_, at) => [10 + at, 3, 1, 2, 0, 4, 20 + at]);

async function applications(rows: readonly (readonly Spec[])[], layout?: 'delimited'): Promise<FormCell[]> {
  const { cells } = await mapDocument(document(table(rows, 1, layout)));
  return cells.filter((cell) => cell.table === 'applications');
}

const valuesOf = (cells: readonly FormCell[], item: string): string[] =>
  cells.filter(({ row }) => row === item).map(({ value }) => value);

describe('a header whose spans are lost', () => {
  const head = [['申请人情况'], ['自然人', '法人或其他组织', '总计']];
  const withSubtotal = FIGURES.map((row) => [...row.slice(0, 6), 10, row[6] ?? 0]);
  const rows = (figures: readonly (readonly number[])[]) =>
    figures.map((row, at) => [ITEM_LABELS[at] ?? '', ...row.map(String)]);

  test('tells the columns in its order when every row has as many cells and adds up', async () => {
    const cells = await applications([...head, [...ORGANIZATIONS, '小计'], ...rows(withSubtotal)]);
    expect(valuesOf(cells, 'received_new')).toEqual(['10', '3', '1', '2', '0', '4', '20']);
  });

  test('leaves out the organization that it does not name', async () => {
    const without = FIGURES.map((row) => row.filter((_, at) => at !== 4));
    const names = ORGANIZATIONS.filter((name) => name !== '法律服务机构');
    const cells = await applications([...head, names, ...rows(without)]);
    expect(valuesOf(cells, 'received_new')).toEqual(['10', '3', '1', '2', '', '4', '20']);
  });

  test('leaves it out also where a blank cell fills up the rows', async () => {
    const names = ORGANIZATIONS.filter((name) => name !== '社会公益组织');
    const without = FIGURES.map((row) => [
      10 + (row[0] ?? 0),
      ...row.slice(1, 3),
      ...row.slice(4, 6),
      (row[0] ?? 0) + 18,
    ]);
    const filled = (last: number) =>
      without.map((row, at): Spec[] => [
        ITEM_LABELS[at] ?? '',
        ...row.slice(0, 5).map(String),
        String((row[5] ?? 0) + (at === 3 ? last : 0)),
        '',
      ]);
    const values = async (last: number) =>
      valuesOf(await applications([...head, names, ...filled(last)]), 'received_new');
    expect(await values(0)).toEqual(['20', '3', '1', '', '0', '4', '28']);
    expect(await values(1)).toEqual(['', '', '', '', '', '', '']);
  });

  test('tells nothing when a row does not add up so', async () => {
    const wrong = withSubtotal.map((row) => row.map((value, at) => (at === 6 ? value + 30 : value)));
    const swapped = wrong.map((row) => [...row.slice(0, 6), row[7] ?? 0, row[6] ?? 0]);
    const cells = await applications([...head, [...ORGANIZATIONS, '小计'], ...rows(swapped)]);
    expect(valuesOf(cells, 'received_new')).not.toContain('40');
  });
});

test('a header that lost the head of the organizations is believed only where the sums agree', async () => {
  const head: Spec[][] = [
    [
      { t: '勾稽关系', r: 3 },
      { t: '申请人情况', c: 7 },
    ],
    [
      { t: '自然人', r: 2 },
      { t: '总计', r: 2 },
    ],
    ORGANIZATIONS.slice(0, 4),
  ];
  const figures = FIGURES.map((row) => row.filter((_, at) => at !== 4));
  const rows = figures.map((row, at): Spec[] => [ITEM_LABELS[at] ?? '', ...row.map(String)]);
  const cells = await applications([...head, ...rows]);
  const total = cells.find(({ row, column }) => row === 'granted' && column === 'total');
  expect(['', '22']).toContain(total?.value);
});

test('a header with a column less than most of its rows have figures tells none of them', async () => {
  const head = ['申请人情况', '自然人', ...ORGANIZATIONS.filter((name) => name !== '科研机构'), '总计'];
  const rows = FIGURES.map((row, at): Spec[] => {
    const figures = at % 4 === 0 ? [0, 0, 1, 0, 0, 1] : row;
    return [ITEM_LABELS[at] ?? '', ...figures.map(String)];
  });
  const cells = await applications([head, ...rows]);
  expect(valuesOf(cells, 'granted')).toEqual(['12', '3', '1', '2', '0', '4', '22']);
  const short = cells.filter(({ row }) => row === 'received_new');
  expect(short.map(({ state }) => state)).not.toContain('absent');
  expect(short.map(({ value }) => value)).not.toContain('1');
});

describe('a delimited line without a total', () => {
  const head = ['申请人情况', '自然人', ...ORGANIZATIONS, '总计'];
  const lines = (at: number, cut: readonly string[]): string[][] => [
    head,
    ...FIGURES.map((row, line) => [ITEM_LABELS[line] ?? '', ...(line === at ? cut : row.map(String))]),
  ];

  test('is not believed where the others have theirs', async () => {
    const cells = await applications(lines(4, ['14', '3', '2', '0', '4', '', '']), 'delimited');
    expect(valuesOf(cells, 'denied_state_secret')).toEqual(['', '', '', '', '', '', '']);
    expect(valuesOf(cells, 'denied_other_law')).toEqual(['15', '3', '1', '2', '0', '4', '25']);
  });

  test('is believed where totals are not printed', async () => {
    const without = FIGURES.map((row, at) => [
      ITEM_LABELS[at] ?? '',
      ...row.slice(0, 6).map(String),
      at < 2 ? String(row[6]) : '',
    ]);
    const cells = await applications([head, ...without], 'delimited');
    expect(valuesOf(cells, 'denied_state_secret')).toEqual(['14', '3', '1', '2', '0', '4', '']);
  });
});

test('a delimited line whose first figure ran into its label has lost a mark', async () => {
  const rows = [
    ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
    ['行政处罚', '12', '1', '93'],
    ['行政强制44', '0', '7', ''],
  ];
  const { cells } = await mapDocument(document(table(rows, 1, 'delimited')));
  expect(valuesOf(cells, 'penalties')).toEqual(['12', '1', '93']);
  expect(valuesOf(cells, 'coercion')).toEqual(['', '', '']);
});
