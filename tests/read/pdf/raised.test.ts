import { describe, expect, test } from '@jest/globals';
import type { Table } from '../../../src/model/document.js';
import { readPdf } from '../../../src/read/pdf/index.js';
import { isNumberText } from '../../../src/read/pdf/segments.js';
import { composePdf, grid, text } from './compose.js';

const COLUMNS = [50, 150, 250];
const ROWS = [250, 230, 210, 190];
const WIDTH = { digit: 5.56, ideograph: 10 };

/** Text of the second cell of a ruled table, in which this is drawn. */
async function cellWith(printed: string): Promise<string | undefined> {
  const content = grid(COLUMNS, ROWS, [
    ['a', ''],
    ['b', '3'],
    ['c', '4'],
  ]);
  const document = await readPdf(composePdf([content + printed]));
  const table = document.blocks.find((block): block is Table => block.kind === 'table');
  return table?.cells.find(({ row, col }) => row === 0 && col === 1)?.text;
}

/** Two digits, and behind them a text of another size, raised by so many points. */
function marked(mark: string, size: number, rise: number): Promise<string | undefined> {
  return cellWith(text(153, 235, '15') + text(153 + 2 * WIDTH.digit, 235 + rise, mark, size));
}

describe('note marks', () => {
  test('a raised digit is a raised character, however high the writer raises it', async () => {
    expect(await marked('2', 6, 3)).toBe('15²');
    expect(await marked('2', 6, 5.5)).toBe('15²');
    expect(await marked('12', 6, 5.5)).toBe('15¹²');
  });

  test('a mark that is no digit stands behind the figure', async () => {
    expect(await marked('*', 6, 5.5)).toBe('15*');
    expect(await marked('[1]', 6, 5.5)).toBe('15[1]');
    expect(await marked('①', 6, 5.5)).toBe('15①');
  });

  test('a mark behind a label is no line of its own', async () => {
    const label = text(153, 235, '总计') + text(153 + 2 * WIDTH.ideograph, 240.5, '①', 6);
    expect(await cellWith(label)).toBe('总计①');
  });

  test('a digit that is smaller, or off the line, is never one of the number', async () => {
    expect(await marked('2', 6, 0)).toBe('15 2');
    expect(await marked('2', 6, -2)).toBe('15 2');
    expect(await marked('2', 10, 3)).toBe('15 2');
  });

  test('what is drawn elsewhere, or as large, stays where it is', async () => {
    expect(await marked('2', 9, 5.5)).toBe('2 15');
    expect(await cellWith(text(153, 235, '15') + text(175, 240.5, '2', 6))).toBe('2 15');
    expect(await cellWith(text(153, 235, '15') + text(164, 243, '2', 6))).toBe('2 15');
  });

  test.each(['15²', '15①', '15[1]', '1,234*', '8件①'])(
    '%s is a figure where white space parts columns',
    (figure) => {
      expect(isNumberText(figure)).toBe(true);
    },
  );
});
