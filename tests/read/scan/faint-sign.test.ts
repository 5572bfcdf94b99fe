import { inkInCell } from '../../../src/read/scan/cells.js';
import { look } from '../../../src/read/scan/decode.js';
import { hasFaintSign } from '../../../src/read/scan/faint-sign.js';
import { inkOf } from '../../../src/read/scan/ink.js';
import { drawText, page } from './pictures.js';

const SIZE = 24;
const [WIDTH, HEIGHT] = [110, 44];
const AREA = { left: 0, top: 0, right: WIDTH, bottom: HEIGHT };

/** Whether a sign is suspected before a figure, with a stroke of this grey before it. */
function isSuspected(figure: string, stroke: string): boolean {
  const { grey } = look(
    page(WIDTH, HEIGHT, (context) => {
      context.filter = 'blur(0.7px)';
      drawText(context, figure, WIDTH / 2, HEIGHT / 2, `${SIZE}px "DejaVu Sans"`);
      context.filter = 'none';
      context.fillStyle = stroke;
      const { width } = context.measureText(figure);
      context.fillRect((WIDTH - width) / 2 - 10, HEIGHT / 2, 8, 2);
    }),
  );
  const { lines } = inkInCell(inkOf(grey), AREA, { textSize: SIZE, thickness: 1 });
  const [only] = lines;
  return only !== undefined && lines.length === 1 && hasFaintSign(only, AREA, grey, SIZE);
}

test('a stroke too faint to be ink before a figure may be its sign', () => {
  for (const figure of ['1', '4', '23', '7', '100'])
    expect([figure, isSuspected(figure, '#dcdcdc')]).toEqual([figure, true]);
});

test('bare paper before a figure is none', () => {
  for (const figure of ['1', '4', '23', '7', '100', '5', '2'])
    expect([figure, isSuspected(figure, '#fff')]).toEqual([figure, false]);
});
