import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findInputs } from '../../src/batch/inputs.js';
import { readSource } from '../../src/batch/source-file.js';
import { scratch } from '../support/cli.js';

const { folder, clean } = scratch();
afterAll(clean);

const LIMIT = 1000;

function codeOf(path: string): string {
  const size = { bytes: 0 };
  try {
    readSource(path, LIMIT, size);
    return '';
  } catch (error) {
    return `${(error as { code: string }).code} ${size.bytes}`;
  }
}

test('a file that goes between listing and reading', () => {
  const root = folder();
  writeFileSync(join(root, 'a.html'), 'x');
  const [report] = findInputs({ named: [root], outDir: 'out' }).reports;
  rmSync(join(root, 'a.html'));
  expect(codeOf(report?.path ?? '')).toBe('not_found 0');
});

test('a file above the limit is refused by its size alone', () => {
  const path = join(folder(), 'big');
  writeFileSync(path, '');
  truncateSync(path, LIMIT + 1);
  expect(codeOf(path)).toBe(`too_large ${LIMIT + 1}`);
  truncateSync(path, LIMIT);
  expect(codeOf(path)).toBe('');
});

test('an empty file, a folder, a device', () => {
  const root = folder();
  writeFileSync(join(root, 'empty'), '');
  mkdirSync(join(root, 'folder'));
  expect(codeOf(join(root, 'empty'))).toBe('empty_file 0');
  expect(codeOf(join(root, 'folder'))).toBe('unreadable_file 0');
  expect(codeOf('/dev/zero')).toBe('unreadable_file 0');
});

test('a name that is not UTF-8 gets advice', () => {
  const size = { bytes: 0 };
  expect(() => readSource('/no/\ufffd\ufffd.html', LIMIT, size)).toThrow(/not UTF-8/);
});
