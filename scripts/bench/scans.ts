import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { available, measurePerFile, type Usage } from './measure.js';

/** What the peer is given: pages as they were scanned. */
const DPI = '200';

/**
 * Seconds of a scanned page, the engine's processes included, and what plain tesseract takes to read the same pages
 * as a whole, which gives text without a table. Each report is read by a process of its own.
 */
export function benchScans(reports: readonly string[], cli: string, scratch: string): void {
  console.log(`scans (${reports.length} scanned PDFs of the corpus)`);
  if (!available('tesseract', ['--version']) || !available('pdftoppm', ['-v'])) {
    console.log('  tesseract or pdftoppm (poppler-utils) is not installed: NOT measured\n');
    return;
  }
  const pages = reports.flatMap((report) => pagesOf(report, join(scratch, 'pages')));
  const extract = `"${process.execPath}" "${cli}" extract "$file" --out "${join(scratch, 'scans')}" --jobs 1 --quiet`;
  const own = measurePerFile(extract, reports);
  const peer = measurePerFile('OMP_THREAD_LIMIT=1 tesseract "$file" - -l chi_sim', pages);
  line('nianbao, start-up included', own, pages.length);
  console.log(`    ${(own.cpu / reports.length).toFixed(2)} s CPU per report`);
  line('tesseract -l chi_sim on whole pages', peer, pages.length);
  console.log(`    nianbao costs ${(own.cpu / peer.cpu).toFixed(2)} times its CPU per page\n`);
}

/** The pages of a report as picture files. */
function pagesOf(report: string, folder: string): string[] {
  const own = join(folder, basename(join(report, '..')));
  mkdirSync(own, { recursive: true });
  spawnSync('pdftoppm', ['-r', DPI, '-gray', '-png', report, join(own, 'page')]);
  return readdirSync(own)
    .sort()
    .map((name) => join(own, name));
}

function line(name: string, { cpu, wall }: Usage, pages: number): void {
  const [c, w] = [cpu, wall].map((seconds) => (seconds / pages).toFixed(2));
  console.log(`  ${name}: ${c} s CPU, ${w} s wall clock per page`);
}
