/** Runs: one begins, is killed, goes on, and ends. */

import type { Store } from './database.js';

/**
 * An unfinished run is taken up again within this time; later its pages are too old to be called today's, and a
 * nightly job must look anew every night.
 */
const RESUME_MILLISECONDS = 20 * 3_600_000;

export interface Run {
  readonly id: number;
  readonly startedAt: number;
  /** Whether an unfinished run goes on. */
  readonly resumed: boolean;
}

/** Takes up the unfinished run over the same sources, or begins one. */
export function beginRun(store: Store, sourcesSha256: string, now: number): Run {
  const open = store.get<{ id: number; started_at: number; sources_sha256: string }>(
    "SELECT id, started_at, sources_sha256 FROM runs WHERE state = 'running' ORDER BY id DESC",
  );
  if (open !== undefined) {
    const fresh = now - open.started_at < RESUME_MILLISECONDS;
    if (fresh && open.sources_sha256 === sourcesSha256)
      return { id: open.id, startedAt: open.started_at, resumed: true };
    store.run("UPDATE runs SET state = 'abandoned', finished_at = ? WHERE state = 'running'", now);
  }
  const id = store.run(
    "INSERT INTO runs (started_at, state, sources_sha256) VALUES (?, 'running', ?)",
    now,
    sourcesSha256,
  );
  return { id, startedAt: now, resumed: false };
}

/** The run has done all it had to do. */
export function finishRun(store: Store, id: number, summary: string): void {
  store.run(
    "UPDATE runs SET state = 'finished', finished_at = ?, summary = ? WHERE id = ?",
    Date.now(),
    summary,
    id,
  );
}
