/** nianbao audit: what it prints, when it fails, and what it says of folders that are no dataset. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';
import { RULES } from '../../src/audit/index.js';
import { CLI, ROOT, readCsv, runCli, scratch } from '../support/cli.js';
import { SARIF_SCHEMA } from './sarif-schema.js';

const { folder, clean } = scratch();
afterAll(clean);

const extracted = folder();
runCli(['extract', join(ROOT, 'corpus'), '--out', extracted, '--quiet']);
const findings = readCsv(extracted, 'findings');

function dataset(): string {
  const copy = folder();
  cpSync(extracted, copy, { recursive: true });
  return copy;
}

const audit = (dir: string, ...options: string[]) => runCli(['audit', dir, ...options]);

test('after extract nothing changes, with and without --no-audit, and with --bom', () => {
  const inputs = [join(ROOT, 'corpus/html-wrong-sums'), join(ROOT, 'corpus/html-blanks')];
  for (const more of [[], ['--bom']]) {
    const [whole, bare] = [folder(), folder()];
    runCli(['extract', ...inputs, '--out', whole, '--quiet', ...more]);
    runCli(['extract', ...inputs, '--out', bare, '--quiet', '--no-audit', ...more]);
    expect(readFileSync(join(bare, 'findings.csv'), 'utf8').trim().split('\n')).toHaveLength(1);
    expect(audit(bare).code).toBe(0);
    for (const file of ['reports.csv', 'findings.csv', 'datapackage.json']) {
      expect([file, readFileSync(join(bare, file), 'utf8')]).toEqual([
        file,
        readFileSync(join(whole, file), 'utf8'),
      ]);
    }
  }
});

test('extract leaves rules out too, and tells how many findings of what kind', () => {
  const out = folder();
  const { stdout } = runCli([
    'extract',
    join(ROOT, 'corpus/html-wrong-sums'),
    '--out',
    out,
    '--disable',
    'applications_row',
  ]);
  expect(readCsv(out, 'findings').map(({ rule }) => rule)).toEqual(['applications_outcomes']);
  expect(stdout).toMatch(/^Audit: {3}1 error \(findings\.csv\)$/m);
});

describe('--format', () => {
  const dir = dataset();

  test('csv is findings.csv', () => {
    expect(audit(dir, '--format', 'csv').stdout).toBe(readFileSync(join(dir, 'findings.csv'), 'utf8'));
  });

  test('json is an array with the cells taken apart', () => {
    const entries = JSON.parse(audit(dir, '--format', 'json').stdout) as Record<string, unknown>[];
    expect(entries.map(({ finding_id }) => finding_id)).toEqual(findings.map(({ finding_id }) => finding_id));
    const first = entries.find(({ rule }) => rule === 'applications_outcomes');
    expect(first).toMatchObject({
      source: 'html-wrong-sums/report.html',
      year: 2024,
      expected: 387,
      actual: 380,
    });
    expect(first?.cells).toContainEqual({
      table: 'applications',
      item: 'outcome_total',
      column: 'total',
      value: '380',
      locator: 'table 2 row 27 col 10',
    });
  });

  test('sarif fits its schema and names rule, file and cell', () => {
    const log = JSON.parse(audit(dir, '--format', 'sarif').stdout);
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const isValid = ajv.validate(SARIF_SCHEMA, log);
    expect([isValid, ajv.errors]).toEqual([true, null]);
    const [run] = log.runs;
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(RULES.map(({ id }) => id));
    expect(run.results).toHaveLength(findings.length);
    const error = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'applications_outcomes');
    expect(error.level).toBe('error');
    expect(error.locations[0].physicalLocation.artifactLocation.uri).toBe('html-wrong-sums/report.html');
    expect(error.locations[0].logicalLocations[0].fullyQualifiedName).toBe(
      'applications/outcome_total/total',
    );
    expect(run.tool.driver.rules[error.ruleIndex].id).toBe('applications_outcomes');
  });

  test('an empty sarif log and an empty array are valid too', () => {
    const none = ['--baseline', dir];
    const log = JSON.parse(audit(dir, '--format', 'sarif', ...none).stdout);
    expect(log.runs[0].results).toEqual([]);
    expect(new Ajv({ strict: false, validateFormats: false }).validate(SARIF_SCHEMA, log)).toBe(true);
    expect(JSON.parse(audit(dir, '--format', 'json', ...none).stdout)).toEqual([]);
    expect(audit(dir, '--format', 'markdown', ...none).stdout).toContain('No findings.');
  });

  test('markdown lists report by report', () => {
    const { stdout } = audit(dir, '--format', 'markdown');
    expect(stdout).toContain('## 山阳县人民政府 2024\n\nhtml-wrong-sums/report.html\n');
    expect(stdout.match(/^- \*\*/gm)).toHaveLength(findings.length);
  });

  test('the summary counts by rule and shows the gravest', () => {
    const { stdout } = audit(dir);
    expect(stdout).toMatch(/^5 errors, \d+ warnings, \d+ notices\n/);
    expect(stdout).toMatch(/^ +4 {2}error {4}applications_row /m);
    expect(stdout).toContain('html-wrong-sums/report.html');
    expect(stdout).not.toContain('\u001b');
  });
});

