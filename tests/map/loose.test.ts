import { mapDocument } from '../../src/map/index.js';
import type { FormCell } from '../../src/model/report.js';
import { document, ITEM_LABELS, paragraphs, RESULTS, remedyLines } from './documents.js';

const of = (cells: readonly FormCell[], row: string, column: string) =>
  cells.find((cell) => cell.row === row && cell.column === column);

const HEADER = [
  '申请人情况',
  '自然人',
  '法人或其他组织',
  '总计',
  '商业企业',
  '科研机构',
  '社会公益组织',
  '法律服务机构',
  '其他',
];
const ZEROS = ['0', '0', '0', '0', '0', '0', '0'];
/** Table 三 as one cell per line, with the lines given for some labels. */
function lines(instead: Readonly<Record<string, readonly string[]>>): string[] {
  return [...HEADER, ...ITEM_LABELS.flatMap((label) => instead[label] ?? [label, ...ZEROS])];
}

test('labels of a scan whose figures were not read are no blank rows', async () => {
  const labels = paragraphs(...HEADER, ...ITEM_LABELS);
  const recognition = { readings: [], confidence: 0, agreed: false };
  const seen = labels.map((block) => (block.kind === 'paragraph' ? { ...block, recognition } : block));
  const states = async (blocks: typeof labels): Promise<string[]> => {
    const { cells } = await mapDocument(document(...blocks));
    return cells.map(({ state }) => state);
  };
  expect(await states(labels)).toContain('blank');
  expect(await states(seen)).not.toContain('blank');
});

test('of a scan a figure alone in its line counts where its readings agree, and keeps its place where they do not', async () => {
  const text = lines({ [ITEM_LABELS[0] ?? '']: [ITEM_LABELS[0] ?? '', '3', '?', '0', '0', '0', '0', '4'] });
  const seen = paragraphs(...text).map((block) => {
    const isFigure = block.kind === 'paragraph' && /^[\d?]+$/.test(block.text);
    const readings = isFigure ? [block.text] : [];
    return { ...block, recognition: { readings, confidence: 90, agreed: isFigure && block.text !== '?' } };
  });
  const { cells } = await mapDocument(document(...seen));
  expect(of(cells, 'received_new', 'natural_person')).toMatchObject({ value: '3', state: 'recognized' });
  expect(of(cells, 'received_new', 'commercial_enterprise')?.state).not.toBe('recognized');
  expect(of(cells, 'received_new', 'total')).toMatchObject({ value: '4', state: 'recognized' });
  expect(of(cells, 'granted', 'total')).toMatchObject({ value: '0', state: 'recognized' });
});

