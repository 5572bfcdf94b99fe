import { withWholeFields } from '../../../src/read/text/quoted.js';

const joined = (text: string) => withWholeFields(text.split('\n'), 1);

test('lines of one field are joined, and keep the number of the first', () => {
  expect(joined('a\n自然人\t"社会\n公益\n组织"\t"法律\n服务"\t其他\nb\t0')).toEqual([
    { text: 'a', number: 1 },
    { text: '自然人\t社会公益组织\t法律服务\t其他', number: 2 },
    { text: 'b\t0', number: 6 },
  ]);
});

test.each([
  ['nothing closes the field', '自然人\t"社会\n公益\t组织\n0\t1'],
  ['the mark stands inside a field', '3.危及"三安全\n一稳定"\t0'],
  ['it is running text', '"三安全\n一稳定"'],
])('lines stay apart where %s', (_, text) => {
  expect(joined(text).map((line) => line.text)).toEqual(text.split('\n'));
});
