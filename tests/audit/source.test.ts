import { sourceFindings } from '../../src/audit/index.js';

const report = { agency: '淮安市洪泽区教育局', regionCode: '320813', year: '2022' };
const items = (source: Partial<Parameters<typeof sourceFindings>[1]>): string[] =>
  sourceFindings(report, { agency: '', regionCode: '', year: null, ...source }).map(({ item }) => item);

test.each([
  [{}],
  [{ agency: '洪泽区教育局' }],
  [{ agency: '淮安市洪泽区教育局办公室', regionCode: '320813000000', year: 2022 }],
  [{ regionCode: '320800' }],
  [{ regionCode: '320813104' }],
])('no finding where %j can be true with the report', (source) => expect(items(source)).toEqual([]));

test.each([
  [{ agency: '洪泽区水利局' }, ['agency']],
  [{ regionCode: '320812' }, ['region_code']],
  [{ year: 2021 }, ['year']],
  [{ agency: '某局', regionCode: '110000', year: 2021 }, ['agency', 'region_code', 'year']],
])('%j disagrees', (source, expected) => expect(items(source)).toEqual(expected));

test('what the report leaves open is no disagreement', () => {
  expect(
    sourceFindings(
      { agency: '', regionCode: '', year: '' },
      { agency: 'A', regionCode: '110000', year: 2021 },
    ),
  ).toEqual([]);
});
