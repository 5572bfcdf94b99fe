/**
 * `tsx scripts/bench-site.ts [-- --reports 10000]`, after `npm run build`: what `nianbao report` costs for many reports, how
 * large the site is, and how soon the page shows something in Chromium, opened from disk.
 */

import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BrowserContext, chromium } from 'playwright-core';
import { measureNode } from './bench/measure.js';
import { writeSynthetic } from './site/synthetic.js';
import { optionsOf } from './support/arguments.js';

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const YEARS = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];
/** Of the reports drawn this share is missing; see `synthetic.ts`. */
const PRESENT = 0.93;

const values = optionsOf(import.meta.url, { reports: { type: 'string', default: '10000' } });
const REPORTS = Number(values.reports);
const scratch = mkdtempSync(join(tmpdir(), 'nianbao-bench-site-'));

async function bench(): Promise<void> {
  const few = build(Math.round(REPORTS / 4), 'few');
  const all = build(REPORTS, 'all');
  console.log(`peak memory grows by ${(all.megabytes - few.megabytes).toFixed(0)} MB from a quarter to all`);
  await paint(all.site);
}

function build(reports: number, name: string): { site: string; megabytes: number } {
  const [dataset, site] = [join(scratch, `${name}-dataset`), join(scratch, `${name}-site`)];
  writeSynthetic(dataset, { agencies: Math.round(reports / YEARS.length / PRESENT), years: YEARS });
  const usage = measureNode([CLI, 'report', dataset, '--out', site, '--quiet']);
  const files = filesBelow(site);
  console.log(`${reports} reports, dataset ${megabytes(filesBelow(dataset))}`);
  console.log(
    `  built in ${usage.wall.toFixed(1)} s (${usage.cpu.toFixed(1)} s CPU), peak ${usage.megabytes.toFixed(0)} MB`,
  );
  console.log(
    `  ${files.length} files, ${megabytes(files)}; the largest ${Math.max(...files.map(sizeOf)) >> 10} kB`,
  );
  for (const part of ['assets', 'data/report']) {
    const own = files.filter((file) => file.startsWith(join(site, part)));
    console.log(`  ${part}: ${own.length} files, ${megabytes(own)}`);
  }
  return { site, megabytes: usage.megabytes };
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const sizeOf = (file: string): number => statSync(file).size;
const megabytes = (files: readonly string[]): string =>
  `${(files.reduce((sum, file) => sum + sizeOf(file), 0) / 1024 ** 2).toFixed(1)} MB`;

/** Views and what has to be there before they count as shown. */
const VIEWS: readonly (readonly [string, string])[] = [
  ['#/', '.drawing svg'],
  ['#/reports', 'table.data tbody tr'],
  ['#/findings', 'table.data tbody tr'],
  ['#/coverage', 'table.matrix tbody tr'],
];

async function paint(site: string): Promise<void> {
  const browser = await chromium.launchPersistentContext(join(scratch, 'profile'), {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  try {
    const index = pathToFileURL(join(site, 'index.html')).href;
    for (const [view, sign] of VIEWS) console.log(`  ${view}: ${await timed(browser, index + view, sign)}`);
    console.log(`  search while typing: ${await search(browser, index)} ms`);
    console.log(`  a report from the list: ${await openReport(browser, index)} ms`);
  } finally {
    await browser.close();
  }
}

const RUNS = 5;
const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;

async function timed(browser: BrowserContext, url: string, sign: string): Promise<string> {
  const paints: number[] = [];
  const shown: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForSelector(sign);
    shown.push(await page.evaluate(() => performance.now()));
    paints.push(
      await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0),
    );
    await page.close();
  }
  return `first paint ${median(paints).toFixed(0)} ms, complete ${median(shown).toFixed(0)} ms (median of ${RUNS})`;
}

async function search(browser: BrowserContext, index: string): Promise<string> {
  const page = await browser.newPage();
  await page.goto(`${index}#/reports`);
  await page.waitForSelector('table.data tbody tr');
  const before = await page.locator('.result-line p').textContent();
  const time = await page.evaluate(() => performance.now());
  await page.fill('input[name=q]', '新城');
  await page.waitForFunction(
    (text) => document.querySelector('.result-line p')?.textContent !== text,
    before,
  );
  const after = await page.evaluate(() => performance.now());
  await page.close();
  return (after - time).toFixed(0);
}

async function openReport(browser: BrowserContext, index: string): Promise<string> {
  const page = await browser.newPage();
  await page.goto(`${index}#/reports?status=complete`);
  const link = page.locator('table.data tbody a').first();
  await link.waitFor();
  const time = await page.evaluate(() => performance.now());
  await link.click();
  await page.waitForSelector('table.form.remedies');
  const after = await page.evaluate(() => performance.now());
  await page.close();
  return (after - time).toFixed(0);
}

try {
  await bench();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
