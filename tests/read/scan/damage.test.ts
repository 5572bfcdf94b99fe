import { hasWideStep, isStruck } from '../../../src/read/scan/digits/damage.js';

function maskOf(rows: readonly string[]) {
  const width = Math.max(...rows.map((row) => row.length));
  const data = Uint8Array.from(rows.flatMap((row) => [...row.padEnd(width)].map((c) => (c === '#' ? 1 : 0))));
  return {
    mask: { width, height: rows.length, data },
    whole: { left: 0, top: 0, right: width, bottom: rows.length },
  };
}

const FIVE = [
  ' ##### ',
  ' #     ',
  ' #     ',
  ' ####  ',
  ' #   # ',
  '     # ',
  '     # ',
  ' #   # ',
  '  ###  ',
  '  ##   ',
];

describe('isStruck', () => {
  it('sees a stroke through the middle that sticks out', () => {
    const struck = maskOf(FIVE.map((row, i) => (i === 4 ? '#######' : row)));
    expect(isStruck(struck.mask, struck.whole, '5')).toBe(true);
  });

  it('leaves a digit, and the low bar of a 4', () => {
    const trimmed = maskOf(FIVE.map((row) => row.slice(1, 6)));
    expect(isStruck(trimmed.mask, trimmed.whole, '5')).toBe(false);
    const four = [
      '    # ',
      '   ## ',
      '   ## ',
      '  # # ',
      '  # # ',
      ' #  # ',
      ' #  # ',
      '######',
      '    # ',
      '    # ',
    ];
    const low = maskOf(four);
    expect(isStruck(low.mask, low.whole, '4')).toBe(false);
  });
});

describe('hasWideStep', () => {
  const digits = [0, 12, 24, 42, 54].map((left) => ({ left, right: left + 10, top: 0, bottom: 16 }));

  it('sees where a point was lost, and none where it stands', () => {
    expect(hasWideStep(digits, [])).toBe(true);
    expect(hasWideStep(digits, [{ left: 36, right: 39, top: 13, bottom: 16 }])).toBe(false);
    expect(hasWideStep(digits.slice(0, 3), [])).toBe(false);
  });
});
