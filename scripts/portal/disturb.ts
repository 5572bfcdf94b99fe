/**
 * The kill test: a harvest that is killed with SIGKILL at random moments and run to its end gives the dataset of an
 * undisturbed one. Used in short form by the tests and in long form by `npm run soak`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { createRandom, type Random } from '../compose/random.js';
import { type Fault, type Portals, startPortals } from './server.js';
import { addQuery, standardSite } from './site.js';

export interface DisturbOptions {
  /** Kills in all; rounds with a fresh store follow each other until there are so many. */
  readonly kills: number;
  readonly hosts: number;
  readonly seed: string;
  readonly cli: string;
  readonly say: (line: string) => void;
}

export interface DisturbResult {
  readonly kills: number;
  readonly rounds: number;
  /** What differed from the undisturbed run, was forbidden or came too soon; empty when all is well. */
  readonly faults: string[];
}

/** Milliseconds between two requests to a host. */
const DELAY = 60;
/** Kills come at any moment from here to the length of the undisturbed run: at the start, while it fetches, extracts, writes. */
const SOONEST_KILL = 150;
/** Timers of two processes on a busy machine. */
const CLOCK_TOLERANCE = 3;
const LONGEST_RUN = 300_000;

/** Share of requests that go wrong, by kind. */
const FAULTS: readonly (readonly [Fault, number])[] = [
  ['500', 0.05],
  ['busy', 0.01],
  ['cut', 0.04],
  ['reset', 0.02],
  ['404', 0.01],
];

