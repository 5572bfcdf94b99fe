import { packFacts, unpackFacts } from '../../src/audit/facts-text.js';
import { factsOf, prepare } from '../../src/audit/index.js';
import { compared, type Row, yearReport } from './series.js';

const fees = (value: number | ''): Row => ['proactive', 'fees', 'amount_10k_cny', value];
const licensing = (value: number): Row => ['proactive', 'licensing', 'decisions', value];
const received = (value: number): Row => ['applications', 'received_new', 'total', value];
const rules = (...years: (readonly Row[])[]): [string, string][] =>
  compared(years.map((rows, at) => yearReport(2021 + at, rows))).map(({ year, rule }) => [year, rule]);

describe('jumps', () => {
  test.each([
    ['yuan for 10,000 yuan', [fees(25.1)], [fees(251_000)], 'years_unit'],
    ['10,000 yuan for yuan', [fees(251_000)], [fees(31)], 'years_unit'],
    ['a count in ten thousands', [licensing(4)], [licensing(41_000)], 'years_unit'],
    ['twenty times as many decisions', [licensing(100)], [licensing(2000)], 'years_jump'],
    ['a twentieth of the applications', [received(400)], [received(20)], 'years_jump'],
  ])('%s', (_, before, after, rule) => {
    expect(rules(before, after)).toEqual([['2022', rule]]);
  });

  test.each([
    ['nine times', [licensing(1000)], [licensing(9000)]],
    ['small counts', [licensing(3)], [licensing(90)]],
    ['from nothing', [licensing(0)], [licensing(9000)]],
    ['to nothing', [received(400)], [received(0)]],
    ['small fees', [fees(0.3)], [fees(9)]],
    ['a blank', [fees(200)], [fees('')]],
  ])('%s: none', (_, before, after) => {
    expect(rules(before, after)).toEqual([]);
  });

  test('not over a gap', () => {
    expect(compared([yearReport(2021, [licensing(100)]), yearReport(2023, [licensing(9000)])])).toEqual([]);
  });

  test('a year that stands out is accused, the year after it is not', () => {
    expect(rules([licensing(300)], [licensing(30_000)], [licensing(310)])).toEqual([['2022', 'years_jump']]);
  });

  test('a jump that stays is shown once, and one back years later again', () => {
    expect(rules([licensing(100)], [licensing(3000)], [licensing(3100)], [licensing(120)])).toEqual([
      ['2022', 'years_jump'],
      ['2024', 'years_jump'],
    ]);
  });
});

describe('documents in force', () => {
  const documents = (issued: number | '', repealed: number | '', inForce: number | ''): Row[] => [
    ['proactive', 'normative_documents', 'issued', issued],
    ['proactive', 'normative_documents', 'repealed', repealed],
    ['proactive', 'normative_documents', 'in_force', inForce],
  ];

  test('the sum is spelled out', () => {
    const [found, ...more] = compared([
      yearReport(2021, documents(0, 0, 40)),
      yearReport(2022, documents(3, 1, 43)),
    ]);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      rule: 'years_in_force',
      severity: 'warning',
      expected: '42',
      actual: '43',
      difference: '1',
    });
    expect(found?.en).toContain('40+3−1 = 42 ≠ 43');
    expect(found?.cells.map(({ reportId }) => reportId)).toEqual([
      undefined,
      '000000002021',
      undefined,
      undefined,
    ]);
  });

  test.each([
    ['it follows', documents(0, 0, 40), documents(3, 1, 42)],
    ['blanks count as zero', documents(0, 0, 40), documents('', 1, 39)],
    ['nothing was filled in the year before', documents('', '', ''), documents(3, 1, 42)],
    ['nothing is filled in', documents(0, 0, 40), documents('', '', '')],
  ])('none when %s', (_, before, after) => {
    expect(rules(before, after)).toEqual([]);
  });

  test('blanks that count are said', () => {
    const [found] = compared([yearReport(2021, documents(0, 0, 40)), yearReport(2022, documents('', 1, 43))]);
    expect(found?.en).toContain('1 blank counts as zero');
  });
});

