import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const withOptions = readdirSync(join(ROOT, 'scripts')).filter(
  (name) => name.endsWith('.ts') && readFileSync(join(ROOT, 'scripts', name), 'utf8').includes('optionsOf('),
);

function run(script: string, ...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join('scripts', script), ...args],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  );
  return { status, out: stdout, err: stderr };
}

test('scripts with options are found', () => {
  expect(withOptions).toEqual(expect.arrayContaining(['evaluate.ts', 'fuzz.ts', 'bench.ts']));
});

test.each(withOptions)('%s --help names the script, and every option that it has', (script) => {
  const { status, out } = run(script, '--help');
  expect(status).toBe(0);
  expect(out).toMatch(/npm run|tsx/);
  const source = readFileSync(join(ROOT, 'scripts', script), 'utf8');
  const options = [...source.matchAll(/(\w+): \{ type: '/g)].map(([, name]) => `--${name}`);
  expect(options.length).toBeGreaterThan(0);
  expect(options.filter((option) => !out.includes(option))).toEqual([]);
});

test('an option that a script does not know ends it with exit code 2 and its usage', () => {
  const { status, err } = run('fuzz.ts', '--rnus', '3');
  expect(status).toBe(2);
  expect(err).toContain('--rnus');
  expect(err).toContain('--runs 20000');
});
