/** The audit as users meet it: in a dataset, from the command line. */
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { RULES } from '../../src/audit/index.js';
import { ROOT, readCsv, reportOf, runCli, scratch } from '../support/cli.js';

const { folder, clean } = scratch();
afterAll(clean);

const CORPUS = join(ROOT, 'corpus');

function extracted(inputs: readonly string[], ...options: string[]): string {
  const out = folder();
  expect(runCli(['extract', ...inputs, '--out', out, '--quiet', ...options]).code).toBe(0);
  return out;
}

test('only the report with planted wrong sums has errors; counts stand in reports.csv', () => {
  const out = extracted([CORPUS]);
  const findings = readCsv(out, 'findings');
  const wrong = reportOf(out, 'html-wrong-sums/report.html');
  // Figures of different cases are made up without regard to each other: their years do contradict.
  const grave = findings.filter(({ severity, rule }) => severity !== 'notice' && !rule?.startsWith('years_'));
  expect(new Set(grave.map(({ report_id }) => report_id))).toEqual(new Set([wrong.report_id]));
  expect(new Set(findings.map(({ finding_id }) => finding_id)).size).toBe(findings.length);
  for (const report of readCsv(out, 'reports')) {
    const own = findings.filter(({ report_id }) => report_id === report.report_id);
    expect([report.source, report.findings]).toEqual([report.source, String(own.length)]);
  }
});

test('a finding has its figures, its cells with places, and a message in two languages', () => {
  const out = extracted([join(CORPUS, 'html-wrong-sums/report.html')]);
  const finding = readCsv(out, 'findings').find(({ rule }) => rule === 'applications_row');
  expect(Number(finding?.actual) - Number(finding?.expected)).toBe(Number(finding?.difference));
  const cells = finding?.cells?.split('; ') ?? [];
  expect(cells).toHaveLength(7);
  for (const cell of cells) expect(cell).toMatch(/^applications\/\w+\/\w+=\d*@table 2 row \d+ col \d+$/);
  expect(finding?.message).toMatch(/应等于总计.* \/ .*must sum to the total/);
});

test('--no-audit leaves findings empty', () => {
  const out = extracted([join(CORPUS, 'html-wrong-sums/report.html')], '--no-audit');
  expect(readCsv(out, 'findings')).toEqual([]);
  expect(readCsv(out, 'reports').map(({ findings }) => findings)).toEqual(['']);
});

describe('nianbao rules', () => {
  test('lists every rule with its severity', () => {
    const { code, stdout } = runCli(['rules']);
    expect(code).toBe(0);
    for (const { id, severity } of RULES) expect(stdout).toMatch(new RegExp(`^${id} .*${severity}`, 'm'));
  });

  test('--format json also names the source of each', () => {
    expect(JSON.parse(runCli(['rules', '--format', 'json']).stdout)).toEqual(RULES);
  });

  test('as CSV, with the table as in findings.csv', () => {
    const rows = parse(runCli(['rules', '--format', 'csv']).stdout, { columns: true });
    expect(rows).toEqual(
      RULES.map(({ id, table, severity, zh, en }) => ({ rule: id, table, severity, zh, en })),
    );
  });
});
