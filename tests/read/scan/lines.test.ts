/** What is a rule and what is the stroke of a character. */

import { look } from '../../../src/read/scan/decode.js';
import { inkOf } from '../../../src/read/scan/ink.js';
import { linesOf } from '../../../src/read/scan/lines.js';
import { type Paint, page } from './pictures.js';

const SIZE = 25;
const ROW = 44;
/** Left and right edge of a table of five rows. */
const [LEFT, RIGHT] = [50, 750];
const ROWS = 5;

const uprights = (paint: Paint): number[] => {
  const mask = inkOf(
    look(
      page(800, 400, (context) => {
        for (let i = 0; i <= ROWS; i++) context.fillRect(LEFT, 50 + i * ROW, RIGHT - LEFT, 2);
        for (const x of [LEFT, RIGHT]) context.fillRect(x, 50, 2, ROWS * ROW);
        paint(context);
      }),
    ).grey,
  );
  return linesOf(mask, SIZE).vertical.map(({ at }) => Math.round(at));
};

test('strokes above one another that touch the rule over them are no side of a cell', () => {
  const found = uprights((context) => {
    for (const row of [0, 2, 4]) context.fillRect(400, 50 + row * ROW, 2, 1.4 * SIZE);
  });
  expect(found).toEqual([51, 751]);
});

test('the sides of the cells of one row are kept', () => {
  const found = uprights((context) => {
    for (const x of [300, 500]) context.fillRect(x, 50, 2, ROW);
  });
  expect(found.sort((a, b) => a - b)).toEqual([51, 301, 501, 751]);
});

test('a rule that is broken is kept', () => {
  const found = uprights((context) => {
    for (let y = 50; y < 250; y += 52) context.fillRect(400, y, 2, 42);
  });
  expect(found).toContain(401);
});
