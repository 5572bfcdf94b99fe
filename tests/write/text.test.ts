import fc from 'fast-check';
import { neutralizeFormula, restoreText, textCell } from '../../src/write/text.js';

test.each([
  ['=1+1', "'=1+1"],
  ['+cmd', "'+cmd"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  [' =1', "' =1"],
  ['＝1+1', "'＝1+1"],
  ["'=1", "''=1"],
])('a formula is disarmed: %j', (text, cell) => {
  expect(neutralizeFormula(text)).toBe(cell);
  expect(restoreText(cell)).toBe(text);
});

test.each(['-8', '+8', '-1,234.5', '-3%', '-', '--', '—', '－', '/', '', "'8", '22（其中修订16件）', 'a=b'])(
  'harmless text stays as printed: %j',
  (text) => {
    expect(neutralizeFormula(text)).toBe(text);
    expect(restoreText(text)).toBe(text);
  },
);

const START = fc.stringMatching(/^[ '=+\-@\t]{0,4}/);

test('every text can be restored, and no other cell begins like a formula', () => {
  fc.assert(
    fc.property(START, fc.string({ unit: 'binary' }), (start, rest) => {
      const cell = neutralizeFormula(start + rest);
      expect(restoreText(cell)).toBe(start + rest);
      if (/^[=@]/.test(cell)) throw new Error(`formula left: ${cell}`);
    }),
  );
});

test('control characters become one blank', () => {
  expect(textCell('a\u0000\r\n\tb ')).toBe('a b');
});
