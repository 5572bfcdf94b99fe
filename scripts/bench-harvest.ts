/**
 * `npm run bench:harvest [-- --hosts 200 --reports 49]`: one run over so many loopback hosts, then a second one over
 * unchanged pages. Prints rates, memory over the run, and what the second run asked for.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composed, listPage, reportPage } from './portal/pages.js';
import { type Portals, startPortals } from './portal/server.js';
import type { Page } from './portal/site.js';
import { optionsOf } from './support/arguments.js';

const values = optionsOf(import.meta.url, {
  hosts: { type: 'string', default: '200' },
  reports: { type: 'string', default: '49' },
});
const [hosts, reports] = [Number(values.hosts), Number(values.reports)];
const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
/** Bodies that differ; the pages of a host differ from each other and from those of other hosts by a remark. */
const BASES = 25;
const SAMPLE_MILLISECONDS = 500;

const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
const portals = await startPortals();
try {
  const sources = build(portals);
  console.log(`${hosts} hosts, ${hosts * (reports + 1)} pages`);
  await run('first run', sources);
  await run('second run', sources);
} finally {
  await portals.close();
  rmSync(folder, { recursive: true, force: true });
}

function build({ sites, url }: Portals): string {
  const bases = Array.from({ length: BASES }, (_, at) =>
    reportPage(composed(`bench:${at}`, 2019 + (at % 5)), 'portal'),
  );
  const lines = ['agency,region_code,kind,url'];
  for (let at = 0; at < hosts; at += 1) {
    const host = `127.0.${2 + Math.floor(at / 200)}.${1 + (at % 200)}`;
    const site = new Map<string, Page>();
    const names = Array.from({ length: reports }, (_, index) => `/a/${index}.html`);
    const entries = names.map((href, index) => ({
      href,
      title: `${1960 + index}号机关2022年政府信息公开工作年度报告`,
    }));
    site.set('/index.html', { body: () => listPage('年报', entries), cacheable: true });
    for (const [index, path] of names.entries()) {
      const base = bases[(at * reports + index) % BASES] ?? Buffer.alloc(0);
      site.set(path, {
        body: () => Buffer.concat([base, Buffer.from(`<!-- ${host} ${index} -->`)]),
        cacheable: true,
      });
    }
    sites.set(host, site);
    lines.push(`机关${at},,list,${url(host, '/index.html')}`);
  }
  const path = join(folder, 'sources.csv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

async function run(name: string, sources: string): Promise<void> {
  portals.asked.length = 0;
  const start = performance.now();
  const args = ['harvest', sources, '--store', join(folder, 'store'), '--out', join(folder, 'out')];
  const child = spawn(
    process.execPath,
    [
      '--expose-gc',
      CLI,
      ...args,
      '--allow-private-hosts',
      '--delay',
      '0',
      '--concurrency',
      '32',
      '--log',
      'json',
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '' } },
  );
  const samples: { readonly asked: number; readonly megabytes: number }[] = [];
  let cpu = 0;
  const timer = setInterval(() => {
    const megabytes = memoryOf(child.pid ?? 0);
    if (megabytes !== null) samples.push({ asked: portals.asked.length, megabytes });
    cpu = cpuOf(child.pid ?? 0) ?? cpu;
  }, SAMPLE_MILLISECONDS);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  let fetchedAt = 0;
  child.stderr.on('data', () => {
    if (fetchedAt === 0) fetchedAt = performance.now();
  });
  const code = await new Promise<number | null>((done) => child.once('close', done));
  clearInterval(timer);
  const seconds = (performance.now() - start) / 1000;
  const asked = portals.asked.filter(({ path }) => path !== '/robots.txt');
  const conditional = asked.filter((request) => request.conditional).length;
  const last = Math.max(...portals.asked.map(({ ended }) => ended)) - (portals.asked[0]?.at ?? 0);
  console.log(`\n${name}: exit code ${code}, ${seconds.toFixed(1)} s wall, ${cpu.toFixed(1)} s CPU`);
  console.log(
    `  ${asked.length} requests for pages, ${conditional} conditional, in ${(last / 1000).toFixed(1)} s: ${((asked.length * 1000) / last).toFixed(0)} a second`,
  );
  console.log(
    `  memory (MB): ${quarters(samples)}; peak ${Math.max(0, ...samples.map(({ megabytes }) => megabytes))}`,
  );
  console.log(
    output
      .split('\n')
      .slice(0, 5)
      .map((line) => `  | ${line}`)
      .join('\n'),
  );
}

/** At the end of each quarter of the requests, and at the end of the run. */
function quarters(samples: readonly { readonly asked: number; readonly megabytes: number }[]): string {
  const total = samples.at(-1)?.asked ?? 0;
  const marks = [0.25, 0.5, 0.75, 1].map(
    (share) => samples.find(({ asked }) => asked >= total * share)?.megabytes ?? 0,
  );
  return `${marks.join(', ')} while fetching, ${samples.at(-1)?.megabytes ?? 0} at the end`;
}

function memoryOf(pid: number): number | null {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}

/** User and system time so far, in seconds; ticks are hundredths on Linux. */
function cpuOf(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}
