import fc from 'fast-check';
import { mapDocument } from '../../src/map/index.js';
import type { FormCell } from '../../src/model/report.js';
import {
  APPLICANT_CODES,
  APPLICANT_LABELS,
  applicationsTable,
  consistentFigures,
  document,
  ITEM_CODES,
  ITEM_LABELS,
  paragraphs,
  type Spec,
  table,
} from './documents.js';

const APPLICANTS = [...APPLICANT_LABELS];
const TITLE = paragraphs('某某县水利局2023年政府信息公开工作年度报告');

function find(cells: readonly FormCell[], row: string, column: string): FormCell {
  const cell = cells.find((candidate) => candidate.row === row && candidate.column === column);
  if (!cell) throw new Error(`no cell ${row}/${column}`);
  return cell;
}

/** Every figure of table 三 as `row/column` → printed text. */
function expectFigures(cells: readonly FormCell[], figures: readonly (readonly string[])[]): void {
  for (const [at, code] of ITEM_CODES.entries()) {
    for (const [col, applicant] of APPLICANT_CODES.entries()) {
      expect([code, applicant, find(cells, code, applicant).value]).toEqual([
        code,
        applicant,
        figures[at]?.[col],
      ]);
    }
  }
}

describe('table 三', () => {
  test('the official spans', async () => {
    const report = await mapDocument(document(...TITLE, applicationsTable(consistentFigures())));
    expectFigures(report.cells, consistentFigures());
    expect(report.edition).toBe('2021');
    expect(find(report.cells, 'received_new', 'total')).toMatchObject({
      value: '25',
      state: 'reported',
      locator: { kind: 'table', table: 1, row: 4, col: 10 },
    });
  });

  test('blank cells stay in their column', async () => {
    const figures = consistentFigures();
    figures[0] = ['20', '', '5', '', '/', '无', '25'];
    const { cells } = await mapDocument(document(applicationsTable(figures)));
    expect(APPLICANT_CODES.map((code) => find(cells, 'received_new', code).value)).toEqual([
      '20',
      '',
      '5',
      '',
      '',
      '',
      '25',
    ]);
    expect(APPLICANT_CODES.map((code) => find(cells, 'received_new', code).state)).toEqual([
      'reported',
      'blank',
      'reported',
      'blank',
      'blank',
      'blank',
      'reported',
    ]);
  });

  test('a misprinted label between its neighbours is found by its number', async () => {
    const labels = ITEM_LABELS.map((label) => (label.includes('第三方') ? '4.乱码乱码' : label));
    const { cells } = await mapDocument(document(applicationsTable(consistentFigures(), labels)));
    expectFigures(cells, consistentFigures());
  });

  test('a row that is not of the form is reported, not dropped', async () => {
    const labels = ITEM_LABELS.map((label) => (label.includes('第三方') ? '本省自定的一行' : label));
    const { cells, unmapped, status } = await mapDocument(
      document(applicationsTable(consistentFigures(), labels)),
    );
    const instead = find(cells, 'denied_third_party', 'total');
    expect([instead.state, instead.raw]).toEqual(['unreadable', expect.stringContaining('本省自定的一行')]);
    expect(unmapped).toEqual([expect.objectContaining({ raw: expect.stringContaining('本省自定的一行') })]);
    expect(status).toBe('partial');
  });

  test('without spans the order of the cells decides, when there is one for each column', async () => {
    const figures = consistentFigures();
    const rows: Spec[][] = [
      ['（本列数据的勾稽关系为）', '申请人情况'],
      ['自然人', '法人或其他组织', '总计'],
      ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'],
      ...ITEM_LABELS.map((label, at) => [
        ...(at === 2 ? ['三、本年度办理结果'] : []),
        label,
        ...(figures[at] ?? []),
      ]),
    ];
    const { cells } = await mapDocument(document(table(rows)));
    expectFigures(cells, figures);
  });

  test('figures without their blanks are placed only where the arithmetic leaves one way', async () => {
    const figures = consistentFigures();
    const texts = ITEM_LABELS.flatMap((label, at) => [
      label,
      ...(at === 0 ? ['20', '5', '0', '25'] : (figures[at] ?? [])),
    ]);
    const { cells } = await mapDocument(document(...paragraphs(...texts)));
    expect(find(cells, 'received_new', 'natural_person')).toMatchObject({ value: '20', state: 'inferred' });
    expect(find(cells, 'received_new', 'commercial_enterprise')).toMatchObject({
      value: '5',
      state: 'inferred',
    });
    expect(find(cells, 'received_new', 'total')).toMatchObject({ value: '25', state: 'inferred' });
    expect(find(cells, 'received_new', 'research_institution')).toMatchObject({
      value: '',
      state: 'unreadable',
    });
    expect(find(cells, 'carried_over_in', 'natural_person')).toMatchObject({ value: '1', state: 'reported' });
  });

  test('two copies that differ leave the differing cells unreadable', async () => {
    const other = consistentFigures();
    other[0] = ['21', '5', '0', '0', '0', '0', '26'];
    const first = applicationsTable(consistentFigures());
    const second = { ...applicationsTable(other), index: 2 };
    const { cells } = await mapDocument(document(...TITLE, first, ...paragraphs('又'), second));
    expect(find(cells, 'received_new', 'natural_person')).toMatchObject({ value: '', state: 'unreadable' });
    expect(find(cells, 'received_new', 'commercial_enterprise')).toMatchObject({
      value: '5',
      state: 'reported',
    });
  });

  test('a line of delimited text that lost a delimiter or its end is not believed', async () => {
    const lines = (row: readonly string[]) => {
      const figures = consistentFigures();
      const rows = figures.map((values, at) => [ITEM_LABELS[at] ?? '', ...values]);
      return table(
        [['', ...APPLICANTS], ...rows.map((values, at) => (at === 2 ? row : values))],
        1,
        'delimited',
      );
    };
    const label = ITEM_LABELS[2] ?? '';
    for (const row of [
      [label, '', '9', '4', '0  0', '0', '0', '13'],
      [label, '', '9', '4', '0', '0', '0'],
    ]) {
      const { cells } = await mapDocument(document(...TITLE, lines(row)));
      expect(cells.filter((cell) => cell.row === 'granted').map(({ value }) => value)).toEqual(
        APPLICANT_CODES.map(() => ''),
      );
    }
    const whole = await mapDocument(document(...TITLE, lines([label, '9', '4', '0', '0', '0', '0', '13'])));
    expect(find(whole.cells, 'granted', 'commercial_enterprise').value).toBe('4');
  });

  test('a comparison of years in the text is no row of the table', async () => {
    const comparison = table([
      ['项目', '2021年', '2022年', '2023年'],
      ['予以公开', '59', '29', '73'],
      ['部分公开', '11', '60', '1'],
    ]);
    const { cells, unmapped } = await mapDocument(
      document(...TITLE, comparison, ...paragraphs('三、收到和处理政府信息公开申请情况'), {
        ...applicationsTable(consistentFigures()),
        index: 2,
      }),
    );
    expect(find(cells, 'granted', 'natural_person')).toMatchObject({ value: '9', state: 'reported' });
    expect(unmapped.map(({ raw }) => raw)).toContain('予以公开 | 59 | 29 | 73');
  });

  test('figures beside the name of a group are not those of the one-row 其他处理', async () => {
    const labels = ITEM_LABELS.map((label) => (label.startsWith('1.申请人') ? '' : label));
    const rows = applicationsTable(consistentFigures(), labels);
    const { cells, unmapped } = await mapDocument(
      document({ ...rows, cells: rows.cells.filter(({ text, col }) => text !== '' || col !== 2) }),
    );
    expect(cells.some(({ row, value }) => row === 'other' && value !== '')).toBe(false);
    expect(find(cells, 'other_uncorrected', 'total').value).toBe('');
    expect(unmapped).not.toEqual([]);
  });

  test('last year’s table below this year’s is left out', async () => {
    const other = consistentFigures();
    other[0] = ['99', '5', '0', '0', '0', '0', '104'];
    const second = { ...applicationsTable(other), index: 2 };
    const { cells, unmapped } = await mapDocument(
      document(
        ...TITLE,
        applicationsTable(consistentFigures()),
        ...paragraphs('附：2022年度政府信息公开情况统计表'),
        second,
      ),
    );
    expectFigures(cells, consistentFigures());
    expect(unmapped.every(({ reason }) => reason.includes('2022'))).toBe(true);
  });

  test('a damaged table never yields a wrong figure', async () => {
    const damage = fc.record({
      row: fc.nat(24),
      col: fc.nat(6),
      kind: fc.constantFrom('drop cell', 'blank', 'drop row', 'swap rows'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(damage, { minLength: 1, maxLength: 6, selector: ({ row }) => row }),
        async (damages) => {
          const truth = consistentFigures();
          const rows = truth.map((figures, at) => ({
            label: ITEM_LABELS[at] as string,
            figures: [...figures],
          }));
          // One damage a row: a dropped figure and a blank put in at the end of the same row would forge a whole one.
          for (const { row, col, kind } of damages) {
            const at = rows.findIndex(({ label }) => label === ITEM_LABELS[row]);
            if (kind === 'drop cell') rows[at]?.figures.splice(col, 1);
            else if (kind === 'blank') rows[at]?.figures.splice(col, 1, '');
            else rows.push(...rows.splice(at, 1).filter(() => kind === 'swap rows'));
          }
          const printed: Spec[][] = rows.map(({ label, figures }) => [label, ...figures]);
          const head = ['', ...APPLICANT_LABELS];
          const { cells } = await mapDocument(document(table([head, ...printed])));
          for (const cell of cells.filter(
            ({ value, table: name }) => value !== '' && name === 'applications',
          )) {
            const item = ITEM_CODES.indexOf(cell.row as never);
            const applicant = APPLICANT_CODES.indexOf(cell.column as never);
            if (cell.row === 'other') continue;
            expect([cell.row, cell.column, cell.value]).toEqual([
              cell.row,
              cell.column,
              truth[item]?.[applicant],
            ]);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('table 二', () => {
  const BLOCKS_2021: Spec[][] = [
    [{ t: '第二十条第（一）项', c: 4 }],
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', '0', '', '0'],
    ['行政规范性文件', '22（其中修订16件）', '5', '50'],
    [{ t: '第二十条第（五）项', c: 4 }],
    ['信息内容', { t: '本年处理决定数量', c: 3 }],
    ['行政许可', { t: '550', c: 3 }],
    [{ t: '第二十条第（八）项', c: 4 }],
    ['信息内容', { t: '本年收费金额（单位：万元）', c: 3 }],
    ['行政事业性收费', { t: '251000元', c: 3 }],
  ];

  test('a jumbled unit is the larger one it names', async () => {
    const rows = BLOCKS_2021.map((row) => [...row]);
    rows[8] = ['信息内容', { t: '本年收费金额（单位万：元）', c: 3 }];
    rows[9] = ['行政事业性收费', { t: '220.8', c: 3 }];
    const { cells } = await mapDocument(document(...TITLE, table(rows)));
    expect(find(cells, 'fees', 'amount_10k_cny')).toMatchObject({ value: '220.8', state: 'reported' });
  });

  test('a block of which no row is printed does not spoil the next one', async () => {
    const rows = BLOCKS_2021.filter((_, at) => at !== 6);
    const { cells } = await mapDocument(document(...TITLE, table(rows)));
    expect(find(cells, 'licensing', 'decisions').state).toBe('absent');
    expect(find(cells, 'fees', 'amount_10k_cny').value).toBe('25.1');
  });

  test('a merged cell that stands in each of its slots heads one column', async () => {
    const twice = (...texts: string[]) => texts.flatMap((text) => [text, text]);
    const rows: Spec[][] = [
      Array.from({ length: 7 }, () => '第二十条第（一）项'),
      ['信息内容', ...twice('本年制发件数', '本年废止件数', '现行有效件数')],
      ['规章', '0', '', '0', '', '0', ''],
      ['行政规范性文件', ...twice('13', '1', '16')],
    ];
    for (const layout of ['grid', 'delimited'] as const) {
      const { cells } = await mapDocument(document(...TITLE, table(rows, 1, layout)));
      expect(find(cells, 'normative_documents', 'repealed')).toMatchObject({ value: '1', state: 'reported' });
      expect(find(cells, 'normative_documents', 'in_force').value).toBe('16');
    }
  });

  test('a line of delimited text with fewer fields than its header and a blank one is not believed', async () => {
    const rows: Spec[][] = [
      ['第二十条第（五）项'],
      ['信息内容', '上一年项目数量', '本年增/减', '', '处理决定数量'],
      ['行政许可', '23012', '', '5606'],
      ['其他对外管理服务事项', '48', '-23', '953'],
    ];
    const { cells } = await mapDocument(document(...TITLE, table(rows, 1, 'delimited')));
    expect(find(cells, 'licensing', 'items_previous_year')).toMatchObject({ value: '', state: 'unreadable' });
    expect(find(cells, 'other_services', 'decisions').value).toBe('953');
  });

  test('a gutter between the figures of a table without rules is no column', async () => {
    const rows: Spec[][] = [
      ['第二十条第（一）项', '', '', '', ''],
      ['信息内容', '本年新制作数量', '本年新公开数量', '', '对外公开总数量'],
      ['规章', '0', '', '0', '0'],
      ['规范性文件', '29', '27', '', '150'],
    ];
    const { cells } = await mapDocument(document(...TITLE, table(rows, 1, 'aligned')));
    expect(find(cells, 'normative_documents', 'disclosed_total')).toMatchObject({ value: '150' });
    expect(find(cells, 'regulations', 'disclosed').value).toBe('0');
  });

  test('a label in two languages', async () => {
    const rows = BLOCKS_2021.map((row) => [...row]);
    rows[2] = ['规章 ᠵᠠᠰᠠᠭ', '3', '', '0'];
    const { cells } = await mapDocument(document(...TITLE, table(rows)));
    expect(find(cells, 'regulations', 'issued').value).toBe('3');
  });

  test('nothing is absent in a damaged document', async () => {
    const damaged = { ...document(...TITLE, table(BLOCKS_2021.slice(0, 3))), damage: 'a part is lost' };
    const { cells, status, attention } = await mapDocument(damaged);
    expect(status).toBe('partial');
    expect(attention).toContain('a part is lost');
    expect(cells.some(({ state }) => state === 'absent')).toBe(false);
  });

  test('the 2021 form with a remark, a blank and an amount in yuan', async () => {
    const { cells, edition } = await mapDocument(document(...TITLE, table(BLOCKS_2021)));
    expect(edition).toBe('2021');
    expect(find(cells, 'normative_documents', 'issued')).toMatchObject({
      value: '22',
      state: 'noted',
      raw: '22（其中修订16件）',
    });
    expect(find(cells, 'regulations', 'repealed')).toMatchObject({ value: '', state: 'blank' });
    expect(find(cells, 'licensing', 'decisions')).toMatchObject({ value: '550', unit: 'count' });
    expect(find(cells, 'fees', 'amount_10k_cny')).toMatchObject({
      value: '25.1',
      state: 'noted',
      unit: '10k_cny',
    });
    expect(find(cells, 'penalties', 'decisions').state).toBe('absent');
  });

  test('each block is read in the edition its own header shows', async () => {
    const rows: Spec[][] = [
      ['信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量'],
      ['规范性文件', '5', '4', '47'],
      ...BLOCKS_2021.slice(4),
    ];
    const { cells, edition } = await mapDocument(document(table(rows)));
    expect(edition).toBe('mixed');
    expect(find(cells, 'normative_documents', 'disclosed')).toMatchObject({ value: '4', edition: '2019' });
    expect(find(cells, 'licensing', 'decisions')).toMatchObject({ value: '550', edition: '2021' });
  });

  test('a column under another label is not taken', async () => {
    const rows: Spec[][] = [
      ['信息内容', '上一年项目数量', '本年数量', '处理决定数量'],
      ['行政许可', '8', '9', '93'],
    ];
    const { cells } = await mapDocument(document(table(rows)));
    expect(find(cells, 'licensing', 'items_change')).toMatchObject({ value: '', state: 'unreadable' });
    expect(find(cells, 'licensing', 'decisions')).toMatchObject({ value: '93', edition: '2019' });
  });

  test('the first of several procurement rows stands as noted', async () => {
    const rows: Spec[][] = [
      ['信息内容', '采购项目数量', '采购总金额'],
      ['政府集中采购', '1', '350000元'],
      ['政府集中采购', '2', '621007.6元'],
    ];
    const { cells, unmapped } = await mapDocument(document(table(rows)));
    expect(find(cells, 'procurement', 'projects')).toMatchObject({ value: '1', state: 'noted' });
    expect(find(cells, 'procurement', 'amount_10k_cny')).toMatchObject({ value: '35', state: 'noted' });
    expect(unmapped).toHaveLength(1);
  });
});

describe('table 四', () => {
  const HEAD: Spec[][] = [
    [
      { t: '行政复议', c: 5 },
      { t: '行政诉讼', c: 10 },
    ],
    [
      ...['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].map((t) => ({ t, r: 2 })),
      { t: '未经复议直接起诉', c: 5 },
      { t: '复议后起诉', c: 5 },
    ],
    [
      ...['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
      ...['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
    ],
  ];
  const FIGURES = ['10', '1', '0', '0', '0', '', '', '', '', '', '5', '0', '0', '0', '0'];

  test('fifteen figures, blanks among them', async () => {
    const { cells } = await mapDocument(document(table([...HEAD, FIGURES])));
    expect(find(cells, 'review', 'upheld').value).toBe('10');
    expect(find(cells, 'litigation_direct', 'upheld').state).toBe('blank');
    expect(find(cells, 'litigation_after_review', 'upheld').value).toBe('5');
    expect(cells).toHaveLength(15);
  });

  test('a header whose lines interleave is read by its columns', async () => {
    const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
    const rows: Spec[][] = [
      ['', '', '行政复议', '', '', '', '', '', '', '', '', '', '行政诉讼复议后起诉', '', ''],
      ['', '', '', '', '', '', '', '未经复议直接起诉', '', '', '', '', '', '', ''],
      [...results, '', '', '', '', '', '', '', '', '', ''],
      ['', '', '', '', '', ...results, ...results],
      ['1', '0', '0', '0', '1', '2', '0', '0', '0', '2', '3', '0', '0', '0', '3'],
    ];
    const { cells } = await mapDocument(document(table(rows, 1, 'aligned')));
    expect(find(cells, 'review', 'total').value).toBe('1');
    expect(find(cells, 'litigation_direct', 'total').value).toBe('2');
    expect(find(cells, 'litigation_after_review', 'total').value).toBe('3');
  });

  test('a line of delimited text with two figures in one field is not believed', async () => {
    const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
    const rows = [
      ['行政复议', '', '', '', '', '行政诉讼'],
      ['', '', '', '', '', '未经复议直接起诉', '', '', '', '', '复议后起诉'],
      [...results, ...results, ...results],
      ['0 38', '32', '13', '0', '83', '0', '0', '0', '0', '0', '0', '0', '0', '0', ''],
    ];
    const { cells } = await mapDocument(document(table(rows, 1, 'delimited')));
    expect(cells.filter(({ value }) => value !== '')).toEqual([]);
  });

  test('words of the header that are cut over two rows', async () => {
    const [paths = [], results = []] = HEAD;
    const cut = (at: 0 | 1) => [
      ...['结果维持', '结果纠正', '其他结果', '尚未审结'].map((t) => t.slice(2 * at, 2 * at + 2)),
      at === 0 ? '总计' : '',
    ];
    const tall = results.map((cell) => (typeof cell === 'object' && cell.r === 2 ? { ...cell, r: 3 } : cell));
    const rows = [paths, tall, [...cut(0), ...cut(0)], [...cut(1), ...cut(1)], FIGURES];
    const { cells } = await mapDocument(document(table(rows)));
    expect(find(cells, 'review', 'upheld').value).toBe('10');
    expect(find(cells, 'litigation_after_review', 'upheld').value).toBe('5');
  });

  test('blank rows between double rules are no row of figures', async () => {
    const blank: Spec[] = [
      { t: '', c: 5 },
      { t: '', c: 10 },
    ];
    const rows = [HEAD[0] ?? [], blank, ...HEAD.slice(1), Array.from({ length: 15 }, () => ''), FIGURES];
    const { cells } = await mapDocument(document(table(rows)));
    expect(find(cells, 'review', 'upheld').value).toBe('10');
    expect(find(cells, 'litigation_after_review', 'upheld').value).toBe('5');
  });

  test('a figure that cannot be read at the end of the row makes no header of it', async () => {
    const { cells } = await mapDocument(document(table([...HEAD, [...FIGURES.slice(0, 14), '? 0']])));
    expect(find(cells, 'review', 'upheld').value).toBe('10');
    expect(find(cells, 'litigation_after_review', 'total').state).toBe('unreadable');
  });

  test('a table divided into its two halves', async () => {
    const review = table([
      [{ t: '行政复议', c: 5 }],
      ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
      ['1', '2', '0', '0', '3'],
    ]);
    const litigation = table(
      [
        [{ t: '行政诉讼', c: 10 }],
        [
          { t: '未经复议直接起诉', c: 5 },
          { t: '复议后起诉', c: 5 },
        ],
        HEAD[2] as Spec[],
        ['4', '0', '0', '0', '4', '0', '0', '0', '7', '7'],
      ],
      2,
    );
    const { cells } = await mapDocument(document(review, litigation));
    expect(find(cells, 'review', 'total').value).toBe('3');
    expect(find(cells, 'litigation_direct', 'total').value).toBe('4');
    expect(find(cells, 'litigation_after_review', 'pending').value).toBe('7');
  });
});

test('pages without the form say so', async () => {
  const { status, cells } = await mapDocument(
    document(...TITLE, ...paragraphs('一、总体情况', '全年公开信息12条。')),
  );
  expect(status).toBe('no_tables');
  expect(cells).toEqual([]);
});
