import { type Source, Store } from '../harvest/index.js';
import { History } from './history.js';

/** Reports that a store knows by the lines of their sources. Throws StoreError. */
export function knownReports(dir: string, sources: readonly Source[]): Map<number, readonly string[]> {
  const store = Store.openReader(dir);
  try {
    if (store.get("SELECT 1 AS one FROM sqlite_master WHERE name = 'reports'") === undefined)
      return new Map();
    const history = new History(store);
    return new Map(
      sources.map((source) => [
        source.line,
        history.known(source, Number.MAX_SAFE_INTEGER).map(({ url }) => url),
      ]),
    );
  } finally {
    store.close();
  }
}
