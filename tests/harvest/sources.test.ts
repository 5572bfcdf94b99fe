import Ajv from 'ajv';
import { latestDueYear, seedsOf } from '../../src/harvest/plan.js';
import type { Source } from '../../src/harvest/sources/index.js';
import { FILE_SCHEMA, parseSources } from '../../src/harvest/sources/index.js';

const TODAY = new Date('2026-11-24T00:00:00Z');
const csv = (text: string) => parseSources(text, 'sources.csv');
const yaml = (text: string) => parseSources(text, 'sources.yaml');

describe('CSV', () => {
  test('the four columns are enough', () => {
    const { sources, problems } = csv(
      'agency,region_code,kind,url\n某县人民政府,320813,list,http://a.cn/x/\n',
    );
    expect(problems).toEqual([]);
    expect(sources).toEqual([
      {
        line: 2,
        agency: '某县人民政府',
        regionCode: '320813',
        level: '',
        kind: 'list',
        url: 'http://a.cn/x/',
      },
    ]);
  });

  test('all columns, quoted fields over several lines, comments, a byte order mark', () => {
    const { sources, problems } = csv(
      '\ufeff# portals of the county\nkind,url,agency,region_code,level,year_from,year_to,delay,encoding,headers,params,max_depth\n' +
        '"query",http://a.cn/q.jsp,"某局\n（筹）",,county,2020,2022,1500,gbk,"{""X-A"":""b""}","area=A&fbtime={year}",2\n' +
        '# a remark\n\nreport,https://b.cn/1.html,某镇,320813104,,,,,,,,\n',
    );
    expect(problems).toEqual([]);
    expect(sources[0]).toEqual({
      line: 3,
      agency: '某局\n（筹）',
      regionCode: '',
      level: 'county',
      kind: 'query',
      url: 'http://a.cn/q.jsp',
      yearFrom: 2020,
      yearTo: 2022,
      delay: 1500,
      encoding: 'gbk',
      headers: { 'X-A': 'b' },
      params: { area: 'A', fbtime: '{year}' },
      maxDepth: 2,
    });
    expect(sources[1]).toMatchObject({ line: 7, kind: 'report', regionCode: '320813104' });
  });

  test.each([
    ['agency,kind,url\nA,list,http://a.cn/\n', 1, 'region_code'],
    ['agency,region_code,kind,url,colour\nA,,list,http://a.cn/,red\n', 1, 'colour'],
    ['agency,region_code,kind,url\nA,,lst,http://a.cn/\n', 2, 'report, list, query'],
    ['agency,region_code,kind,url\nA,,list,http://a.cn/\nB,32,list,http://a.cn/\n', 3, '6, 9 or 12 digits'],
    ['agency,region_code,kind,url\nA,,list,ftp://a.cn/\n', 2, 'http:// or https://'],
    ['agency,region_code,kind,url\nA,,list,file:///etc/passwd\n', 2, 'http:// or https://'],
    ['agency,region_code,kind,url\n,,list,http://a.cn/\n', 2, 'agency is empty'],
    ['agency,region_code,kind,url\nA,,list\n', 2, 'url'],
    ['agency,region_code,kind,url\nA,,list,http://a.cn/,x,y\n', 2, 'quotes around'],
    ['agency,region_code,kind,url,year_from\nA,,query,http://a.cn/,soon\n', 2, 'year_from'],
    [
      'agency,region_code,kind,url,year_from,year_to\nA,,query,http://a.cn/,2022,2020\n',
      2,
      'before year_from',
    ],
    ['agency,region_code,kind,url,title_pattern\nA,,list,http://a.cn/,(年报\n', 2, 'no valid regex'],
    ['agency,region_code,kind,url,encoding\nA,,list,http://a.cn/,klingon\n', 2, 'no valid encoding'],
    ['agency,region_code,kind,url,headers\nA,,list,http://a.cn/,X: y\n', 2, 'JSON object'],
    ['agency,region_code,kind,url\n"A,,list,http://a.cn/\n', 2, 'not well-formed CSV'],
    ['agency,region_code,kind,url\n', 1, 'no source'],
    ['', 1, 'empty'],
  ])('%j is refused with its line', (text, line, words) => {
    const { problems } = csv(text);
    expect(problems[0]?.line).toBe(line);
    expect(problems.map(({ message }) => message).join('\n')).toContain(words);
  });
});

