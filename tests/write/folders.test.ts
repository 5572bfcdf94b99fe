import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolders } from '../../src/write/leftovers.js';
import { ROOT, runCli, scratch } from '../support/cli.js';

const { folder, clean } = scratch();
afterAll(clean);

test('makes what is missing and names the first of it', () => {
  const root = folder();
  const deep = join(root, 'a/b/c');
  expect(makeFolders(deep)).toBe(join(root, 'a'));
  expect(existsSync(deep)).toBe(true);
  expect(makeFolders(deep)).toBeUndefined();
});

test('a file in the way is an error', () => {
  const root = folder();
  writeFileSync(join(root, 'a'), '');
  expect(() => makeFolders(join(root, 'a'))).toThrow('EEXIST');
  expect(() => makeFolders(join(root, 'a/b'))).toThrow('ENOTDIR');
});

const isLinux = existsSync('/proc/self');

/** `/proc` takes no folders and says that it does not exist, for which Node's recursive `mkdirSync` tries for ever. */
(isLinux ? test : test.skip)('a place that takes no folders ends the run', () => {
  const report = join(ROOT, 'corpus/html-2021-form/report.html');
  const { code, stderr } = runCli(['extract', report, '--out', '/proc/nianbao']);
  expect([code, stderr]).toEqual([3, expect.stringContaining('Cannot write the dataset to /proc/nianbao')]);
  const sources = join(folder(), 'sources.csv');
  writeFileSync(sources, 'agency,region_code,kind,url\n某局,,report,https://www.example.gov.cn/a.html\n');
  const harvest = runCli(['harvest', sources, '--store', '/proc/nianbao']);
  expect([harvest.code, harvest.stderr]).toEqual([3, expect.stringContaining('Cannot make the store')]);
});
