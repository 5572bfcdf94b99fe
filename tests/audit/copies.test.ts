import { agencyKey } from '../../src/audit/agency-key.js';
import { printedTables } from '../../src/audit/copies/prints.js';
import { bandsOf, copiedTable, copiedTexts, type TextOf } from '../../src/audit/index.js';
import { cellOf } from './tables.js';

const head = (seq: number, agency: string, year: string, key = `name:${agency}`) => ({
  seq,
  id: String(seq).padStart(12, '0'),
  agency,
  key,
  year,
  publishedOn: '',
});

describe('tables', () => {
  const cells = (value: (at: number) => number) =>
    Array.from({ length: 20 }, (_, at) => cellOf('applications', `row${at}`, 'total', value(at)));
  const [table] = printedTables(cells((at) => 7 + at * 3));
  const pair = (a: ReturnType<typeof head>, b: ReturnType<typeof head>) =>
    table ? copiedTable({ report: a, table }, { report: b, table }) : null;

  test('a table has a print only when it has enough figures of its own', () => {
    expect(table).toBeDefined();
    expect(printedTables(cells(() => 1))).toEqual([]);
    expect(printedTables(cells((at) => (at < 10 ? 7 + at * 3 : 0)))).toEqual([]);
    expect(printedTables(cells((at) => at % 6))).toEqual([]);
  });

  test('the print does not ask for the order of the cells', () => {
    expect(printedTables(cells((at) => 7 + at * 3).reverse())[0]?.print).toBe(table?.print);
    expect(printedTables(cells((at) => 8 + at * 3))[0]?.print).not.toBe(table?.print);
  });

  test('two agencies, and two years of one', () => {
    expect(pair(head(0, '甲县', '2021'), head(1, '乙县', '2021'))?.finding).toMatchObject({
      rule: 'tables_copied',
      severity: 'warning',
      table: 'applications',
    });
    expect(pair(head(0, '甲县', '2022'), head(1, '甲县', '2021'))?.report.year).toBe('2022');
  });

  test('the same report twice, and reports of nobody known, are none', () => {
    expect(pair(head(0, '甲县', '2021'), head(1, '甲县', '2021'))).toBeNull();
    expect(pair(head(0, '', '2021', ''), head(1, '乙县', '2021'))).toBeNull();
    expect(pair(head(0, '洪泽区水利局', '2021', ''), head(1, '淮安市洪泽区水利局', '2021'))).toBeNull();
  });
});

describe('texts', () => {
  const entry = (seq: number, agency: string, year: string, simhash: string, characters = 1000): TextOf => ({
    report: head(seq, agency, year),
    text: { characters, simhash, digest: simhash },
  });
  const found = (texts: TextOf[]) => {
    const bands = new Map<string, TextOf[]>();
    for (const one of texts)
      for (const band of bandsOf(one.text)) bands.set(band, [...(bands.get(band) ?? []), one]);
    return [...bands].flatMap(([band, some]) => copiedTexts(band, some)).map(({ report }) => report.seq);
  };
  const [A, NEAR, FAR] = ['00ff00ff00ff00ff', '00ff00ff00ff00f8', '00ff00ff00ff000f'];

  test('near texts, once for each pair', () => {
    expect(found([entry(0, '甲县', '2021', A), entry(1, '乙县', '2021', NEAR)])).toEqual([1]);
    expect(found([entry(0, '甲县', '2021', A), entry(1, '甲县', '2022', A)])).toEqual([1]);
  });

  test.each([
    ['too far', [entry(0, '甲县', '2021', A), entry(1, '乙县', '2021', FAR)]],
    ['of another length', [entry(0, '甲县', '2021', A), entry(1, '乙县', '2021', A, 1200)]],
    ['years apart', [entry(0, '甲县', '2019', A), entry(1, '乙县', '2022', A)]],
    ['the same report', [entry(0, '甲县', '2021', A), entry(1, '甲县', '2021', A)]],
  ])('%s: none', (_, texts) => {
    expect(found(texts)).toEqual([]);
  });

  test('a text that many share is a template', () => {
    const many = ['甲', '乙', '丙', '丁', '戊', '己'].map((name, at) => entry(at, `${name}县`, '2021', A));
    expect(found(many)).toEqual([]);
    expect(found(many.slice(0, 3))).toEqual([1, 2]);
  });
});

test.each([
  ['320813/government', '洪泽区人民政府', 'id:320813/government'],
  ['', '甲山县人民政府', 'name:甲山县人民政府'],
  ['', '南京市鼓楼区司法局', 'name:南京市鼓楼区司法局'],
  ['', '上海海关', 'name:上海海关'],
  ['', '鼓楼区司法局', ''],
  ['', '城关镇人民政府', ''],
  ['', '市水利局', ''],
  ['', '我县民政局', ''],
  ['', '', ''],
])('agency %j %s: %j', (agencyId, agency, key) => {
  expect(agencyKey({ agencyId, agency })).toBe(key);
});
