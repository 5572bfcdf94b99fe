/** Pages as the walk sees them: fetched, and parsed at most once for given bytes. */

import { type DiscoverOptions, type Discovery, discover, discoveryKey } from '../discover/index.js';
import type { Client } from '../fetch/index.js';
import type { Source } from '../sources/index.js';
import type { FetchLog, Outcome, Role } from '../store/index.js';
import { hostOf, normalizeUrl } from '../urls.js';

export class Pages {
  /** Pages that were really parsed, for the summary. */
  parsed = 0;

  constructor(
    private readonly client: Client,
    private readonly log: FetchLog,
  ) {}

  fetch(source: Source, url: string, role: Role): Promise<Outcome> {
    const home = normalizeUrl(source.url);
    return this.client.fetch({
      url,
      role,
      sourceLine: source.line,
      ...(source.delay === undefined ? {} : { delay: source.delay }),
      ...(source.headers === undefined || home === null
        ? {}
        : { headers: { host: hostOf(home), fields: source.headers } }),
    });
  }

  /** What the bytes of a good outcome lead to. */
  discover(source: Source, outcome: Pick<Outcome, 'sha256' | 'finalUrl' | 'contentType'>): Discovery {
    const found = keptDiscovery(this.log, source, outcome);
    if (found.parsed) this.parsed += 1;
    return found.discovery;
  }
}

function optionsOf(source: Source): DiscoverOptions {
  return {
    ...(source.titlePattern === undefined ? {} : { titlePattern: source.titlePattern }),
    ...(source.encoding === undefined ? {} : { encoding: source.encoding }),
    ...(source.pagination === undefined ? {} : { pagination: source.pagination }),
  };
}

/** The discovery of given bytes, from the store or made now. */
export function keptDiscovery(
  log: FetchLog,
  source: Source,
  { sha256, finalUrl, contentType }: Pick<Outcome, 'sha256' | 'finalUrl' | 'contentType'>,
): { discovery: Discovery; parsed: boolean } {
  const options = optionsOf(source);
  const key = discoveryKey(sha256, finalUrl, options);
  const kept = log.store.get<{ links: string }>('SELECT links FROM discoveries WHERE key = ?', key);
  if (kept !== undefined) return { discovery: JSON.parse(kept.links) as Discovery, parsed: false };
  const discovery = discover(log.store.blobs.read(sha256), finalUrl, contentType, options);
  log.store.run(
    'INSERT OR IGNORE INTO discoveries (key, links) VALUES (?, ?)',
    key,
    JSON.stringify(discovery),
  );
  return { discovery, parsed: true };
}
