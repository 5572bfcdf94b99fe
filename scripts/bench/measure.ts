import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a whole process cost, start-up included. */
export interface Usage {
  /** Seconds of CPU, user and system, all threads and children. */
  readonly cpu: number;
  readonly wall: number;
  /** Peak memory in MB; NaN where it was not measured. */
  readonly megabytes: number;
}

/** Cost of a run over n and over 4n files, split into what is paid once and what each file costs. */
export interface Cost {
  readonly perFile: number;
  readonly warmUp: number;
  readonly large: Usage;
  readonly files: number;
}

/** The larger run has this many times the files of the smaller one. */
export const GROWTH = 4;

/** Other load on the machine only ever adds CPU time, so the cheapest run is the truest. */
const REPEATS = 2;
const cheapest = (runs: readonly Usage[]): Usage =>
  runs.reduce((best, usage) => (usage.cpu < best.cpu ? usage : best));

/** Measures with n and 4n files; the slope is the cost per file, the rest is warm-up. */
export function costOf(files: readonly string[], run: (files: readonly string[]) => Usage): Cost {
  const few = files.slice(0, Math.ceil(files.length / GROWTH));
  const runs = Array.from({ length: REPEATS }, () => ({ small: run(few), large: run(files) }));
  const small = cheapest(runs.map((pair) => pair.small));
  const large = cheapest(runs.map((pair) => pair.large));
  const perFile = (large.cpu - small.cpu) / (files.length - few.length);
  return { perFile, warmUp: Math.max(0, small.cpu - perFile * few.length), large, files: files.length };
}

const PRELOAD = fileURLToPath(new URL('./usage.mjs', import.meta.url));

/** Runs a Node script and measures it with all its threads. */
export function measureNode(args: readonly string[], input = ''): Usage {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  const report = join(folder, 'usage.json');
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', PRELOAD, ...args], {
    input,
    env: { ...process.env, NODE_OPTIONS: '', BENCH_USAGE: report },
    maxBuffer: 1 << 28,
  });
  const wall = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${String(stderr).slice(-2000)}`);
  const { cpu, maxRSS } = JSON.parse(readFileSync(report, 'utf8')) as { cpu: number; maxRSS: number };
  rmSync(folder, { recursive: true });
  return { cpu, wall, megabytes: maxRSS / 1024 };
}

/** Runs a program once per file, one after the other; bash tells what its children cost. */
export function measurePerFile(command: string, files: readonly string[]): Usage {
  const script = `while IFS= read -r file; do ${command} >/dev/null 2>&1 || exit 1; done; times`;
  const start = performance.now();
  const { status, stdout } = spawnSync('bash', ['-c', script], {
    input: `${files.join('\n')}\n`,
    encoding: 'utf8',
  });
  const wall = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${command} failed on one of the files`);
  const times = [...stdout.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  return { cpu: times.reduce((sum, time) => sum + time, 0), wall, megabytes: Number.NaN };
}

/** Debian's Python, for which Debian's pandas is installed; another one first in the path may lack it. */
export const PYTHON = '/usr/bin/python3';

/** Runs a Python script that prints `{"cpu": seconds, "maxRSS": kilobytes}` in its last line. */
export function measurePython(script: string, files: readonly string[]): Usage {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(PYTHON, [script], {
    input: files.join('\n'),
    encoding: 'utf8',
  });
  const wall = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${script} ended with ${status}: ${stderr.slice(-2000)}`);
  const { cpu, maxRSS } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as {
    cpu: number;
    maxRSS: number;
  };
  return { cpu, wall, megabytes: maxRSS / 1024 };
}

/** Whether a program is there. */
export function available(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
