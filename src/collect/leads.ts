/** What the walks of a run and the runs before it led to, in the order of the sources. Each address has one source. */

import { type FetchLog, Listings, type Source, sourceKey, type WalkRecord } from '../harvest/index.js';
import { groupBy } from './group.js';
import type { History } from './history.js';
import type { Lead } from './judge.js';

export interface SourceWalk {
  readonly source: Source;
  /** Null when its walk was not finished in the run. */
  readonly walk: WalkRecord | null;
}

/** Sources with their walks; lines are those of the file now, also when the run was made with another. */
export function walksOf(sources: readonly Source[], log: FetchLog): SourceWalk[] {
  const walks = new Map(new Listings(log).walks().map((walk) => [walk.sourceKey, walk]));
  return sources.map((source) => ({ source, walk: walks.get(sourceKey(source)) ?? null }));
}

/** All leads. An address that several sources lead to belongs to the first of them. */
export function leadsOf(walks: readonly SourceWalk[], log: FetchLog, history: History): Lead[] {
  const listings = groupBy(new Listings(log).all(), ({ sourceLine }) => sourceLine);
  const taken = new Set<string>();
  const leads: Lead[] = [];
  for (const { source, walk } of walks) {
    const known = new Map(history.known(source, log.runId).map((report) => [report.url, report]));
    const listed = (walk === null ? [] : (listings.get(walk.sourceLine) ?? [])).map((listing) => ({
      url: listing.url,
      title: listing.title,
      year: listing.year,
      listed: true,
    }));
    const here = new Set(listed.map(({ url }) => url));
    const former = [...known.values()]
      .filter(({ url }) => !here.has(url))
      .map(({ url, title, year }) => ({ url, title, year, listed: false }));
    const all = [...listed, ...former].sort((a, b) => (a.url < b.url ? -1 : 1));
    for (const lead of all) {
      if (taken.has(lead.url)) continue;
      taken.add(lead.url);
      leads.push({
        ...lead,
        source,
        walkComplete: walk?.complete === true,
        known: known.get(lead.url) ?? null,
      });
    }
  }
  return leads;
}