test('items of the 2019 form', () => {
  const items = (before: number, change: number): Row[] => [
    ['proactive', 'licensing', 'items_previous_year', before],
    ['proactive', 'licensing', 'items_change', change],
  ];
  expect(rules(items(20, -8), items(12, 0))).toEqual([]);
  expect(rules(items(20, -8), items(28, 0))).toEqual([['2022', 'years_items']]);
});

describe('carried over', () => {
  const out = (value: number | ''): Row => ['applications', 'carried_over_out', 'total', value];
  const into = (value: number | ''): Row => ['applications', 'carried_over_in', 'total', value];

  test.each([
    ['the same', 3, 3],
    ['zero and a blank', 0, ''],
    ['two blanks', '', ''],
  ] as const)('%s: none', (_, before, after) => {
    expect(rules([out(before)], [into(after)])).toEqual([]);
  });

  test('a difference, and that the year before is not known better', () => {
    const [found] = compared([yearReport(2021, [out(5)]), yearReport(2022, [into(3)])]);
    expect(found).toMatchObject({
      year: '2022',
      rule: 'years_carried_over',
      expected: '5',
      actual: '3',
      difference: '-2',
    });
    expect(found?.en).toContain('cannot be told');
  });
});

describe('several reports on one year', () => {
  const [old, revised] = [
    yearReport(2021, [licensing(100)], { id: 'a'.repeat(12), publishedOn: '2022-01-10' }),
    yearReport(2021, [licensing(2500)], { id: 'b'.repeat(12), publishedOn: '2022-03-01' }),
  ];
  const next = yearReport(2022, [licensing(2600)]);

  test('the one published last stands, wherever it is listed', () => {
    for (const order of [
      [old, revised, next],
      [revised, old, next],
    ]) {
      const [found, ...more] = compared(order);
      expect(more).toEqual([]);
      expect(found).toMatchObject({ id: 'a'.repeat(12), rule: 'report_repeated', severity: 'notice' });
      expect(found?.en).toContain(`report ${'b'.repeat(12)} on 2021 (published 2022-03-01)`);
    }
  });

  test('when nothing decides, the year is not compared', () => {
    const undated = [old, revised].map((report) => ({ ...report, publishedOn: '' }));
    const found = compared([...undated, next]);
    expect(found.map(({ rule }) => rule)).toEqual(['report_repeated']);
    expect(found[0]?.en).toContain('cannot be told');
  });

  test('the same figures: the first stands and the years are compared', () => {
    const found = compared([old, { ...old, id: 'c'.repeat(12), publishedOn: '' }, next]);
    expect(found.map(({ rule, id }) => [rule, id[0]])).toEqual([
      ['report_repeated', 'c'],
      ['years_jump', '0'],
    ]);
  });

  test('one without figures never stands', () => {
    const page = yearReport(2021, [], { id: 'd'.repeat(12), publishedOn: '2022-06-01' });
    const found = compared([page, old, next]);
    expect(found.map(({ rule, id }) => [rule, id[0]])).toEqual([
      ['report_repeated', 'd'],
      ['years_jump', '0'],
    ]);
  });
});

test('facts come back from their text', () => {
  const report = yearReport(2021, [
    fees(25.1),
    licensing(100),
    ['applications', 'carried_over_in', 'total', ''],
  ]);
  const facts = { ...factsOf(prepare(report)), seq: 7 };
  const { tables: _, text: __, ...kept } = facts;
  const back = unpackFacts(packFacts(facts), 7);
  expect(back.cells.map((cell) => ({ ...cell, edition: '2021' }))).toEqual(kept.cells);
  expect({ ...back, cells: [] }).toEqual({ ...kept, cells: [] });
});
