import { readFile } from 'node:fs/promises';
import type { Tally } from './score.js';

/** Wrong results that are known; the list may only shrink. */
export interface KnownFailure {
  dialect: string;
  format: string;
  /** A fact's name, or `cell`. */
  what: string;
  reason: string;
}

const FILE = new URL('../known-failures.json', import.meta.url);

export async function readKnown(): Promise<KnownFailure[]> {
  return JSON.parse(await readFile(FILE, 'utf8')) as KnownFailure[];
}

function whatIsWrong(tally: Tally): Set<string> {
  return new Set(tally.wrongs.map(({ key }) => (key.includes('/') ? 'cell' : key)));
}

export interface Ratchet {
  /** Wrong results nobody has listed. */
  unknown: string[];
  /** Entries whose dialect and format were evaluated without that wrong result. */
  obsolete: string[];
}

export function compareWithKnown(tallies: readonly Tally[], known: readonly KnownFailure[]): Ratchet {
  const name = (entry: Pick<KnownFailure, 'dialect' | 'format' | 'what'>) =>
    `${entry.dialect} / ${entry.format}: ${entry.what}`;
  const listed = new Set(known.map(name));
  const seen = new Set<string>();
  for (const tally of tallies) {
    for (const what of whatIsWrong(tally))
      seen.add(name({ dialect: tally.label, format: tally.format, what }));
    if (tally.status.has('lost'))
      seen.add(name({ dialect: tally.label, format: tally.format, what: 'lost' }));
  }
  const evaluated = new Set(tallies.map((tally) => `${tally.label}/${tally.format}`));
  return {
    unknown: [...seen].filter((entry) => !listed.has(entry)),
    obsolete: known
      .filter((entry) => evaluated.has(`${entry.dialect}/${entry.format}`) && !seen.has(name(entry)))
      .map(name),
  };
}
