import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findInputs } from '../../src/batch/inputs.js';
import { scratch } from '../support/cli.js';

const { folder, clean } = scratch();
afterAll(clean);

function tree(...paths: string[]): string {
  const root = folder();
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), 'x');
  }
  return root;
}

const OUT = join('no', 'such', 'folder');
const sources = (named: readonly string[], outDir = OUT) =>
  findInputs({ named, outDir }).reports.map(({ source }) => source);

test('one folder: the path below it, sorted', () => {
  const root = tree('in/b/2.html', 'in/b/10.html', 'in/a.pdf', 'in/中.txt', 'in/B.txt');
  expect(sources([join(root, 'in')])).toEqual(['B.txt', 'a.pdf', 'b/10.html', 'b/2.html', '中.txt']);
});

test("several inputs: the folder's own name in front; files by their names", () => {
  const root = tree('one/a.html', 'two/sub/a.html', 'three.pdf');
  expect(sources([join(root, 'one'), join(root, 'two'), join(root, 'three.pdf')])).toEqual([
    'one/a.html',
    'three.pdf',
    'two/sub/a.html',
  ]);
});

test('names that clash get as many parent folders as they need, so that no report hides another', () => {
  const root = tree('x/in/r.html', 'y/in/r.html', 'x/in/only.html');
  expect(sources([join(root, 'x/in'), join(root, 'y/in')])).toEqual([
    'in/only.html',
    'x/in/r.html',
    'y/in/r.html',
  ]);
  expect(sources([join(root, 'x/in/r.html'), join(root, 'y/in/r.html')])).toEqual([
    'x/in/r.html',
    'y/in/r.html',
  ]);
});

test('the same file named twice is one report', () => {
  const root = tree('a.html');
  expect(sources([join(root, 'a.html'), join(root, 'a.html')])).toEqual(['a.html']);
});

test('companions of reports are left out and counted, everything else is an input', () => {
  const root = tree(
    'c/report.html',
    'c/expected.csv',
    'c/about.md',
    'README.md',
    '.hidden',
    'x.expected.csv',
    'notes.md',
    'pic.png',
  );
  expect(sources([root])).toEqual(['c/report.html', 'notes.md', 'pic.png']);
  expect(findInputs({ named: [root], outDir: OUT }).companions).toBe(5);
});

test('a companion that is named itself is read', () => {
  const root = tree('README.md');
  expect(sources([join(root, 'README.md')])).toEqual(['README.md']);
});

test('the output folder is no input', () => {
  const root = tree('a.html', 'out/reports.csv');
  expect(sources([root], join(root, 'out'))).toEqual(['a.html']);
});

test('links are followed, circles end, broken links keep their place', () => {
  const root = tree('in/a.html', 'elsewhere/b.html');
  symlinkSync('..', join(root, 'in/circle'));
  symlinkSync('../elsewhere', join(root, 'in/link'));
  symlinkSync('nowhere', join(root, 'in/broken'));
  const found = sources([join(root, 'in')]);
  expect(found).toEqual(expect.arrayContaining(['a.html', 'broken', 'link/b.html']));
});

test('what is missing is told and keeps a place', () => {
  const root = tree('a.html');
  const { reports, missing } = findInputs({
    named: [join(root, 'a.html'), join(root, 'gone.html')],
    outDir: OUT,
  });
  expect(missing).toEqual([join(root, 'gone.html')]);
  expect(reports.map(({ source }) => source)).toEqual(['a.html', 'gone.html']);
});

test('listed paths are named from the current folder', () => {
  const { reports } = findInputs({
    named: [],
    listed: ['package.json', './src/cli.ts', '/etc/hostname'],
    outDir: OUT,
  });
  expect(reports.map(({ source }) => source)).toEqual(['/etc/hostname', 'package.json', 'src/cli.ts']);
});
