/**
 * `npm run evaluate:audit [-- --reports 1000 --seed 1]`: errors planted in consistent made-up reports, each kind in a dataset
 * of its own, through the built command line. Exit code 1: an error that a sum can see was missed, or a consistent report
 * was accused.
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { placeOf } from '../src/audit/words.js';
import type { FormTable } from '../src/model/report.js';
import { createRandom } from './compose/random.js';
import { writeDataset } from './series/dataset.js';
import { type Figures, figuresOverYears } from './series/figures.js';
import { brokenSums, KINDS, type Kind, type Planted, plant } from './series/plant.js';
import type { MadeReport } from './series/reports.js';
import { optionsOf } from './support/arguments.js';

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const YEARS = 4;
const FIRST_YEAR = 2021;
const LEAST_NAMED = 0.95;
const OUTPUT_BYTES = 1 << 28;

const values = optionsOf(import.meta.url, {
  reports: { type: 'string', default: '1000' },
  seed: { type: 'string', default: '1' },
});

interface Finding {
  readonly source: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

interface Case extends MadeReport {
  readonly planted: Planted | null;
}

/** One agency in four years; an error in one of them, so that the others are its witnesses. */
function casesOf(kind: Kind | null, count: number): Case[] {
  const agencies = kind === null ? Math.ceil(count / YEARS) : count;
  return Array.from({ length: agencies }, (_, agency) => {
    const seed = `${values.seed}/${agency}`;
    const random = createRandom(`${seed}/${kind}`);
    const years = figuresOverYears(seed, YEARS);
    const wrong = random.int(1, YEARS - 1);
    return years.map((figures, at): Case => {
      const planted = kind !== null && at === wrong ? plant(kind, figures, random) : null;
      return { ...nameOf(agency, at), figures: planted?.figures ?? figures, planted };
    });
  }).flat();
}

function nameOf(agency: number, at: number): Omit<MadeReport, 'figures'> {
  const id = String(agency).padStart(6, '0');
  const year = FIRST_YEAR + at;
  return { source: `${id}/${year}.html`, agency: `第${id}县人民政府`, agencyId: `${id}/government`, year };
}

async function audited(cases: readonly Case[]): Promise<Map<string, Finding[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-audit-'));
  try {
    await writeDataset(join(folder, 'dataset'), cases, false);
    const run = spawnSync(process.execPath, [CLI, 'audit', join(folder, 'dataset'), '--format', 'json'], {
      encoding: 'utf8',
      maxBuffer: OUTPUT_BYTES,
    });
    if (run.status !== 0) throw new Error(run.stderr);
    const findings = JSON.parse(run.stdout) as Finding[];
    const bySource = new Map<string, Finding[]>();
    for (const finding of findings)
      bySource.set(finding.source, [...(bySource.get(finding.source) ?? []), finding]);
    return bySource;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function consistentReports(count: number): Promise<boolean> {
  const cases = casesOf(null, count);
  const findings = [...(await audited(cases)).values()].flat();
  const of = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  console.log(
    `consistent: ${cases.length} reports, ${of('error')} errors, ${of('warning')} warnings, ${of('notice')} notices`,
  );
  return of('error') === 0 && of('warning') === 0;
}

const SUM_RULES = new Set([
  'applications_balance',
  'applications_outcomes',
  'applications_row',
  'remedies_sum',
]);
const UNSURE = 'cannot be told';

interface Score {
  planted: number;
  visible: number;
  found: number;
  determined: number;
  named: number;
  /** Seen by a comparison with another year. */
  byYears: number;
  accused: number;
}

async function plantedErrors(kind: Kind, count: number): Promise<boolean> {
  const cases = casesOf(kind, count);
  const findings = await audited(cases);
  const score: Score = { planted: 0, visible: 0, found: 0, determined: 0, named: 0, byYears: 0, accused: 0 };
  for (const { source, figures, planted } of cases) note(score, findings.get(source) ?? [], figures, planted);
  const share = score.determined === 0 ? '–' : `${((score.named / score.determined) * 100).toFixed(1)} %`;
  console.log(
    `${kind}: ${score.planted} planted, ${score.visible} break a sum, ${score.found} of them found as error; ` +
      `cell determined ${score.determined}, the true one first ${score.named} (${share}); ` +
      `${score.byYears} seen by another year; ${score.accused} consistent reports with an error`,
  );
  return (
    score.found === score.visible &&
    score.accused === 0 &&
    (score.determined === 0 || score.named / score.determined >= LEAST_NAMED)
  );
}

function note(score: Score, findings: readonly Finding[], figures: Figures, planted: Planted | null): void {
  const broken = findings.filter(({ rule, severity }) => SUM_RULES.has(rule) && severity === 'error');
  if (planted === null || planted.changed.size === 0) {
    if (findings.some(({ severity }) => severity === 'error')) score.accused += 1;
    return;
  }
  score.planted += 1;
  if (findings.some(({ rule }) => rule.startsWith('years_'))) score.byYears += 1;
  if (brokenSums(figures) === 0) return;
  score.visible += 1;
  if (broken.length === brokenSums(figures)) score.found += 1;
  const [first] = broken;
  if (first === undefined || first.message.includes(UNSURE)) return;
  score.determined += 1;
  if (isNamed(first.message, planted, figures)) score.named += 1;
}

/** The way that is named first gives every changed cell its old figure; rows that were exchanged are named as such. */
function isNamed(message: string, { changed }: Planted, figures: Figures): boolean {
  const first =
    message
      .slice(message.indexOf('若 ') + 2)
      .split('；或 ')[0]
      ?.split('，则 ')[0] ?? '';
  if (changed.size > 2 && first.includes('两行互换')) return true;
  const ways = [...changed].map(([key, old]) => {
    const [table, row = '', column = ''] = key.split('/') as [FormTable, string, string];
    return `${placeOf({ table, row, column }).zh} 印作 ${figures.get(key)}，应为 ${old}`;
  });
  return first.split('，且 ').length === ways.length && ways.every((way) => first.includes(way));
}

const count = Number(values.reports);
const passed = [await consistentReports(count)];
for (const kind of KINDS) passed.push(await plantedErrors(kind, count));
process.exitCode = passed.every(Boolean) ? 0 : 1;
