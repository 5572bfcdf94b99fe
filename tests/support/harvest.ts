/** A harvest in a process of its own, while the portals answer in this one. */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Portals } from '../../scripts/portal/server.js';
import { CLI, type CliRun } from './cli.js';

/** Runs the built command line without blocking this process. */
export function runCliBeside(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CliRun> {
  const child = spawn(process.execPath, [CLI, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  });
  const [stdout, stderr] = [[], []] as [Buffer[], Buffer[]];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  return new Promise((done) =>
    child.once('close', (code) =>
      done({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    ),
  );
}

export interface Job {
  readonly folder: string;
  readonly out: string;
  readonly store: string;
  /** Lines of the sources file below its header. */
  sources(lines: readonly string[]): void;
  run(...more: string[]): Promise<CliRun>;
}

/** A sources file with a store and a dataset beside it. */
export function harvestJob(folder: string): Job {
  const [out, store, file] = [join(folder, 'out'), join(folder, 'store'), join(folder, 'sources.csv')];
  mkdirSync(folder, { recursive: true });
  return {
    folder,
    out,
    store,
    sources: (lines) => writeFileSync(file, `${['agency,region_code,kind,url', ...lines].join('\n')}\n`),
    run: (...more) =>
      runCliBeside([
        'harvest',
        file,
        '--store',
        store,
        '--out',
        out,
        '--allow-private-hosts',
        '--delay',
        '0',
        ...more,
      ]),
  };
}

/** Requests since the last call, robots.txt left out. */
export function takeAsked(portals: Portals): Portals['asked'] {
  return portals.asked.splice(0).filter(({ path }) => path !== '/robots.txt');
}
