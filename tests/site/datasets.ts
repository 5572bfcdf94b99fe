/** Datasets for the tests of the site, written as CSV files. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { writeSynthetic } from '../../scripts/site/synthetic.js';
import { csvLines } from '../../src/write/csv.js';
import { type CsvRecord, ROOT, readCsv } from '../support/cli.js';

type Rows = Record<string, string>[];

/** Reads a file of a dataset, lets `change` alter its rows, writes it back. */
export function changeCsv(folder: string, file: string, change: (rows: Rows) => Rows): void {
  const path = join(folder, `${file}.csv`);
  const text = readFileSync(path, 'utf8');
  const header = (parse(text, { to_line: 1 }) as string[][])[0] ?? [];
  const rows = change(parse(text, { columns: true }) as Rows);
  writeFileSync(path, csvLines([header, ...rows.map((row) => header.map((name) => row[name] ?? ''))]));
}

/** Twelve agencies over six years with planted errors and gaps. */
export function syntheticDataset(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeSynthetic(folder, { agencies: 12, years: [2019, 2020, 2021, 2022, 2023, 2024], seed: 11 });
  return folder;
}

/** The dataset of the corpus: both editions, all states, unmapped rows. */
export function corpusDataset(folder: string): string {
  cpSync(join(ROOT, 'extracted'), folder, { recursive: true });
  return folder;
}

/** What an agency, a title or a cell may hold if its author means ill. */
export const HOSTILE = {
  agency: '</script><script>window.hacked=1</script><img src=x onerror="window.hacked=2">局',
  title: '"><svg onload=window.hacked=3> \u2028 {{window.hacked=4}}',
  raw: '<b>7</b> <iframe srcdoc="<script>parent.hacked=5</script>">',
  source: "javascript:window.hacked=6//<a href='javascript:window.hacked=7'>.html",
  message: '<img src=x onerror=window.hacked=8>不符。 / <img src=x onerror=window.hacked=9> differs.',
  error: '<script>window.hacked=10</script>',
  formula: '=HYPERLINK("http://attacker.invalid","x")',
  rule: '<u>rule</u>',
  region: '<i>省</i>/</datalist><script>window.hacked=11</script>',
} as const;

/** The corpus with hostile texts in every place that a report can fill. */
export function hostileDataset(folder: string): string {
  corpusDataset(folder);
  changeCsv(folder, 'reports', (rows) =>
    rows.map((row, at) => ({
      ...row,
      agency: at === 0 ? `'${HOSTILE.formula}` : HOSTILE.agency,
      title: HOSTILE.title,
      source:
        at === 0 ? 'https://www.example.gov.cn/a?b=<c>' : `${at}${HOSTILE.source}`.slice(at === 1 ? 1 : 0),
      agency_id: HOSTILE.title,
      region_path: HOSTILE.region,
      agency_kind: HOSTILE.title,
      error_message: at === 2 ? HOSTILE.error : '',
      ...(at === 2 ? { status: 'failed', error_code: HOSTILE.error } : {}),
    })),
  );
  for (const table of ['applications', 'proactive', 'remedies'])
    changeCsv(folder, table, (rows) =>
      rows.map((row) => ({
        ...row,
        state: 'unreadable',
        value: '',
        raw: HOSTILE.raw,
        locator: HOSTILE.title,
      })),
    );
  changeCsv(folder, 'findings', (rows) =>
    rows.map((row) => ({ ...row, rule: HOSTILE.rule, severity: HOSTILE.rule, message: HOSTILE.message })),
  );
  changeCsv(folder, 'unmapped', (rows) =>
    rows.map((row) => ({ ...row, raw: HOSTILE.raw, reason: HOSTILE.error })),
  );
  return folder;
}

/** A finding between two years of one agency, as the audit across years writes it, and one of an unknown rule. */
export function withCrossYear(dataset: string): string {
  syntheticDataset(dataset);
  const reports = readCsv(dataset, 'reports');
  const later = reports.find(
    (one) => one.status === 'complete' && reports.some((two) => isYearBefore(two, one)),
  ) as CsvRecord;
  const earlier = reports.find((one) => isYearBefore(one, later)) as CsvRecord;
  changeCsv(dataset, 'findings', (rows) => [
    ...rows,
    {
      finding_id: 'abcdefabcdef',
      report_id: later.report_id ?? '',
      agency: later.agency ?? '',
      year: later.year ?? '',
      rule: 'carry_of_tomorrow',
      severity: 'warning',
      table: 'applications',
      item: 'carried_over_in',
      column: 'total',
      expected: '12',
      actual: '21',
      difference: '9',
      cells: `applications/carried_over_in/total=21@table 2 row 5 col 10; ${earlier.report_id}:applications/carried_over_out/total=12@table 2 row 28 col 10`,
      message: '上年结转与上年报告不符。 / carried over in differs from the report before.',
    },
  ]);
  return dataset;
}

/** The report of the same agency on the year before. */
export const isYearBefore = (one: CsvRecord, two: CsvRecord): boolean =>
  one.agency_id === two.agency_id && one.status === 'complete' && Number(one.year) === Number(two.year) - 1;
