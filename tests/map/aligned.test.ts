import { mapDocument } from '../../src/map/index.js';
import type { FormCell } from '../../src/model/report.js';
import { APPLICANT_LABELS, document, ITEM_LABELS, type Spec, table } from './documents.js';

/** Tables without rules whose columns white space tells wrongly. */
async function cellsOf(rows: readonly (readonly Spec[])[]): Promise<(item: string) => string[]> {
  const { cells } = await mapDocument(document(table(rows, 1, 'aligned')));
  return (item) => cells.filter(({ row }) => row === item).map(shown);
}

function shown({ state, value }: FormCell): string {
  return value === '' ? state : value;
}

const APPLICANTS: Spec[] = [...APPLICANT_LABELS];

test('the end of a label that white space parts is not the label that it resembles', async () => {
  const rows = ITEM_LABELS.map((label): Spec[] =>
    label.startsWith('4.无正当')
      ? ['4.无正当理由大量', '反复申请', '7', '0', '0', '0', '0', '0', '7']
      : [label.startsWith('2.重复') ? '' : label, '', '1', '0', '0', '0', '0', '0', '1'],
  );
  const cells = await cellsOf([['', '', ...APPLICANTS], ...rows]);
  expect(cells('rejected_excessive_repetition')).toEqual(['7', '0', '0', '0', '0', '0', '7']);
  expect(cells('rejected_duplicate')).not.toContain('7');
});

test('a row with gaps stands as the full rows do, also where they leave a slot out', async () => {
  const rows = ITEM_LABELS.map((label, at): Spec[] =>
    at === 1 ? [label, '0', '', '', '', '0', '0', '0', ''] : [label, '2', '', '0', '0', '0', '0', '0', '2'],
  );
  const header: Spec[] = ['', '自然', '人', '商业', '科研', '社会', '法律', '其', '总'];
  const cells = await cellsOf([header, ...rows]);
  expect(cells('received_new')).toEqual(['2', '0', '0', '0', '0', '0', '2']);
  expect(cells('carried_over_in')).toEqual(['0', 'blank', 'blank', '0', '0', '0', 'blank']);
});

test('a row with gaps is not placed by its order where the header names other columns', async () => {
  const wide = (t: string): Spec => ({ t, c: 2 });
  const header: Spec[] = [
    '',
    '自然人',
    '商业企业',
    '科研机构',
    '社会公益组织',
    '',
    '法律服务机构',
    '其他',
    '总计',
  ];
  const rows = ITEM_LABELS.map((label): Spec[] => [wide(label), '0', '0', '1', '', '1', '0', '2']);
  const cells = await cellsOf([header, ...rows]);
  expect(cells('carried_over_out')).toEqual(APPLICANTS.map(() => 'unreadable'));
});

test('where white space tells a column too many of table 四, any of them may be the one', async () => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const rows: Spec[][] = [
    ['行政复议', '', '', '', '', '行政诉讼', '', '', '', '', '', '', '', '', '', ''],
    ['', '', '', '', '', '未经复议直接起诉', '', '', '', '', '', '复议后起诉', '', '', '', ''],
    [...results, '结果维', '', ...results.slice(1), ...results],
    ['', '', '', '', '', '', '持', '', '', '', '', '', '', '', '', ''],
    ['', '0', '0', '0', '0', '', '', '', '', '', '0', '0', '0', '', '0', '0'],
  ];
  const { cells } = await mapDocument(document(table(rows, 1, 'aligned')));
  expect(cells.filter(({ value }) => value !== '')).toEqual([]);
  expect(cells.filter(({ state }) => state === 'blank')).toEqual([]);
});
