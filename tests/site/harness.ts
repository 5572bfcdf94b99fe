/** A site open in Chromium, and what the tests ask of it. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { type Chromium, openChromium } from '../support/browser.js';
import { type CsvRecord, readCsv, runCli, scratch } from '../support/cli.js';

const { folder, clean } = scratch();

/** A dataset with its site. */
export interface Shown {
  readonly dataset: string;
  readonly site: string;
}

/** A test that looks at many views, on a busy machine (ms). */
export const MANY_VIEWS = 180_000;

/** What a click changes is drawn a moment later; on a busy machine a long moment (ms). */
const PATIENCE = 20_000;
const BETWEEN_LOOKS = 50;

/** Looks again until the expectations hold, or fails as they last failed. */
export async function eventually(expectations: () => Promise<void>): Promise<void> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await expectations();
    } catch (failure) {
      if (performance.now() > end) throw failure;
      await new Promise((resume) => setTimeout(resume, BETWEEN_LOOKS));
    }
  }
}

/** Makes a dataset and its site. */
export function show(make: (folder: string) => string): Shown {
  const dataset = make(join(folder(), 'dataset'));
  const site = join(folder(), 'site');
  const { code, stderr } = runCli(['report', dataset, '--out', site, '--quiet']);
  if (code !== 0) throw new Error(stderr);
  return { dataset, site };
}

/** Text as it is rendered, once the element is there. */
export async function textOf(locator: Locator): Promise<string> {
  await locator.first().waitFor();
  return (await locator.allInnerTexts()).join('\n');
}

/**
 * Opens a browser for the tests of a file. After each test nothing may stand in the console, and no request may have left
 * the page.
 */
export function inBrowser(make: (folder: string) => string) {
  let chromium: Chromium;
  let opened: Page;
  let shown: Shown;
  const faults: string[] = [];
  const requests: string[] = [];
  beforeAll(async () => {
    shown = show(make);
    chromium = await openChromium();
    chromium.context.on('request', (request) => requests.push(request.url()));
    opened = await chromium.context.newPage();
    opened.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
    });
    opened.on('pageerror', (error) => faults.push(String(error)));
  }, MANY_VIEWS);
  afterAll(async () => {
    await chromium.close();
    clean();
  });
  afterEach(() => {
    expect(faults.splice(0)).toEqual([]);
    expect(requests.filter((url) => !/^(?:file|data|blob):/.test(url))).toEqual([]);
  });
  const address = (hash: string, { site } = shown): string =>
    `${pathToFileURL(join(site, 'index.html'))}${hash}`;
  const records = (file: string) => (): CsvRecord[] => readCsv(shown.dataset, file);
  const findings = records('findings');
  return {
    page: (): Page => opened,
    dataset: (): string => shown.dataset,
    address,
    /** Takes what the console has said so far, for a test that expects it. */
    takeFaults: (): string => faults.splice(0).join('\n'),
    /** Opens a view and waits until it is there. */
    open: async (hash: string, of = shown): Promise<void> => {
      await opened.goto('about:blank');
      await opened.goto(address(hash, of));
      await opened.waitForSelector('h1');
      await opened.waitForFunction(() => document.querySelector('.waiting') === null);
    },
    choice: (name: string): Locator =>
      opened.locator('details.choice').filter({ has: opened.getByText(name, { exact: true }) }),
    /** What the list says of itself. */
    said: (): Promise<string> => textOf(opened.locator('.result-line [role=status]')),
    findings,
    reports: records('reports'),
    /** A finding of severity error in table 三. */
    faulty: (): CsvRecord =>
      findings().find(({ severity, table }) => severity === 'error' && table === 'applications') as CsvRecord,
  };
}