/** Runs the whole test. */
export async function disturb(options: DisturbOptions): Promise<DisturbResult> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-soak-'));
  const portals = await startPortals();
  const random = createRandom(options.seed);
  portals.fault = faultsOf(random.fork('faults'));
  try {
    const sources = writeSources(portals, options.hosts, folder);
    const start = performance.now();
    const job = { ...options, folder, sources, portals, random, latestKill: 0 };
    await runOnce(job, 'reference', null);
    job.latestKill = Math.round(performance.now() - start);
    options.say(`undisturbed: ${job.latestKill} ms, ${portals.asked.length} requests`);
    const faults = requestFaults(portals, 'reference');
    const reference = datasetOf(join(folder, 'reference', 'out'));
    let [kills, rounds] = [0, 0];
    while (kills < options.kills) {
      rounds += 1;
      const name = `round-${rounds}`;
      portals.asked.length = 0;
      kills += await killedRuns(job, name, options.kills - kills);
      faults.push(
        ...requestFaults(portals, name),
        ...differences(reference, datasetOf(join(folder, name, 'out')), name),
      );
      options.say(
        `${name}: ${kills} of ${options.kills} kills, ${portals.asked.length} requests, ${faults.length} faults`,
      );
      rmSync(join(folder, name), { recursive: true, force: true });
    }
    return { kills, rounds, faults };
  } finally {
    await portals.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function faultsOf(random: Random): Portals['fault'] {
  return () => {
    let left = random.next();
    for (const [fault, share] of FAULTS) {
      if (left < share) return fault;
      left -= share;
    }
    return 'none';
  };
}

/** Sound sources, and hostile ones that must not change the result of the others. */
function writeSources(portals: Portals, hosts: number, folder: string): string {
  const lines = ['agency,region_code,kind,url'];
  for (let at = 0; at < hosts; at += 1) {
    const host = `127.0.1.${at + 1}`;
    const site = standardSite(`${host}`);
    const query = addQuery(site, host, [2021, 2022]);
    portals.sites.set(host, site);
    lines.push(`机关${at},,list,${portals.url(host, '/xxgk/index.html')}`);
    lines.push(`机关${at},,query,${portals.url(host, `${query}{year}`)}`);
  }
  portals.special.set('/closed', (_, response) => response.writeHead(403).end());
  portals.special.set('/loop', (_, response) => response.writeHead(302, { location: '/loop' }).end());
  lines.push(
    `环,,report,${portals.url('127.0.1.200', '/loop')}`,
    `禁,,report,${portals.url('127.0.1.201', '/closed')}`,
  );
  const path = join(folder, 'sources.csv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

interface Job extends DisturbOptions {
  readonly folder: string;
  readonly sources: string;
  readonly portals: Portals;
  readonly random: Random;
  /** Milliseconds. */
  readonly latestKill: number;
}

/** Kills runs until one gets through, or until enough were killed; then runs to the end. Returns the kills. */
async function killedRuns(job: Job, name: string, most: number): Promise<number> {
  for (let kills = 0; kills < most; ) {
    const survived = await runOnce(job, name, job.random.int(SOONEST_KILL, job.latestKill));
    if (survived) return kills;
    kills += 1;
  }
  await runOnce(job, name, null);
  return most;
}

/** One run, killed after so many milliseconds; true when it came to its end before. */
function runOnce({ cli, folder, sources }: Job, name: string, killAfter: number | null): Promise<boolean> {
  mkdirSync(join(folder, name), { recursive: true });
  const dirs = ['--store', join(folder, name, 'store'), '--out', join(folder, name, 'out')];
  const args = [
    cli,
    'harvest',
    sources,
    ...dirs,
    '--allow-private-hosts',
    '--delay',
    String(DELAY),
    '--quiet',
  ];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const timer = setTimeout(() => child.kill('SIGKILL'), killAfter ?? LONGEST_RUN);
  return new Promise((done, fail) => {
    child.once('close', (code) => {
      clearTimeout(timer);
      // Some sources fail by design, so a whole run ends with 1.
      if (code === 1) done(true);
      else if (code === null && killAfter !== null) done(hasFinished({ cli, store: dirs[1] as string }));
      else fail(new Error(`the run ended with ${code}: ${Buffer.concat(errors).toString()}`));
    });
  });
}

/**
 * Whether the run in the store had come to its end, so that the kill only hit a process about to leave: the next run over
 * that store would be a second one, which rightly calls unchanged what the first called new.
 */
function hasFinished({ cli, store }: { readonly cli: string; readonly store: string }): boolean {
  const { status, stdout } = spawnSync(process.execPath, [cli, 'status', '--store', store, '--json'], {
    encoding: 'utf8',
  });
  if (status !== 0) return false; // Killed before there was a store.
  const { runs } = JSON.parse(stdout) as { runs: readonly { readonly state: string }[] };
  return runs[0]?.state === 'finished';
}

/** Requests that robots.txt forbids, and requests to one host that follow too soon. */
function requestFaults(portals: Portals, name: string): string[] {
  const last = new Map<string, number>();
  return portals.asked.flatMap(({ at, host, path }) => {
    const gap = at - (last.get(host) ?? 0);
    last.set(host, at);
    return [
      ...(path.startsWith('/private/') ? [`${name}: ${path} is forbidden and was fetched`] : []),
      ...(gap < DELAY - CLOCK_TOLERANCE ? [`${name}: ${gap} ms between two requests to ${host}`] : []),
    ];
  });
}

type Dataset = ReadonlyMap<string, string>;

/** Pages that carry a clock have other bytes each time. */
const OF_THE_BYTES = ['sha256', 'bytes'];

function datasetOf(folder: string): Dataset {
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  return new Map(files.map((name) => [name, withoutBytes(readFileSync(join(folder, name), 'utf8'))]));
}

function withoutBytes(text: string): string {
  const records = parse(text, { columns: true }) as Record<string, string>[];
  for (const record of records) for (const column of OF_THE_BYTES) delete record[column];
  return records.map((record) => JSON.stringify(record)).join('\n');
}

function differences(reference: Dataset, other: Dataset, name: string): string[] {
  return [...reference].flatMap(([file, text]) => {
    const found = other.get(file);
    if (found === text) return [];
    if (found === undefined) return [`${name}: ${file} is missing`];
    const [mine, theirs] = [text.split('\n'), found.split('\n')];
    const at = mine.findIndex((line, index) => line !== theirs[index]);
    return [`${name}: ${file} differs in row ${at + 1}: ${mine[at]} / ${theirs[at]}`];
  });
}
