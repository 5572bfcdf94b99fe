/** Fingerprints of the running text: like texts have like ones, whoever signs and whatever the figures. */

import { createHash } from 'node:crypto';
import type { Narrative } from '../../model/report.js';
import { isOfTheMoment } from './prose.js';
import type { Sentence } from './sentences.js';
import type { Speaker } from './statements.js';

type Fingerprint = Omit<Narrative, 'statements'>;

/** Shorter sentences are headings, labels and menus. */
const SHORTEST_SENTENCE = 12;
/** Addresses, periods and page furniture are alike everywhere, or never. */
const BOILERPLATE =
  /电话|邮编|邮政编码|传真|邮箱|统计期限|编制|版权|备案号|ICP|浏览|字体|打印|条例》.{0,40}(?:要求|规定)/;
const NOT_HAN = /[^\p{Script=Han}]+/gu;
const NOT_HAN_OR_DIGIT = /[^\p{Script=Han}\d.]+/gu;
const SHINGLE = 4;
const BITS = 64;
/** No text is compared beyond this; a report has a few thousand characters. */
const LONGEST_TEXT = 20_000;
const HEX_DIGITS = 16;

const NONE: Fingerprint = { characters: 0, simhash: '', digest: '' };

export function fingerprintOf(sentences: readonly Sentence[], speaker: Speaker): Fingerprint {
  const names = namesOf(speaker);
  const kept = sentences
    .filter(({ even }) => even.length >= SHORTEST_SENTENCE && !BOILERPLATE.test(even) && !isOfTheMoment(even))
    .map(({ even }) => names.reduce((text, name) => text.replaceAll(name, ''), even));
  const text = kept.join('').slice(0, LONGEST_TEXT);
  const bare = text.replace(NOT_HAN, '');
  if (bare.length < SHINGLE) return NONE;
  const digest = createHash('sha256').update(text.replace(NOT_HAN_OR_DIGIT, ''), 'utf8').digest('hex');
  return { characters: bare.length, simhash: simhash(bare), digest: digest.slice(0, HEX_DIGITS) };
}

/** The agency, its places and their stems, the longest first. */
function namesOf({ agency, regionPath }: Speaker): string[] {
  const places = regionPath.split('/').filter((name) => name.length > 1);
  const self = agency.replace(/(?:人民政府|街道办事处|办事处)$/u, '');
  return [...new Set([agency, self, ...places])]
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length);
}

/** Charikar's SimHash over shingles of four characters: each shingle votes on every bit. */
function simhash(text: string): string {
  const votes = new Int32Array(BITS);
  for (let at = 0; at + SHINGLE <= text.length; at++) {
    const value = hash(text, at);
    const high = mixed(value, 0x85ebca6b);
    const low = mixed(value ^ 0x9e3779b9, 0xc2b2ae35);
    for (let bit = 0; bit < 32; bit++) {
      votes[bit] = (votes[bit] ?? 0) + (((high >>> bit) & 1) * 2 - 1);
      votes[bit + 32] = (votes[bit + 32] ?? 0) + (((low >>> bit) & 1) * 2 - 1);
    }
  }
  return word(votes, 32) + word(votes, 0);
}

function word(votes: Int32Array, from: number): string {
  let bits = 0;
  for (let bit = 0; bit < 32; bit++) if ((votes[from + bit] ?? 0) > 0) bits |= 1 << bit;
  return (bits >>> 0).toString(16).padStart(HEX_DIGITS / 2, '0');
}

/** FNV-1a of a shingle; mixed with different constants it gives two hashes of 32 bits. */
function hash(text: string, at: number): number {
  let value = 0x811c9dc5;
  for (let place = at; place < at + SHINGLE; place++)
    value = Math.imul(value ^ text.charCodeAt(place), 0x01000193);
  return value;
}

function mixed(value: number, by: number): number {
  const once = Math.imul(value ^ (value >>> 16), by);
  const twice = Math.imul(once ^ (once >>> 13), 0x27d4eb2f);
  return (twice ^ (twice >>> 15)) >>> 0;
}
