import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Printed } from '../printed.js';
import { createRandom } from '../random.js';
import type { Format } from './formats.js';
import { encodeGbk } from './gbk.js';
import { type HtmlOptions, renderHtml } from './html.js';
import { withTablePictures, writePicturePage, writeWithPictures } from './pictures.js';
import { portalChrome } from './portal.js';
import { chromiumPdfs, closeBrowser, pandocDocx, type SofficeTarget, sofficeConvert } from './programs.js';
import { scanPdf, wearOf } from './scan.js';
import { PAPER_CSS, pictureCss, scannedCss, WEB_CSS, WRITER_CSS } from './styles.js';
import { renderMarkdown, renderText } from './text.js';
import { renderXlsx } from './xlsx.js';

export interface RenderJob {
  printed: Printed;
  format: Format;
  /** Where the document goes. */
  target: string;
}

function html(printed: Printed, css: string, options: Partial<HtmlOptions> = {}): string {
  return printed.translate(renderHtml(printed, { charset: 'utf-8', css, ...options }));
}

/** Formats that need no program. */
const PLAIN: Partial<Record<Format, (printed: Printed) => string | Buffer>> = {
  html: (printed) => html(printed, WEB_CSS),
  'html-gbk': (printed) => encodeGbk(html(printed, WEB_CSS, { charset: 'gbk' })),
  'html-portal': (printed) => html(printed, WEB_CSS, { chrome: portalChrome }),
  'txt-tab': (printed) => printed.translate(renderText(printed)),
  markdown: (printed) => printed.translate(renderMarkdown(printed)),
  xlsx: renderXlsx,
};

async function throughWriter(jobs: RenderJob[], target: SofficeTarget, folder: string): Promise<void> {
  const sources: string[] = [];
  for (const [at, job] of jobs.entries()) {
    const source = join(folder, `${target}-${at}.html`);
    await writeFile(source, html(job.printed, WRITER_CSS));
    sources.push(source);
  }
  if (sources.length > 0) await sofficeConvert(sources, target, folder);
  for (const [at, job] of jobs.entries()) await rename(join(folder, `${target}-${at}.${target}`), job.target);
}

async function throughPandoc(jobs: RenderJob[], folder: string): Promise<void> {
  for (const [at, job] of jobs.entries()) {
    const source = join(folder, `pandoc-${at}.html`);
    await writeFile(source, html(job.printed, ''));
    await pandocDocx(source, job.target);
  }
}

const SCANS = ['scan-clean', 'scan-rough', 'scan-seal'] as const;

/** Prints and scans: the paper varies with the name of the document. */
async function throughScanner(jobs: RenderJob[]): Promise<void> {
  const randomOf = ({ target }: RenderJob) => createRandom(`scan:${target.split('/').at(-1)}`);
  await chromiumPdfs(
    jobs.map((job) => ({
      html: html(job.printed, scannedCss(randomOf(job))),
      target: job.target,
      paper: job.printed.paper,
    })),
  );
  for (const job of jobs) {
    const format = SCANS.find((known) => known === job.format) ?? 'scan-clean';
    await scanPdf(job.target, wearOf(format, randomOf(job).fork('wear')));
  }
}

async function throughCamera(jobs: RenderJob[], folder: string): Promise<void> {
  for (const { printed, format, target } of jobs) {
    const page = html(printed, pictureCss(createRandom(`picture:${target.split('/').at(-1)}`)));
    if (format === 'picture-page') await writePicturePage(page, target);
    else {
      const source = join(folder, 'pictures.html');
      await writeWithPictures(await withTablePictures(page, target, 'pictures', () => false), source);
      await pandocDocx(source, target);
    }
  }
}

/** Writes every document; the external programs are started once for all the documents they make. */
export async function renderAll(jobs: RenderJob[]): Promise<void> {
  const of = (format: Format) => jobs.filter((job) => job.format === format);
  for (const job of jobs) {
    const render = PLAIN[job.format];
    if (render) await writeFile(job.target, render(job.printed));
  }
  const folder = await mkdtemp(join(tmpdir(), 'compose-'));
  try {
    await chromiumPdfs(
      of('pdf-chromium').map(({ printed, target }) => ({
        html: html(printed, PAPER_CSS),
        target,
        paper: printed.paper,
      })),
    );
    await throughWriter(of('pdf-libreoffice'), 'pdf', folder);
    await throughWriter(of('docx-libreoffice'), 'docx', folder);
    await throughWriter(of('doc'), 'doc', folder);
    await throughWriter(of('odt'), 'odt', folder);
    await throughPandoc(of('docx-pandoc'), folder);
    await throughScanner(SCANS.flatMap((format) => of(format)));
    await throughCamera([...of('picture-page'), ...of('docx-picture')], folder);
  } finally {
    await closeBrowser();
    await rm(folder, { recursive: true, force: true });
  }
}
