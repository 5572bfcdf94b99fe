import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatasetWriter, RunError, renderReport } from '../../src/write/index.js';
import { DATA_FILES } from '../../src/write/schema.js';
import { scratch, snapshot } from '../support/cli.js';
import { someResult } from '../support/reports.js';

const { folder, clean } = scratch();
afterAll(clean);

const ALL_FILES = [...DATA_FILES.map((file) => `${file}.csv`), 'datapackage.json'].sort();

function write(out: string, sources: readonly string[], bom = false): void {
  const writer = new DatasetWriter(out, { bom });
  for (const source of sources) writer.append(renderReport(someResult(source)));
  writer.commit();
}

test('all files stand there after commit, and nothing else', () => {
  const out = join(folder(), 'deep', 'out');
  write(out, ['a', 'b']);
  expect(readdirSync(out).sort()).toEqual(ALL_FILES);
  expect(readFileSync(join(out, 'findings.csv'), 'utf8')).toMatch(/^finding_id,report_id,[\w,]+\n$/);
});

test('the same reports give the same bytes', () => {
  const [one, two] = [folder(), folder()];
  write(one, ['a', 'b']);
  write(two, ['a', 'b']);
  expect(snapshot(one)).toEqual(snapshot(two));
});

test('a byte order mark only on request', () => {
  const out = folder();
  write(out, ['a']);
  expect(readFileSync(join(out, 'reports.csv'))[0]).not.toBe(0xef);
  write(out, ['a'], true);
  for (const file of DATA_FILES)
    expect(
      readFileSync(join(out, `${file}.csv`))
        .subarray(0, 3)
        .toString('hex'),
    ).toBe('efbbbf');
});

test('until commit the old dataset stands, and discard leaves no trace', () => {
  const out = folder();
  write(out, ['old']);
  const before = snapshot(out);
  const writer = new DatasetWriter(out);
  for (let i = 0; i < 50; i++) writer.append(renderReport(someResult(`new ${i}`)));
  expect(readFileSync(join(out, 'reports.csv'), 'latin1')).toBe(before['reports.csv']);
  writer.discard();
  writer.discard();
  expect(snapshot(out)).toEqual(before);
});

test('a folder made for a run that is given up goes again', () => {
  const out = join(folder(), 'a', 'b');
  new DatasetWriter(out).discard();
  expect(existsSync(out)).toBe(false);
});

test('what a killed run left is cleared, files of others stay', () => {
  const out = folder();
  const gone = 2 ** 22 + 1;
  mkdirSync(join(out, `.nianbao-stage-${gone}-0123abcd`));
  writeFileSync(join(out, `.nianbao-stage-${gone}-0123abcd`, 'reports.csv'), 'half');
  mkdirSync(join(out, '.nianbao-stage-1-0123abcd'));
  writeFileSync(join(out, 'notes.txt'), 'mine');
  write(out, ['a']);
  expect(readdirSync(out).sort()).toEqual(['.nianbao-stage-1-0123abcd', ...ALL_FILES, 'notes.txt'].sort());
});

test('a run killed while the files moved out is finished by the next', () => {
  const out = folder();
  const ready = join(out, '.nianbao-ready');
  mkdirSync(ready);
  writeFileSync(join(ready, 'reports.csv'), 'complete');
  writeFileSync(join(ready, 'datapackage.json'), '{}');
  new DatasetWriter(out).discard();
  expect(snapshot(out)).toEqual({ 'reports.csv': 'complete', 'datapackage.json': '{}' });
});

test('an output folder that cannot be one is an error of the run with advice', () => {
  const file = join(folder(), 'file');
  writeFileSync(file, '');
  expect(() => new DatasetWriter(file)).toThrow(RunError);
  expect(() => new DatasetWriter(join(file, 'below'))).toThrow(/--out/);
});
