import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import type { PaperDetails } from '../printed.js';

export const run = promisify(execFile);

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** Files in one call of LibreOffice: enough to pay for its start, few enough to lose little when one hangs. */
const SOFFICE_BATCH = 60;
const SOFFICE_TIMEOUT_MS = 300_000;

let browser: Browser | undefined;

async function openBrowser(): Promise<Browser> {
  browser ??= await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  return browser;
}

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

const SMALL = 'font-size:8px;width:100%;text-align:center';

/** Prints pages to PDF, one tab for all of them. */
export async function chromiumPdfs(
  jobs: { html: string; target: string; paper: PaperDetails }[],
): Promise<void> {
  if (jobs.length === 0) return;
  const context = await (await openBrowser()).newContext({ javaScriptEnabled: false });
  const tab = await context.newPage();
  for (const { html, target, paper } of jobs) {
    await tab.setContent(html, { waitUntil: 'domcontentloaded' });
    await tab.pdf({
      path: target,
      preferCSSPageSize: true,
      landscape: paper.landscape,
      displayHeaderFooter: paper.pageNumbers || paper.headerText !== '',
      headerTemplate: `<div style="${SMALL}">${paper.headerText}</div>`,
      footerTemplate: paper.pageNumbers
        ? `<div style="${SMALL}">— <span class="pageNumber"></span> —</div>`
        : '<div></div>',
    });
    if (paper.rotated !== 0) await turnPages(target, paper.rotated);
  }
  await context.close();
}

/** Pictures of all elements that a selector finds on a page, null for hidden ones; `density` is that of the screen. */
export async function screenshots(
  html: string,
  selector: string,
  width: number,
  density: number,
): Promise<(Buffer | null)[]> {
  const context = await (await openBrowser()).newContext({
    javaScriptEnabled: false,
    viewport: { width, height: 900 },
    deviceScaleFactor: density,
  });
  const tab = await context.newPage();
  await tab.setContent(html, { waitUntil: 'domcontentloaded' });
  const shots: (Buffer | null)[] = [];
  for (const element of await tab.locator(selector).all()) {
    shots.push((await element.isVisible()) ? await element.screenshot() : null);
  }
  await context.close();
  return shots;
}

/** The content is laid sideways and the page turned back, so that the page still reads upright. */
async function turnPages(path: string, degrees: 90 | 270): Promise<void> {
  const opposite = degrees === 90 ? 270 : 90;
  await run('qpdf', ['--replace-input', path, `--rotate=${opposite}`]);
  await run('qpdf', ['--replace-input', '--flatten-rotation', path]);
  await run('qpdf', ['--replace-input', path, `--rotate=${degrees}`]);
}

export type SofficeTarget = 'docx' | 'pdf' | 'doc' | 'odt';

/** Converts HTML files with Writer; results carry the source's name in `folder`. */
export async function sofficeConvert(
  sources: string[],
  target: SofficeTarget,
  folder: string,
): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'compose-profile-'));
  try {
    for (let at = 0; at < sources.length; at += SOFFICE_BATCH) {
      const batch = sources.slice(at, at + SOFFICE_BATCH);
      await run(
        'soffice',
        [
          `-env:UserInstallation=file://${profile}`,
          '--headless',
          '--infilter=HTML (StarWriter)',
          '--convert-to',
          target === 'pdf' ? 'pdf:writer_pdf_Export' : target,
          '--outdir',
          folder,
          ...batch,
        ],
        { timeout: SOFFICE_TIMEOUT_MS },
      );
    }
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

export async function pandocDocx(source: string, target: string): Promise<void> {
  await run('pandoc', ['--from=html', '--to=docx', `--output=${resolve(target)}`, source], {
    cwd: dirname(source),
  });
}

export function stem(path: string): string {
  return basename(path).replace(/\.[^.]+$/, '');
}
