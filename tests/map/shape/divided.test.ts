import { mapDocument } from '../../../src/map/index.js';
import { APPLICANT_LABELS, document, ITEM_CODES, ITEM_LABELS, paragraphs, table } from '../documents.js';

/** Table 三 in two tables with the same rows, each with some of the applicants. */

/** Columns of other orders than the form's count where the sums agree. */
const figure = (row: number, col: number): string =>
  String(
    col === 6
      ? [0, 1, 2, 3, 4, 5].reduce((sum, at) => sum + Number(figure(row, at)), 0)
      : 100 * (row + 1) + col,
  );
const part = (columns: readonly number[], index: number, labels: readonly string[] = ITEM_LABELS) =>
  table(
    [
      ['项目', ...columns.map((col) => APPLICANT_LABELS[col] ?? '')],
      ...labels.map((label, row) => [label, ...columns.map((col) => figure(row, col))]),
    ],
    index,
  );
const cellOf = async (...tables: ReturnType<typeof part>[]) => {
  const captions = ['表1 自然人、总计', '表2 法人或其他组织'];
  const blocks = tables.flatMap((one, at) => [...paragraphs(captions[at] ?? ''), one]);
  const { cells } = await mapDocument(
    document(...paragraphs('三、收到和处理政府信息公开申请情况'), ...blocks),
  );
  return (row: string, column: string) => cells.find((cell) => cell.row === row && cell.column === column);
};

test('parts with the same rows are one table', async () => {
  const cell = await cellOf(part([0, 6], 1), part([1, 2, 3, 4, 5], 2));
  for (const [row, code] of ITEM_CODES.entries()) {
    expect(cell(code, 'natural_person')?.value).toBe(figure(row, 0));
    expect(cell(code, 'total')?.value).toBe(figure(row, 6));
    expect(cell(code, 'other_organization')?.value).toBe(figure(row, 5));
    expect(cell(code, 'research_institution')?.locator).toMatchObject({ table: 2, row: row + 2, col: 3 });
  }
});

test('parts of which the rows differ, or that share an applicant, are not joined', async () => {
  const others = [...ITEM_LABELS.slice(1), ITEM_LABELS[0] ?? ''];
  for (const second of [part([1, 2, 3, 4, 5], 2, others), part([1, 2, 3, 4, 5, 6], 2)]) {
    const cell = await cellOf(part([0, 6], 1), second);
    expect(cell('received_new', 'commercial_enterprise')?.state).not.toBe('reported');
  }
});
