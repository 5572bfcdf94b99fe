/** Doubtful cells of a scan and the arithmetic of the form. */

import { settleReadings } from '../../src/map/place/readings.js';
import { CODES, certainNumbers, type RowValues } from '../../src/map/place/settle.js';
import type { Placement } from '../../src/map/place/values.js';
import type { RowCell } from '../../src/map/walk/rows.js';

const locator = { kind: 'line', line: 1 } as const;

/** One row; a cell is a number, or the list of its readings. */
function row(code: string, cells: readonly (string | readonly string[])[]): RowValues {
  const values = cells.map((cell, col): RowCell => {
    const readings = typeof cell === 'string' ? [cell] : cell;
    const recognition = { readings, confidence: 50, agreed: typeof cell === 'string' };
    return { text: readings.join(' | '), col, colSpan: 1, inherited: false, locator, recognition };
  });
  return { row: { code } as RowValues['row'], cells: values, inferred: false, ground: 'header' };
}

const result = (values: RowValues | undefined, col: number) => {
  const cell = values?.cells[col] as RowCell;
  return [cell.recognition?.agreed, cell.text, values?.byArithmetic?.has(col) === true];
};

test('the one reading with which the row adds up is taken', () => {
  const [values] = settleReadings([row('granted', [['8', '3'], '1', '0', '0', '0', '0', '4'])]);
  expect(result(values, 0)).toEqual([true, '3', true]);
  expect(result(values, 1)).toEqual([true, '1', false]);
});

test.each([
  ['both readings can be', [['8', '3'], '1', '0', '0', '0', '0', ['9', '4']]],
  ['neither can', [['8', '3'], '1', '0', '0', '0', '0', '7']],
  ['one of them is a zero, which weighs no more than a dash', [['0', '6'], '1', '0', '0', '0', '0', '1']],
  ['another cell of the row could not be read at all', [['8', '3'], [], '0', '0', '0', '0', '4']],
])('none is taken when %s', (_, cells) => {
  const [values] = settleReadings([row('granted', cells)]);
  expect(result(values, 0)[0]).toBe(false);
});

test('rows have as many cells as the form has applicants', () => {
  expect(CODES).toHaveLength(7);
});

test('a cell that was read in two ways bears no witness for or against the order of the columns', () => {
  const { cells } = row('granted', [['40', 'A0'], '1', '0', '0', '0', '0', '1']);
  expect(certainNumbers(cells as Placement)).toEqual([null, 1, 0, 0, 0, 0, 1]);
  const { cells: misread } = row('granted', ['40', '1', '0', '0', '0', '0', '1']);
  expect(certainNumbers(misread as Placement)[0]).toBe(40);
});