describe('one cell per line', () => {
  test('labels that are broken over lines are put together, to the last bracket', async () => {
    const [received = '', , , partly = ''] = ITEM_LABELS;
    const text = lines({
      [received]: ['一、本年新收政府信', '息公开申请数量', '3', '1', '0', '0', '0', '0', '4'],
      [partly]: [
        '（二）部分公开（区',
        '分处理的，只计这一',
        '情形，不计其他情形',
        '）',
        '2',
        '0',
        '0',
        '0',
        '0',
        '0',
        '2',
      ],
      '4.无正当理由大量反复申请': ['4.无正当理由大量反', '复申请', '1', '0', '0', '0', '0', '0', '1'],
    });
    const { cells } = await mapDocument(document(...paragraphs(...text)));
    expect(of(cells, 'received_new', 'natural_person')).toMatchObject({ value: '3', state: 'reported' });
    expect(of(cells, 'partially_granted', 'natural_person')?.value).toBe('2');
    expect(of(cells, 'rejected_excessive_repetition', 'total')?.value).toBe('1');
    expect(of(cells, 'rejected_duplicate', 'total')?.value).toBe('0');
  });

  test('the last line of a label can be one character', async () => {
    const text = lines({
      '3.补正后申请内容仍不明确': ['3.补正后申请内容仍不明', '确', '3', '0', '0', '0', '0', '1', '4'],
    });
    const { cells } = await mapDocument(document(...paragraphs(...text)));
    expect(of(cells, 'unavailable_unclear_after_correction', 'total')?.value).toBe('4');
  });

  test('a label is not blank where figures without a label follow it', async () => {
    const text = lines({
      '3.补正后申请内容仍不明确': [
        '3.补正后申请内容仍不明确',
        '以下无正文内容',
        '3',
        '0',
        '0',
        '0',
        '0',
        '1',
        '4',
      ],
    });
    const { cells } = await mapDocument(document(...paragraphs(...text)));
    expect(of(cells, 'unavailable_unclear_after_correction', 'total')?.state).not.toBe('blank');
  });

  test('the last line of a label with its figures is no label of its own', async () => {
    const text = lines({ '4.无正当理由大量反复申请': ['4.无正当理由大量反', '复申请 1 0 0 0 0 0 1'] });
    const { cells } = await mapDocument(document(...paragraphs(...text)));
    expect(of(cells, 'rejected_duplicate', 'total')?.value).toBe('0');
    expect(of(cells, 'rejected_excessive_repetition', 'total')?.state).not.toBe('absent');
  });

  test('a number of a page among the figures is left out where the sums show which it is', async () => {
    const figures = ['5', '1', '0', '1', '0', '0', '7'];
    const [received = ''] = ITEM_LABELS;
    const text = lines({
      [received]: [received, ...figures],
      '1.属于国家秘密': ['1.属于国家秘密', ...figures, '3'],
      '（七）总计': ['（七）总计', ...figures],
    });
    const { cells } = await mapDocument(document(...paragraphs(...text)));
    expect(of(cells, 'denied_state_secret', 'natural_person')).toMatchObject({
      value: '5',
      state: 'inferred',
    });
    expect(of(cells, 'denied_state_secret', 'total')).toMatchObject({ value: '7', state: 'inferred' });
  });

  test('a number of a page that could be any of the figures leaves the row open', async () => {
    const text = lines({ '1.属于国家秘密': ['1.属于国家秘密', '1', '1', '1', '1', '1', '1', '6', '7'] });
    const { cells } = await mapDocument(document(...paragraphs(...text)));
    expect(of(cells, 'denied_state_secret', 'total')).toMatchObject({ value: '', state: 'unreadable' });
  });

  test('the group stands before its row in one line', async () => {
    const label = '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请';
    const text = lines({ [label]: [`（六）其他处理 ${label}`, '2', '0', '0', '0', '0', '0', '2'] });
    const { cells } = await mapDocument(document(...paragraphs(...text)));
    expect(of(cells, 'other_uncorrected', 'natural_person')?.value).toBe('2');
    expect(of(cells, 'other', 'natural_person')).toBeUndefined();
  });

  test('a label with damaged characters is told by its number', async () => {
    const [received = '', carried = ''] = ITEM_LABELS;
    const text = lines({
      [received]: ['一1本新收政府信息公开申请数量', '4', '0', '0', '0', '0', '0', '4'],
      [carried]: ['二1P年结转政府信息公Ā申请数量', '2', '0', '0', '0', '0', '0', '2'],
    });
    const { cells } = await mapDocument(document(...paragraphs(...text)));
    expect(of(cells, 'received_new', 'total')?.value).toBe('4');
    expect(of(cells, 'carried_over_in', 'total')?.value).toBe('2');
  });
});

describe('table 四 in lines', () => {
  const words = RESULTS.join(' ');
  const head = [
    '四、政府信息公开行政复议、行政诉讼情况',
    '行政复议 行政诉讼',
    `${words} 未经复议直接起诉 复议后起诉`,
    `${words} ${words}`,
  ];

  test('a row of figures is one line', async () => {
    const { cells } = await mapDocument(
      document(...paragraphs(...head, '0 2 0 3 5 6 0 7 0 13 3 8 0 4 15', '五、存在的主要问题及改进情况')),
    );
    expect(of(cells, 'review', 'total')).toMatchObject({ value: '5', state: 'reported' });
    expect(of(cells, 'litigation_after_review', 'upheld')?.value).toBe('3');
  });

  test('where the last total is blank and the figure before could be it, a cell is missing', async () => {
    const cell = [
      ...'行政复议/行政诉讼'.split('/'),
      ...RESULTS,
      '未经复议直接起诉',
      '复议后起诉',
      ...RESULTS,
      ...RESULTS,
    ];
    const figures = ['0', '62', '70', '19', '151', '87', '0', '58', '78', '223', '69', '47', '116', '', ''];
    const { cells } = await mapDocument(
      document(
        ...paragraphs(
          '四、政府信息公开行政复议、行政诉讼情况',
          ...cell,
          ...figures,
          '五、存在的主要问题及改进情况',
        ),
      ),
    );
    expect(of(cells, 'litigation_after_review', 'other_result')).toMatchObject({
      value: '',
      state: 'unreadable',
    });
  });
});

