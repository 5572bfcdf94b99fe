/**
 * `npm run bench [-- --copies N] [--only HTML] [--memory]`: what reading costs, by format and per scanned page, and what merely getting
 * the text out costs with other tools on the same files in the same run; with `--memory`, what memory a run over
 * 10,000 files takes against one over 2,000. All figures are of whole processes.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copies, type FormatSet, formatSets, scannedReports } from './bench/inputs.js';
import {
  available,
  type Cost,
  costOf,
  measureNode,
  measurePerFile,
  measurePython,
  PYTHON,
  type Usage,
} from './bench/measure.js';
import { benchMemory } from './bench/memory.js';
import { benchScans } from './bench/scans.js';
import { optionsOf } from './support/arguments.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CLI = join(ROOT, 'dist/cli.js');
const CORPUS = join(ROOT, 'corpus');
const DEFAULT_COPIES = 120;
/** Cheap formats need more files until the slope is that of warmed-up code and not of the compiler at work. */
const MORE_FILES: Readonly<Record<string, number>> = { HTML: 5, text: 5 };
/** Start-up differs from run to run by what else the machine does; the best of these is its cost. */
const START_RUNS = 5;

const values = optionsOf(import.meta.url, {
  copies: { type: 'string', default: String(DEFAULT_COPIES) },
  only: { type: 'string' },
  memory: { type: 'boolean', default: false },
});
const COPIES = Number(values.copies);
const scratch = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));

try {
  const dataset = join(scratch, 'corpus');
  measureNode([CLI, 'extract', CORPUS, '--out', dataset, '--quiet']);
  const sets = formatSets(CORPUS, dataset).filter(
    ({ format }) => values.only === undefined || values.only === format,
  );
  console.log(`${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, Node ${process.version}`);
  console.log('Files are copies of the corpus under names of their own; every one is read anew.');
  if (values.memory) benchMemory(sets, scratch, (files) => extract(files, availableParallelism()));
  else {
    benchFormats(sets);
    if (values.only === undefined || values.only === 'scans')
      benchScans(scannedReports(CORPUS, dataset), CLI, scratch);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function benchFormats(sets: readonly FormatSet[]): void {
  console.log('Cost per report is the slope between a quarter of the files and all; the rest is warm-up.\n');
  for (const set of sets) benchFormat(set);
}

function extract(files: readonly string[], jobs: number): Usage {
  const args = [CLI, 'extract', '-', '--out', join(scratch, 'out'), '--quiet', '--jobs', String(jobs)];
  return measureNode(args, files.join('\n'));
}

function benchFormat({ format, originals }: FormatSet): void {
  const files = copies(originals, COPIES * (MORE_FILES[format] ?? 1), join(scratch, format));
  console.log(`${format} (${files.length} files, ${originals.length} different reports)`);
  const own = costOf(files, (some) => extract(some, availableParallelism()));
  line('nianbao', own);
  line(
    'nianbao --jobs 1',
    costOf(files, (some) => extract(some, 1)),
  );
  const start = Math.min(...Array.from({ length: START_RUNS }, () => extract(files.slice(0, 1), 1).wall));
  console.log(`  one report alone, wall clock: ${(start * 1000).toFixed(0)} ms`);
  for (const { name, cost } of yardsticks(format, files)) {
    line(name, cost);
    console.log(`    nianbao costs ${(own.perFile / cost.perFile).toFixed(2)} times its CPU per report`);
  }
  console.log('');
}

interface Yardstick {
  readonly name: string;
  readonly cost: Cost;
}

function yardsticks(format: string, files: readonly string[]): Yardstick[] {
  if (format === 'PDF') return pdfYardsticks(files);
  if (format === 'HTML') return htmlYardsticks(files);
  return [];
}

function pdfYardsticks(files: readonly string[]): Yardstick[] {
  const script = join(ROOT, 'scripts/bench/pdfjs-text.mjs');
  const pdfjs = costOf(files, (some) => measureNode([script], some.join('\n')));
  const found: Yardstick[] = [{ name: 'pdfjs-dist getTextContent + getOperatorList', cost: pdfjs }];
  if (available('pdftotext', ['-v'])) {
    const cost = costOf(files, (some) => measurePerFile('pdftotext -layout "$file" -', some));
    found.push({ name: 'pdftotext -layout', cost });
  } else {
    console.log('  pdftotext is not installed (poppler-utils): not measured');
  }
  return found;
}

function htmlYardsticks(files: readonly string[]): Yardstick[] {
  if (!available(PYTHON, ['-c', 'import pandas, lxml'])) {
    console.log(
      `  ${PYTHON} has no pandas and lxml (python3-pandas, python3-lxml): pandas.read_html NOT measured`,
    );
    return [];
  }
  const script = join(ROOT, 'scripts/bench/pandas_html.py');
  return [{ name: 'pandas.read_html', cost: costOf(files, (some) => measurePython(script, some)) }];
}

function line(name: string, { perFile, warmUp, large, files }: Cost): void {
  const parts = [
    `${(perFile * 1000).toFixed(1)} ms CPU per report`,
    `warm-up ${warmUp.toFixed(2)} s CPU`,
    `${(files / large.wall).toFixed(1)} reports/s`,
    `${(large.cpu / large.wall).toFixed(2)} cores`,
    Number.isNaN(large.megabytes) ? '' : `peak ${large.megabytes.toFixed(0)} MB`,
  ];
  console.log(`  ${name}: ${parts.filter(Boolean).join(', ')}`);
}
