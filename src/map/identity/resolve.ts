/** From readings of a name and other evidence to one place, or to none. */

import type { Clue } from './clues.js';
import { type Division, isWithin } from './division.js';
import type { Gazetteer } from './gazetteer.js';
import type { Reading } from './reading.js';

export interface Resolution {
  readonly reading: Reading | null;
  /** How the place was found, or why not. */
  readonly rule: string;
  /** Readings among which nothing decides. */
  readonly open: readonly Reading[];
}

export interface Question {
  readonly readings: readonly Reading[];
  readonly year: number | null;
  /** Asked only when the name alone does not decide. */
  readonly fuller: () => readonly Reading[];
  readonly clues: () => readonly Clue[];
}

/** The one place of an agency. What several places can mean, or what the document contradicts, stays open. */
export function resolve(question: Question, gazetteer: Gazetteer): Resolution {
  const named = distinct(stillThere(question.readings, question.year));
  const [only, ...others] = named;
  if (only && others.length === 0 && !only.weak) return found(only, 'name');
  const fuller = distinct(stillThere(question.fuller(), question.year));
  const agreeing = named.length === 0 ? fuller : fuller.filter(({ place }) => named.some(sameAs(place)));
  if (agreeing.length > 1 || fuller.length > agreeing.length)
    return open('several places printed in front of the name', [...fuller, ...named]);
  if (agreeing[0]) return uncontradicted(agreeing[0], question.clues());
  if (only === undefined) return open('no place in the name', []);
  return byClues(named, question.clues(), gazetteer);
}

function uncontradicted(reading: Reading, clues: readonly Clue[]): Resolution {
  const other = clues.find(
    ({ places, weak }) => !weak && !places.some((place) => related(place, reading.place)),
  );
  return other
    ? open(`${other.source} names another place`, [reading])
    : found(reading, 'fuller name in the document');
}

function byClues(named: readonly Reading[], clues: readonly Clue[], gazetteer: Gazetteer): Resolution {
  let left = named;
  const decisive = new Set<string>();
  for (const { source, places } of clues.filter(({ weak }) => !weak)) {
    const fitting = named.filter(({ place }) => places.some((other) => related(place, other)));
    if (fitting.length === 0) return open(`${source} names another place`, named);
    if (fitting.length < named.length || named.length === 1) decisive.add(source);
    left = left.filter((reading) => fitting.includes(reading));
  }
  if (left.length === 0) return open('the document names several places', named);
  if (decisive.size === 0 || left.length > 1) left = borneOut(left, clues, decisive);
  const [only, ...others] = left;
  if (only === undefined) return open('the document names several places', named);
  if (others.length > 0) return open('several places have this name', left);
  if (decisive.size > 0) return found(only, `name and ${[...decisive].join(', ')}`);
  return isOnlyOne(only, gazetteer)
    ? found(only, 'only place of this name')
    : open('name too short to decide', named);
}

/** The readings that a weak clue bears out, or all when it bears out none. */
function borneOut(
  left: readonly Reading[],
  clues: readonly Clue[],
  decisive: Set<string>,
): readonly Reading[] {
  for (const { source, places } of clues.filter(({ weak }) => weak)) {
    const fitting = left.filter(({ place }) => places.some((other) => related(place, other)));
    if (fitting.length === 0) continue;
    decisive.add(source);
    left = fitting;
  }
  return left;
}

/**
 * A town's name alone counts if no other town, whatever its ending, shares it: lists miss towns that were given up
 * or founded, and a name that occurs once among 43 000 is not likely to be theirs too.
 */
function isOnlyOne({ place }: Reading, gazetteer: Gazetteer): boolean {
  if (place.level !== 'town') return true;
  const stem = place.name.replace(/(?:街道|镇|乡|苏木)$/, '');
  return stem.length > 1 && gazetteer.townsOfStem(stem) === 1;
}

/** Places that had been given up by the year are left out when another has the name. */
function stillThere(readings: readonly Reading[], year: number | null): readonly Reading[] {
  if (year === null) return readings;
  const there = readings.filter(({ place }) => place.gone === undefined || place.gone > year);
  return there.length > 0 ? there : readings;
}

/** One reading for each place, whatever its codes over the years. */
function distinct(readings: readonly Reading[]): Reading[] {
  const byPlace = new Map<string, Reading>();
  for (const reading of readings) {
    const key = reading.place.lasting;
    const known = byPlace.get(key);
    if (known === undefined || known.place.until !== undefined) byPlace.set(key, reading);
  }
  return [...byPlace.values()];
}

const related = (a: Division, b: Division): boolean => isWithin(a, b) || isWithin(b, a);
const sameAs =
  (place: Division) =>
  (reading: Reading): boolean =>
    isWithin(place, reading.place);

const found = (reading: Reading, rule: string): Resolution => ({ reading, rule, open: [] });
const open = (rule: string, readings: readonly Reading[]): Resolution => ({
  reading: null,
  rule,
  open: readings,
});
