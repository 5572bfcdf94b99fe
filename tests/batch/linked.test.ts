/** Documents that a page without tables links to. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findInputs } from '../../src/batch/inputs.js';
import { scratch } from '../support/cli.js';

const { folder, clean } = scratch();
afterAll(clean);

function site(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = folder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}

const link = (href: string) => `<p>附件：<a class=x href="${href}">2023年年度报告</a></p>`;
const sources = (...named: string[]) =>
  findInputs({ named, outDir: join('no', 'such') }).reports.map(({ source }) => source);

test('are read with a page that is given alone', () => {
  const root = site({
    'page.html': link('./files/%E5%B9%B4%E6%8A%A5.doc?v=1') + link('b.pdf'),
    'files/年报.doc': 'x',
    'b.pdf': 'x',
    'other.pdf': 'x',
  });
  expect(sources(join(root, 'page.html'))).toEqual(['b.pdf', 'files/年报.doc', 'page.html']);
});

test('are one report each, however often they are named or linked', () => {
  const root = site({ 'a.html': link('r.pdf') + link('r.pdf'), 'b.html': link('r.pdf'), 'r.pdf': 'x' });
  const all = ['a.html', 'b.html', 'r.pdf'];
  expect(sources(join(root, 'a.html'), join(root, 'b.html'), join(root, 'r.pdf'))).toEqual(all);
  expect(sources(root)).toEqual(all);
});

test('are left alone beside a page that has the tables itself, in any encoding', () => {
  const gbk = Buffer.concat([Buffer.from([0xd7, 0xd4, 0xc8, 0xbb, 0xc8, 0xcb]), Buffer.from(link('r.pdf'))]);
  const root = site({
    'utf8.html': `<table><td>自 然人</td></table>${link('r.pdf')}`,
    'gbk.html': Buffer.concat([Buffer.from('<meta charset=gbk>'), gbk]),
    'r.pdf': 'x',
  });
  expect(sources(join(root, 'utf8.html'))).toEqual(['utf8.html']);
  expect(sources(join(root, 'gbk.html'))).toEqual(['gbk.html']);
});

test('elsewhere than below the folder of the page are not its to show', () => {
  const root = site({
    'in/page.html': ['../r.pdf', 'l.pdf', 'gone.pdf', 'https://example.org/r.pdf', 'page.pdf']
      .map(link)
      .join(''),
    'r.pdf': 'x',
  });
  mkdirSync(join(root, 'in/page.pdf'));
  symlinkSync(join(root, 'r.pdf'), join(root, 'in/l.pdf'));
  expect(sources(join(root, 'in/page.html'))).toEqual(['page.html']);
});

test('are looked for in pages only: a PDF may quote one, and a pipe is not opened', () => {
  const root = site({
    'quotes.pdf': `%PDF-1.7\n${link('r.pdf')}`,
    'zeros.html': `\0${link('r.pdf')}`,
    'r.pdf': 'x',
  });
  execFileSync('mkfifo', [join(root, 'pipe.html')]);
  for (const name of ['quotes.pdf', 'zeros.html', 'pipe.html'])
    expect(sources(join(root, name))).toEqual([name]);
});
