/** Two versions of a report, cell by cell. */

import type { KeptReport } from '../batch/index.js';
import type { FormCell } from '../model/report.js';

export interface Difference {
  readonly table: string;
  readonly item: string;
  readonly column: string;
  readonly change: 'changed' | 'added' | 'removed';
  readonly old: Side;
  readonly new: Side;
}

export interface Side {
  readonly value: string;
  readonly state: string;
  readonly raw: string;
}

const NONE: Side = { value: '', state: '', raw: '' };

/** Cells in the order of the older version, then those that are new; then metadata; then sentences. */
export function differencesOf(before: KeptReport, after: KeptReport): Difference[] {
  return [
    ...compare(cellsOf(before), cellsOf(after)),
    ...compare(metadataOf(before), metadataOf(after)),
    ...narrativeDifferences(before.narrative, after.narrative),
  ];
}

interface Entry {
  readonly place: readonly [table: string, item: string, column: string];
  readonly side: Side;
}

function cellsOf({ result: { report } }: KeptReport): Entry[] {
  return (report?.cells ?? []).map(({ table, row, column, value, state, raw }: FormCell) => ({
    place: [table, row, column],
    side: { value, state, raw },
  }));
}

function metadataOf({ result: { report } }: KeptReport): Entry[] {
  return Object.entries(report?.metadata ?? {}).map(([name, { value }]) => ({
    place: ['metadata', name, ''],
    side: { value, state: '', raw: value },
  }));
}

function compare(before: readonly Entry[], after: readonly Entry[]): Difference[] {
  const keyOf = ({ place }: Entry): string => place.join('/');
  const later = new Map(after.map((entry) => [keyOf(entry), entry]));
  const earlier = new Set(before.map(keyOf));
  return [
    ...before.flatMap((entry) => difference(entry, entry.side, later.get(keyOf(entry))?.side ?? null)),
    ...after
      .filter((entry) => !earlier.has(keyOf(entry)))
      .flatMap((entry) => difference(entry, null, entry.side)),
  ];
}

function difference(
  { place: [table, item, column] }: Entry,
  before: Side | null,
  after: Side | null,
): Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const change = before === null ? 'added' : after === null ? 'removed' : 'changed';
  return [{ table, item, column, change, old: before ?? NONE, new: after ?? NONE }];
}

function narrativeDifferences(before: readonly string[], after: readonly string[]): Difference[] {
  const sentence = (raw: string): Side => ({ ...NONE, raw });
  const [earlier, later] = [new Set(before), new Set(after)];
  const place = { table: 'narrative', item: '', column: '' } as const;
  return [
    ...[...earlier]
      .filter((text) => !later.has(text))
      .map((text) => ({ ...place, change: 'removed' as const, old: sentence(text), new: NONE })),
    ...[...later]
      .filter((text) => !earlier.has(text))
      .map((text) => ({ ...place, change: 'added' as const, old: NONE, new: sentence(text) })),
  ];
}
