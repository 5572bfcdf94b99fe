import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { knownReports } from '../collect/index.js';
import { type Source, seedsOf } from '../harvest/index.js';
import type { HarvestCliOptions } from './harvest-options.js';

/** What a run would fetch, source by source, as far as it is known before the first answer. */
export function planText(sources: readonly Source[], { store, delay }: HarvestCliOptions): string {
  const today = new Date();
  const hasStore = store !== undefined && existsSync(join(store, 'store.db'));
  const known = hasStore ? knownReports(store, sources) : new Map<number, readonly string[]>();
  const lines = sources.flatMap((source) => {
    const again = known.get(source.line) ?? [];
    const seeds = seedsOf(source, today).map(
      ({ url, year }) => `${`  ${source.kind} ${year ?? ''}`.trimEnd()} ${url}`,
    );
    return [`line ${source.line}: ${source.agency}`, ...seeds, ...again.map((url) => `  known ${url}`)];
  });
  const requests = lines.filter((line) => line.startsWith('  ')).length;
  return [
    ...lines,
    `${sources.length} sources, ${requests} addresses to begin with, at most one request per host in ${delay} ms; robots.txt is asked first.`,
    'Nothing was sent.',
    '',
  ].join('\n');
}
