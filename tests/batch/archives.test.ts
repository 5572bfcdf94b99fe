import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeGbk } from '../../scripts/compose/render/gbk.js';
import { expandArchives, readMember } from '../../src/batch/archives.js';
import { scratch } from '../support/cli.js';
import { bombEntry, docx, zip, zipEntry } from '../support/files.js';

const { folder, clean } = scratch();
afterAll(clean);

function archive(bytes: Uint8Array): { source: string; path: string } {
  const path = join(folder(), 'reports.zip');
  writeFileSync(path, bytes);
  return { source: 'reports.zip', path };
}

const sourcesOf = async (bytes: Uint8Array): Promise<string[]> =>
  (await expandArchives([archive(bytes)])).reports.map(({ source }) => source);

test('each file of an archive is an input, in the order of names; notes and leftovers of systems are not', async () => {
  const names = [
    '乙镇/报告.html',
    '乙镇/',
    '甲镇.docx',
    'README.md',
    '__MACOSX/甲镇.docx',
    'Thumbs.db',
    '.DS_Store',
  ];
  const input = archive(zip(names.map((name) => zipEntry(name, 'x'))));
  const { reports, companions } = await expandArchives([input]);
  expect(reports).toEqual([
    { ...input, source: 'reports.zip/乙镇/报告.html', member: '乙镇/报告.html' },
    { ...input, source: 'reports.zip/甲镇.docx', member: '甲镇.docx' },
  ]);
  expect(companions).toBe(2);
});

test('names in GBK, as Chinese programs pack them, and backslashes', async () => {
  const bytes = zip([zipEntry('政府信息公开\\年报.txt', 'x')], encodeGbk);
  expect(await sourcesOf(bytes)).toEqual(['reports.zip/政府信息公开/年报.txt']);
});

test('a document that is a ZIP file stays one input', async () => {
  expect(await sourcesOf(docx('某县'))).toEqual(['reports.zip']);
});

test.each([
  ['a broken archive', zip([zipEntry('a.txt', 'x')]).subarray(0, 40)],
  ['an archive of nothing but notes', zip([zipEntry('README.md', 'x')])],
  ['an archive that unpacks to too much', zip([bombEntry('a.html', 1024, 1024 * 1024 * 1024)])],
] as const)('%s keeps its own row', async (_, bytes) => {
  expect(await sourcesOf(bytes)).toEqual(['reports.zip']);
});

test('a file is unpacked to its bytes, and not beyond the limit', async () => {
  const { path } = archive(zip([zipEntry('a.txt', '年度报告')]));
  expect(Buffer.from(await readMember(path, 'a.txt', 1024)).toString()).toBe('年度报告');
  await expect(readMember(path, 'a.txt', 5)).rejects.toMatchObject({ code: 'archive_too_large' });
});

test('what is no archive at all is left alone', async () => {
  const path = join(folder(), 'folder');
  mkdirSync(path);
  const inputs = [
    { source: 'folder', path },
    { source: 'gone', path: join(path, 'gone') },
  ];
  expect((await expandArchives(inputs)).reports).toEqual(inputs);
});
