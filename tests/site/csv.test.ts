/** CSV files are read in pieces; where a piece ends must not show. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../../scripts/compose/random.js';
import { readRows } from '../../src/site/build/csv.js';
import { Spool } from '../../src/site/build/spool.js';
import { csvLines } from '../../src/write/csv.js';
import { scratch } from '../support/cli.js';

const { folder, clean } = scratch();
afterAll(clean);

const NASTY = ['', '"', '""', ',', '\n', '\r', ' ', '年报', '𠮷', "'=1+1", 'a"b,c\nd', '1.5'];

test('fields with quotes, line ends and characters of many bytes come through whole, over many pieces', async () => {
  const random = createRandom(5);
  const text = () => Array.from({ length: random.int(0, 9) }, () => random.pick(NASTY)).join('');
  const rows = Array.from({ length: 60_000 }, (_, at) => [String(at), text(), `${text()}x`]);
  const path = join(folder(), 'large.csv');
  writeFileSync(path, csvLines([['id', 'a', 'b'], ...rows]));
  const read: string[][] = [];
  await readRows(path, ['id', 'a', 'b'], (row) => read.push([row('id'), row('a'), row('b')]));
  expect(read.length).toBe(rows.length);
  expect(read.findIndex((row, at) => row.join('\t') !== rows[at]?.join('\t'))).toBe(-1);
});

test('lines of a spreadsheet program are read as well', async () => {
  const path = join(folder(), 'excel.csv');
  writeFileSync(path, '\ufeffid,a\r\n1,x\r\n2,"y\r\nz"\r\n');
  const read: string[][] = [];
  await readRows(path, ['id', 'a'], (row) => read.push([row('id'), row('a')]));
  expect(read).toEqual([
    ['1', 'x'],
    ['2', 'y\r\nz'],
  ]);
});

test.each([
  ['id,a\n1\n', /row 2 has 1 fields, the header has 2/],
  ['id,a\n1,"x\n', /is not CSV: .*quot/i],
  ['a\n1\n', /has no column id/],
  ['', /is empty/],
])('%j is refused', async (text, message) => {
  const path = join(folder(), 'faulty.csv');
  writeFileSync(path, text);
  await expect(readRows(path, ['id'], () => undefined)).rejects.toThrow(message);
});

test('a spool gives back each shard in the order of its records, however many went to disk between', () => {
  const spool = new Spool(join(folder(), 'spool'));
  const records = 40_000;
  const filling = 'x'.repeat(400);
  for (let at = 0; at < records; at++) spool.add(at % 7, [at, filling]);
  for (let shard = 0; shard < 7; shard++) {
    const numbers = (spool.take(shard) as [number, string][]).map(([at]) => at);
    expect(numbers).toEqual(
      Array.from({ length: Math.ceil((records - shard) / 7) }, (_, nth) => nth * 7 + shard),
    );
  }
  expect(spool.take(0)).toEqual([]);
  spool.close();
});