test('a reader that has had enough is no fault', () => {
  const dir = dataset();
  const command = `"${process.execPath}" "${CLI}" audit "${dir}" --format json --fail-on error | head -n 1; echo "${'$'}{PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', command], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  expect([stdout.split('\n').at(-2), stderr]).toEqual(['1', '']);
});

describe('for scheduled jobs', () => {
  const dir = dataset();

  test.each([
    [['--fail-on', 'error'], 1],
    [['--fail-on', 'warning'], 1],
    [['--fail-on', 'none'], 0],
    [[], 0],
  ] as const)('%j: exit code %i', (options, code) => {
    expect(audit(dir, ...options).code).toBe(code);
  });

  test('only what is printed counts', () => {
    const rules = ['applications_outcomes', 'applications_row'];
    expect(audit(dir, '--fail-on', 'error', '--disable', ...rules).code).toBe(0);
    expect(audit(dir).code).toBe(0);
    expect(audit(dir, '--fail-on', 'error', '--baseline', dir).code).toBe(0);
    expect(audit(dir, '--fail-on', 'error', '--since', '2199').code).toBe(0);
  });

  test('--baseline prints what is new by finding_id', () => {
    const old = join(folder(), 'old.csv');
    const lines = readFileSync(join(dir, 'findings.csv'), 'utf8').split('\n');
    writeFileSync(old, lines.filter((line) => !line.includes('applications_outcomes')).join('\n'));
    const rows = parse(audit(dir, '--baseline', old, '--format', 'csv').stdout, { columns: true }) as {
      rule: string;
    }[];
    expect(rows.map(({ rule }) => rule)).toEqual(['applications_outcomes']);
  });

  test('--since goes by the day of publication', () => {
    const published = new Map(readCsv(dir, 'reports').map((row) => [row.report_id, row.published_on ?? '']));
    const printed = (since: string): (string | undefined)[] =>
      (
        parse(audit(dir, '--since', since, '--format', 'csv').stdout, { columns: true }) as {
          report_id: string;
        }[]
      ).map(({ report_id }) => published.get(report_id));
    const days = findings.map(({ report_id }) => published.get(report_id) ?? '').sort();
    const middle = days[Math.floor(days.length / 2)] ?? '';
    expect(printed(middle).length).toBe(days.filter((day) => day >= middle).length);
    expect(printed('1999').length).toBe(findings.length);
    expect(printed('2025').every((day) => (day ?? '') >= '2025')).toBe(true);
    expect(printed('2025').length).toBeGreaterThan(0);
  });
});

describe('wrong usage', () => {
  test.each([
    ['no folder', ['audit'], /Which dataset/],
    ['a folder that is not there', ['audit', '/no/such/folder'], /No such folder/],
    [
      'a folder that is no dataset',
      ['audit', join(ROOT, 'docs')],
      /is no dataset: it has no datapackage\.json/,
    ],
    ['a file', ['audit', join(ROOT, 'README.md')], /is a file/],
    [
      'an unknown rule',
      ['audit', extracted, '--disable', 'sums'],
      /There is no rule sums; the rules are applications_balance/,
    ],
    [
      'an unknown rule of extract',
      ['extract', 'corpus', '--out', 'x', '--disable', 'sums'],
      /There is no rule sums/,
    ],
    [
      'a day that is none',
      ['audit', extracted, '--since', '2024-13-01'],
      /Expected a day such as 2024-01-31, or a year/,
    ],
    [
      'a baseline that is not there',
      ['audit', extracted, '--baseline', 'nothing.csv'],
      /No such file: nothing\.csv/,
    ],
  ])('%s: exit code 2', (_, args, message) => {
    const { code, stderr } = runCli(args);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  });
});

describe('a damaged dataset: exit code 3, and it stays as it was', () => {
  test.each([
    [
      'a missing file',
      (dir: string) => rmSync(join(dir, 'applications.csv')),
      /applications\.csv is missing/,
    ],
    [
      'a missing column',
      (dir: string) => edit(dir, 'remedies.csv', (text) => text.replace(',state,', ',stat,')),
      /remedies\.csv has no column state/,
    ],
    [
      'rows of no report',
      (dir: string) =>
        edit(
          dir,
          'proactive.csv',
          (text) => `${text}ffffffffffff,a,2022,2021,fees,amount_10k_cny,1,10k_cny,reported,1,\n`,
        ),
      /the rows of report ffffffffffff do not stand in the order of reports\.csv/,
    ],
    ['half a quote', (dir: string) => edit(dir, 'applications.csv', (text) => `${text}"x`), /no valid CSV/],
  ])('%s', (_, damage, message) => {
    const dir = dataset();
    damage(dir);
    const before = readFileSync(join(dir, 'reports.csv'), 'utf8');
    const { code, stderr } = audit(dir);
    expect([code, stderr]).toEqual([3, expect.stringMatching(message)]);
    expect(readFileSync(join(dir, 'reports.csv'), 'utf8')).toBe(before);
  });
});

function edit(dir: string, file: string, change: (text: string) => string): void {
  const path = join(dir, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}
