/** What a store holds, for people and for other programs; reads only, also while a run is writing. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { extractorVersion } from '../batch/index.js';
import { Store, writerOf } from '../harvest/index.js';
import { groupBy } from './group.js';
import type { Presence } from './history.js';

export interface CoveredReport {
  readonly source: string;
  readonly status: string;
  readonly presence: Presence;
  readonly versions: number;
}

export interface Failure {
  readonly url: string;
  readonly line: number;
  readonly code: string;
  readonly message: string;
  readonly attempts: number;
  /** ISO times. */
  readonly failed_at: string;
  /** When it is asked again: not before this time, or with the next run. */
  readonly retry_at: string | null;
  readonly retry: string;
}

export interface StoreStatus {
  readonly store: string;
  readonly writer: { readonly pid: number; readonly since: string } | null;
  readonly runs: readonly {
    readonly id: number;
    readonly state: string;
    readonly started_at: string;
    readonly finished_at: string | null;
    readonly requests: number;
  }[];
  readonly reports: number;
  readonly bytes: number;
  readonly years: readonly string[];
  readonly coverage: readonly {
    readonly agency: string;
    readonly years: Readonly<Record<string, CoveredReport[]>>;
  }[];
  readonly failures: readonly Failure[];
  readonly hosts_set_aside: readonly { readonly host: string; readonly until: string }[];
}

const RUNS_SHOWN = 5;
const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** Throws StoreError when there is no store. */
export function storeStatus(dir: string): StoreStatus {
  const store = Store.openReader(dir);
  try {
    const reports = reportsOf(store);
    return {
      store: dir,
      writer: existsSync(join(dir, 'lock.db')) ? writerOf(dir) : null,
      runs: runsOf(store),
      reports: reports.length,
      bytes: bytesOf(store),
      years: [...new Set(reports.map(({ year }) => year))].filter((year) => year !== '').sort(),
      coverage: coverageOf(reports),
      failures: failuresOf(store),
      hosts_set_aside: store
        .all<{ host: string; next_at: number; aside_until: number }>(
          'SELECT host, next_at, aside_until FROM hosts WHERE max(next_at, aside_until) > ? ORDER BY host',
          Date.now(),
        )
        .map(({ host, next_at: next, aside_until: aside }) => ({ host, until: iso(Math.max(next, aside)) })),
    };
  } finally {
    store.close();
  }
}

interface ReportRow {
  url: string;
  presence: Presence;
  link_year: number | null;
  source_agency: string;
  source: string | null;
  versions: number;
  status: string | null;
  year: string;
  agency: string;
}

/** Reports with their last version; none before the first run came to its end. */
function reportsOf(store: Store): ReportRow[] {
  if (store.get("SELECT 1 AS one FROM sqlite_master WHERE name = 'versions'") === undefined) return [];
  const rows = store.all<ReportRow & { year: string | null; agency: string | null }>(
    `SELECT r.url, r.presence, r.year AS link_year, r.source_agency, v.source, coalesce(v.number, 0) AS versions,
       e.status, e.year, e.agency
     FROM reports r
     LEFT JOIN versions v ON v.url = r.url AND v.number = (SELECT max(number) FROM versions WHERE url = r.url)
     LEFT JOIN extractions e ON e.key = json_extract(v.input, '$.key') AND e.version = ?
     WHERE v.url IS NOT NULL OR r.seen_run = (SELECT max(seen_run) FROM reports)
     ORDER BY r.url`,
    extractorVersion(),
  );
  return rows.map((row) => ({
    ...row,
    year: row.year || (row.link_year === null ? '' : String(row.link_year)),
    agency: row.agency || row.source_agency,
  }));
}

function coverageOf(reports: readonly ReportRow[]): StoreStatus['coverage'] {
  const byAgency = groupBy(reports, ({ agency }) => agency);
  return [...byAgency]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([agency, rows]) => ({
      agency,
      years: Object.fromEntries(
        [...groupBy(rows, ({ year }) => year || 'unknown')].map(([year, of]) => [
          year,
          of.map(({ source, url, status, presence, versions }) => ({
            source: source ?? url,
            status: status ?? 'not_fetched',
            presence,
            versions,
          })),
        ]),
      ),
    }));
}

function runsOf(store: Store): StoreStatus['runs'] {
  return store
    .all<{ id: number; state: string; started_at: number; finished_at: number | null; requests: number }>(
      `SELECT id, state, started_at, finished_at, (SELECT count(*) FROM fetches WHERE run_id = runs.id) AS requests
       FROM runs ORDER BY id DESC LIMIT ${RUNS_SHOWN}`,
    )
    .map((run) => ({
      ...run,
      started_at: iso(run.started_at),
      finished_at: run.finished_at === null ? null : iso(run.finished_at),
    }));
}

const bytesOf = (store: Store): number =>
  store.get<{ total: number | null }>(
    'SELECT sum(bytes) AS total FROM (SELECT DISTINCT sha256, bytes FROM fetches WHERE sha256 IS NOT NULL)',
  )?.total ?? 0;

/** What the last run asked for and did not get. */
function failuresOf(store: Store): Failure[] {
  return store
    .all<{
      url: string;
      line: number;
      code: string;
      message: string;
      attempts: number;
      finished_at: number;
      retry_at: number | null;
    }>(
      `SELECT o.url, o.source_line AS line, o.error_code AS code, o.error_message AS message, o.attempts, o.finished_at, o.retry_at
       FROM outcomes o
       WHERE o.run_id = (SELECT max(id) FROM runs) AND o.ok = 0 AND o.url NOT LIKE '%/robots.txt' ORDER BY o.url`,
    )
    .map(({ finished_at: failedAt, retry_at: retryAt, ...rest }) => {
      const later = retryAt !== null && retryAt > Date.now() ? iso(retryAt) : null;
      return {
        ...rest,
        failed_at: iso(failedAt),
        retry_at: later,
        retry: later === null ? 'with the next run' : `with the first run after ${later}`,
      };
    });
}
