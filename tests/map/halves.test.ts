import { mapDocument } from '../../src/map/index.js';
import type { FormCell } from '../../src/model/report.js';
import { applicationsTable, consistentFigures, document } from './documents.js';

const of = (cells: readonly FormCell[], row: string, column: string) =>
  cells.find((cell) => cell.row === row && cell.column === column);

/** Rows 一 and （一） of a busy agency; the column of 自然人 holds two digits a line, that of 总计 three. */
function narrow(received: string, total = '130 5'): string[][] {
  const figures = consistentFigures();
  figures[0] = [received, '71', '0', '0', '0', '0', total];
  figures[2] = ['45', '13', '0', '0', '0', '0', '58'];
  return figures;
}

describe('figures broken over two lines of a ruled cell', () => {
  test('are one figure where the sum of the row says so', async () => {
    const { cells } = await mapDocument(document(applicationsTable(narrow('12 34'))));
    expect(of(cells, 'received_new', 'natural_person')).toMatchObject({
      value: '1234',
      state: 'inferred',
      raw: '12 34',
    });
    expect(of(cells, 'received_new', 'total')).toMatchObject({ value: '1305', state: 'inferred' });
    expect(of(cells, 'received_new', 'commercial_enterprise')).toMatchObject({
      value: '71',
      state: 'reported',
    });
  });

  test('are none where each line adds up by itself: a row of zeros may have run together with the one above', async () => {
    const figures = narrow('12 34');
    figures[0] = ['1085 0', '128 0', '16 0', '19 0', '44 0', '58 0', '1350 0'];
    const { cells } = await mapDocument(document(applicationsTable(figures)));
    const row = cells.filter((cell) => cell.row === 'received_new');
    expect(new Set(row.map(({ state }) => state))).toEqual(new Set(['unreadable']));
  });

  test('are one figure where the break is within its thousands, and the sum of the row says so', async () => {
    const states = async (received: string) => {
      const { cells } = await mapDocument(document(applicationsTable(narrow(received, '1，30 5'))));
      const cell = of(cells, 'received_new', 'natural_person');
      return [cell?.value, cell?.state];
    };
    expect(await states('1，23 4')).toEqual(['1234', 'inferred']);
    expect(await states('1，23 5')).toEqual(['', 'unreadable']);
    expect(await states('1，234 5')).toEqual(['', 'unreadable']);
  });

  test('stay unreadable where it does not', async () => {
    const { cells } = await mapDocument(document(applicationsTable(narrow('12 35'))));
    expect(of(cells, 'received_new', 'natural_person')).toMatchObject({ value: '', state: 'unreadable' });
    expect(of(cells, 'received_new', 'total')).toMatchObject({ value: '', state: 'unreadable' });
  });

  test('stay unreadable in a column that holds a longer figure on one line', async () => {
    const figures = narrow('12 34');
    figures[2] = ['450', '13', '0', '0', '0', '0', '463'];
    const { cells } = await mapDocument(document(applicationsTable(figures)));
    expect(of(cells, 'received_new', 'natural_person')).toMatchObject({ value: '', state: 'unreadable' });
  });

  test('two rows of single digits in one are never a row of figures of two digits', async () => {
    const figures = consistentFigures().map(() => ['1', '2', '0', '0', '0', '0', '3']);
    figures[5] = ['1 2', '1 3', '0', '0', '0', '0', '2 5'];
    const { cells } = await mapDocument(document(applicationsTable(figures)));
    expect(of(cells, 'denied_other_law', 'natural_person')).toMatchObject({ value: '', state: 'unreadable' });
  });

  test('full-width digits take twice the room', async () => {
    const figures = consistentFigures();
    figures[0] = ['３２ ３', '53', '0', '0', '0', '0', '376'];
    figures[2] = ['1823', '13', '0', '0', '0', '0', '1836'];
    const { cells } = await mapDocument(document(applicationsTable(figures)));
    expect(of(cells, 'received_new', 'natural_person')).toMatchObject({ value: '323', state: 'inferred' });
  });
});
