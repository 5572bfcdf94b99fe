/**
 * Labels and figures repeat within a report and between reports: what was worked out once is kept, in a cache of
 * limited size, so that memory stays flat over any number of reports.
 */

/** Of each of the two halves of a cache. */
const MOST_ENTRIES = 5_000;

/**
 * `compute` with a bounded memory of its answers. The answers must not depend on anything but the key. When the newer
 * half is full it becomes the older one, and what is asked for again moves to the newer: the labels of the form, which
 * every report asks for, are never forgotten, whatever else comes by.
 */
export function remembered<K, V>(compute: (key: K) => V): (key: K) => V {
  let newer = new Map<K, V>();
  let older = new Map<K, V>();
  return (key) => {
    const known = newer.get(key);
    if (known !== undefined) return known;
    const before = older.get(key);
    const value = before === undefined ? compute(key) : before;
    if (newer.size >= MOST_ENTRIES) {
      older = newer;
      newer = new Map();
    }
    newer.set(key, value);
    return value;
  };
}
