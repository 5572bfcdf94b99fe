/** All walks of a run, side by side; no source waits for another except where they share a host. */

import PQueue from 'p-queue';
import { Client, type ClientOptions } from '../fetch/index.js';
import type { Source } from '../sources/index.js';
import { FetchLog, type Run, type Store } from '../store/index.js';
import { Listings } from './listings.js';
import { Pages } from './pages.js';
import { sourceKey, Walk } from './walk.js';

export { type Article, articleOf, type Part } from './article.js';
export { type Listing, Listings, type WalkRecord } from './listings.js';
export { sourceKey } from './walk.js';

export interface CrawlOptions extends ClientOptions {
  readonly today: Date;
  /** Addresses of the reports that a source led to in earlier runs. */
  readonly known: (source: Source) => readonly string[];
  /** Ends the run after so many bytes of kept answers. */
  readonly maxTotalBytes?: number;
  /** Ends the run when it fires. */
  readonly signal?: AbortSignal;
  /** Told when a source is done. */
  readonly onWalked?: (source: Source) => void;
}

export interface CrawlResult {
  /** False when time or bytes were used up before every source was walked to its end. */
  readonly complete: boolean;
  readonly pagesParsed: number;
}

/** Walks under way; each holds a few promises, the pace decides what is really sent. */
const MAX_WALKS = 500;

/** Walks the sources, those first whose last complete walk is longest ago, so that short nights reach all in turn. */
export async function crawl(
  store: Store,
  run: Run,
  sources: readonly Source[],
  options: CrawlOptions,
): Promise<CrawlResult> {
  const log = new FetchLog(store, run.id);
  const stop = new AbortController();
  const end = (): void => stop.abort();
  options.signal?.addEventListener('abort', end, { once: true });
  if (options.signal?.aborted === true) end();
  let budget = options.maxTotalBytes ?? Number.POSITIVE_INFINITY;
  const client = new Client(log, {
    ...options,
    signal: stop.signal,
    onBytes: (bytes) => {
      budget -= bytes;
      if (budget <= 0) end();
    },
  });
  const [pages, listings] = [new Pages(client, log), new Listings(log)];
  const queue = new PQueue({ concurrency: MAX_WALKS });
  try {
    const done = await Promise.all(
      oldestFirst(store, sources).map((source) =>
        queue.add(async () => {
          const walk = new Walk(source, pages, listings);
          const known = options.known(source);
          const complete = await walk
            .run({ today: options.today, known })
            .catch((error) => walk.breakOff(error));
          options.onWalked?.(source);
          return complete;
        }),
      ),
    );
    return { complete: done.every((complete) => complete === true), pagesParsed: pages.parsed };
  } finally {
    options.signal?.removeEventListener('abort', end);
    end();
    await client.close();
  }
}

function oldestFirst(store: Store, sources: readonly Source[]): Source[] {
  const last = new Map(
    store
      .all<{ source_key: string; at: number }>(
        'SELECT source_key, max(finished_at) AS at FROM walks WHERE complete = 1 GROUP BY source_key',
      )
      .map(({ source_key: key, at }) => [key, at]),
  );
  const at = (source: Source): number => last.get(sourceKey(source)) ?? 0;
  return [...sources].sort((a, b) => at(a) - at(b) || a.line - b.line);
}
