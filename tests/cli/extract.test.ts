import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLI, readCsv, reportOf, runCli, scratch, snapshot } from '../support/cli.js';

const { folder, clean } = scratch();
afterAll(clean);

const TEXT = '某县人民政府2022年政府信息公开工作年度报告\n一、总体情况\n本机关认真贯彻落实条例。\n';

function reports(...names: string[]): string {
  const root = folder();
  for (const name of names) writeFileSync(join(root, name), name.startsWith('bad') ? '' : TEXT + name);
  return root;
}

describe('exit codes', () => {
  test('0: all read', () => {
    const { code, stdout } = runCli(['extract', reports('a.txt'), '--out', folder()]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^1 report, 0 cells read, [\d.]+ s\nStatus: {2}1 no_tables\nFormat: {2}1 text\nDataset: /,
    );
  });

  test('1: one failed; the others are in the dataset', () => {
    const out = folder();
    expect(runCli(['extract', reports('a.txt', 'bad.txt'), '--out', out]).code).toBe(1);
    expect(readCsv(out, 'reports').map(({ source, status }) => [source, status])).toEqual([
      ['a.txt', 'no_tables'],
      ['bad.txt', 'failed'],
    ]);
  });

  test('1 with --strict: a report without tables is a failure', () => {
    expect(runCli(['extract', reports('a.txt'), '--out', folder(), '--strict']).code).toBe(1);
  });

  test.each([
    ['no input', ['extract', '--out', 'x']],
    ['no --out', ['extract', 'x']],
    ['an unknown option', ['extract', 'x', '--out', 'y', '--nonsense']],
    ['an unknown command', ['nonsense']],
    ['no command', []],
    ['zero jobs', ['extract', 'x', '--out', 'y', '--jobs', '0']],
    ['a time limit that is no number', ['extract', 'x', '--out', 'y', '--time-limit', 'soon']],
    ['a size that is none', ['extract', 'x', '--out', 'y', '--max-bytes', 'big']],
    ['an unknown log format', ['extract', 'x', '--out', 'y', '--log', 'xml']],
    ['only inputs that do not exist', ['extract', 'no-such-file', '--out', 'y']],
  ])('2: %s', (_, args) => {
    const cwd = folder();
    const { code, stderr } = runCli(args, { cwd });
    expect(code).toBe(2);
    expect(stderr).not.toBe('');
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('2: a folder without reports, an empty list', () => {
    expect(runCli(['extract', folder(), '--out', folder()]).code).toBe(2);
    expect(runCli(['extract', '-', '--out', folder()], { input: '\n' }).code).toBe(2);
  });

  test('3: the output folder cannot be written', () => {
    const locked = folder();
    chmodSync(locked, 0o500);
    const run = runCli(['extract', reports('a.txt'), '--out', join(locked, 'out')], {
      obeyPermissions: true,
    });
    expect(run.code).toBe(3);
    expect(run.stderr).toMatch(/may not write there; .*--out/);
  });

  test('3: the output folder is a file', () => {
    const root = reports('a.txt');
    expect(runCli(['extract', root, '--out', join(root, 'a.txt')]).code).toBe(3);
  });
});

describe('inputs', () => {
  test('a wrong path beside a right one gets a failed row', () => {
    const [root, out] = [reports('a.txt'), folder()];
    expect(runCli(['extract', root, join(root, 'gone.txt'), '--out', out]).code).toBe(1);
    expect(reportOf(out, 'gone.txt').error_code).toBe('not_found');
  });

  test('a list on standard input, with paths from the current folder', () => {
    const [root, out] = [reports('a.txt', 'b.txt', 'c.txt'), folder()];
    const { code } = runCli(['extract', '-', '--out', out], { cwd: root, input: './b.txt\r\n\na.txt\n' });
    expect(code).toBe(0);
    expect(readCsv(out, 'reports').map(({ source }) => source)).toEqual(['a.txt', 'b.txt']);
  });
});

describe('output', () => {
  test('two runs are identical, whatever the number of jobs', () => {
    const root = reports(...Array.from({ length: 40 }, (_, i) => `${i}.txt`), 'bad.txt');
    const [one, two] = [folder(), folder()];
    runCli(['extract', root, '--out', one, '--jobs', '1']);
    runCli(['extract', root, '--out', two, '--jobs', '4']);
    expect(snapshot(one)).toEqual(snapshot(two));
  });

  test('--bom', () => {
    const out = folder();
    runCli(['extract', reports('a.txt'), '--out', out, '--bom']);
    expect(readFileSync(join(out, 'reports.csv'), 'utf8')).toMatch(/^\ufeffreport_id,/);
  });

  test('--quiet says nothing', () => {
    const { stdout, stderr } = runCli(['extract', reports('a.txt'), '--out', folder(), '--quiet']);
    expect(stdout + stderr).toBe('');
  });

  test('--log json: one line per report on standard error', () => {
    const { stderr } = runCli(['extract', reports('a.txt', 'bad.txt'), '--out', folder(), '--log', 'json']);
    const entries = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const byName = new Map(entries.map((entry) => [entry.source, entry]));
    expect(byName.get('a.txt')).toMatchObject({ status: 'no_tables', cells_read: 0 });
    expect(byName.get('bad.txt')).toMatchObject({ status: 'failed', error_code: 'empty_file' });
    expect(Number(byName.get('a.txt')?.ms)).toBeGreaterThanOrEqual(0);
    expect(Date.parse(String(byName.get('a.txt')?.time))).not.toBeNaN();
  });

  test('the summary lists at most 15 reports and counts the rest', () => {
    const root = reports(...Array.from({ length: 20 }, (_, i) => `bad${i}.txt`));
    const { stdout } = runCli(['extract', root, '--out', folder()]);
    expect(stdout.match(/^ {2}bad/gm)).toHaveLength(15);
    expect(stdout).toMatch(/and 5 more/);
  });

  test('the time limit of a report', () => {
    const [root, out] = [folder(), folder()];
    writeFileSync(join(root, 'a.html'), `<html><body>${'<p>年度报告</p>'.repeat(100_000)}</body></html>`);
    runCli(['extract', root, '--out', out, '--time-limit', '0.001']);
    expect(reportOf(out, 'a.html').error_code).toBe('time_limit');
  });
});

describe('a run that is stopped', () => {
  /** Starts a run over an old dataset, sends the signal once it writes, gives the exit code. */
  async function stop(signal: NodeJS.Signals, out: string): Promise<number | null> {
    const root = reports(...Array.from({ length: 1000 }, (_, i) => `${i}.txt`));
    const child = spawn(process.execPath, [CLI, 'extract', root, '--out', out], { stdio: 'ignore' });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    while (!readdirSync(out).some((name) => name.startsWith('.nianbao-stage'))) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    child.kill(signal);
    return ended;
  }

  function oldDataset(): { out: string; before: Record<string, string> } {
    const out = folder();
    runCli(['extract', reports('old.txt'), '--out', out]);
    return { out, before: snapshot(out) };
  }

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s leaves the old dataset and nothing else', async (signal, exitCode) => {
    const { out, before } = oldDataset();
    expect(await stop(signal, out)).toBe(exitCode);
    expect(snapshot(out)).toEqual(before);
  });

  test('killed outright: the old dataset stays, the next run clears up', async () => {
    const { out, before } = oldDataset();
    await stop('SIGKILL', out);
    const names = readdirSync(out).filter((name) => !name.startsWith('.nianbao-stage'));
    for (const name of names) expect(readFileSync(join(out, name), 'latin1')).toBe(before[name]);
    runCli(['extract', reports('new.txt'), '--out', out]);
    expect(readdirSync(out).sort()).toEqual(Object.keys(before));
    expect(reportOf(out, 'new.txt').status).toBe('no_tables');
  });

  test('an input folder that holds the output folder is read without it', () => {
    const root = reports('a.txt');
    mkdirSync(join(root, 'out'));
    runCli(['extract', root, '--out', join(root, 'out')]);
    runCli(['extract', root, '--out', join(root, 'out')]);
    expect(readCsv(join(root, 'out'), 'reports')).toHaveLength(1);
    expect(existsSync(join(root, 'out', 'datapackage.json'))).toBe(true);
  });
});
