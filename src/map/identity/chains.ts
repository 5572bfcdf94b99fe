/** Chains of places at the beginning of a text: 江苏省淮安市洪泽区蒋坝镇…. */

import { type Division, isWithin, type Level } from './division.js';
import type { Gazetteer } from './gazetteer.js';

export interface Chain {
  readonly places: readonly Division[];
  /** Where the rest of the text begins. */
  readonly end: number;
  /** The first place, or the one behind its province, is named without its ending: 大连, 辽宁省大连. */
  readonly bare: boolean;
}

const DEPTH: Record<Level, number> = { province: 0, prefecture: 1, county: 2, town: 3 };
const LONGEST_NAME = 15;
const SHORTEST_NAME = 2;
const TOWN = /(?:街道|[镇乡]|苏木)$/;
/** 越秀区人民政府北京街道办事处. */
const OWNER = /^人民政府(?=.{1,8}街道)/;
/** Only 中山办事处 behind a county's name is a street; the list has it as 中山街道. */
const STREET_OFFICE = /^(.{1,6}?)(?:街道?)?(?=办事处)/;

/** All ways to read places at the beginning of a text; a shorter chain is listed beside a longer one. */
export function chainsAt(text: string, gazetteer: Gazetteer): Chain[] {
  const chains: Chain[] = [];
  for (const { place, end } of placesAt(text, 0, null, gazetteer))
    extend({ places: [place], end, bare: false }, text, gazetteer, chains);
  for (let length = SHORTEST_NAME; length <= LONGEST_NAME && length <= text.length; length += 1) {
    for (const place of gazetteer.bare(text.slice(0, length)))
      extend({ places: [place], end: length, bare: true }, text, gazetteer, chains);
  }
  return chains;
}

function extend(chain: Chain, text: string, gazetteer: Gazetteer, chains: Chain[]): void {
  chains.push(chain);
  const last = chain.places.at(-1) ?? null;
  if (last === null || last.level === 'town') return;
  if (last.level === 'province') extendBare(chain, last, text, gazetteer, chains);
  for (const { place, end } of placesAt(text, chain.end, last, gazetteer))
    extend({ ...chain, places: [...chain.places, place], end }, text, gazetteer, chains);
}

function extendBare(
  chain: Chain,
  province: Division,
  text: string,
  gazetteer: Gazetteer,
  chains: Chain[],
): void {
  for (let end = chain.end + SHORTEST_NAME; end <= chain.end + LONGEST_NAME && end <= text.length; end += 1) {
    for (const place of gazetteer.bare(text.slice(chain.end, end)))
      if (place.level === 'prefecture' && fits(place, province))
        chains.push({ places: [...chain.places, place], end, bare: true });
  }
}

interface Place {
  readonly place: Division;
  readonly end: number;
}

function placesAt(text: string, from: number, parent: Division | null, gazetteer: Gazetteer): Place[] {
  const owner = parent?.level === 'county' ? (OWNER.exec(text.slice(from))?.[0].length ?? 0) : 0;
  const at = from + owner;
  const found: Place[] = [];
  for (let end = at + SHORTEST_NAME; end <= at + LONGEST_NAME && end <= text.length; end += 1) {
    const name = text.slice(at, end);
    const places = TOWN.test(name) ? gazetteer.towns(name) : gazetteer.upper(name);
    for (const place of places) if (fits(place, parent)) found.push({ place, end });
  }
  return found.length > 0 || parent?.level !== 'county' ? found : streetOffice(text, at, parent, gazetteer);
}

function streetOffice(text: string, at: number, parent: Division, gazetteer: Gazetteer): Place[] {
  const [printed = '', stem = ''] = STREET_OFFICE.exec(text.slice(at)) ?? [];
  if (stem === '') return [];
  const streets = gazetteer.towns(`${stem}街道`).filter((place) => fits(place, parent));
  return streets.map((place) => ({ place, end: at + printed.length }));
}

function fits(place: Division, parent: Division | null): boolean {
  return parent === null || (DEPTH[place.level] > DEPTH[parent.level] && isWithin(place, parent));
}
