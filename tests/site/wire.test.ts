/** What the pieces of data keep of the dataset. */
import fc from 'fast-check';
import { CELL_STATES, type FormTable } from '../../src/model/report.js';
import { AXES, TABLES } from '../../src/site/wire/axes.js';
import { parseCells, splitMessage } from '../../src/site/wire/finding.js';
import { packRows, type SiteCell, unpackRows } from '../../src/site/wire/pack.js';

const locator = fc.oneof(
  fc.constant(''),
  fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)).map(([a, b, c]) => `table ${a} row ${b} col ${c}`),
  fc.constant('page 3 bbox 102.0,411.5,118.2,423.0'),
  fc.nat(999).map((line) => `line ${line}`),
  fc.string(),
);

const cellOf = (table: FormTable): fc.Arbitrary<SiteCell> =>
  fc.record({
    row: fc.oneof(fc.constantFrom(...AXES[table].rows), fc.stringMatching(/^[a-z]{1,8}$/)),
    column: fc.oneof(fc.constantFrom(...AXES[table].columns), fc.stringMatching(/^[a-z]{1,8}$/)),
    edition: fc.constantFrom('2019', '2021', ''),
    value: fc.oneof(fc.nat(9999).map(String), fc.constantFrom('', '-8', '25.1', '1@2', '=x')),
    state: fc.oneof(fc.constantFrom<string>(...CELL_STATES), fc.constant('brand_new')),
    raw: fc.oneof(fc.nat(9999).map(String), fc.string()),
    locator,
    unit: fc.constantFrom('', '10k_cny'),
  });

/** A report has one cell at one place. */
const byPlace = (cells: readonly SiteCell[]) =>
  Object.fromEntries(cells.map((cell) => [`${cell.row}/${cell.column}/${cell.edition}`, cell]));

test.each(TABLES)('cells of %s come out of a piece as they went in', (table) => {
  fc.assert(
    fc.property(fc.array(cellOf(table), { maxLength: 40 }), (drawn) => {
      const cells = Object.values(byPlace(drawn));
      const packed = JSON.parse(JSON.stringify(packRows(table, cells)));
      expect(byPlace(unpackRows(table, packed))).toEqual(byPlace(cells));
    }),
  );
});

test('a whole row of bare numbers takes a few characters a cell', () => {
  const cells = AXES.applications.columns.map((column, at) => ({
    row: 'granted',
    column,
    edition: '2021',
    value: String(at),
    state: 'reported',
    raw: String(at),
    locator: `table 2 row 6 col ${at + 4}`,
    unit: '',
  }));
  expect(JSON.stringify(packRows('applications', cells))).toBe(
    '[[2,"2021",0,["0@t2r6c4","1@t2r6c5","2@t2r6c6","3@t2r6c7","4@t2r6c8","5@t2r6c9","6@t2r6c10"]]]',
  );
});

describe('cells of a finding', () => {
  test('have table, row, column, value and place; those of another report its id', () => {
    const text =
      'applications/granted/total=18@table 2 row 6 col 10; 0123456789ab:applications/carried_over_out/total=@page 3 bbox 1.0,2.0,3.0,4.0; proactive/fees/amount_10k_cny=25.1';
    expect(parseCells(text)).toEqual([
      { reportId: '', key: 'applications/granted/total', value: '18', locator: 'table 2 row 6 col 10' },
      {
        reportId: '0123456789ab',
        key: 'applications/carried_over_out/total',
        value: '',
        locator: 'page 3 bbox 1.0,2.0,3.0,4.0',
      },
      { reportId: '', key: 'proactive/fees/amount_10k_cny', value: '25.1', locator: '' },
    ]);
  });

  test('what is no cell is left out', () => {
    expect(parseCells('')).toEqual([]);
    expect(parseCells('sum; a=b; <img src=x>')).toEqual([]);
  });
});

test.each([
  ['总计不符。 / the total is wrong.', '总计不符。', 'the total is wrong.'],
  [
    '正文“甲 / 乙”与表不符。 / the text “甲 / 乙” differs.',
    '正文“甲 / 乙”与表不符。',
    'the text “甲 / 乙” differs.',
  ],
  ['甲 / 乙 / A / B', '甲 / 乙', 'A / B'],
  ['只有一句', '只有一句', '只有一句'],
])('message %s is parted into its languages', (message, zh, en) => {
  expect(splitMessage(message)).toEqual({ zh, en });
});
