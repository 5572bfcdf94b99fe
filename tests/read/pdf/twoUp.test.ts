import type { Document, Table } from '../../../src/model/document.js';
import { readPdf } from '../../../src/read/pdf/index.js';
import { composePdf, line, text } from './compose.js';

/** A landscape sheet with A5 pages side by side. */
const SHEET = { width: 800, height: 560 };
const RIGHT = 400;
const PROSE = [
  '本年度主动公开各类政府信息二百八十六条，通过门户网站公开',
  '二百一十三条，全年收到依申请公开十二件，均已按期办结，未',
];

type Row = readonly string[];

/** Rows of a table without rules: labels, and figures 60 pt apart. */
function rowsAt(x: number, top: number, rows: readonly Row[]): string {
  return rows
    .flatMap((row, at) => row.map((value, i) => text(x + (i === 0 ? 0 : 90 + 60 * i), top - 24 * at, value)))
    .join('');
}

const prose = (x: number, top: number) => PROSE.map((value, i) => text(x, top - 16 * i, value)).join('');

const LICENSING: Row[] = [
  ['信息内容', '本年增', '处理数', '总数'],
  ['行政许可', '5', '61', '7'],
  ['行政处罚', '8', '92', '10'],
];
const OUTCOME: Row[] = [
  ['办理结果', '自然人', '企业', '总计'],
  ['予以公开', '14', '1', '15'],
  ['部分公开', '17', '2', '19'],
];

const tables = (document: Document): Table[] =>
  document.blocks.filter((block): block is Table => block.kind === 'table');

const rows = ({ rowCount, cells }: Table): string[] =>
  Array.from({ length: rowCount }, (_, row) =>
    cells
      .filter((cell) => cell.row === row)
      .map((cell) => cell.text)
      .join('|'),
  );

const joined = (table: readonly Row[]): string[] => table.map((row) => row.join('|'));

describe('two pages on a sheet', () => {
  const left = text(40, 500, '二、主动公开政府信息情况') + rowsAt(40, 460, LICENSING);
  const right =
    text(RIGHT + 40, 500, '三、收到和处理政府信息公开申请情况') + rowsAt(RIGHT + 40, 460, OUTCOME);

  test('are read one after the other where headings tell that there are two; boxes are on the sheet', async () => {
    const document = await readPdf(composePdf([left + right], SHEET));
    expect(tables(document).map(rows)).toEqual([joined(LICENSING), joined(OUTCOME)]);
    expect(document.doubt).toBeUndefined();
    expect(document.pages?.count).toBe(1);
    const first = tables(document)[1]?.cells[0]?.locator;
    expect(first).toMatchObject({ kind: 'page', page: 1 });
    expect(first?.kind === 'page' ? first.bbox[0] : 0).toBeCloseTo(RIGHT + 40, 0);
  });

  test('tell by their page numbers, or by running text on both; the sheets after them are cut like them', async () => {
    const plain = rowsAt(40, 460, LICENSING) + rowsAt(RIGHT + 40, 460, OUTCOME);
    const numbers = text(190, 20, '- 1 -') + text(RIGHT + 190, 20, '- 2 -');
    const both = prose(40, 500) + prose(RIGHT + 40, 500);
    for (const told of [plain + numbers, plain + both]) {
      const document = await readPdf(composePdf([told, plain], SHEET));
      const found = [joined(LICENSING), joined(OUTCOME)];
      expect(tables(document).flatMap(rows)).toEqual([...found, ...found].flat());
      expect(tables(document).at(-1)?.cells.at(-1)?.locator).toMatchObject({ page: 2 });
    }
  });

  test('leave their cells in doubt where nothing else tells that there are two', async () => {
    const plain = rowsAt(40, 460, LICENSING) + rowsAt(RIGHT + 40, 460, OUTCOME);
    const document = await readPdf(composePdf([plain], SHEET));
    expect(document.doubt).toMatch(/side by side/);
    const cells = tables(document).flatMap((table) => table.cells);
    expect(cells.length).toBeGreaterThan(0);
    expect(cells.map((cell) => cell.recognition?.agreed)).toEqual(cells.map(() => false));
  });
});

describe('a table across the middle of a sheet', () => {
  const wide: Row[] = [LICENSING, OUTCOME].flatMap((rows) =>
    rows.slice(1).map(([label = '', ...figures]) => [label, '', '', ...figures]),
  );
  /** Labels on the left, figures in the right half alone, under a heading that looks like that of a second page. */
  const content = rowsAt(100, 420, wide);
  const heading = text(RIGHT + 40, 500, '三、收到和处理政府信息公开申请情况');

  test('is never cut', async () => {
    const document = await readPdf(composePdf([content], SHEET));
    expect(tables(document).flatMap(rows)).toEqual(
      wide.map(([label, , , ...figures]) => [label, ...figures].join('|')),
    );
    expect(document.doubt).toBeUndefined();
  });

  test('is in doubt where something else looks like two pages', async () => {
    const document = await readPdf(composePdf([content + heading + text(40, 500, '本级')], SHEET));
    expect(document.doubt).toMatch(/side by side/);
  });

  test('is known by a rule that crosses the middle', async () => {
    const ruled = rowsAt(40, 460, LICENSING) + rowsAt(RIGHT + 40, 460, OUTCOME) + line(30, 480, 760, 480);
    const document = await readPdf(composePdf([ruled + heading], SHEET));
    expect(tables(document).flatMap(rows)).not.toEqual([...joined(LICENSING), ...joined(OUTCOME)]);
  });
});
