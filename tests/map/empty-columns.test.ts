import { mapDocument } from '../../src/map/index.js';
import { APPLICANT_LABELS, document, ITEM_LABELS, table } from './documents.js';

const HEADER = ['', ...APPLICANT_LABELS];
const EMPTY = 4;

/** Rows whose total counts two more than is printed, the column 社会公益组织 empty but for `except`. */
function rows(except = -1): string[][] {
  return ITEM_LABELS.map((label, at) => {
    const figures = [10 + at, 3, 1, 2, 0, 4].map(String);
    if (at !== except) figures[EMPTY - 1] = '';
    return [label, ...figures, String(20 + at)];
  });
}

async function granted(body: readonly (readonly string[])[], headed: boolean) {
  const aligned = { ...table([HEADER, ...body], 1), layout: 'aligned' as const };
  const { cells } = await mapDocument(document(headed ? { ...aligned, headed: true as const } : aligned));
  return cells
    .filter(({ table: name, row }) => name === 'applications' && row === 'granted')
    .map(({ state }) => state);
}

describe('rows of table 三 without rules that do not add up', () => {
  test('are believed where a column is empty all along and headings stand exactly above the figures', async () => {
    const expected = HEADER.slice(1).map((_, at) => (at === EMPTY - 1 ? 'blank' : 'reported'));
    expect(await granted(rows(), true)).toEqual(expected);
  });

  test('are not believed where the columns are less sure', async () => {
    expect(new Set(await granted(rows(), false))).toEqual(new Set(['unreadable']));
  });

  test('are not believed where the column is filled in another row', async () => {
    expect(new Set(await granted(rows(0), true))).toEqual(new Set(['unreadable']));
  });

  test('are not believed where their total is less than the figures beside it', async () => {
    const less = rows().map((cells) => [...cells.slice(0, -1), '1']);
    expect(new Set(await granted(less, true))).toEqual(new Set(['unreadable']));
  });
});

test('columns found from white space are never those of a header in another table', async () => {
  const first = { ...table([HEADER, ...rows().slice(0, 2)], 1), layout: 'aligned' as const };
  // As many columns, but one of them is of labels: the figures stand one column to the right.
  const shifted = ITEM_LABELS.slice(2).map((label, at) => [
    label,
    '',
    `${5 + at}`,
    '1',
    '0',
    '2',
    '0',
    `${8 + at}`,
  ]);
  const second = { ...table(shifted, 2), layout: 'aligned' as const };
  const { cells } = await mapDocument(document(first, second));
  const placed = cells.filter(({ table: name, row }) => name === 'applications' && row === 'granted');
  expect(new Set(placed.map(({ state }) => state))).toEqual(new Set(['unreadable']));
});

test('zeros on a line beside a row do not prove that they are its own', async () => {
  const body = ITEM_LABELS.map((label, at) => [
    label,
    ...['1', '2', '0', '0', '0', '0', '3'].map((f) => (at === 2 ? '' : f)),
  ]);
  body[2] = [ITEM_LABELS[2] ?? '', '', '', '', '', '0', '', ''];
  const stray = ['', '0', '0', '', '', '', '0', ''];
  const printed = [HEADER, ...body.slice(0, 3), stray, ...body.slice(3)];
  const { cells } = await mapDocument(document({ ...table(printed, 1), layout: 'aligned' as const }));
  const own = cells.filter(({ table: name, row }) => name === 'applications' && row === 'granted');
  expect(own.filter(({ value }) => value !== '')).toEqual([]);
});
