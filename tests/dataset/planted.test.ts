/** Three agencies in four years, each with contradictions of its own, through the command line. */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeDataset } from '../../scripts/series/dataset.js';
import { type Figures, figuresOverYears } from '../../scripts/series/figures.js';
import type { MadeReport } from '../../scripts/series/reports.js';
import type { Statement } from '../../src/model/report.js';
import { type CsvRecord, readCsv, runCli, scratch } from '../support/cli.js';

const { folder, clean } = scratch();
afterAll(clean);

const YEARS = [2021, 2022, 2023, 2024];

function agency(name: string, agencyId: string): MadeReport[] {
  return figuresOverYears(name, YEARS.length).map((figures, at) => {
    const year = YEARS[at] ?? 0;
    return { source: `${name}/${year}.html`, agency: name, agencyId, year, figures };
  });
}

const said = (subject: string, value: string, sentence: string): Statement => ({
  subject,
  value,
  sentence,
  locator: { kind: 'line', line: 9 },
});

/** The report with some figures set. */
function put(report: MadeReport | undefined, figures: Record<string, number>): void {
  for (const [key, value] of Object.entries(figures)) report?.figures.set(key, value);
}

const at = (report: MadeReport | undefined, key: string): number => report?.figures.get(key) ?? 0;
const CARRIED_IN = 'applications/carried_over_in';

function planted(): MadeReport[] {
  const [first, second, third] = ['甲山县人民政府', '乙水县人民政府', '丙林县人民政府'].map((name, number) =>
    agency(name, `99000${number}/government`),
  ) as [MadeReport[], MadeReport[], MadeReport[]];
  // 甲: one carried-over cell misread within 2022, so that the sums of 2022 want what 2021 says.
  put(first[1], { [`${CARRIED_IN}/natural_person`]: at(first[1], `${CARRIED_IN}/natural_person`) + 7 });
  // 甲: in force in 2023 is off by 2, and 2024 goes on from there.
  for (const report of first.slice(2)) {
    const key = 'proactive/normative_documents/in_force';
    put(report, { [key]: at(report, key) + 2 });
  }
  // 乙: fees of 2022 in yuan; penalties of 2024 twenty times those of the years before.
  const fees = 'proactive/fees/amount_10k_cny';
  put(second[1], { [fees]: at(second[1], fees) * 10_000 });
  put(second[3], {
    'proactive/penalties/decisions': at(second[2], 'proactive/penalties/decisions') * 20 + 1000,
  });
  // 乙: the text of 2023 says one more than table 三.
  const received = at(second[2], 'applications/received_new/total') + 100;
  const text = {
    statements: [said('received_new', String(received), `收到政府信息公开申请${received}件。`)],
  };
  // 丙: table 三 of 2023 is that of 2022; the text of 2024 is that of 2023; 2021 is published twice.
  const copy = new Map([...(third[2]?.figures ?? [])].filter(([key]) => !key.startsWith('applications/')));
  for (const [key, value] of third[1]?.figures ?? [])
    if (key.startsWith('applications/')) copy.set(key, value);
  const print = { characters: 1500, simhash: '00ff00ff00ff00ff', digest: 'aaaaaaaaaaaaaaaa' };
  const near = { ...print, simhash: '00ff00ff00ff00fe', digest: 'bbbbbbbbbbbbbbbb' };
  const revised: Figures = new Map(third[0]?.figures);
  revised.set('proactive/licensing/decisions', at(third[0], 'proactive/licensing/decisions') + 1);
  return [
    ...first,
    ...second.map((report, year) => (year === 2 ? { ...report, narrative: text } : report)),
    {
      ...(third[0] as MadeReport),
      source: '丙林县人民政府/2021-old.html',
      figures: revised,
      publishedOn: '2022-01-05',
    },
    { ...(third[0] as MadeReport), publishedOn: '2022-02-01' },
    third[1] as MadeReport,
    { ...(third[2] as MadeReport), figures: copy, narrative: print },
    { ...(third[3] as MadeReport), narrative: near },
  ];
}

const out = folder();
let findings: readonly CsvRecord[] = [];
beforeAll(async () => {
  await writeDataset(out, planted(), true);
  findings = readCsv(out, 'findings');
});

const of = (source: string): CsvRecord[] => {
  const report = readCsv(out, 'reports').find((row) => row.source === source);
  return findings.filter(({ report_id }) => report_id === report?.report_id);
};
const rulesOf = (source: string): string[] => of(source).map(({ rule }) => rule ?? '');

