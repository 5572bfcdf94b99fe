import { hasRoomFor, hasWideStep } from '../../../src/read/scan/digits/damage.js';

describe('hasWideStep', () => {
  const digits = [0, 12, 24, 42, 54].map((left) => ({ left, right: left + 10, top: 0, bottom: 16 }));

  it('sees where a point was lost, and none where it stands', () => {
    expect(hasWideStep(digits, [])).toBe(true);
    expect(hasWideStep(digits, [{ left: 36, right: 39, top: 13, bottom: 16 }])).toBe(false);
    expect(hasWideStep(digits.slice(0, 3), [])).toBe(false);
  });
});

describe('hasRoomFor', () => {
  it('tells a point between digits from dirt below them', () => {
    const digits = [0, 11, 22, 38, 49].map((left) => ({ left, right: left + 11, top: 0, bottom: 16 }));
    expect(hasRoomFor({ left: 34, right: 37, top: 13, bottom: 16 }, digits)).toBe(true);
    expect(hasRoomFor({ left: 20, right: 23, top: 13, bottom: 16 }, digits)).toBe(false);
    expect(hasRoomFor({ left: 61, right: 64, top: 13, bottom: 16 }, digits)).toBe(false);
  });
});
