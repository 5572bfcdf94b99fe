import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../support/cli.js';

interface Outcome {
  readonly source: string;
  readonly status: string;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly lines: { readonly reports: string };
}

function drive(jobs: number, ...sources: string[]): Outcome[] {
  const driver = join(ROOT, 'tests/batch/fixtures/drive.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [driver, String(jobs), ...sources], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Outcome[];
}

const codes = (outcomes: readonly Outcome[]) => outcomes.map(({ source, errorCode }) => [source, errorCode]);

test.each([1, 2])('a report that hangs, eats memory or ends its worker fails alone (%d jobs)', (jobs) => {
  const outcomes = drive(jobs, 'good-1', 'hang', 'good-2', 'memory', 'good-3', 'exit', 'good-4');
  expect(codes(outcomes)).toEqual([
    ['good-1', ''],
    ['hang', 'time_limit'],
    ['good-2', ''],
    ['memory', 'out_of_memory'],
    ['good-3', ''],
    ['exit', 'internal'],
    ['good-4', ''],
  ]);
});

test('the row of such a report has its size and hash, and a message that says what to do', () => {
  const [hang] = drive(1, 'hang');
  expect(hang?.lines.reports).toMatch(/,abc,5,.*time_limit/);
  expect(hang?.errorMessage).toMatch(/--time-limit/);
});

test('pages that are recognised have a time of their own beyond the limit', () => {
  expect(codes(drive(2, 'scan', 'hang'))).toEqual([
    ['scan', ''],
    ['hang', 'time_limit'],
  ]);
});

test('a fault that one report leaves behind is not blamed on the next', () => {
  expect(codes(drive(1, 'stray', 'slow', 'good'))).toEqual([
    ['stray', ''],
    ['slow', ''],
    ['good', ''],
  ]);
});
