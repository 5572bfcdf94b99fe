import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLI, ROOT, readCsv, runCli, scratch } from '../support/cli.js';

const { folder, clean } = scratch();
afterAll(clean);

const REPORT = join(ROOT, 'corpus/html-remarks/report.html');

test('shows each row with its source', () => {
  const { code, stdout, stderr } = runCli(['explain', REPORT]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/155\* +\w+\n {4}exact {2}table 2 row 6 col \d/);
  expect(stdout).not.toContain('\u001b');
});

test('--item and --table narrow it, options in any order', () => {
  const { stdout } = runCli([
    'explain',
    '--table',
    'applications',
    REPORT,
    '--item',
    'granted',
    'outcome_total',
  ]);
  expect(stdout).toMatch(/ granted\n/);
  expect(stdout).toMatch(/ outcome_total\n/);
  expect(stdout).not.toMatch(/received_new|Metadata/);
});

test('--format json', () => {
  const { code, stdout } = runCli(['explain', REPORT, '--format', 'json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout).source).toBe('report.html');
});

test('names what the audit finds in the report, as findings.csv does', () => {
  const wrong = join(ROOT, 'corpus/html-wrong-sums/report.html');
  const out = folder();
  runCli(['extract', wrong, '--out', out, '--quiet']);
  const expected = readCsv(out, 'findings').map(({ rule, message }) => [rule, message]);
  const { findings } = JSON.parse(runCli(['explain', wrong, '--format', 'json']).stdout);
  expect(findings.map((one: Record<string, string>) => [one.rule, `${one.zh} / ${one.en}`])).toEqual(
    expected,
  );
  expect(expected.length).toBeGreaterThan(1);
});

test('--format html --out writes a page and says nothing', () => {
  const file = join(folder(), 'page.html');
  expect(runCli(['explain', REPORT, '--format', 'html', '--out', file])).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
  expect(readFileSync(file, 'utf8')).toMatch(/^<!DOCTYPE html>/);
});

test('1: a report that cannot be read, with the error of reports.csv', () => {
  const [root, out] = [folder(), folder()];
  const bad = join(root, 'bad.txt');
  writeFileSync(bad, '');
  for (const path of [bad, join(ROOT, 'tests/cli/fixtures/encrypted.pdf'), root, join(root, 'gone.html')]) {
    expect(runCli(['explain', path])).toMatchObject({ code: 1, stdout: '' });
  }
  runCli(['extract', bad, '--out', out, '--quiet']);
  const [row] = readCsv(out, 'reports');
  expect(runCli(['explain', bad]).stderr).toBe(`error: ${bad}: ${row?.error_message} (${row?.error_code})\n`);
});

test('1: the limits are those of extract', () => {
  expect(runCli(['explain', REPORT, '--max-bytes', '1k']).stderr).toContain('(too_large)');
});

test.each([
  ['no report', []],
  ['two reports', [REPORT, REPORT]],
  ['an unknown row', [REPORT, '--item', 'nonsense']],
  ['a row of another table', [REPORT, '--item', 'granted', '--table', 'remedies']],
  ['an unknown table', [REPORT, '--table', 'fees']],
  ['an unknown format', [REPORT, '--format', 'xml']],
  ['--out that is the report', [REPORT, '--out', REPORT]],
])('2: %s', (_, args) => {
  const { code, stdout, stderr } = runCli(['explain', ...args]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).not.toBe('');
});

test('3: --out cannot be written', () => {
  const file = join(folder(), 'missing', 'page.html');
  expect(runCli(['explain', REPORT, '--out', file])).toMatchObject({ code: 3, stdout: '' });
  expect(existsSync(file)).toBe(false);
});

test('a reader that has had enough is no fault', () => {
  const command = `"${process.execPath}" "${CLI}" explain "${REPORT}" --format json | head -n 1; echo "${'$'}{PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', command], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  expect([stdout, stderr]).toEqual(['{\n0\n', '']);
});
