/**
 * `npm run bench:audit [-- --reports 10000,100000] [--keep DIR]`: nianbao audit over datasets of made-up reports (200 cells
 * each, ten years of each agency): rate, CPU and peak memory of the whole process.
 */

import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureNode } from './bench/measure.js';
import { writeDataset } from './series/dataset.js';
import { figuresOverYears } from './series/figures.js';
import type { MadeReport } from './series/reports.js';
import { optionsOf } from './support/arguments.js';

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const YEARS = 10;
const FIRST_YEAR = 2021;
const MEGABYTE = 1e6;

const values = optionsOf(import.meta.url, {
  reports: { type: 'string', default: '1000,10000' },
  keep: { type: 'string' },
});

function* reports(count: number): Generator<MadeReport> {
  for (let agency = 0; agency * YEARS < count; agency++) {
    const years = figuresOverYears(`bench ${agency}`, YEARS);
    for (const [at, figures] of years.entries()) {
      const year = FIRST_YEAR + at;
      const id = String(agency).padStart(6, '0');
      const text = {
        characters: 900 + agency,
        simhash: hash(`${agency}/${at}`),
        digest: hash(`${at}/${agency}`),
      };
      yield {
        source: `${id}/${year}.html`,
        agency: `第${id}县人民政府`,
        agencyId: `${id}/government`,
        year,
        figures,
        narrative: text,
      };
    }
  }
}

/** 64 bits that differ from text to text. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (const char of text)
    value = BigInt.asUintN(64, (value ^ BigInt(char.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return value.toString(16).padStart(16, '0');
}

console.log(`${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, Node ${process.version}`);
for (const count of values.reports.split(',').map(Number)) {
  const folder = values.keep
    ? join(values.keep, String(count))
    : mkdtempSync(join(tmpdir(), 'nianbao-audit-'));
  try {
    if (!existsSync(join(folder, 'datapackage.json'))) await writeDataset(folder, reports(count), false);
    const cells = statSync(join(folder, 'applications.csv')).size;
    const { cpu, wall, megabytes } = measureNode([CLI, 'audit', folder, '--format', 'csv']);
    console.log(
      [
        `${count} reports (applications.csv ${(cells / MEGABYTE).toFixed(0)} MB)`,
        `${wall.toFixed(1)} s, ${(count / wall).toFixed(0)} reports/s`,
        `${((cpu / count) * 1000).toFixed(2)} ms CPU per report`,
        `peak ${megabytes.toFixed(0)} MB`,
      ].join(', '),
    );
  } finally {
    if (!values.keep) rmSync(folder, { recursive: true, force: true });
  }
}
