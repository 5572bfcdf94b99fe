/** Runs the built command line as a user would: in a process of its own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export const ROOT = join(process.cwd());
export const CLI = join(ROOT, 'dist/cli.js');

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly input?: string;
  /** Added to the environment, or put in place of what is there. */
  readonly env?: NodeJS.ProcessEnv;
  /** Without root's right to read and write everything. */
  readonly obeyPermissions?: boolean;
}

const WITHOUT_OVERRIDE = [
  '--bounding-set=-dac_override,-dac_read_search',
  '--inh-caps=-dac_override,-dac_read_search',
];

export function runCli(args: readonly string[], options: CliOptions = {}): CliRun {
  const isRoot = process.getuid?.() === 0;
  const command = [process.execPath, CLI, ...args];
  if (options.obeyPermissions === true && isRoot) command.unshift('setpriv', ...WITHOUT_OVERRIDE);
  const [file, ...rest] = command as [string, ...string[]];
  const { status, stdout, stderr } = spawnSync(file, rest, {
    cwd: options.cwd ?? ROOT,
    input: options.input ?? '',
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', ...options.env },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, stdout, stderr };
}

/** Folders for one test file; all are removed by `clean`. */
export function scratch(): { folder: () => string; clean: () => void } {
  const folders: string[] = [];
  return {
    folder: () => {
      const folder = mkdtempSync(join(tmpdir(), 'nianbao-test-'));
      folders.push(folder);
      return folder;
    },
    clean: () => {
      for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type CsvRecord = Readonly<Record<string, string>>;

/** A file of a dataset as records. */
export function readCsv(folder: string, file: string): CsvRecord[] {
  const text = readFileSync(join(folder, `${file}.csv`), 'utf8');
  return parse(text, { columns: true, bom: true }) as CsvRecord[];
}

export function reportOf(folder: string, source: string): CsvRecord {
  const row = readCsv(folder, 'reports').find((report) => report.source === source);
  if (row === undefined) throw new Error(`${source} has no row in reports.csv`);
  return row;
}

/** Contents of all files of a folder by name, hidden ones too. */
export function snapshot(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );
}
