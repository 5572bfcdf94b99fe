/** An article with what belongs to it, as far as the store has the bytes; for whoever makes a report of it. */

import type { Attachment } from '../discover/index.js';
import type { Source } from '../sources/index.js';
import type { FetchLog, Latest } from '../store/index.js';
import { keptDiscovery } from './pages.js';

export interface Part extends Latest {
  readonly url: string;
}

export interface Article {
  /** The page or document that the source led to; null while its bytes were never had. */
  readonly page: Part | null;
  /** Documents of the page with their bytes. */
  readonly documents: readonly (Part & Pick<Attachment, 'name' | 'year'>)[];
  /** Pictures of the page with their bytes: companions, for an extractor that reads pictures. */
  readonly pictures: readonly Part[];
  /** Addresses of documents that could not be had. */
  readonly missing: readonly string[];
}

const MAX_REFRESHES = 3;

/** Puts an article together from the last good bytes of its parts. */
export function articleOf(log: FetchLog, source: Source, url: string): Article {
  let page = partOf(log, url);
  if (page === null) return { page, documents: [], pictures: [], missing: [] };
  let { discovery } = keptDiscovery(log, source, page);
  for (let refreshes = 0; discovery.refresh !== null && refreshes < MAX_REFRESHES; refreshes += 1) {
    const behind = partOf(log, discovery.refresh);
    if (behind === null) break;
    page = { ...behind, url };
    discovery = keptDiscovery(log, source, page).discovery;
  }
  const parts = discovery.attachments.map((attachment) => ({
    attachment,
    part: partOf(log, attachment.url),
  }));
  return {
    page,
    documents: parts.flatMap(({ attachment: { kind, name, year }, part }) =>
      part === null || kind !== 'document' ? [] : [{ ...part, name, year }],
    ),
    pictures: parts.flatMap(({ attachment, part }) =>
      part === null || attachment.kind !== 'picture' ? [] : [part],
    ),
    missing: parts.flatMap(({ attachment, part }) =>
      part === null && attachment.kind === 'document' ? [attachment.url] : [],
    ),
  };
}

function partOf(log: FetchLog, url: string): Part | null {
  const latest = log.latest(url);
  return latest === null || !log.store.blobs.has(latest.sha256) ? null : { url, ...latest };
}
