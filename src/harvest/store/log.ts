/** The log of a run: requests as they are sent, outcomes as they become final, and when each host may be asked again. */

import type { Store } from './database.js';

/** What a URL was asked for. */
export type Role = 'robots' | 'list' | 'page' | 'attachment' | 'picture';

export interface FetchRecord {
  readonly sourceLine: number;
  readonly role: Role;
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly requestedAt: number;
  readonly milliseconds: number;
  readonly attempt: number;
  readonly status: number | null;
  readonly requestHeaders: Headers;
  readonly responseHeaders: Headers | null;
  readonly sha256: string | null;
  readonly bytes: number | null;
  readonly error: { readonly code: string; readonly message: string } | null;
}

/** Header fields by lower-case name; several of one name stay apart. */
export type Headers = Readonly<Record<string, string | readonly string[]>>;

export interface Outcome {
  readonly ok: boolean;
  readonly url: string;
  /** Behind all redirects. */
  readonly finalUrl: string;
  readonly fetchId: number | null;
  /** Of the bytes; empty where there are none. */
  readonly sha256: string;
  readonly contentType: string;
  /** Empty when `ok`. */
  readonly errorCode: string;
  readonly errorMessage: string;
  /** Not before this time, where a host said so. */
  readonly retryAt: number | null;
  readonly attempts: number;
}

interface OutcomeRow {
  ok: number;
  url: string;
  final_url: string;
  fetch_id: number | null;
  sha256: string | null;
  content_type: string | null;
  error_code: string | null;
  error_message: string | null;
  retry_at: number | null;
  attempts: number;
}

export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly sha256: string;
  readonly bytes: number;
  readonly contentType: string;
}

export interface HostState {
  readonly nextAt: number;
  readonly failures: number;
  readonly asideUntil: number;
}

/** The last good bytes of a URL. */
export interface Latest {
  readonly runId: number;
  readonly finalUrl: string;
  readonly sha256: string;
  readonly contentType: string;
}

export class FetchLog {
  constructor(
    readonly store: Store,
    readonly runId: number,
  ) {}

  /** The bytes must be on disk before; the line names only what is there. */
  append(record: FetchRecord): number {
    return this.store.run(
      `INSERT INTO fetches (run_id, source_line, role, url, requested_at, milliseconds, attempt, status,
         request_headers, response_headers, sha256, bytes, error_code, error_message)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      this.runId,
      record.sourceLine,
      record.role,
      record.url,
      record.requestedAt,
      record.milliseconds,
      record.attempt,
      record.status,
      JSON.stringify(record.requestHeaders),
      record.responseHeaders === null ? null : JSON.stringify(record.responseHeaders),
      record.sha256,
      record.bytes,
      record.error?.code ?? null,
      record.error?.message ?? null,
    );
  }

  outcome(url: string): Outcome | null {
    const row = this.store.get<OutcomeRow>(
      'SELECT * FROM outcomes WHERE run_id = ? AND url = ?',
      this.runId,
      url,
    );
    return row === undefined ? null : outcomeOf(row);
  }

  /** Ends the story of a URL in this run; good bytes become its latest ones in the same moment. */
  conclude(outcome: Outcome, sourceLine: number): void {
    this.store.transaction(() => {
      this.#insertOutcome(outcome, sourceLine);
      if (outcome.ok) {
        this.store.run(
          'INSERT OR REPLACE INTO latest (url, run_id, final_url, sha256, content_type) VALUES (?, ?, ?, ?, ?)',
          outcome.url,
          this.runId,
          outcome.finalUrl,
          outcome.sha256,
          outcome.contentType,
        );
      }
    });
  }

  #insertOutcome(outcome: Outcome, sourceLine: number): void {
    this.store.run(
      `INSERT OR REPLACE INTO outcomes (run_id, url, source_line, ok, fetch_id, final_url, sha256, content_type, error_code,
         error_message, retry_at, attempts, finished_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      this.runId,
      outcome.url,
      sourceLine,
      outcome.ok ? 1 : 0,
      outcome.fetchId,
      outcome.finalUrl,
      outcome.sha256 || null,
      outcome.contentType || null,
      outcome.errorCode || null,
      outcome.errorMessage || null,
      outcome.retryAt,
      outcome.attempts,
      Date.now(),
    );
  }

  latest(url: string): Latest | null {
    const row = this.store.get<{ run_id: number; final_url: string; sha256: string; content_type: string }>(
      'SELECT * FROM latest WHERE url = ?',
      url,
    );
    if (row === undefined) return null;
    return { runId: row.run_id, finalUrl: row.final_url, sha256: row.sha256, contentType: row.content_type };
  }

  validators(url: string): Validators | null {
    const row = this.store.get<{
      etag: string | null;
      last_modified: string | null;
      sha256: string;
      bytes: number;
      content_type: string;
    }>('SELECT * FROM validators WHERE url = ?', url);
    if (row === undefined || !this.store.blobs.has(row.sha256)) return null;
    const { etag, last_modified: lastModified, sha256, bytes, content_type: contentType } = row;
    return { etag, lastModified, sha256, bytes, contentType };
  }

  keepValidators(url: string, { etag, lastModified, sha256, bytes, contentType }: Validators): void {
    this.store.run(
      'INSERT OR REPLACE INTO validators (url, etag, last_modified, sha256, bytes, content_type) VALUES (?, ?, ?, ?, ?, ?)',
      url,
      etag,
      lastModified,
      sha256,
      bytes,
      contentType,
    );
  }

  host(host: string): HostState {
    const row = this.store.get<{ next_at: number; failures: number; aside_until: number }>(
      'SELECT * FROM hosts WHERE host = ?',
      host,
    );
    return { nextAt: row?.next_at ?? 0, failures: row?.failures ?? 0, asideUntil: row?.aside_until ?? 0 };
  }

  keepHost(host: string, { nextAt, failures, asideUntil }: HostState): void {
    this.store.run(
      'INSERT OR REPLACE INTO hosts (host, next_at, failures, aside_until) VALUES (?, ?, ?, ?)',
      host,
      Math.round(nextAt),
      failures,
      Math.round(asideUntil),
    );
  }

  robots(origin: string): { readonly fetchedAt: number; readonly body: string } | null {
    const row = this.store.get<{ fetched_at: number; body: string }>(
      'SELECT * FROM robots WHERE origin = ?',
      origin,
    );
    return row === undefined ? null : { fetchedAt: row.fetched_at, body: row.body };
  }

  keepRobots(origin: string, body: string): void {
    this.store.run(
      'INSERT OR REPLACE INTO robots (origin, fetched_at, body) VALUES (?, ?, ?)',
      origin,
      Date.now(),
      body,
    );
  }
}

function outcomeOf(row: OutcomeRow): Outcome {
  return {
    ok: row.ok === 1,
    url: row.url,
    finalUrl: row.final_url,
    fetchId: row.fetch_id,
    sha256: row.sha256 ?? '',
    contentType: row.content_type ?? '',
    errorCode: row.error_code ?? '',
    errorMessage: row.error_message ?? '',
    retryAt: row.retry_at,
    attempts: row.attempts,
  };
}
