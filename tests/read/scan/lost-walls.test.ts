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

/** A table with a label and five figures to a row, with some of its rules painted over. */
function lacking(
  strokes: readonly (readonly [number, number, number, number])[],
  textOf = (row: number, col: number) => (col === 0 ? '予以公开' : `${row}${col}`),
) {
  const xs = [40, 240, 300, 360, 420, 480];
  const ys = [40, 80, 120, 160, 200];
  return page(520, 240, (context) => {
    drawGrid(context, xs, ys);
    context.fillStyle = '#fff';
    for (const [left, top, width, height] of strokes) context.fillRect(left, top, width, height);
    context.fillStyle = '#000';
    ys.slice(1).forEach((bottom, row) => {
      xs.slice(1).forEach((right, col) => {
        drawText(
          context,
          textOf(row, col),
          ((xs[col] ?? 0) + right) / 2,
          bottom - 20,
          '22px "Noto Serif CJK SC"',
        );
      });
    });
  });
}

async function cellsOf(canvas: ReturnType<typeof page>): Promise<number | undefined> {
  return (await scanPage(canvas, null))?.tables[0]?.cells.length;
}

test('rows of figures are told apart where the rule between their labels is gone, or between two of them', async () => {
  expect(await cellsOf(lacking([[43, 118, 194, 4]]))).toBe(20);
  expect(await cellsOf(lacking([[303, 118, 54, 4]]))).toBe(20);
});

test('a label and its first figure are two cells where the rule between them is gone', async () => {
  expect(await cellsOf(lacking([[238, 83, 4, 34]]))).toBe(20);
});

test('one figure in the middle of three columns is that of all', async () => {
  const one = (row: number, col: number) =>
    col === 0 ? '予以公开' : row === 1 && (col === 1 || col === 3) ? '' : '7';
  expect(
    await cellsOf(
      lacking(
        [
          [298, 83, 4, 34],
          [358, 83, 4, 34],
        ],
        one,
      ),
    ),
  ).toBe(18);
});
