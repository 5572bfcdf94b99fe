import { mapDocument } from '../../src/map/index.js';
import type { MappedReport } from '../../src/model/report.js';
import {
  APPLICANT_LABELS,
  applicationsTable,
  consistentFigures,
  document,
  ITEM_CODES,
  ITEM_LABELS,
  type Spec,
  table,
} from './documents.js';

const ZEROS = ['0', '0', '0', '0', '0', '0', '0'];
const BLANKS = ZEROS.map(() => '');
const HEADER: Spec[] = ['', ...APPLICANT_LABELS];

async function aligned(lines: Readonly<Record<number, readonly Spec[][]>>): Promise<MappedReport> {
  const rows = ITEM_LABELS.flatMap((label, at) => lines[at] ?? [[label, ...ZEROS]]);
  return mapDocument(document(table([HEADER, ...rows], 1, 'aligned')));
}

function first(report: MappedReport, code: string): string {
  const cell = report.cells.find(({ row }) => row === code);
  return cell ? `${cell.state} ${cell.value}` : 'no such row';
}

test('a row is not absent while a row that nobody could name stands in its place', async () => {
  const labels = ITEM_LABELS.map((label, at) => (at === 10 ? 'Ā1丏二丏' : label));
  const figures = consistentFigures();
  figures[10] = ['7', '0', '0', '0', '0', '0', '7'];
  const withTwo = labels.map((label, at) => (at === 11 ? '丏丏丏三' : label));
  const report = await mapDocument(document(applicationsTable(figures, withTwo)));
  expect(first(report, ITEM_CODES[10])).toBe('unreadable ');
  expect(report.cells.find(({ row }) => row === ITEM_CODES[10])?.raw).toContain('7');
  expect(first(report, ITEM_CODES[9])).toBe('reported 0');
});

test('the last line of a label is not taken for another label', async () => {
  const report = await aligned({
    18: [
      ['4.无正当理由大量反', ...BLANKS],
      ['复申请', '2', '0', '0', '0', '0', '0', '2'],
    ],
  });
  expect(first(report, 'rejected_duplicate')).toBe('reported 0');
  expect(first(report, 'rejected_excessive_repetition')).toBe('reported 2');
});

test('a label is found from its first line where the figures stand level with that', async () => {
  const report = await aligned({
    21: [
      ['2.申请人逾期未按收费', '125', '21', '2', '4', '2', '7', '161'],
      ['通知要求缴纳费用、行政机关不再处理其政府', ...BLANKS],
      ['信息公开申请', ...BLANKS],
    ],
  });
  expect(first(report, 'other_unpaid_fee')).toBe('reported 125');
  expect(first(report, 'other')).toBe('no such row');
});

test('rows of which the labels ran together give no figures', async () => {
  const fused = '5.要求行政机关确认或重新出具已获取信息（六）其他处理（七）总计四、结转下年度继续办理';
  const labels = ITEM_LABELS.map((label, at) => (at === 19 ? fused : label));
  const report = await mapDocument(document(applicationsTable(consistentFigures(), labels)));
  expect(first(report, 'rejected_confirmation_reissue')).not.toMatch(/^reported/);
});

test('arithmetic places no row in a table whose other sums do not hold', async () => {
  const shifted: Spec[] = [ITEM_LABELS[6], '', '2', '0', '', '', '1', '0', '3'];
  const tooMany: Spec[] = [ITEM_LABELS[7], '1', '1', '1', '1', '1', '1', '1', '1', '1'];
  const map = (granted: readonly string[]) => {
    const rows = ITEM_LABELS.map((label, at): Spec[] => [label, ...(at === 2 ? granted : ZEROS)]);
    const body = rows.with(6, shifted).with(7, tooMany);
    return mapDocument(document(table([HEADER, ...body], 1, 'grid')));
  };
  const states = (report: MappedReport) =>
    report.cells.filter(({ row }) => row === 'denied_security_stability').map(({ state }) => state);
  expect(states(await map(ZEROS))).toContain('inferred');
  expect(new Set(states(await map(['5', '1', '0', '0', '0', '0', '9'])))).toEqual(new Set(['unreadable']));
});

test('a label is not blank while its figures stand beside the name of the group', async () => {
  const report = await aligned({
    7: [
      ['4.保护第三方合法权益', ...BLANKS],
      ['3.危及“三安全一稳定”', ...ZEROS],
      ['三、本年度办理结果', '9', '1', '0', '0', '0', '0', '10'],
    ],
    6: [],
  });
  expect(first(report, 'denied_third_party')).toBe('unreadable ');
  expect(report.status).toBe('partial');
});

test('half a label is not blank while the figures stand beside the other half', async () => {
  const rows = ITEM_LABELS.flatMap((label, at): Spec[][] =>
    at === 20
      ? [
          ['甲乙丙丁', '53', '16', '1', '1', '2', '4', '77'],
          ['不补正、行政机关不再处理其政府信息公开申请', ...BLANKS],
        ]
      : [[label, ...ZEROS]],
  );
  for (const layout of ['grid', 'delimited'] as const) {
    const report = await mapDocument(document(table([HEADER, ...rows], 1, layout)));
    expect(first(report, 'other_uncorrected')).toBe('unreadable ');
    expect(first(report, 'other_unpaid_fee')).toBe('reported 0');
    expect(report.status).toBe('partial');
    expect(report.unmapped.map(({ raw }) => raw)).toContainEqual(expect.stringContaining('53 | 16'));
  }
});

