import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { type CellKey, cellKey } from '../compose/truth.js';

/** The built command line; the evaluation sees nothing else of the extractor. */
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

let cli = CLI;
/** For one report on a busy machine; the whole run has a limit of its own. */
const TIME_LIMIT_SECONDS = '300';

/** Another build of the command line, to compare two. */
export function useCli(path: string): void {
  cli = path;
}

export interface GivenCell {
  value: string;
  state: string;
  raw: string;
  locator: string;
}

/** What the extractor gave for one document. */
export interface GivenReport {
  fields: Record<string, string>;
  cells: Map<CellKey, GivenCell>;
}

type Line = Record<string, string>;

async function readCsv(path: string): Promise<Line[]> {
  if (!existsSync(path)) return [];
  return parse(await readFile(path), { columns: true, bom: true }) as Line[];
}

const CELL_FILES = [
  {
    file: 'applications.csv',
    key: (line: Line) => cellKey('applications', line.item ?? '', line.applicant ?? ''),
  },
  { file: 'proactive.csv', key: (line: Line) => cellKey('proactive', line.item ?? '', line.measure ?? '') },
  { file: 'remedies.csv', key: (line: Line) => cellKey('remedies', line.path ?? '', line.result ?? '') },
] as const;

/** Reads a dataset, by the file name at the end of `source`. */
export async function readDataset(folder: string): Promise<Map<string, GivenReport>> {
  const byId = new Map<string, GivenReport>();
  const bySource = new Map<string, GivenReport>();
  for (const fields of await readCsv(join(folder, 'reports.csv'))) {
    const report: GivenReport = { fields, cells: new Map() };
    byId.set(fields.report_id ?? '', report);
    bySource.set((fields.source ?? '').split('/').at(-1) ?? '', report);
  }
  for (const { file, key } of CELL_FILES) {
    for (const line of await readCsv(join(folder, file))) {
      const { value = '', state = '', raw = '', locator = '' } = line;
      byId.get(line.report_id ?? '')?.cells.set(key(line), { value, state, raw, locator });
    }
  }
  return bySource;
}

export interface CliRun {
  exitCode: number | null;
  stderr: string;
  seconds: number;
  timedOut: boolean;
}

/** Runs `nianbao extract` once over a folder. Its exit code is for the caller to judge. */
export async function runCli(input: string, out: string, timeoutMs: number): Promise<CliRun> {
  if (!existsSync(cli)) throw new Error(`${cli} is not there: run \`npm run build\` first`);
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [cli, 'extract', input, '--out', out, '--time-limit', TIME_LIMIT_SECONDS],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    let stderr = '';
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (exitCode) => {
      clearTimeout(timer);
      resolve({ exitCode, stderr, timedOut, seconds: (performance.now() - started) / 1000 });
    });
  });
}