describe('lines of text', () => {
  const map = async (...lines: string[]) => {
    const { cells } = await mapDocument(
      document(...paragraphs('三、收到和处理政府信息公开申请情况', ...lines)),
    );
    return (item: string) =>
      cells.filter(({ row }) => row === item).map(({ value, state }) => value || state);
  };
  const rows = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开'];
  const figures = ['26', '3', '0', '0', '0', '0', '29'];

  test('name the organizations before 自然人 because of their height, and keep the order of the form', async () => {
    const head = [
      '申请人情况',
      '法人或其他组织',
      '自然人',
      '总计',
      '商业企业',
      '科研机构',
      '社会公益组织',
      '法律服务机构',
      '其他',
    ];
    const of = await map(...head, ...rows.flatMap((label) => [label, ...figures]));
    expect(of('received_new')).toEqual(figures);
  });

  test('that break figures in two tell no column by the number of pieces', async () => {
    const of = await map(
      rows[0] ?? '',
      '14,72',
      '7',
      '0 2,236 2,133 822 0',
      '19,91',
      '8',
      rows[1] ?? '',
      ...figures,
    );
    expect(new Set(of('received_new'))).toEqual(new Set(['unreadable']));
    expect(of('carried_over_in')).toEqual(figures);
  });

  test('with the last word of a label and its figures leave no blank row above them', async () => {
    const of = await map(
      `${rows[0]} ${figures.join(' ')}`,
      '二、上年结转政府信息公开申请数',
      '量 16 167 183',
      `${rows[2]} ${figures.join(' ')}`,
    );
    expect(of('received_new')).toEqual(figures);
    expect(of('carried_over_in')).toEqual(Array.from({ length: 7 }, () => 'unreadable'));
  });
});

test('a sign in a line of figures is that of its figure, and an empty line between rows no cell', async () => {
  const lines = [
    '二、主动公开政府信息情况',
    '第二十条第（八）项',
    '',
    '信息内容   上一年项目数量   本年增/减',
    '',
    '行政事业性收费   2   -1',
    '',
    '第二十条第（九）项',
  ];
  const read = async (last: string) => {
    const { cells } = await mapDocument(
      document(...paragraphs(...lines.map((line) => line.replace('2   -1', last)))),
    );
    return cells.filter(({ row }) => row === 'fees').map(({ value, state }) => value || state);
  };
  expect(await read('2   -1')).toEqual(['2', '-1']);
  expect(await read('-1')).toEqual(['unreadable', 'unreadable']);
});

test('characters with their reading in brackets are those of a header word', async () => {
  const figures = ['1', '0', '0', '0', '1', '0', '0', '2', '0', '2', '0', '0', '0', '0', '0'];
  const { cells } = await mapDocument(
    document(...remedyLines(figures, [...RESULTS.slice(0, -1), '总(zong)计'])),
  );
  expect(cells.filter(({ table: name }) => name === 'remedies').map(({ value }) => value)).toEqual(figures);
});

test('running text of a picture is read by the engine alone, so that none of its figures is believed', async () => {
  const recognition = { readings: [], confidence: 0, agreed: false };
  const read = paragraphs(...lines({})).map((block) => ({ ...block, recognition }));
  const { cells } = await mapDocument(document(...read));
  const states = (row: string) => cells.filter((cell) => cell.row === row).map(({ state }) => state);
  expect(states('granted')).toEqual(ZEROS.map(() => 'unreadable'));
  const printed = await mapDocument(document(...paragraphs(...lines({}))));
  expect(of(printed.cells, 'granted', 'total')?.state).toBe('reported');
});
