import { hasWideStep } from '../../../src/read/scan/digits/damage.js';

describe('hasWideStep', () => {
  const digits = [0, 12, 24, 42, 54].map((left) => ({ left, right: left + 10, top: 0, bottom: 16 }));

  it('sees where a point was lost, and none where it stands', () => {
    expect(hasWideStep(digits, [])).toBe(true);
    expect(hasWideStep(digits, [{ left: 36, right: 39, top: 13, bottom: 16 }])).toBe(false);
    expect(hasWideStep(digits.slice(0, 3), [])).toBe(false);
  });
});