test('a row of blanks without figures beside it stays blank', async () => {
  const rows = ITEM_LABELS.map((label, at): Spec[] => [label, ...(at === 20 ? BLANKS : ZEROS)]);
  const report = await mapDocument(document(table([HEADER, ...rows], 1, 'grid')));
  expect(first(report, 'other_uncorrected')).toBe('blank ');
});

test('a row of table 二 is not blank beside figures without a name', async () => {
  const clause = (text: string): Spec[] => [{ t: text, c: 2 }];
  const map = (figures: Spec[]) =>
    mapDocument(
      document(
        table([
          clause('第二十条第（六）项'),
          ['信息内容', '本年处理决定数量'],
          ['行政处罚', '7'],
          figures,
          ['行政强制', ''],
        ]),
      ),
    );
  expect(first(await map(['行丏', '3']), 'coercion')).toBe('unreadable ');
  expect(first(await map(['行丏', '']), 'coercion')).toBe('blank ');
});

test('a label that is cut off on lines without rules is not blank, whether or not its figures are found', async () => {
  const report = await aligned({
    1: [['二、上年结转政府信息', ...BLANKS]],
    3: [['（二）部分公开（区分处理的，只', ...BLANKS]],
    4: [['1.属于国家秘密', ...BLANKS]],
  });
  expect(first(report, 'carried_over_in')).toBe('unreadable ');
  expect(first(report, 'partially_granted')).toBe('unreadable ');
  // A whole label without figures is a row of blanks.
  expect(first(report, 'denied_state_secret')).toBe('blank ');
});

test('rows that stand in the cells of one, with two figures in each, are not absent', async () => {
  const report = await aligned({
    15: [['1.信访举报投诉类申请 2.重复申请', '0 1', '0 0', '0 0', '0 0', '0 0', '0 0', '0 1']],
    16: [],
  });
  expect(first(report, 'rejected_petition_complaint')).toBe('unreadable ');
  expect(first(report, 'rejected_duplicate')).toBe('unreadable ');
  expect(report.unmapped.map(({ raw }) => raw)).toContainEqual(expect.stringContaining('0 1 | 0 0'));
});

test('rows without figures in a table of too few columns are not blank', async () => {
  const rows = ITEM_LABELS.map((label, at): Spec[] => [label, at === 0 ? '4' : '', at === 0 ? '0' : '']);
  const report = await mapDocument(document(table([['', '自然人', '商业企业'], ...rows])));
  expect(first(report, 'granted')).toBe('unreadable ');
  expect(
    report.cells.filter(({ table: name, state }) => name === 'applications' && state === 'blank'),
  ).toEqual([]);
});

test('a row is not absent while a line of figures stands in its place that may belong to the row beside it', async () => {
  const report = await aligned({
    1: [[ITEM_LABELS[1], '', '', '', '', '', '', '0']],
    2: [['公开', '', '', '', '0', '0', '', '0']],
  });
  expect(first(report, 'granted')).toBe('unreadable ');
  expect(first(report, 'partially_granted')).toBe('reported 0');
});

test('in a scan no row is absent while one stands there whose label was read wrongly', async () => {
  const rows: Spec[][] = [
    [{ t: '第二十条第（六）项', c: 2 }],
    ['信息内容', '本年处理决定数量'],
    ['投过型拥', '7'],
    ['行政处罚', '3'],
  ];
  const block = table(rows);
  const recognition = (text: string) => ({ readings: [text], confidence: 90, agreed: true });
  const cells = block.cells.map((cell) => ({ ...cell, recognition: recognition(cell.text) }));
  expect(first(await mapDocument(document(block)), 'coercion')).toBe('absent ');
  const scanned = await mapDocument(document({ ...block, cells }));
  expect(first(scanned, 'coercion')).toBe('unreadable ');
  expect(first(scanned, 'penalties')).toBe('recognized 3');
});

test('in a scan no row is absent while two rows have run together', async () => {
  const labels = ITEM_LABELS.filter((_, at) => at !== 4);
  const figures = consistentFigures().filter((_, at) => at !== 4);
  const plain = applicationsTable(figures, labels);
  const text = (row: number, col: number, own: string): string => (row === 7 && col > 4 ? '0 1' : own);
  const cells = plain.cells.map((cell) => {
    const own = text(cell.row, cell.col, cell.text);
    return {
      ...cell,
      text: own,
      recognition: { readings: [own], confidence: 90, agreed: own === cell.text },
    };
  });
  expect(first(await mapDocument(document(plain)), ITEM_CODES[4])).toBe('absent ');
  expect(first(await mapDocument(document({ ...plain, cells })), ITEM_CODES[4])).toBe('unreadable ');
});
