/** `nianbao report` as a command: what it writes, what it refuses, and that it leaves alone what is not its own. */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { runCli, scratch } from '../support/cli.js';
import { changeCsv, corpusDataset, HOSTILE, hostileDataset, syntheticDataset } from './datasets.js';

const { folder, clean } = scratch();
afterAll(clean);

/** Hashes of all files below a folder by path. */
function tree(root: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts(root)).map(([path, text]) => [
      path,
      createHash('sha256').update(text).digest('hex'),
    ]),
  );
}

/** All files below a folder by path. */
function texts(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(root.length + 1), readFileSync(path, 'latin1')] as const;
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** A piece as the page would get it. */
function piece(site: string, name: string): never {
  const text = readFileSync(join(site, 'data', `${name}.js`), 'utf8');
  const [, json = ''] = /^nianbaoPiece\("[^"]+",([\s\S]*)\);\n$/.exec(text) ?? [];
  return JSON.parse(json) as never;
}

interface OverviewPiece {
  readonly reports: number;
  readonly findings: Record<string, number>;
  readonly rules: { readonly id: string; readonly zh: string }[];
  readonly byYear: { year: string; reports: number; counted: number; leftOut: number; received: number }[];
}

function build(dataset: string, site = join(folder(), 'site')): string {
  const { code, stderr } = runCli(['report', dataset, '--out', site, '--quiet']);
  expect([code, stderr]).toEqual([0, '']);
  return site;
}

