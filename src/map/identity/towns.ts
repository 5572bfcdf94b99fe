/**
 * Towns by name, found in the packed lists themselves: unpacking all 40 000 takes ten times as long as searching
 * the text for the few names that one report asks for.
 */

import { ETHNIC_GROUPS } from '../../form/agencies.js';
import { TOWN_ENDINGS, type TownEntry, unpackTowns } from '../../form/divisions/format.js';
import { type Division, NAME_LIVES_ON } from './division.js';

export interface TownLists {
  readonly towns: string;
  readonly formerTowns: string;
}

export interface Towns {
  /** All towns of a name. */
  readonly named: (name: string) => readonly Division[];
  /** How many towns share a name without its ending. */
  readonly ofStem: (stem: string) => number;
  /** A town under all its codes. */
  readonly same: (town: Division) => readonly Division[];
}

const LETTER = new Map(Object.entries(TOWN_ENDINGS).map(([letter, ending]) => [ending as string, letter]));
const ENDING = new RegExp(`^(.+?)(${Object.values(TOWN_ENDINGS).join('|')})$`);
/** What can stand before a name in a packed list: a number, the letter of the name before, the county's colon. */
const BEFORE = /[\dszxu:,]/;
const ETHNIC = new RegExp(`(?:${[...ETHNIC_GROUPS].sort((a, b) => b.length - a.length).join('|')})+乡$`);

const COUNTY_DIGITS = 6;

export function findTowns({ towns, formerTowns }: TownLists): Towns {
  const lists = [towns, formerTowns];
  const unpacked = new Map<string, Division[]>();
  const known = new Map<string, readonly Division[]>();
  let counties: ReadonlyMap<string, string[]> | undefined;

  const line = (text: string): Division[] => {
    let divisions = unpacked.get(text);
    if (divisions === undefined) {
      divisions = unpackTowns(text).map(townDivision);
      unpacked.set(text, divisions);
    }
    return divisions;
  };
  const search = (name: string): Division[] => {
    const [, stem = '', ending = ''] = ENDING.exec(name) ?? [];
    if (stem === '') return [];
    const exact = lists.flatMap((list) => linesWith(list, stem + LETTER.get(ending)).flatMap(line));
    const found = exact.filter((town) => town.name === name);
    if (ending !== '乡' || found.length > 0) return found;
    // 鲊埠乡 is short for 鲊埠回族乡.
    const longer = lists.flatMap((list) => linesWith(list, stem).flatMap(line));
    return longer.filter((town) => ETHNIC.test(town.name) && town.name.replace(ETHNIC, '') === stem);
  };
  const named = (name: string) => {
    let answer = known.get(name);
    if (answer === undefined) {
      answer = [...new Set(search(name))];
      known.set(name, answer);
    }
    return answer;
  };
  return {
    named,
    ofStem: (stem) =>
      new Set(Object.values(TOWN_ENDINGS).flatMap((end) => named(stem + end).map(({ lasting }) => lasting)))
        .size,
    same: (town) => {
      counties ??= linesByCounty(lists);
      const places = (counties.get(town.lasting.slice(0, COUNTY_DIGITS)) ?? []).flatMap(line);
      return [...named(town.name), ...places].filter(({ lasting }) => lasting === town.lasting);
    },
  };
}

function linesByCounty(lists: readonly string[]): ReadonlyMap<string, string[]> {
  const counties = new Map<string, string[]>();
  for (const text of lists.flatMap((list) => list.split('\n'))) {
    const county = text.slice(0, COUNTY_DIGITS);
    counties.set(county, [...(counties.get(county) ?? []), text]);
  }
  return counties;
}

/** Lines that have a name beginning with the text. */
function linesWith(list: string, start: string): string[] {
  const lines = new Set<string>();
  for (let at = list.indexOf(start); at >= 0; at = list.indexOf(start, at + 1)) {
    if (!BEFORE.test(list[at - 1] ?? '')) continue;
    const end = list.indexOf('\n', at);
    lines.add(list.slice(list.lastIndexOf('\n', at) + 1, end < 0 ? undefined : end));
  }
  return [...lines];
}

/** `until` is the year before the last list that has the town. */
const LISTS_APART = 1;

function townDivision({ code, name, until, successor }: TownEntry): Division {
  const past = until === undefined ? {} : { until, gone: until + LISTS_APART + NAME_LIVES_ON };
  return { code, name, level: 'town', ...past, lasting: successor ?? code };
}
