/** The reports of the store over the runs: when each was first seen, its versions, and whether it is still there. */

import type { Source, Store } from '../harvest/index.js';
import { sourceKey } from '../harvest/index.js';
import { type Input, packInput, unpackInput } from './input.js';

export type Presence = 'listed' | 'unlisted' | 'gone';

export interface KnownReport {
  readonly url: string;
  readonly firstRun: number;
  readonly presence: Presence;
  /** Title and year of the link that led to it. */
  readonly title: string;
  readonly year: number | null;
}

export interface Version {
  /** From 1 on. */
  readonly number: number;
  readonly runId: number;
  /** Its name in the dataset. */
  readonly source: string;
  readonly input: Input;
  /** SHA-256 of everything it was chosen from. */
  readonly parts: readonly string[];
}

interface ReportRow {
  url: string;
  first_run: number;
  presence: Presence;
  title: string;
  year: number | null;
}

export class History {
  constructor(private readonly store: Store) {}

  /** Reports that a source led to in runs before the given one, and of which there is a version. */
  known(source: Source, beforeRun: number): KnownReport[] {
    return this.store
      .all<ReportRow>(
        `SELECT * FROM reports WHERE source_key = ? AND first_run < ?
           AND EXISTS (SELECT 1 FROM versions WHERE versions.url = reports.url AND run_id < ?) ORDER BY url`,
        sourceKey(source),
        beforeRun,
        beforeRun,
      )
      .map(({ first_run: firstRun, url, presence, title, year }) => ({
        url,
        firstRun,
        presence,
        title,
        year,
      }));
  }

  /** Versions up to those made before a run, in order. */
  versions(url: string, beforeRun = Number.MAX_SAFE_INTEGER): Version[] {
    return this.store
      .all<{ number: number; run_id: number; source: string; input: string; parts: string }>(
        'SELECT number, run_id, source, input, parts FROM versions WHERE url = ? AND run_id < ? ORDER BY number',
        url,
        beforeRun,
      )
      .map(({ number, run_id: runId, source, input, parts }) => ({
        number,
        runId,
        source,
        input: unpackInput(input),
        parts: JSON.parse(parts) as string[],
      }));
  }

  /** Takes back what an interrupted end of this run had concluded. */
  forgetRun(runId: number): void {
    this.store.run('DELETE FROM versions WHERE run_id = ?', runId);
    this.store.run('DELETE FROM reports WHERE first_run = ?', runId);
  }

  keepReport(source: Source, runId: number, { url, firstRun, presence, title, year }: KnownReport): void {
    this.store.run(
      `INSERT OR REPLACE INTO reports (url, source_key, source_agency, first_run, presence, seen_run, title, year)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      url,
      sourceKey(source),
      source.agency,
      firstRun,
      presence,
      runId,
      title,
      year,
    );
  }

  /** Adds a version, or names another part of the same one as the report. */
  keepVersion(url: string, { number, runId, source, input, parts }: Version): void {
    this.store.run(
      'INSERT OR REPLACE INTO versions (url, number, run_id, source, input, parts) VALUES (?, ?, ?, ?, ?, ?)',
      url,
      number,
      runId,
      source,
      packInput(input),
      JSON.stringify(parts),
    );
  }
}
