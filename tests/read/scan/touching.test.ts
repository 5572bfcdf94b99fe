/** Digits that touch, in several typefaces: read as what they are or not at all. */

import { createRandom } from '../../../scripts/compose/random.js';
import { inkInCell } from '../../../src/read/scan/cells.js';
import { cutting } from '../../../src/read/scan/cutting.js';
import { look } from '../../../src/read/scan/decode.js';
import { readNumber, readTouching } from '../../../src/read/scan/digits/number.js';
import { inkOf } from '../../../src/read/scan/ink.js';
import { page } from './pictures.js';

const FACES = [
  'DejaVu Sans',
  'DejaVu Serif',
  'Nimbus Sans',
  'Nimbus Roman',
  'Noto Serif CJK SC',
  'WenQuanYi Zen Hei',
];
const SIZE = 27;
const [WIDTH, HEIGHT] = [220, 70];
const PER_FACE = 12;

interface Print {
  readonly face: string;
  readonly text: string;
  /** How much nearer together than usual, in text sizes. */
  readonly tight: number;
  /** Height of a stroke through it above its foot, in text sizes. */
  readonly stroke?: number;
}

/** What is read in print that the usual way of reading gives nothing for; `usual` where it does. */
function readIn({ face, text, tight, stroke }: Print): string | null {
  const canvas = page(WIDTH, HEIGHT, (context) => {
    context.filter = 'blur(0.7px)';
    context.font = `${SIZE}px "${face}"`;
    context.letterSpacing = `${-tight * SIZE}px`;
    context.fillText(text, 20, 48);
    if (stroke !== undefined) context.fillRect(20, 48 - stroke * SIZE, context.measureText(text).width, 2);
  });
  const { grey } = look(canvas);
  const mask = inkOf(grey);
  const whole = { left: 0, top: 0, right: WIDTH, bottom: HEIGHT };
  const [line] = inkInCell(mask, whole, { textSize: SIZE, thickness: 1 }).lines;
  if (line === undefined) return null;
  const cut = cutting(line, grey, mask, SIZE);
  return readNumber(cut, SIZE) === null ? (readTouching(cut, SIZE)?.text ?? null) : 'usual';
}

const random = createRandom('touching');
const prints = FACES.flatMap((face) =>
  Array.from({ length: PER_FACE }, (): Print => {
    const digits = Array.from({ length: random.int(2, 4) }, (_, i) => random.int(i === 0 ? 1 : 0, 9));
    return { face, text: digits.join(''), tight: random.int(2, 9) / 100 };
  }),
);

test('many are read, and none as something else', () => {
  const read = prints.map((print) => ({ ...print, read: readIn(print) }));
  const told = read.filter(({ read: one }) => one !== null && one !== 'usual');
  const wrong = told.filter(({ read: one, text }) => one !== text);
  expect(told.length).toBeGreaterThan(6);
  expect(wrong).toEqual([]);
});

test('an amount with digits that touch keeps its point', () => {
  const read = FACES.flatMap((face) =>
    ['36.94', '82.94', '54.08'].map((text) => ({ text, read: readIn({ face, text, tight: 0.07 }) })),
  ).filter(({ read: one }) => one !== null && one !== 'usual');
  expect(read.length).toBeGreaterThan(3);
  expect(read.filter(({ read: one, text }) => one !== text)).toEqual([]);
});

test('a number with a stroke through all of it is not cut', () => {
  const struck = prints.map((print, i) => ({ ...print, stroke: [0.25, 0.33, 0.4][i % 3] ?? 0.3 }));
  const cut = struck.filter((print) => ![null, 'usual'].includes(readIn(print)));
  expect(cut).toEqual([]);
});

test.each(['件', '其他', '规章', '工', '口', '总计', '许可'])(
  '%s is no number of touching digits',
  (text) => {
    for (const face of ['Noto Serif CJK SC', 'WenQuanYi Zen Hei'])
      expect([null, 'usual']).toContain(readIn({ face, text, tight: 0 }));
  },
);
