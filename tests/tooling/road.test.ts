/** The check of import directions really reads TypeScript and really fails. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, scratch } from '../support/cli.js';

const { folder, clean } = scratch();
afterAll(clean);

function cruise(files: Readonly<Record<string, string>>): { code: number | null; output: string } {
  const root = folder();
  for (const name of ['tsconfig.json', '.dependency-cruiser.cjs', 'package.json'])
    copyFileSync(join(ROOT, name), join(root, name));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  const depcruise = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [depcruise, '--config', '.dependency-cruiser.cjs', 'src'],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  );
  return { code: status, output: stdout + stderr };
}

const EXPORT = 'export const x: number = 1;\n';
const use = (from: string): string => `import { x } from '${from}';\nexport const y: number = x;\n`;

test('the road itself is fine', () => {
  const { code, output } = cruise({
    'src/model/a.ts': EXPORT,
    'src/form/a.ts': use('../model/a.js'),
    'src/map/a.ts': use('../form/a.js').replace('y', 'x'),
    'src/batch/a.ts': use('../map/a.js'),
  });
  expect([code, output]).toEqual([0, expect.any(String)]);
});

const FORBIDDEN = [
  ['read', 'map'],
  ['map', 'read'],
  ['map', 'write'],
  ['form', 'map'],
  ['model', 'form'],
  ['write', 'batch'],
  ['batch', 'cli'],
  ['read', 'cli'],
  ['harvest', 'map'],
  ['harvest', 'batch'],
  ['write', 'harvest'],
  ['batch', 'collect'],
  ['collect', 'cli'],
] as const;
const PURE_ROOMS = ['model', 'form', 'map', 'audit'] as const;

describe('every violation is found', () => {
  const rooms = [...new Set(FORBIDDEN.flat())];
  const targets = rooms.map((room) => [`src/${room}/a.ts`, `${EXPORT}export type T = number;\n`]);
  const values = FORBIDDEN.map(([from, to]) => [`src/${from}/value-${to}.ts`, use(`../${to}/a.js`)]);
  const types = FORBIDDEN.map(([from, to]) => [
    `src/${from}/type-${to}.ts`,
    `import type { T } from '../${to}/a.js';\nexport type U = T;\n`,
  ]);
  const inAndOut = PURE_ROOMS.map((room) => [
    `src/${room}/files.ts`,
    "import { readFileSync } from 'node:fs';\nexport const r = readFileSync;\n",
  ]);
  const circle = {
    'src/map/one.ts': "import { y } from './two.js';\nexport const x: number = y;\n",
    'src/map/two.ts': "import { x } from './one.js';\nexport const y: number = x;\n",
  };
  const { code, output } = cruise({
    ...Object.fromEntries([...targets, ...values, ...types, ...inAndOut]),
    ...circle,
    'src/site/browser/node.ts': "import { readFileSync } from 'node:fs';\nexport const r = readFileSync;\n",
    'src/site/browser/audit.ts': use('../../audit/a.js'),
    'src/site/wire/write.ts': use('../../write/a.js'),
    'src/site/build/page.ts': use('../browser/a.js'),
    'src/site/browser/a.ts': EXPORT,
    'src/audit/a.ts': EXPORT,
  });

  test('the run fails', () => expect(code).not.toBe(0));

  test.each(FORBIDDEN)('%s must not import %s, not even a type', (from, to) => {
    for (const kind of ['value', 'type']) {
      expect(output).toContain(`road-${from}: src/${from}/${kind}-${to}.ts → src/${to}/a.ts`);
    }
  });

  test.each(PURE_ROOMS)('%s must not touch files', (room) => {
    expect(output).toMatch(new RegExp(`pure-rooms-do-no-io: src/${room}/files.ts`));
  });

  test.each([
    ['page-is-for-browsers', 'src/site/browser/node.ts'],
    ['page-is-for-browsers', 'src/site/browser/audit.ts'],
    ['page-is-for-browsers', 'src/site/wire/write.ts'],
    ['nobody-imports-the-page', 'src/site/build/page.ts'],
  ])('%s: %s', (rule, file) => expect(output).toContain(`${rule}: ${file}`));

  test('no circles', () => expect(output).toContain('no-circle: src/map/one.ts'));
});
