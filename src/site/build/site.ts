/** Makes the static site of a dataset. */

import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RULES, type Rule } from '../../audit/index.js';
import { type Overview, PIECE, type RuleText, SHARD_SIZE } from '../wire/pieces.js';
import { writeReports } from './assemble.js';
import { type Catalogue, readCatalogue } from './catalogue.js';
import { DatasetError } from './dataset-error.js';
import { gather } from './gather.js';
import { INDEX_HTML } from './index-html.js';
import { openSite } from './output.js';
import { PieceWriter } from './piece-writer.js';
import { Spool } from './spool.js';
import { Totals } from './totals.js';

export interface SiteOptions {
  /** Version of nianbao, shown at the foot of the page. */
  readonly version: string;
  /** Gets a function that gives the run up, for signals. */
  readonly onOpen?: (discard: () => void) => void;
}

export interface SiteSummary {
  readonly reports: number;
  readonly agencies: number;
  readonly findings: number;
  readonly warnings: readonly string[];
}

/** Bundle of the page, made by `npm run build`: beside the compiled code, also when the sources run. */
const ASSETS = fileURLToPath(new URL('../../../dist/site/assets', import.meta.url));

/**
 * Writes the site of the dataset in `datasetDir` to `outDir`, which it replaces as a whole. The same dataset gives the
 * same bytes. Throws `DatasetError` for a dataset that cannot be read, `OutputError` for a folder that is not to be
 * replaced, and what the file system says.
 */
export async function buildSite(
  datasetDir: string,
  outDir: string,
  options: SiteOptions,
): Promise<SiteSummary> {
  if (!existsSync(join(datasetDir, 'reports.csv'))) {
    throw new DatasetError(
      `${datasetDir} is no dataset: it has no reports.csv. Make one with nianbao extract.`,
    );
  }
  const output = openSite(outDir, datasetDir);
  options.onOpen?.(output.discard);
  try {
    const summary = await fill(datasetDir, output.folder, options.version);
    output.commit();
    return summary;
  } finally {
    output.discard();
  }
}

async function fill(datasetDir: string, folder: string, version: string): Promise<SiteSummary> {
  const catalogue = await readCatalogue(datasetDir);
  const totals = new Totals(catalogue);
  const spool = new Spool(join(folder, 'spool'));
  const gathered = await gather(datasetDir, catalogue, spool, totals);
  const writer = new PieceWriter(folder);
  const pieces = await writeReports(catalogue, spool, writer);
  spool.close();
  const overview: Overview = {
    version,
    ...countReports(catalogue),
    unmapped: gathered.unmapped,
    rules: ruleTexts(totals),
    findings: countFindings(totals),
    byRule: totals.byRule(),
    byYear: totals.byYear(),
    ...pieces,
    shardSize: SHARD_SIZE,
  };
  writer.write(PIECE.overview, overview);
  cpSync(ASSETS, join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), INDEX_HTML);
  const findings = Object.values(overview.findings).reduce((sum, count) => sum + count, 0);
  return { reports: overview.reports, agencies: overview.agencies, findings, warnings: gathered.warnings };
}

function countReports({ reports, agencies }: Catalogue) {
  return {
    reports: reports.length,
    agencies: agencies.filter(({ name }) => name !== '').length,
    notAudited: reports.filter(({ findings, status }) => findings === '' && status !== 'failed').length,
    statuses: tally(reports.map(({ status }) => status)),
    editions: tally(reports.map(({ edition }) => edition)),
  };
}

function tally(values: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function countFindings(totals: Totals): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { severity, findings } of totals.byRule()) counts[severity] = (counts[severity] ?? 0) + findings;
  return counts;
}

/** The rules of the audit, then those that only the dataset knows. */
function ruleTexts(totals: Totals): RuleText[] {
  const known = (RULES as readonly Rule[]).map(({ id, severity, zh, en, source }) => ({
    id,
    severity,
    zh,
    en,
    source,
  }));
  const ids = new Set(known.map(({ id }) => id));
  const others = [...new Set(totals.byRule().map(({ rule }) => rule))].filter((id) => !ids.has(id)).sort();
  return [...known, ...others.map((id): RuleText => ({ id, severity: '', zh: '', en: '', source: '' }))];
}
