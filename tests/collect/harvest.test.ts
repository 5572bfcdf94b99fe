/** The whole job against portals on loopback, run after run over one store. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  articlePage,
  composed,
  corpusFile,
  listPage,
  reportPage,
  withClock,
} from '../../scripts/portal/pages.js';
import { type Portals, startPortals } from '../../scripts/portal/server.js';
import { addQuery, type Page, standardSite, YEARS } from '../../scripts/portal/site.js';
import { CLI, type CsvRecord, readCsv, reportOf, runCli, scratch, snapshot } from '../support/cli.js';
import { harvestJob, type Job, runCliBeside, takeAsked } from '../support/harvest.js';

const { folder, clean } = scratch();
let portals: Portals;
const HOST = '127.0.3.1';

beforeAll(async () => {
  portals = await startPortals();
});
afterAll(async () => {
  await portals.close();
  clean();
});

const at = (path: string): string => portals.url(HOST, path);
const pathOf = (year: number): string =>
  `/xxgk/${year + 1}01/t${year + 1}0120_${YEARS.indexOf(year as 2019)}.html`;
const rowsBy = (rows: readonly CsvRecord[], column: string): Map<string, CsvRecord> =>
  new Map(rows.map((row) => [row[column] ?? '', row]));

describe('a portal over four runs', () => {
  let job: Job;
  let first: Record<string, string>;

  beforeAll(async () => {
    const site = standardSite('four runs');
    const query = addQuery(site, 'four runs', [2021, 2022]);
    portals.sites.set(HOST, site);
    portals.special.set('/circle', (_, response) => response.writeHead(302, { location: '/circle' }).end());
    job = harvestJob(folder());
    job.sources([
      `某县人民政府,320813,list,${at('/xxgk/index.html')}`,
      `某局,,query,${at(`${query}{year}`)}`,
      `环,,report,${portals.url('127.0.3.2', '/circle')}`,
    ]);
  });

  test('first run: every report once, from the page or the attachment that holds the tables', async () => {
    const { code, stdout } = await job.run('--contact', 'nobody@example.org');
    expect([code, stdout]).toEqual([
      1,
      expect.stringContaining('3 sources, 10 reports: 7 new, 0 revised, 0 unchanged, 3 failed'),
    ]);
    expect(
      readCsv(job.out, 'reports')
        .map(({ source }) => source?.replace(/^http:\/\/[^/]+/, ''))
        .sort(),
    ).toEqual(
      [
        pathOf(2019),
        pathOf(2020),
        pathOf(2021),
        '/files/3/report.pdf',
        '/files/4/report.docx',
        '/private/2018.html',
        '/xxgk/dead/2017.html',
        '/module/xxgk/xxgkAnnualReport.jsp?area=11370883004325769B&fbtime=2021',
        '/module/xxgk/xxgkAnnualReport.jsp?area=11370883004325769B&fbtime=2022',
        '/circle',
      ].sort(),
    );
    for (const source of [at(pathOf(2020)), at('/files/3/report.pdf'), at('/files/4/report.docx')])
      expect(reportOf(job.out, source).status).toBe('complete');
    expect(reportOf(job.out, at('/xxgk/dead/2017.html'))).toMatchObject({
      status: 'failed',
      error_code: 'not_fetched',
    });
    expect(
      portals.asked.filter(({ path }) => path.startsWith('/private/') || path.includes('guide')),
    ).toEqual([]);
    first = snapshot(job.out);
    takeAsked(portals);
  });

  test('harvest.csv tells source by source, harvest_reports.csv report by report', () => {
    const [list, query, circle] = readCsv(job.out, 'harvest');
    expect(list).toMatchObject({
      line: '2',
      status: 'partial',
      found: '7',
      new: '5',
      failed: '2',
      kind: 'list',
    });
    expect(list?.reason).toContain('robots.txt');
    expect(query).toMatchObject({
      status: 'ok',
      found: '2',
      new: '2',
      missing_years: '2019 2020 2023 2024 2025',
    });
    expect(circle).toMatchObject({ status: 'failed', found: '1', failed: '1' });
    expect(circle?.reason).toContain('More than 10 redirects');
    const pdf = readCsv(job.out, 'harvest_reports').find(({ article }) => article === at(pathOf(2022)));
    expect(pdf).toMatchObject({
      line: '2',
      link_year: '2022',
      presence: 'listed',
      version: '1',
      attachments: '1',
    });
    expect(reportOf(job.out, at('/files/3/report.pdf')).report_id).toBe(pdf?.report_id);
  });

  test('the source fills in the region where the report leaves it open; a disagreement is a notice', () => {
    const filled = readCsv(job.out, 'harvest_reports').filter(({ region_from: from }) => from === 'source');
    const reports = rowsBy(readCsv(job.out, 'reports'), 'report_id');
    for (const { report_id: id, line } of filled)
      expect([line, reports.get(id ?? '')?.region_code]).toEqual(['2', '320813']);
    const notices = readCsv(job.out, 'findings').filter(({ rule }) => rule === 'source_disagrees');
    expect(notices.length).toBeGreaterThan(0);
    expect(notices.every(({ severity }) => severity === 'notice')).toBe(true);
    for (const { report_id: id } of notices)
      expect(Number(reports.get(id ?? '')?.findings)).toBe(
        readCsv(job.out, 'findings').filter((finding) => finding.report_id === id).length,
      );
  });

  test('second run over the same pages: conditional requests, nothing revised, the same dataset', async () => {
    const { stdout } = await job.run();
    expect(stdout).toContain('10 reports: 0 new, 0 revised, 7 unchanged, 3 failed');
    const asked = takeAsked(portals);
    // Pages with a clock have no validators; they are parsed and found to be the same report.
    const plain = asked
      .filter(({ conditional, status }) => !conditional && status === 200)
      .map(({ path }) => path);
    expect(new Set(plain)).toEqual(new Set(['/xxgk/index.html', '/xxgk/index_1.html', pathOf(2021)]));
    const second = snapshot(job.out);
    for (const name of Object.keys(first).filter(
      (file) => file !== 'harvest.csv' && file !== 'datapackage.json',
    ))
      expect([name, second[name] === first[name]]).toEqual([name, true]);
  });

  test('third run: a figure revised, a page gone, a report no longer listed', async () => {
    const site = portals.sites.get(HOST);
    const revised = reportPage(composed('four runs:2019', 2019), 'plain').toString('utf8');
    const cell = readCsv(job.out, 'applications').find(
      ({ report_id: id, item, applicant }) =>
        id === reportOf(job.out, at(pathOf(2019))).report_id &&
        item === 'received_new' &&
        applicant === 'total',
    );
    const changed = revised.replace(
      new RegExp(`(本年新收[^]*?)>${cell?.raw}<`),
      (_, before: string) => `${before}>99999<`,
    );
    expect(changed).not.toBe(revised);
    site?.set(pathOf(2019), { body: () => changed, type: 'text/html', cacheable: true });
    site?.delete(pathOf(2020));
    const entries = [2019, 2022, 2023].map((year) => ({
      href: at(pathOf(year)),
      title: `${year}年政府信息公开工作年度报告`,
    }));
    site?.set('/xxgk/index.html', { body: () => withClock(listPage('年报', entries), 1), type: 'text/html' });
    const { stdout } = await job.run();
    expect(stdout).toContain('1 revised');
    const presence = (year: number): CsvRecord | undefined =>
      readCsv(job.out, 'harvest_reports').find(({ article }) => article === at(pathOf(year)));
    expect(presence(2019)).toMatchObject({ presence: 'listed', version: '2' });
    expect(presence(2020)).toMatchObject({ presence: 'gone', version: '1' });
    expect(presence(2021)).toMatchObject({ presence: 'unlisted', version: '1' });
    // Nothing of what is gone is lost.
    expect(reportOf(job.out, at(pathOf(2020))).status).toBe('complete');
    expect(readCsv(job.out, 'harvest')[0]).toMatchObject({ revised: '1', gone: '1', unlisted: '1' });
    const [row, ...more] = readCsv(job.out, 'revisions');
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      version: '2',
      table: 'applications',
      item: 'received_new',
      column: 'total',
      change: 'changed',
      old_value: cell?.value,
      new_value: '99999',
      old_state: 'reported',
      new_state: 'reported',
    });
    expect(reportOf(job.out, at(pathOf(2019))).sha256).toBe(row?.new_sha256);
    expect(
      existsSync(join(job.store, 'blobs', row?.old_sha256?.slice(0, 2) ?? '', row?.old_sha256 ?? '')),
    ).toBe(true);
  });

  test('a page that lost its tables does not take the report with it', async () => {
    const site = portals.sites.get(HOST);
    site?.set(pathOf(2019), {
      body: () => articlePage('维护', '<p>系统维护中，请稍后再试。</p>'),
      type: 'text/html',
    });
    await job.run();
    const row = readCsv(job.out, 'harvest_reports').find(({ article }) => article === at(pathOf(2019)));
    expect(row).toMatchObject({ presence: 'listed', version: '2' });
    expect(row?.note).toContain('no longer shows the tables');
    expect(reportOf(job.out, at(pathOf(2019))).status).toBe('complete');
  });

  test('--offline makes the same dataset from the store alone', async () => {
    const before = snapshot(job.out);
    takeAsked(portals);
    const { stdout } = await job.run('--offline', '--jobs', '1');
    expect(portals.asked).toEqual([]);
    expect(snapshot(job.out)).toEqual(before);
    expect(stdout).toContain('0 sent');
  });

  test('status shows agency × year and what failed, in words and as JSON', () => {
    const { code, stdout } = runCli(['status', '--store', job.store]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/agency +.*2019 {2}2020/);
    expect(stdout).toContain('More than 10 redirects');
    const status = JSON.parse(runCli(['status', '--store', job.store, '--json']).stdout) as {
      coverage: { agency: string; years: Record<string, { status: string; versions: number }[]> }[];
      failures: { url: string; retry: string }[];
    };
    expect(status.failures.map(({ url }) => url)).toContain(portals.url('127.0.3.2', '/circle'));
    expect(status.failures.every(({ retry }) => retry !== '')).toBe(true);
    const reports = status.coverage.flatMap(({ years }) => Object.values(years).flat());
    expect(reports).toHaveLength(8);
    expect(reports.some(({ versions }) => versions === 2)).toBe(true);
  });

  test('the data package describes the additional files too', () => {
    const { resources } = JSON.parse(readFileSync(join(job.out, 'datapackage.json'), 'utf8')) as {
      resources: {
        name: string;
        hash: string;
        schema: { fields: { name: string }[]; primaryKey?: string[] };
      }[];
    };
    for (const name of ['harvest', 'harvest_reports', 'revisions']) {
      const resource = resources.find((one) => one.name === name);
      const bytes = readFileSync(join(job.out, `${name}.csv`));
      expect(resource?.hash).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`);
      const [head] = bytes.toString('utf8').split('\n');
      expect(head).toBe(resource?.schema.fields.map((field) => field.name).join(','));
      const keys = readCsv(job.out, name).map((row) =>
        (resource?.schema.primaryKey ?? []).map((key) => row[key]).join(),
      );
      if (resource?.schema.primaryKey !== undefined) expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test('export writes a WARC file', () => {
    const file = join(job.folder, 'all.warc.gz');
    const { code, stdout } = runCli(['export', '--store', job.store, '--warc', file]);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^\d+ records/)]);
    expect(readFileSync(file).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
    expect(readdirSync(job.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('the command line', () => {
  test('--dry-run sends nothing and writes nothing', async () => {
    const job = harvestJob(folder());
    job.sources([`A,,list,${at('/xxgk/index.html')}`, `B,,query,${at('/q?y={year}')}`]);
    takeAsked(portals);
    const { code, stdout } = await job.run('--dry-run');
    expect([code, portals.asked, existsSync(job.store)]).toEqual([0, [], false]);
    expect(stdout).toContain(at('/xxgk/index.html'));
    expect(stdout).toContain(at('/q?y=2019'));
  });

  test('a faulty sources file is wrong usage, with file, line and column', () => {
    const file = join(folder(), 'bad.csv');
    writeFileSync(file, 'agency,region_code,kind,url\nA,,list,http://a.cn/\nB,12,lst,a.cn\n');
    const { code, stderr } = runCli(['harvest', file, '--store', join(folder(), 'store')]);
    expect(code).toBe(2);
    expect(stderr).toContain(`${file}:3:3: kind is "lst"`);
    expect(stderr).toContain(`${file}:3:4: url is "a.cn"`);
    expect(runCli(['harvest', 'nowhere.csv', '--store', 'x']).code).toBe(2);
    expect(runCli(['harvest']).code).toBe(2);
  });

  test('--schema prints the JSON Schema', () => {
    expect(JSON.parse(runCli(['harvest', '--schema']).stdout)).toMatchObject({
      $defs: { source: { type: 'object' } },
    });
  });

  test('private addresses are refused without the option', async () => {
    const job = harvestJob(folder());
    job.sources([`A,,report,${at('/xxgk/index.html')}`]);
    const args = ['harvest', join(job.folder, 'sources.csv'), '--store', job.store, '--out', job.out];
    takeAsked(portals);
    const { code, stdout } = await runCliBeside(args);
    expect([code, portals.asked]).toEqual([1, []]);
    expect(stdout).toContain('not a public address');
  });

  test('a second run over a store that is in use ends with 3 and leaves it alone', async () => {
    const job = harvestJob(folder());
    portals.special.set('/slow', (_, response) => void setTimeout(() => response.end('late'), 8000));
    job.sources([`A,,report,${portals.url('127.0.3.9', '/slow')}`]);
    const running = job.run();
    while (!existsSync(join(job.store, 'writer.json'))) await new Promise((done) => setTimeout(done, 50));
    const { code, stderr } = await job.run();
    expect([code, stderr]).toEqual([3, expect.stringContaining('is writing to the store')]);
    expect(runCli(['status', '--store', job.store]).stdout).toContain('A run is under way');
    expect((await running).code).toBe(0);
  });

  test('--max-time ends a run; the next one goes on where it was', async () => {
    const job = harvestJob(folder());
    const site = standardSite('in time');
    portals.sites.set('127.0.3.4', site);
    job.sources([`A,,list,${portals.url('127.0.3.4', '/xxgk/index.html')}`]);
    portals.asked.splice(0);
    const cut = await job.run('--max-time', '4s', '--delay', '1500');
    expect([cut.code, cut.stdout]).toEqual([1, expect.stringContaining('run it again and it goes on')]);
    const { stdout } = await job.run();
    expect(stdout).toContain('An unfinished run went on');
    expect(stdout).toContain('5 new');
    const good = portals.asked
      .filter(({ host, status }) => host === '127.0.3.4' && status === 200)
      .map(({ path }) => path);
    expect(good.length).toBe(new Set(good).size);
  });

  test('--log json: a line for each report and each source', async () => {
    const job = harvestJob(folder());
    job.sources([`A,,report,${portals.url('127.0.3.4', '/files/4/report.docx')}`]);
    const { code, stdout, stderr } = await job.run('--log', 'json', '--quiet');
    const lines = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect([code, stdout]).toEqual([0, '']);
    expect(lines[0]).toMatchObject({
      source: portals.url('127.0.3.4', '/files/4/report.docx'),
      status: 'complete',
      fate: 'new',
    });
    expect(lines[1]).toMatchObject({ line: 2, status: 'ok', new: 1 });
  });
});

test('pictures of the page stand in the store beside it', async () => {
  const job = harvestJob(folder());
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  portals.sites.set(
    '127.0.3.5',
    new Map([
      [
        '/a.html',
        {
          body: () => articlePage('年报', '<p>一、总体情况</p><img src="/t1.png" width="900" height="700">'),
        },
      ],
      ['/t1.png', { body: () => png, type: 'image/png' }],
    ]),
  );
  job.sources([`A,,report,${portals.url('127.0.3.5', '/a.html')}`]);
  await job.run();
  expect(readCsv(job.out, 'harvest_reports')[0]).toMatchObject({ pictures: '1' });
  expect(portals.asked.map(({ path }) => path)).toContain('/t1.png');
});

test('two pages with one attachment are one report; pages of two years are not silently one', async () => {
  const job = harvestJob(folder());
  const link = (title: string): string => articlePage(title, '<a href="/same.docx">附件.docx</a>');
  const pages: [string, string][] = [
    ['/1.html', '2019年政府信息公开工作年度报告'],
    ['/1_wap.html', '2019年政府信息公开工作年度报告'],
    ['/2.html', '2022年政府信息公开工作年度报告'],
  ];
  portals.sites.set(
    '127.0.3.6',
    new Map<string, Page>([
      ...pages.map(([path, title]) => [path, { body: () => link(title) }] as const),
      ['/same.docx', { body: () => corpusFile('docx-pandoc/report.docx') }],
      [
        '/l.html',
        {
          body: () =>
            listPage(
              '年报',
              pages.map(([href, title]) => ({ href, title })),
            ),
        },
      ],
    ]),
  );
  job.sources([`A,,list,${portals.url('127.0.3.6', '/l.html')}`]);
  await job.run();
  const rows = readCsv(job.out, 'reports').map(({ source, status }) => [
    new URL(source ?? '').pathname,
    status,
  ]);
  expect(rows).toEqual([
    ['/2.html', 'failed'],
    ['/same.docx', 'complete'],
  ]);
});

test('the built command line is the one tested', () => expect(existsSync(CLI)).toBe(true));
