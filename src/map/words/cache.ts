/**
 * Labels and figures repeat within a report and between reports: what was worked out once is kept, in a cache
 * that is emptied rather than grown, so that memory stays flat over any number of reports.
 */

const MOST_ENTRIES = 5_000;

/** `compute` with a bounded memory of its answers. The answers must not depend on anything but the key. */
export function remembered<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = compute(key);
    if (known.size >= MOST_ENTRIES) known.clear();
    known.set(key, value);
    return value;
  };
}
