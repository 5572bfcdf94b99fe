import { readHtml } from '../../../src/read/html/index.js';
import { bytesOf, paragraphsOf, printed, tablesOf } from '../helpers.js';

/** Tables of elements that their styles place on a grid. */

const page = (...cells: (readonly [string, string])[]) =>
  readHtml(
    bytesOf(
      `<html><body><div style="display:grid">${cells.map(([style, text]) => `<div style="${style}">${text}</div>`).join('')}</div></body></html>`,
    ),
  );
const CELLS = [
  ['grid-area: 1 / 1 / span 2 / span 1', '三、本年度办理结果'],
  ['grid-area:2/2/3/3', '（二）部分公开'],
  ['grid-row:1; grid-column:2', '（一）予以公开'],
  ['grid-area: 1 / 3', '1'],
  ['grid-row: 2 / span 1;grid-column: 3 / 4', '2'],
  ['grid-area: 3 / 1 / span 1 / span 2', '（七）总计'],
  ['grid-area: 3 / 3', '3'],
  ['grid-area: 4 / 3', ''],
] as const;

test('cells stand where their styles say, whatever their order', async () => {
  const document = await page(...CELLS);
  expect(printed(tablesOf(document)[0])).toEqual([
    '0:三、本年度办理结果[2x1] 1:（一）予以公开 2:1',
    '1:（二）部分公开 2:2',
    '0:（七）总计[1x2] 2:3',
    '2:',
  ]);
  expect(tablesOf(document)[0]?.cells[0]).toMatchObject({ row: 0, col: 0, rowSpan: 2, colSpan: 1 });
});

test.each([
  ['cells that hide each other', [...CELLS.slice(0, 7), ['grid-area: 3 / 2', '4']]],
  ['a cell without a place', [...CELLS.slice(0, 7), ['color: red', '4']]],
  ['a place beyond all reason', [...CELLS.slice(0, 7), ['grid-area: 1 / 9999', '4']]],
  ['a few boxes of a page', CELLS.slice(0, 4)],
] as const)('%s are no table', async (_, cells) => {
  const document = await page(...(cells as readonly (readonly [string, string])[]));
  expect(tablesOf(document)).toEqual([]);
  expect(paragraphsOf(document)).toContain('三、本年度办理结果');
});
