import { isNumberText } from '../../../src/read/pdf/segments.js';

test.each(['7', '-1', '1,234', '12.5万元', '15①', '/', '——', '1 | 4', '-2- | 7'])('%s', (text) => {
  expect([text, isNumberText(text)]).toEqual([text, !text.startsWith('-2-')]);
});

test.each(['规章', '1 4', '1 | 规章', '|', ''])('%s is no value', (text) => {
  expect(isNumberText(text)).toBe(false);
});
