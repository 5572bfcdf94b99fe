/**
 * The scheduled job: harvest, then a dataset of everything the store holds. Each step may be interrupted; the next
 * run over the same sources does what is left and ends where an undisturbed one ends.
 */

import { createHash } from 'node:crypto';
import type { ReportOutcome } from '../batch/index.js';
import {
  beginRun,
  type CrawlOptions,
  crawl,
  FetchLog,
  finishRun,
  type Run,
  type Source,
  Store,
} from '../harvest/index.js';
import type { DatasetWriter } from '../write/index.js';
import { withoutDoubles, writeDataset } from './dataset.js';
import { Extractions, type ExtractOptions } from './extractions.js';
import { groupBy } from './group.js';
import { History } from './history.js';
import { inputsOf, judge, type Verdict } from './judge.js';
import { leadsOf, type SourceWalk, walksOf } from './leads.js';
import { countSource, type SourceCount } from './rows.js';
import { COLLECT_TABLES } from './tables.js';

export type { Verdict } from './judge.js';
export { knownReports } from './known.js';
export type { SourceCount } from './rows.js';
export { type StoreStatus, storeStatus } from './status.js';

export interface HarvestOptions {
  readonly store: string;
  /** Folder of the dataset; none is written without. */
  readonly out?: string;
  readonly bom: boolean;
  readonly audit: boolean;
  /** Makes the dataset of the last run again, without the network. */
  readonly offline: boolean;
  readonly today: Date;
  readonly crawl: Omit<CrawlOptions, 'known' | 'today'>;
  readonly extract: ExtractOptions;
  readonly onReport: (verdict: Verdict, outcome: ReportOutcome) => void;
  readonly onWriter?: (writer: DatasetWriter) => void;
}

export interface HarvestResult {
  readonly run: Run;
  /** False when time or bytes ran out: the next run goes on. */
  readonly complete: boolean;
  readonly sources: readonly (SourceWalk & { readonly count: SourceCount })[];
  /** Reports in the dataset. */
  readonly reports: number;
  readonly requests: { readonly sent: number; readonly notModified: number };
  readonly pagesParsed: number;
  readonly extracted: number;
}

/** Runs the job. Throws StoreLocked and StoreError for the store, RunError for the dataset. */
export async function harvest(sources: readonly Source[], options: HarvestOptions): Promise<HarvestResult> {
  const store = Store.open(options.store);
  try {
    store.addTables(COLLECT_TABLES);
    const run = options.offline ? lastRun(store) : beginRun(store, digestOf(sources), Date.now());
    const history = new History(store);
    const known = (source: Source): string[] => history.known(source, run.id).map(({ url }) => url);
    const crawled = options.offline
      ? { complete: true, pagesParsed: 0 }
      : await crawl(store, run, sources, { ...options.crawl, today: options.today, known });
    return await conclude({ store, run, history, sources, crawled, options });
  } finally {
    store.close();
  }
}

interface Ending {
  readonly store: Store;
  readonly run: Run;
  readonly history: History;
  readonly sources: readonly Source[];
  readonly crawled: { readonly complete: boolean; readonly pagesParsed: number };
  readonly options: HarvestOptions;
}

async function conclude({ store, run, history, sources, crawled, options }: Ending): Promise<HarvestResult> {
  const log = new FetchLog(store, run.id);
  const extractions = new Extractions(store);
  const bench = { log, history, extractions };
  const walks = walksOf(sources, log);
  const leads = leadsOf(walks, log, history);
  await extractions.extract(inputsOf(leads, bench), options.extract);
  const verdicts = store.transaction(() => {
    history.forgetRun(run.id);
    const judged = withoutDoubles(leads.map((lead) => judge(lead, bench)));
    for (const verdict of judged) remember(history, run.id, verdict);
    return judged;
  });
  const { out } = options;
  if (out !== undefined) await writeDataset(walks, verdicts, bench, { ...options, out });
  const bySource = groupBy(verdicts, ({ lead }) => lead.source.line);
  const result: HarvestResult = {
    run,
    complete: crawled.complete,
    sources: walks.map((walk) => ({
      ...walk,
      count: countSource(walk, bySource.get(walk.source.line) ?? [], options.today),
    })),
    reports: verdicts.length,
    requests: options.offline ? { sent: 0, notModified: 0 } : requestsOf(store, run.id),
    pagesParsed: crawled.pagesParsed,
    extracted: extractions.extracted,
  };
  // Only now: whoever is killed before writes the same dataset again.
  if (crawled.complete && !options.offline) finishRun(store, run.id, JSON.stringify(result.requests));
  return result;
}

function remember(history: History, runId: number, { lead, presence, version, isNew }: Verdict): void {
  const { url, title, year, known, source } = lead;
  history.keepReport(source, runId, { url, title, year, presence, firstRun: known?.firstRun ?? runId });
  if (isNew && version !== null) history.keepVersion(url, version);
}

function lastRun(store: Store): Run {
  const row = store.get<{ id: number; started_at: number }>(
    'SELECT id, started_at FROM runs ORDER BY id DESC',
  );
  return { id: row?.id ?? 0, startedAt: row?.started_at ?? 0, resumed: true };
}

function requestsOf(store: Store, runId: number): HarvestResult['requests'] {
  const row = store.get<{ sent: number; same: number | null }>(
    'SELECT count(*) AS sent, sum(status = 304) AS same FROM fetches WHERE run_id = ?',
    runId,
  );
  return { sent: row?.sent ?? 0, notModified: row?.same ?? 0 };
}

/** The same for the same sources, whatever their file is called. */
function digestOf(sources: readonly Source[]): string {
  return createHash('sha256').update(JSON.stringify(sources)).digest('hex');
}
