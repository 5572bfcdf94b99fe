/** Every bad input has its row with a code and a message that says what to do, and stops nothing else. */
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CsvRecord, ROOT, readCsv, reportOf, runCli, scratch } from '../support/cli.js';
import { bombEntry, docx, docxAround, manyPagePdf } from '../support/files.js';

const { folder, clean } = scratch();
afterAll(() => {
  chmodSync(join(input, 'locked'), 0o700);
  clean();
});

const NESTED_TAGS = 100_000;
const HUGE_SPAN = 1_000_000_000;
const GOOD = '某县人民政府2022年政府信息公开工作年度报告\n一、总体情况\n本机关认真贯彻落实条例。\n';

/** A spread of bytes as in a picture or a program, without a known signature. */
const junk = (): Buffer => Buffer.from(Array.from({ length: 50_000 }, (_, i) => (i * i * 31 + i * 7) % 256));

const span = `<html><body><p>年度报告</p><table><tr><td colspan="${HUGE_SPAN}" rowspan="${HUGE_SPAN}">1</td></tr><tr><td>2</td></tr></table></body></html>`;

const FILES: Readonly<Record<string, () => Buffer | string>> = {
  'empty.pdf': () => '',
  'truncated.pdf': () => manyPagePdf(20).subarray(0, 1500),
  'junk.doc': junk,
  'bomb.docx': () => docxAround(bombEntry('word/document.xml', 1024)),
  'lying-bomb.docx': () => docxAround(bombEntry('word/document.xml', 1024, 1024)),
  'nested.html': () => `<html><body>${'<div>'.repeat(NESTED_TAGS)}年度报告</body></html>`,
  'span.html': () => span,
  'many-pages.pdf': () => manyPagePdf(2000),
  'good.txt': () => GOOD,
  'good.docx': () => docx(...GOOD.trim().split('\n')),
};

const input = folder();
const out = join(folder(), 'out');
let run: ReturnType<typeof runCli>;

beforeAll(() => {
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(input, name), content());
  writeFileSync(join(input, 'huge.txt'), '年度报告\n');
  truncateSync(join(input, 'huge.txt'), 200 * 1024 * 1024);
  symlinkSync('gone.html', join(input, 'vanished.html'));
  writeFileSync(join(input, 'locked.html'), GOOD);
  chmodSync(join(input, 'locked.html'), 0);
  mkdirSync(join(input, 'locked'));
  chmodSync(join(input, 'locked'), 0);
  const encrypted = join(ROOT, 'tests/cli/fixtures/encrypted.pdf');
  run = runCli(['extract', input, encrypted, '--out', out, '--log', 'json'], { obeyPermissions: true });
}, 120_000);

const rowOf = (name: string): CsvRecord => {
  const row = readCsv(out, 'reports').find(({ source }) => source === name || source?.endsWith(`/${name}`));
  if (row === undefined) throw new Error(`${name} has vanished`);
  return row;
};

/** Code and the words of advice that the message must hold. */
const EXPECTED: readonly (readonly [file: string, code: RegExp, advice: RegExp])[] = [
  ['empty.pdf', /^empty_file$/, /download/i],
  ['truncated.pdf', /^damaged$/, /again/],
  ['encrypted.pdf', /^encrypted$/, /password/i],
  ['junk.doc', /^(unknown_format|unsupported_format)$/, /\S/],
  ['bomb.docx', /^archive_too_large$/, /\S/],
  ['lying-bomb.docx', /^(archive_too_large|damaged)$/, /\S/],
  ['nested.html', /^too_complex$/, /\S/],
  ['many-pages.pdf', /^too_many_pages$/, /2000.*pages/],
  ['huge.txt', /^too_large$/, /--max-bytes/],
  ['vanished.html', /^not_found$/, /moved or deleted/],
  ['locked.html', /^permission_denied$/, /chmod/],
  ['locked', /^permission_denied$/, /chmod/],
];

test.each(EXPECTED)('%s fails with its code and advice', (file, code, advice) => {
  const row = rowOf(file);
  expect(row.status).toBe('failed');
  expect(row.error_code).toMatch(code);
  expect(row.error_message).toMatch(advice);
  expect(row.error_message?.length).toBeGreaterThan(20);
});

test('a span of a thousand million cells is either refused or cut, in no time', () => {
  expect(rowOf('span.html').error_code).toMatch(/^(too_complex)?$/);
});

test.each([
  ['encrypted.pdf', 'application/pdf'],
  ['many-pages.pdf', 'application/pdf'],
  ['nested.html', 'text/html'],
  ['junk.doc', ''],
])('the format of %s is told although it was not read', (file, mediaType) => {
  expect(rowOf(file).media_type).toBe(mediaType);
});

test('the good ones beside them are read', () => {
  expect(rowOf('good.txt').status).toBe('no_tables');
  expect(rowOf('good.docx').status).toBe('no_tables');
});

test('every input has one row, nothing is left of the run, and the exit code says that some failed', () => {
  const rows = readCsv(out, 'reports');
  expect(rows).toHaveLength(Object.keys(FILES).length + 5);
  expect(run.code).toBe(1);
  expect(run.stdout).toMatch(/A person should look at/);
});

test('none of them takes long', () => {
  const entries = run.stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { source: string; ms: number });
  const LIMIT_MS = 15_000;
  expect(entries.filter(({ ms }) => ms > LIMIT_MS)).toEqual([]);
});

test('a size limit of its own', () => {
  const small = join(folder(), 'out');
  runCli(['extract', join(input, 'good.txt'), '--out', small, '--max-bytes', '10']);
  expect(reportOf(small, 'good.txt').error_code).toBe('too_large');
});