test('甲: the sums of the report say that its own cell is wrong, and what the year before says repairs it', () => {
  const found = of('甲山县人民政府/2022.html');
  expect(found.map(({ rule }) => rule)).toEqual([
    'applications_balance',
    'applications_row',
    'years_carried_over',
  ]);
  const [last] = found.slice(-1);
  expect(last).toMatchObject({
    severity: 'warning',
    item: 'carried_over_in',
    column: 'natural_person',
    difference: '7',
  });
  expect(last?.message).toMatch(/would also satisfy all 2 broken identities of this report/);
  expect(last?.cells).toMatch(/; [0-9a-f]{12}:applications\/carried_over_out\/natural_person=\d+@line \d+$/);
});

test('甲: a stock that does not follow is shown in the year where it breaks, and only there', () => {
  const [found, ...more] = of('甲山县人民政府/2023.html');
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    rule: 'years_in_force',
    item: 'normative_documents',
    column: 'in_force',
    difference: '2',
  });
  expect(rulesOf('甲山县人民政府/2024.html')).toEqual([]);
});

test('乙: a wrong unit is named as such, at the year that stands out and nowhere else', () => {
  const [found, ...more] = of('乙水县人民政府/2022.html');
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    rule: 'years_unit',
    severity: 'warning',
    item: 'fees',
    column: 'amount_10k_cny',
  });
  expect(found?.message).toContain('this year stands out');
});

test('乙: text against table, with the sentence; a jump', () => {
  const [found, ...more] = of('乙水县人民政府/2023.html');
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    rule: 'text_applications',
    item: 'received_new',
    column: 'total',
    difference: '-100',
  });
  expect(found?.message).toMatch(/收到政府信息公开申请\d+件。/);
  expect(rulesOf('乙水县人民政府/2024.html')).toEqual(['years_jump']);
});

test('丙: of two versions the later published stands, which is said, and no year is accused for the other', () => {
  const [found, ...more] = of('丙林县人民政府/2021-old.html');
  expect(more).toEqual([]);
  expect(found).toMatchObject({ rule: 'report_repeated', severity: 'notice' });
  expect(found?.message).toMatch(/published last \(2022-02-01\)/);
  expect(rulesOf('丙林县人民政府/2021.html')).toEqual([]);
  expect(rulesOf('丙林县人民政府/2022.html')).toEqual([]);
});

test('丙: copied table and copied text', () => {
  expect(rulesOf('丙林县人民政府/2023.html')).toContain('tables_copied');
  expect(rulesOf('丙林县人民政府/2024.html')).toContain('text_copied');
});

test('finding ids are unique, counts stand in reports.csv', () => {
  expect(new Set(findings.map(({ finding_id }) => finding_id)).size).toBe(findings.length);
  for (const { report_id, findings: count } of readCsv(out, 'reports')) {
    expect(count).toBe(String(findings.filter((finding) => finding.report_id === report_id).length));
  }
});

describe('nianbao audit', () => {
  const copyOf = (source: string): string => {
    const copy = folder();
    cpSync(source, copy, { recursive: true });
    return copy;
  };
  const files = ['reports.csv', 'findings.csv', 'datapackage.json'];
  const bytes = (dir: string): string[] => files.map((file) => readFileSync(join(dir, file), 'utf8'));

  test('gives what extract gave, from a dataset with and without findings, again and again', async () => {
    const bare = folder();
    await writeDataset(bare, planted(), false);
    expect(readCsv(bare, 'findings')).toEqual([]);
    for (const dataset of [copyOf(out), bare]) {
      for (let run = 0; run < 2; run++) {
        expect(runCli(['audit', dataset]).code).toBe(0);
        expect(bytes(dataset)).toEqual(bytes(out));
      }
    }
  });

  test('--disable leaves rules out, and the rest as it was', () => {
    const dataset = copyOf(out);
    expect(runCli(['audit', dataset, '--disable', 'years_unit', 'years_jump']).code).toBe(0);
    const wanted = findings.filter(({ rule }) => !['years_unit', 'years_jump'].includes(rule ?? ''));
    expect(readCsv(dataset, 'findings')).toEqual(wanted);
    expect(runCli(['audit', '--disable', 'years_unit', 'years_jump', dataset]).code).toBe(0);
  });

  test('a dataset that does not keep its texts is audited without them, and that is said', () => {
    const dataset = copyOf(out);
    runCli(['audit', dataset]);
    for (const file of ['statements.csv', 'narratives.csv']) rmSync(join(dataset, file));
    const { code, stdout } = runCli(['audit', dataset]);
    expect(code).toBe(0);
    expect(stdout).toContain('statements.csv');
    const rules = readCsv(dataset, 'findings').map(({ rule }) => rule);
    expect(rules).not.toContain('text_applications');
    expect(rules).toContain('years_unit');
  });
});
