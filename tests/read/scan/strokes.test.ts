import { inkInCell } from '../../../src/read/scan/cells.js';
import { cutting } from '../../../src/read/scan/cutting.js';
import { look } from '../../../src/read/scan/decode.js';
import { readNumber } from '../../../src/read/scan/digits/number.js';
import { type SeenDigit, strokeFinder } from '../../../src/read/scan/digits/strokes.js';
import { inkOf } from '../../../src/read/scan/ink.js';
import { page } from './pictures.js';

const SIZE = 27;
const WIDTH = 120;
const HEIGHT = 60;

/** A figure in small print, blurred as a rough scan is, with a thin stroke through its first digit or none. */
function figure(text: string, isStruck: boolean): readonly SeenDigit[] {
  const canvas = page(WIDTH, HEIGHT, (context) => {
    context.filter = 'blur(0.8px)';
    context.font = `${SIZE}px "DejaVu Serif"`;
    context.fillText(text, 20, 40);
    if (isStruck) context.fillRect(20, 32, context.measureText(text.charAt(0)).width, 2);
  });
  const { grey } = look(canvas);
  const mask = inkOf(grey);
  const whole = { left: 0, top: 0, right: WIDTH, bottom: HEIGHT };
  const [line] = inkInCell(mask, whole, { textSize: SIZE, thickness: 1 }).lines;
  if (line === undefined) return [];
  return readNumber(cutting(line, grey, mask, SIZE), SIZE)?.digits ?? [];
}

describe('a stroke through a digit', () => {
  const isStruck = strokeFinder([]);

  it.each(['0', '5', '6', '8', '9'])('is seen in the first of %s27', (digit) => {
    const digits = figure(`${digit}27`, true);
    // Where the net reads no digit at all the figure does not count either.
    expect(digits.length === 0 || isStruck(digits)).toBe(true);
  });

  it.each(['027', '527', '627', '827', '927', '134'])('is not seen in %s', (text) => {
    const digits = figure(text, false);
    expect(digits).toHaveLength(3);
    expect(isStruck(digits)).toBe(false);
  });
});

describe('strokeFinder', () => {
  const digit = (stroke: number, digits: SeenDigit['digit'] = '6'): SeenDigit => ({ digit: digits, stroke });
  const many = (stroke: number, one?: SeenDigit['digit']) =>
    Array.from({ length: 9 }, () => digit(stroke, one));

  it('asks for more where a typeface looks struck by itself', () => {
    expect(strokeFinder(many(0.01))([digit(0.7)])).toBe(true);
    expect(strokeFinder(many(0.6))([digit(0.7)])).toBe(false);
  });

  it('believes no small number of peers', () => {
    expect(strokeFinder([digit(0.7), digit(0.7)])([digit(0.7)])).toBe(true);
  });

  it('is content with less in a 4, whose bar hides the stroke', () => {
    expect(strokeFinder(many(0.01, '4'))([digit(0.2, '4')])).toBe(true);
    expect(strokeFinder(many(0.1, '4'))([digit(0.2, '4')])).toBe(false);
    expect(strokeFinder(many(0.01))([digit(0.2)])).toBe(false);
  });
});
