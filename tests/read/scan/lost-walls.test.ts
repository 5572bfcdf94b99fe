import type { GridCell } from '../../../src/read/ruled/grid.js';
import { apart } from '../../../src/read/scan/lost-walls.js';
import { scanPage } from '../../../src/read/scan/page.js';
import { drawGrid, drawText, page } from './pictures.js';

const slot = (row: number, col: number, colSpan = 1): GridCell => ({
  ...{ row, col, rowSpan: 1, colSpan },
  ...{ openTop: false, openBottom: false },
});

describe('apart', () => {
  const merged = slot(1, 0, 2);
  const grid = (above: readonly GridCell[]) => ({
    xs: [0, 10, 20, 30],
    ys: [0, 10, 20, 30],
    cells: [...above, merged, slot(1, 2), slot(2, 0), slot(2, 1), slot(2, 2)],
  });

  it('parts a cell where rules stand above and below', () => {
    const cells = apart(merged, grid([slot(0, 0), slot(0, 1), slot(0, 2)]));
    expect(cells.map(({ col, colSpan }) => [col, colSpan])).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });

  it('leaves a cell that is wide in the row above as well', () => {
    expect(apart(merged, grid([slot(0, 0, 2), slot(0, 2)]))).toEqual([merged]);
  });
});

test('figures keep their columns where the rule between two of them is gone, words stay one cell', async () => {
  const xs = [40, 240, 300, 360, 420, 480];
  const ys = [40, 80, 120, 160, 200];
  const canvas = page(520, 240, (context) => {
    drawGrid(context, xs, ys);
    ys.slice(1).forEach((bottom, row) => {
      xs.slice(1).forEach((right, col) => {
        const text = col === 0 ? '予以公开' : row === 1 && col === 2 ? '' : `${row}${col}`;
        drawText(context, text, ((xs[col] ?? 0) + right) / 2, bottom - 20, '22px "Noto Serif CJK SC"');
      });
    });
    context.fillStyle = '#fff';
    context.fillRect(298, 83, 4, 34);
  });
  const scanned = await scanPage(canvas, null);
  expect(scanned?.tables.map(({ cells }) => cells.length)).toEqual([20]);
});