describe('the site', () => {
  const dataset = corpusDataset(join(folder(), 'dataset'));
  const site = build(dataset);

  test('is the page, its parts, their licences, and the data', () => {
    const names = Object.keys(tree(site));
    for (const name of [
      'index.html',
      'nianbao-site.json',
      'assets/app.js',
      'assets/charts.js',
      'assets/style.css',
    ])
      expect(names).toContain(name);
    expect(readFileSync(join(site, 'assets/LICENSES.txt'), 'utf8')).toMatch(
      /preact[\s\S]*MIT[\s\S]*Permission is hereby granted/,
    );
    expect(names.filter((name) => name.startsWith('.') || name.includes('spool'))).toEqual([]);
  });

  test('is the same for the same dataset, byte by byte', () => {
    expect(tree(build(dataset))).toEqual(tree(site));
  });

  test('is the same whatever the order of the rows that are not of reports', () => {
    const turned = corpusDataset(join(folder(), 'turned'));
    for (const file of ['applications', 'proactive', 'remedies', 'findings', 'unmapped'])
      changeCsv(turned, file, (rows) => {
        const ids = [...new Set(rows.map((row) => row.report_id))].reverse();
        return ids.flatMap((id) => rows.filter((row) => row.report_id === id));
      });
    expect(tree(build(turned))).toEqual(tree(site));
  });

  test('names no address that a browser would load', () => {
    const page = readFileSync(join(site, 'index.html'), 'utf8');
    expect(page).not.toMatch(/https?:|\/\//);
    expect(page).toContain("default-src 'none'");
    expect(readFileSync(join(site, 'assets/style.css'), 'utf8')).not.toMatch(/@import|url\(/);
  });

  test('counts reports and findings as the dataset does', () => {
    const overview: OverviewPiece = piece(site, 'overview');
    const lines = readFileSync(join(dataset, 'findings.csv'), 'utf8').match(/^[0-9a-f]{12},/gm) ?? [];
    expect(Object.values(overview.findings).reduce((sum, count) => sum + count, 0)).toBe(lines.length);
    expect(overview.reports).toBe(
      (readFileSync(join(dataset, 'reports.csv'), 'utf8').match(/^[0-9a-f]{12},/gm) ?? []).length,
    );
  });
});

test('text of reports cannot end a script', () => {
  const site = build(hostileDataset(join(folder(), 'hostile')));
  const data = Object.entries(texts(site)).filter(([name]) => name.startsWith('data/'));
  for (const [name, text] of data) expect([name, /<|\u2028/.test(text)]).toEqual([name, false]);
  expect(JSON.stringify(piece(site, 'reports-0'))).toContain(JSON.stringify(HOSTILE.title).slice(1, -1));
});

describe('a dataset that is not quite', () => {
  const changed = (change: (dataset: string) => void): string => {
    const dataset = corpusDataset(join(folder(), 'dataset'));
    change(dataset);
    return dataset;
  };
  const run = (dataset: string) => runCli(['report', dataset, '--out', join(folder(), 'site')]);

  test.each([
    ['no folder', () => '/no/such/dataset', /no\/such\/dataset is no dataset: it has no reports\.csv/],
    [
      'a column is missing',
      () => changed((d) => writeFileSync(join(d, 'reports.csv'), 'report_id,source\n')),
      /has no column agency, year, status/,
    ],
    [
      'a file is empty',
      () => changed((d) => writeFileSync(join(d, 'remedies.csv'), '')),
      /remedies\.csv is empty/,
    ],
    [
      'a quote is open',
      () =>
        changed((d) =>
          writeFileSync(join(d, 'unmapped.csv'), 'report_id,table,locator,raw,reason\na,b,c,"d,e\n'),
        ),
      /unmapped\.csv/,
    ],
    [
      'a report is there twice',
      () => changed((d) => changeCsv(d, 'reports', (rows) => [...rows, ...rows.slice(0, 1)])),
      /lists the report [0-9a-f]{12} twice/,
    ],
  ])('%s: it is refused with its name', (_, dataset, message) => {
    const { code, stderr, stdout } = run(dataset());
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  test('rows of no report are counted and left out', () => {
    const dataset = changed((d) => changeCsv(d, 'reports', (rows) => rows.slice(1)));
    const { code, stderr } = run(dataset);
    expect(code).toBe(0);
    expect(stderr).toMatch(/warning: applications\.csv: \d+ rows belong to no report/);
  });

  test('without findings.csv, or with a byte order mark, the rest is shown', () => {
    const dataset = changed((d) => {
      rmSync(join(d, 'findings.csv'));
      writeFileSync(join(d, 'reports.csv'), `\ufeff${readFileSync(join(d, 'reports.csv'), 'utf8')}`);
    });
    const { code, stderr, stdout } = run(dataset);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^\d+ reports of \d+ agencies, 0 findings/)]);
    expect(stderr).toMatch(/warning: findings\.csv is not in/);
  });

  test('a rule that this version does not know keeps its id', () => {
    const dataset = changed((d) =>
      changeCsv(d, 'findings', (rows) => rows.map((row) => ({ ...row, rule: 'brand_new' }))),
    );
    const { rules }: OverviewPiece = piece(build(dataset), 'overview');
    expect(rules.find(({ id }) => id === 'brand_new')).toEqual({
      id: 'brand_new',
      severity: '',
      zh: '',
      en: '',
      source: '',
    });
    expect(rules.find(({ id }) => id === 'applications_row')?.zh).toMatch(/应等于总计/);
  });
});

test('a revised version of a report is not summed twice', () => {
  const dataset = syntheticDataset(join(folder(), 'dataset'));
  const before: OverviewPiece = piece(build(dataset), 'overview');
  const copy = (file: string) =>
    changeCsv(dataset, file, (rows) => [
      ...rows,
      ...rows.map((row) => ({ ...row, report_id: `ffff${row.report_id?.slice(4)}` })),
    ]);
  for (const file of ['reports', 'applications', 'proactive', 'remedies']) copy(file);
  const after: OverviewPiece = piece(build(dataset), 'overview');
  expect(before.byYear.some(({ received }) => received > 0)).toBe(true);
  for (const { year, received, counted } of before.byYear.filter((one) => one.year !== '')) {
    expect(after.byYear.find((one) => one.year === year)).toMatchObject({
      received,
      counted,
      leftOut: counted,
    });
  }
});

describe('the output folder', () => {
  const dataset = corpusDataset(join(folder(), 'dataset'));
  const run = (out: string) => runCli(['report', dataset, '--out', out, '--quiet']);

  test('an old site is replaced as a whole', () => {
    const site = build(dataset);
    writeFileSync(join(site, 'data/report/99.js'), 'old');
    expect(run(site).code).toBe(0);
    expect(existsSync(join(site, 'data/report/99.js'))).toBe(false);
    expect(readdirSync(join(site, '..'))).toEqual(['site']);
  });

  test('an empty folder is taken, and parents are made', () => {
    const out = join(folder(), 'a/b/site');
    mkdirSync(out, { recursive: true });
    expect(run(out).code).toBe(0);
    expect(run(join(folder(), 'x/y')).code).toBe(0);
  });

  test.each([
    [
      'holds other files',
      (out: string) => writeFileSync(join(out, 'thesis.doc'), 'x'),
      /not empty and no site of nianbao/,
    ],
    [
      'is marked by somebody else',
      (out: string) => writeFileSync(join(out, 'nianbao-site.json'), '{}'),
      /no site of nianbao/,
    ],
  ])('a folder that %s is left alone', (_, fill, message) => {
    const out = folder();
    fill(out);
    const before = tree(out);
    const { code, stderr } = run(out);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
    expect(tree(out)).toEqual(before);
  });

  test('a site into which somebody has put files is left alone', () => {
    const site = build(dataset);
    writeFileSync(join(site, 'CNAME'), 'example.org');
    const before = tree(site);
    expect(run(site)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/did not put there \(CNAME\)/),
    });
    expect(tree(site)).toEqual(before);
  });

  test('a file, and a folder that holds the dataset, are left alone', () => {
    const file = join(folder(), 'file');
    writeFileSync(file, 'x');
    expect(run(file)).toMatchObject({ code: 2, stderr: expect.stringMatching(/is a file/) });
    const site = build(dataset);
    cpSync(dataset, join(site, 'data/dataset'), { recursive: true });
    const inside = runCli(['report', join(site, 'data/dataset'), '--out', site]);
    expect(inside).toMatchObject({ code: 2, stderr: expect.stringMatching(/is or holds the dataset/) });
    expect(existsSync(join(site, 'data/dataset/reports.csv'))).toBe(true);
  });

  test('a link to a site stays a link', () => {
    const site = build(dataset);
    const link = join(folder(), 'link');
    symlinkSync(site, link);
    expect(run(link).code).toBe(0);
    expect(readdirSync(join(link, '..'), { withFileTypes: true })[0]?.isSymbolicLink()).toBe(true);
  });

  test('a faulty dataset leaves the old site as it was', () => {
    const site = build(dataset);
    const before = tree(site);
    const broken = corpusDataset(join(folder(), 'broken'));
    writeFileSync(join(broken, 'remedies.csv'), '');
    expect(runCli(['report', broken, '--out', site]).code).toBe(2);
    expect(tree(site)).toEqual(before);
    expect(readdirSync(join(site, '..'))).toEqual(['site']);
  });

  test('a run that was killed between the two renames is put right by the next', () => {
    const site = build(dataset);
    cpSync(site, join(site, '../.site.nianbao-old'), { recursive: true });
    rmSync(site, { recursive: true });
    mkdirSync(join(site, '../.site.nianbao-stage-999999999-abcd'));
    expect(run(site).code).toBe(0);
    expect(readdirSync(join(site, '..'))).toEqual(['site']);
  });

  test('no permission to write is a message, and nothing is left lying about', () => {
    const parent = folder();
    mkdirSync(join(parent, 'shut'), { mode: 0o555 });
    const { code, stderr } = runCli(['report', dataset, '--out', join(parent, 'shut/site')], {
      obeyPermissions: true,
    });
    expect([code, stderr]).toEqual([3, expect.stringMatching(/Cannot write the site to .*EACCES/)]);
  });
});
