/** What a document says of its place outside the agency's name. */

import type { Evidence } from '../metadata/evidence.js';
import { chainsAt } from './chains.js';
import type { Division } from './division.js';
import type { Gazetteer } from './gazetteer.js';
import { type Reading, readName } from './reading.js';

/** A text of the document, and the places it can mean. */
export interface Clue {
  readonly source: string;
  readonly places: readonly Division[];
  /** Bears out what else is known, and decides where nothing else does; never objects. */
  readonly weak?: boolean;
}

const SITE_GREETING = /^(?:欢迎(?:来到|访问|光临)?|中国[·•\-—]?)/;
const TITLE_PARTS = /\s*[-_|—–>]+\s*/;
const ADDRESS =
  /(?:地\s*址|通讯地址|联系地址|办公地址)\s*(?:为|是)?\s*[:：]?\s*([^，。；;、（）()\s]{4,40})/g;
const CONTACT = /(?:请|可)?(?:直接)?(?:与|向|同|联系|致电)\s*([^，。、；（）()\s]{4,40})/g;
/** A number on land, with its area code. */
const TELEPHONE =
  /(?:电话|致电|传真|热线)(?:号码|为|是)?[:：]?[（(]?(0(?:10|2\d|[3-9]\d{2}))[）)]?[-—－–―]?[2-8]\d{6,7}(?!\d)/g;
const PUBLISHER = /机构|单位|机关|主体|部门|来源/;
/** Places are looked for in so many characters before the agency's name. */
const LONGEST_PREFIX = 20;
const MOST_OCCURRENCES = 4;
const MOST_PREFIXES = 40;
/** Longer lines are sentences. */
const LONGEST_TITLE = 40;

/** Texts that name the place of the site, the publisher or the office, with the places they begin with. */
export function cluesOf(evidence: Evidence, gazetteer: Gazetteer): Clue[] {
  const texts: [string, string][] = [
    ['site name', evidence.tags.sitename ?? ''],
    ['meta ContentSource', evidence.tags.contentsource ?? ''],
    ...[...evidence.fields].filter(([name]) => PUBLISHER.test(name)),
    ...evidence.pageTitle.split(TITLE_PARTS).map((part): [string, string] => ['page title', part]),
    ...evidence.breadcrumb.map((part): [string, string] => ['breadcrumb', part]),
    ...matches('contact', CONTACT, evidence.preface),
    ...matches('address', ADDRESS, evidence.preface),
    ...evidence.closing
      .map((line): [string, string] => ['signature', line])
      .filter(([, line]) => line.length <= LONGEST_TITLE),
  ];
  const seen = new Set<string>();
  const named = texts.flatMap(([source, text]) => {
    const even = text.replace(/\s+/g, '').replace(SITE_GREETING, '');
    if (seen.has(even)) return [];
    seen.add(even);
    const places = placesOf(even, gazetteer);
    return places.length === 0 ? [] : [{ source, places }];
  });
  return [...named, ...telephoneClues(evidence.preface, gazetteer)];
}

/** The area code says in which city an office is; numbers are misprinted, and the neighbouring city's code is met. */
function telephoneClues(preface: string, gazetteer: Gazetteer): Clue[] {
  const numbers = preface.replace(/\s+/g, '').matchAll(TELEPHONE);
  const codes = new Set([...numbers].map(([, area = '']) => area));
  const [area, ...others] = codes;
  const places = area === undefined || others.length > 0 ? [] : gazetteer.telephone(area);
  return places.length === 0 ? [] : [{ source: `telephone ${area}`, places, weak: true }];
}

function matches(source: string, pattern: RegExp, text: string): [string, string][] {
  return [...text.matchAll(pattern)].map(([, found = '']) => [source, found]);
}

/**
 * The lowest places a text begins with, all that the name can mean. A name without its ending says nothing, and
 * neither does a town alone: mostly it is the agency itself once more.
 */
function placesOf(text: string, gazetteer: Gazetteer): Division[] {
  const chains = chainsAt(text, gazetteer).filter(
    ({ bare, places }) =>
      (!bare || (places.length > 1 && places.at(-1)?.level !== 'prefecture')) && places[0]?.level !== 'town',
  );
  const longest = Math.max(...chains.map(({ end }) => end));
  return chains.filter(({ end }) => end === longest).flatMap(({ places }) => places.at(-1) ?? []);
}

/** Readings of the name where the document prints more in front of it: 淮安市 洪泽区人民政府. */
export function fullerReadings(name: string, evidence: Evidence, gazetteer: Gazetteer): Reading[] {
  // Running text and lists of links name other bureaus too (按照金华市水利局要求); a name with a place excludes them.
  const hasPlace = chainsAt(name, gazetteer).length > 0;
  const running = hasPlace
    ? [evidence.preface]
    : matches('contact', CONTACT, evidence.preface).map(([, text]) => text);
  const texts = [
    ...running,
    evidence.pageTitle,
    ...(hasPlace ? evidence.opening.map(({ text }) => text) : []),
    ...[...evidence.fields].filter(([field]) => PUBLISHER.test(field)).map(([, text]) => text),
    evidence.tags.contentsource ?? '',
    evidence.tags.articletitle ?? '',
    ...evidence.breadcrumb,
    ...evidence.closing.filter((text) => hasPlace || text.trim().endsWith(name)),
  ];
  const seen = new Set<string>();
  for (const text of texts) {
    for (const before of beforeName(text, name)) seen.add(before);
    if (seen.size >= MOST_PREFIXES) break;
  }
  return [...seen].flatMap((before) => fullest(before, name, gazetteer));
}

function beforeName(text: string, name: string): string[] {
  if (!text.includes(name.slice(0, 2))) return [];
  const even = text.replace(/\s+/g, '');
  const found: string[] = [];
  for (
    let at = even.indexOf(name);
    at >= 0 && found.length < MOST_OCCURRENCES;
    at = even.indexOf(name, at + 1)
  )
    if (at > 0) found.push(even.slice(Math.max(0, at - LONGEST_PREFIX), at));
  return found;
}

/** The longest run of places that ends at the name or inside it. */
function fullest(before: string, name: string, gazetteer: Gazetteer): Reading[] {
  for (let from = 0; from < before.length; from += 1) {
    const text = before.slice(from) + name;
    const readings = readName(text, gazetteer).filter(
      ({ body, unlistedTown, weak }) => !weak && body.length + unlistedTown.length <= name.length,
    );
    if (readings.length > 0) return readings;
  }
  return [];
}
