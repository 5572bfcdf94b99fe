/** Pictures beside pages: whose they are, and what a page may see. */

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pictureBeside } from '../../src/batch/beside.js';
import { findInputs } from '../../src/batch/inputs.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-beside-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content = 'x'): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const text = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString());

test('a page sees the files below its folder, under their plain and their escaped names', () => {
  const page = put('site/report.html');
  put('site/表 三.png', 'three');
  put('site/report_files/2.png', 'two');
  expect(text(pictureBeside(page, '%E8%A1%A8%20%E4%B8%89.png'))).toBe('three');
  expect(text(pictureBeside(page, './report_files/2.png?v=1#x'))).toBe('two');
});

test('and nothing else', () => {
  const page = put('site/report.html');
  put('secret.png', 'secret');
  put('site/real.png');
  symlinkSync(join(folder, 'secret.png'), join(folder, 'site/link.png'));
  mkdirSync(join(folder, 'site/folder.png'));
  const links = ['../secret.png', '%2e%2e/secret.png', join(folder, 'secret.png'), 'link.png', 'folder.png'];
  for (const link of [...links, 'https://example.org/real.png', '//example.org/real.png', 'none.png', '%']) {
    expect([link, pictureBeside(page, link)]).toEqual([link, null]);
  }
});

test('a picture that a page shows is no report of its own, any other is', () => {
  put('a/report.html', '<img src="report_files/table3.png">');
  put('a/report_files/table3.png');
  put('a/scan-of-another-report.png');
  put('b/photo.jpg');
  const { reports, companions } = findInputs({ named: [folder], outDir: join(folder, 'out') });
  expect(reports.map(({ source }) => source)).toEqual([
    'a/report.html',
    'a/scan-of-another-report.png',
    'b/photo.jpg',
  ]);
  expect(companions).toBe(1);
});

test('a picture that is named itself is always read', () => {
  put('a/report.html', '<img src="table3.png">');
  const picture = put('a/table3.png');
  const { reports } = findInputs({ named: [join(folder, 'a'), picture], outDir: join(folder, 'out') });
  expect(reports.map(({ path }) => path)).toContain(picture);
});
