/** What the walks of a run found, as it stands in the store. */

import type { FetchLog } from '../store/index.js';

/** A report that a source led to. */
export interface Listing {
  readonly sourceLine: number;
  readonly url: string;
  /** Of the link; empty for a source that is the report itself. */
  readonly title: string;
  readonly year: number | null;
}

export interface WalkRecord {
  readonly sourceLine: number;
  readonly sourceKey: string;
  /** Whether every list page was seen, so that what is not listed is known to be missing. */
  readonly complete: boolean;
  /** What went wrong on the way to the reports; sentences. */
  readonly problems: readonly string[];
}

export class Listings {
  constructor(private readonly log: FetchLog) {}

  add({ sourceLine, url, title, year }: Listing): void {
    this.log.store.run(
      'INSERT OR REPLACE INTO listings (run_id, source_line, url, title, year) VALUES (?, ?, ?, ?, ?)',
      this.log.runId,
      sourceLine,
      url,
      title,
      year,
    );
  }

  finishWalk({ sourceLine, sourceKey, complete, problems }: WalkRecord): void {
    this.log.store.run(
      `INSERT OR REPLACE INTO walks (run_id, source_line, source_key, complete, problems, finished_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
      this.log.runId,
      sourceLine,
      sourceKey,
      complete ? 1 : 0,
      JSON.stringify(problems),
      Date.now(),
    );
  }

  /** In the order of the sources, then of addresses. */
  all(): Listing[] {
    return this.log.store
      .all<{ source_line: number; url: string; title: string; year: number | null }>(
        'SELECT source_line, url, title, year FROM listings WHERE run_id = ? ORDER BY source_line, url',
        this.log.runId,
      )
      .map(({ source_line: sourceLine, ...rest }) => ({ sourceLine, ...rest }));
  }

  walks(): WalkRecord[] {
    return this.log.store
      .all<{ source_line: number; source_key: string; complete: number; problems: string }>(
        'SELECT source_line, source_key, complete, problems FROM walks WHERE run_id = ? ORDER BY source_line',
        this.log.runId,
      )
      .map((row) => ({
        sourceLine: row.source_line,
        sourceKey: row.source_key,
        complete: row.complete === 1,
        problems: JSON.parse(row.problems) as string[],
      }));
  }
}
