import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { LineSorter } from '../../src/dataset/sorter.js';
import { scratch } from '../support/cli.js';

const { folder, clean } = scratch();
afterAll(clean);

async function sorted(
  lines: readonly string[],
  loadChars?: number,
): Promise<{ out: string[]; files: number }> {
  const dir = folder();
  const sorter = new LineSorter(dir, 'test', loadChars);
  for (const line of lines) sorter.add(line);
  const out: string[] = [];
  for await (const line of sorter.sorted()) out.push(line);
  return { out, files: readdirSync(dir).length };
}

const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const line = fc.string({ maxLength: 12 }).map((text) => text.replace(/[\n\r]/g, ' '));

test('sorts on disk as in memory, equal lines included', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(line, fc.constantFrom('县', '中', 'a')), { maxLength: 60 }),
      async (lines) => {
        const [inMemory, onDisk] = [await sorted(lines), await sorted(lines, 150)];
        expect(inMemory.out).toEqual([...lines].sort(byUnits));
        expect(onDisk.out).toEqual(inMemory.out);
        expect(inMemory.files).toBe(0);
      },
    ),
    { numRuns: 30 },
  );
});

test('more than one load goes to disk', async () => {
  const lines = Array.from({ length: 40 }, (_, at) => `${(at * 7) % 40}`.padStart(3, '0'));
  const { out, files } = await sorted(lines, 500);
  expect(files).toBeGreaterThan(1);
  expect(out).toEqual([...lines].sort(byUnits));
});
