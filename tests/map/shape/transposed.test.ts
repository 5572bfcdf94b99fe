import { mapDocument } from '../../../src/map/index.js';
import { APPLICANT_LABELS, document, ITEM_CODES, ITEM_LABELS, paragraphs, table } from '../documents.js';

const APPLICANTS = [...APPLICANT_LABELS];
const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

/** Figures that tell both their row and their column. */
const figure = (item: number, applicant: number): string => String(100 * (item + 1) + applicant);

const asColumns = table([
  ['申请人情况', '', ...ITEM_LABELS],
  ...APPLICANTS.map((name, at) => [
    at === 0 || at === 6 ? { t: name, c: 2 } : name,
    ...(at === 1 ? [{ t: '法人或其他组织', r: 5 }] : []),
    ...ITEM_LABELS.map((_, item) => figure(item, at)),
  ]).map((row, at) => (at === 1 ? [row[1] ?? '', row[0] ?? '', ...row.slice(2)] : row)),
]);

test('applicants below each other are the columns of table 三', async () => {
  const { cells } = await mapDocument(document(asColumns));
  const natural = cells.filter(({ column }) => column === 'natural_person');
  expect(natural.map(({ row, value }) => [row, value])).toEqual(
    ITEM_CODES.map((code, item) => [code, figure(item, 0)]),
  );
  const last = cells.find(({ row, column }) => row === 'carried_over_out' && column === 'total');
  expect(last).toMatchObject({ value: figure(24, 6), locator: { kind: 'table', row: 8, col: 27 } });
});

test('results below each other are the columns of table 四', async () => {
  const paths = ['行政复议', '未经复议直接起诉', '复议后起诉'];
  const rows = paths.flatMap((path, p) =>
    RESULTS.map((result, at) => [
      ...(at === 0 ? [p === 0 ? { t: path, r: 5, c: 2 } : { t: path, r: 5 }] : []),
      result,
      String(10 * p + at),
    ]),
  );
  rows[5]?.unshift({ t: '行政诉讼', r: 10 });
  const { cells } = await mapDocument(document(...paragraphs('四、行政复议、行政诉讼情况'), table(rows)));
  expect(cells.map(({ value }) => value)).toEqual(
    paths.flatMap((_, p) => RESULTS.map((__, at) => String(10 * p + at))),
  );
});

test('a table that counts applicants by something else is none of the form', async () => {
  const quarters = table([
    ['', '一季度', '二季度', '三季度', '四季度'],
    ...APPLICANTS.map((name, at) => [name, ...[1, 2, 3, 4].map((q) => String(q * at))]),
  ]);
  expect((await mapDocument(document(quarters))).cells).toEqual([]);
});