describe('YAML', () => {
  test('a list, defaults, and codes that YAML takes for numbers', () => {
    const { sources, problems } = yaml(
      'defaults:\n  delay: 2000\n  level: county\nsources:\n  - agency: 某局\n    region_code: 011000\n    kind: list\n    url: http://a.cn/\n    delay: 10\n' +
        '  - {agency: 某镇, kind: query, url: "http://a.cn/q?fbtime={year}", params: {area: 12}}\n',
    );
    expect(problems).toEqual([]);
    expect(sources[0]).toMatchObject({ line: 5, delay: 10, level: 'county', regionCode: '011000' });
    expect(sources[1]).toMatchObject({ line: 10, delay: 2000, params: { area: '12' } });
  });

  test.each([
    ['sources:\n  - agency: A\n    kind: lst\n    url: http://a.cn/\n', 3, 5, 'report, list, query'],
    ['- agency: A\n  kind: list\n', 1, 3, 'url is missing'],
    ['- agency: A\n  kind: list\n  url: http://a.cn/\n  colour: red\n', 4, 3, 'colour'],
    ['sources:\n  - agency: A\n   kind: list\n', 3, 1, 'not well-formed YAML'],
    ['source:\n  - a\n', 1, 1, '"sources"'],
    ['- just text\n', 1, 3, 'expected a source'],
  ])('%j is refused with line and column', (text, line, column, words) => {
    const { problems } = yaml(text);
    expect(problems.map(({ message }) => message).join('\n')).toContain(words);
    expect([problems[0]?.line, problems[0]?.column]).toEqual([line, column]);
  });
});

test('the JSON Schema is one, and takes what the reader takes', () => {
  const ajv = new Ajv.default({ strict: false, allowUnionTypes: true, validateFormats: false });
  const validate = ajv.compile(FILE_SCHEMA);
  expect(validate([{ agency: 'A', kind: 'list', url: 'http://a.cn/' }])).toBe(true);
  expect(
    validate({ defaults: { delay: 1 }, sources: [{ agency: 'A', kind: 'list', url: 'http://a.cn/' }] }),
  ).toBe(true);
  expect(validate([{ agency: 'A', kind: 'other', url: 'http://a.cn/' }])).toBe(false);
});

describe('plan', () => {
  const query = (rest: Partial<Source>): Source => ({
    line: 2,
    agency: 'A',
    regionCode: '',
    level: '',
    kind: 'query',
    url: 'http://a.cn/q.jsp?area=A&fbtime={year}',
    ...rest,
  });

  test('reports of a year are due by the end of March', () => {
    expect(latestDueYear(new Date('2026-03-31T00:00:00Z'))).toBe(2024);
    expect(latestDueYear(new Date('2026-04-01T00:00:00Z'))).toBe(2025);
  });

  test('one address per year asked for', () => {
    expect(seedsOf(query({ yearFrom: 2021, yearTo: 2022 }), TODAY)).toEqual([
      { url: 'http://a.cn/q.jsp?area=A&fbtime=2021', year: 2021 },
      { url: 'http://a.cn/q.jsp?area=A&fbtime=2022', year: 2022 },
    ]);
    const years = seedsOf(query({}), TODAY).map(({ year }) => year);
    expect(years).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025]);
  });

  test.each([
    ['http://a.cn/q.jsp?fbtime=YYYY&area=A', 'http://a.cn/q.jsp?fbtime=2021&area=A'],
    ['http://a.cn/openness/6/{year}.html', 'http://a.cn/openness/6/2021.html'],
  ])('%s', (url, expected) => {
    expect(seedsOf(query({ url, yearFrom: 2021, yearTo: 2021 }), TODAY)[0]?.url).toBe(expected);
  });

  test('parameters are added; an address without a place for the year stays one', () => {
    const params = { area: 'A', fbtime: '{year}' };
    expect(
      seedsOf(query({ url: 'http://a.cn/q.jsp', params, yearFrom: 2020, yearTo: 2020 }), TODAY)[0]?.url,
    ).toBe('http://a.cn/q.jsp?area=A&fbtime=2020');
    expect(seedsOf(query({ url: 'http://a.cn/q.jsp?fbtime=2021' }), TODAY)).toEqual([
      { url: 'http://a.cn/q.jsp?fbtime=2021', year: null },
    ]);
  });
});
