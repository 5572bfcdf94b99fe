import { inkInCell } from '../../../src/read/scan/cells.js';
import { cutting, withoutSpread } from '../../../src/read/scan/cutting.js';
import { look } from '../../../src/read/scan/decode.js';
import { inkOf } from '../../../src/read/scan/ink.js';
import { page } from './pictures.js';

const SIZE = 22;

/** Blocks as large as characters, so many pixels apart. */
function lineOf(step: number) {
  const canvas = page(600, 60, (context) => {
    for (let i = 0; i < 4; i++) context.fillRect(20 + i * step, 20, SIZE - 2, SIZE);
  });
  const { grey } = look(canvas);
  const mask = inkOf(grey);
  const { lines } = inkInCell(
    mask,
    { left: 0, top: 0, right: 600, bottom: 60 },
    { textSize: SIZE, thickness: 1 },
  );
  const [line] = lines;
  if (line === undefined) throw new Error('no line');
  return cutting(line, grey, mask, SIZE);
}

describe('withoutSpread', () => {
  it('moves the characters of a justified label together, and keeps all their ink', () => {
    const spread = lineOf(120);
    const closed = withoutSpread(spread, SIZE);
    const ink = (data: Uint8Array): number => data.reduce((sum, one) => sum + one, 0);
    expect(closed.joined).toBe('spread');
    expect(closed.grey.width).toBeLessThan(5 * SIZE);
    expect(ink(closed.mask.data)).toBe(ink(spread.mask.data));
  });

  it('leaves a line that is set as usual', () => {
    const usual = lineOf(SIZE + 4);
    expect(withoutSpread(usual, SIZE)).toBe(usual);
  });
});
