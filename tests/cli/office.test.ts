/** Old Word files and their like, through the command line and a real LibreOffice. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormTable } from '../../src/model/report.js';
import { type CsvRecord, ROOT, readCsv, reportOf, runCli, scratch } from '../support/cli.js';
import { compare, readExpected } from '../support/expected.js';
import { zip, zipEntry } from '../support/files.js';
import { SOFFICE, testWith } from '../support/programs.js';

const { folder, clean } = scratch();
afterAll(clean);

const CASE = join(ROOT, 'corpus/doc-old-word');
const DOC = join(CASE, 'report.doc');
const RTF = '{\\rtf1\\ansi\\ansicpg936 {\\fonttbl{\\f0 SimSun;}}\\f0 \\u26576?\\u21439?2022\\u24180?\\par}';
const testOffice = testWith('LibreOffice', SOFFICE !== null);

function extract(files: Readonly<Record<string, Uint8Array | string>>, env: NodeJS.ProcessEnv = {}) {
  const [input, out] = [folder(), join(folder(), 'out')];
  for (const [name, content] of Object.entries(files)) writeFileSync(join(input, name), content);
  const run = runCli(['extract', input, '--out', out, '--quiet'], { env });
  return { run, out };
}

testOffice('the old Word file of the corpus: every cell right, also inside a ZIP', () => {
  const doc = readFileSync(DOC);
  const { run, out } = extract({ 'a.doc': doc, 'b.wps': doc, 'c.zip': zip([zipEntry('甲镇/d.doc', doc)]) });
  expect(run.code).toBe(0);
  const expected = readExpected(join(CASE, 'expected.csv'));
  for (const source of ['a.doc', 'b.wps', 'c.zip/甲镇/d.doc']) {
    const { report_id, media_type, status } = reportOf(out, source);
    expect([source, media_type, status]).toEqual([source, 'application/msword', 'complete']);
    const { wrong, missed } = compare(expected, cellsOf(out, report_id ?? ''));
    expect([source, wrong, missed]).toEqual([source, [], []]);
  }
});

function cellsOf(out: string, id: string) {
  const axes = {
    proactive: ['item', 'measure'],
    applications: ['item', 'applicant'],
    remedies: ['path', 'result'],
  } as const;
  return Object.entries(axes).flatMap(([table, [row, column]]) =>
    readCsv(out, table)
      .filter((cell: CsvRecord) => cell.report_id === id)
      .map((cell) => ({
        table: table as FormTable,
        row: cell[row] ?? '',
        column: cell[column] ?? '',
        value: cell.value ?? '',
      })),
  );
}

testOffice('one that cannot be converted fails alone, after its group is tried one by one', () => {
  const broken = readFileSync(DOC);
  broken.fill(0, 512, broken.length - 4096);
  broken.write('WordDocument\0', broken.length - 2048, 'utf16le');
  const { run, out } = extract({ 'a.doc': broken, 'b.doc': readFileSync(DOC), 'c.rtf': RTF });
  expect(run.code).toBe(1);
  const [a, b, c] = ['a.doc', 'b.doc', 'c.rtf'].map((source) => reportOf(out, source));
  expect([a?.status, a?.error_code]).toEqual(['failed', 'damaged']);
  expect(a?.error_message).toMatch(/save it as DOCX/);
  expect([b?.status, c?.status]).toEqual(['complete', 'no_tables']);
  expect(c?.media_type).toBe('application/rtf');
});

test('without LibreOffice the row says what to install, and nothing else stops', () => {
  const empty = folder();
  const { run, out } = extract(
    { 'a.doc': readFileSync(DOC), 'b.txt': '某县人民政府2022年年度报告' },
    { PATH: empty },
  );
  expect(run.code).toBe(1);
  const { status, error_code, error_message, media_type } = reportOf(out, 'a.doc');
  expect([status, error_code, media_type]).toEqual(['failed', 'needs_converter', 'application/msword']);
  expect(error_message).toMatch(/apt-get install libreoffice-writer/);
  expect(reportOf(out, 'b.txt').status).toBe('no_tables');
});

testOffice('explain shows an old Word file, and a ZIP with one file in it', () => {
  const input = folder();
  mkdirSync(input, { recursive: true });
  copyFileSync(DOC, join(input, 'a.doc'));
  writeFileSync(join(input, 'b.zip'), zip([zipEntry('a.doc', readFileSync(DOC))]));
  writeFileSync(join(input, 'c.zip'), zip([zipEntry('a.txt', 'x'), zipEntry('b.txt', 'y')]));
  for (const file of ['a.doc', 'b.zip']) {
    const { code, stdout } = runCli(['explain', join(input, file)]);
    expect([file, code]).toEqual([file, 0]);
    expect(stdout).toContain('DOC, through DOCX');
  }
  expect(runCli(['explain', join(input, 'c.zip')])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/2 files/),
  });
});
