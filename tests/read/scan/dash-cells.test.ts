import { inkInCell } from '../../../src/read/scan/cells.js';
import { isDash } from '../../../src/read/scan/dash-cells.js';
import { look } from '../../../src/read/scan/decode.js';
import { inkOf } from '../../../src/read/scan/ink.js';
import { drawText, type Paint, page } from './pictures.js';

const SIZE = 24;
const [WIDTH, HEIGHT] = [90, 44];

/** Whether the ink of a cell is one line, and that a dash. */
function isDashIn(paint: Paint): boolean {
  const { grey } = look(page(WIDTH, HEIGHT, paint));
  const area = { left: 0, top: 0, right: WIDTH, bottom: HEIGHT };
  const { lines } = inkInCell(inkOf(grey), area, { textSize: SIZE, thickness: 1 });
  const [only] = lines;
  return only !== undefined && lines.length === 1 && isDash(only, area, grey, SIZE);
}

const FACES = ['DejaVu Sans', 'Nimbus Roman', 'Noto Serif CJK SC', 'WenQuanYi Zen Hei'];
const written = (text: string, face: string): Paint => {
  return (context) => {
    context.filter = 'blur(0.7px)';
    drawText(context, text, WIDTH / 2, HEIGHT / 2, `${SIZE}px "${face}"`);
  };
};

test.each(FACES)('dashes of %s are told, figures and other marks are none', (face) => {
  for (const text of ['-', '—', '——', '–'])
    expect([text, isDashIn(written(text, face))]).toEqual([text, true]);
  for (const text of [...'0123456789/=+.,', '_', '11', '-1', '无'])
    expect([text, isDashIn(written(text, face))]).toEqual([text, false]);
});

test('the bar of a digit whose other strokes have faded is no dash', () => {
  for (const digit of ['2', '7', '5', '4']) {
    const isFound = isDashIn((context) => {
      context.fillStyle = '#eaeaea';
      drawText(context, digit, WIDTH / 2, HEIGHT / 2, `${SIZE}px "DejaVu Sans"`);
      context.fillStyle = '#000';
      context.fillRect(WIDTH / 2 - 6, HEIGHT / 2, 12, 3);
    });
    expect([digit, isFound]).toEqual([digit, false]);
  }
});

test('a stroke at the foot or the head of its cell is what is left of a rule or a character', () => {
  for (const y of [6, 36]) expect(isDashIn((context) => context.fillRect(30, y, 20, 3))).toBe(false);
});

test('a stroke from one side of a cell to the other is a rule', () => {
  const { grey } = look(page(WIDTH, HEIGHT, (context) => context.fillRect(20, 20, 30, 3)));
  const area = { left: 30, top: 0, right: 40, bottom: HEIGHT };
  expect(inkInCell(inkOf(grey), area, { textSize: SIZE, thickness: 1 }).lines).toEqual([]);
});
