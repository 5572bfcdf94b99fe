import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { recordBatches } from '../../src/dataset/index.js';
import { csvLines } from '../../src/write/index.js';
import { scratch } from '../support/cli.js';

const { folder, clean } = scratch();
afterAll(clean);

async function records(text: string): Promise<string[][]> {
  const path = join(folder(), 'test.csv');
  writeFileSync(path, text);
  const all: string[][] = [];
  for await (const batch of recordBatches(path)) all.push(...batch);
  return all;
}

test('whatever the writer writes comes back, quotes and line ends in fields too', async () => {
  const field = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom('a"b', '"', 'x\ny', 'x\r\ny', '\r', '县,区', "'=1", ''),
  );
  const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(rows, async (some) => {
      expect(await records(csvLines(some))).toEqual(some);
    }),
    { numRuns: 60 },
  );
});

test('line ends of a spreadsheet are no part of the last field', async () => {
  expect(await records('a,b\r\n1,"x, y"\r\n2,\r\n')).toEqual([
    ['a', 'b'],
    ['1', 'x, y'],
    ['2', ''],
  ]);
});

test('a quote that is never closed is named with its line', async () => {
  await expect(records('a,b\n1,"x\n2,y\n')).rejects.toThrow(/test\.csv, line 3: no valid CSV/);
});
