/** Running texts that are nearly the same. */

import { type Attached, type ReportHead, reportWords } from '../attached.js';
import { compose } from '../compose.js';
import type { TextPrint } from '../report.js';
import { relationOf } from './others.js';

export interface TextOf {
  readonly report: ReportHead;
  readonly text: TextPrint;
}

/** Official prose is alike; only a text of some length says who wrote it. Short reports have 500 to 800 characters. */
export const LEAST_CHARACTERS = 800;
/** Of 64 bits: about 1 % of the wording. Two reports written by the same clerk differ in ten and more. */
const MOST_BITS = 3;
/** A text that more agencies share is a template that somebody above handed out. */
const MOST_AGENCIES = 3;
/** Lengths of copies hardly differ. */
const LENGTH_SLACK = 0.05;

/** So many bands that two prints within {@link MOST_BITS} agree in one of them. */
const BANDS = MOST_BITS + 1;
const BAND_DIGITS = 16 / BANDS;

/** Texts that may be near to each other share one of these keys. */
export function bandsOf({ simhash }: TextPrint): string[] {
  return Array.from(
    { length: BANDS },
    (_, band) => `${band}:${simhash.slice(band * BAND_DIGITS, (band + 1) * BAND_DIGITS)}`,
  );
}

export const isComparable = (text: TextPrint | null): text is TextPrint =>
  text !== null && text.characters >= LEAST_CHARACTERS;

/** Findings among the texts that share one band key; a pair that shares several is found in the first only. */
export function copiedTexts(band: string, texts: readonly TextOf[]): Attached[] {
  const inOrder = [...texts].sort((a, b) => compare(a.report, b.report));
  return inOrder.flatMap((later, at) => {
    const near = inOrder.filter((other) => isNear(other.text, later.text));
    const agencies = new Set(near.map(({ report }) => report.key || report.agency));
    if (agencies.size > MOST_AGENCIES) return [];
    const earlier = new Set(inOrder.slice(0, at));
    const first = near.filter((other) => earlier.has(other) && isCopy(other, later)).at(-1);
    return first === undefined || firstBand(first.text, later.text) !== band ? [] : [copied(first, later)];
  });
}

const compare = (a: ReportHead, b: ReportHead): number =>
  a.year === b.year ? a.seq - b.seq : a.year < b.year ? -1 : 1;

const firstBand = (a: TextPrint, b: TextPrint): string => {
  const others = bandsOf(b);
  return bandsOf(a).find((key, at) => key === others[at]) ?? '';
};

function isNear(a: TextPrint, b: TextPrint): boolean {
  const longer = Math.max(a.characters, b.characters);
  return (
    Math.abs(a.characters - b.characters) <= longer * LENGTH_SLACK &&
    distance(a.simhash, b.simhash) <= MOST_BITS
  );
}

/** Copying is from a neighbour or from last year; what is farther away has been seen from the year between. */
function isCopy(first: TextOf, later: TextOf): boolean {
  const years = Math.abs(Number(later.report.year) - Number(first.report.year));
  return years <= 1 && relationOf(first.report, later.report) !== null;
}

function distance(a: string, b: string): number {
  let bits = 0;
  for (let rest = BigInt(`0x${a}`) ^ BigInt(`0x${b}`); rest > 0n; rest &= rest - 1n) bits += 1;
  return bits;
}

function copied(first: TextOf, later: TextOf): Attached {
  const relation = relationOf(first.report, later.report) ?? { zh: '', en: '' };
  const name = reportWords(first.report);
  const isWord = first.text.digest === later.text.digest;
  const finding = compose({
    rule: 'text_copied',
    at: null,
    cells: [],
    words: [
      {
        zh: `除名称${isWord ? '' : '和数字'}外，${later.text.characters} 字与${relation.zh}${name.zh}${isWord ? '一字不差，数字也相同' : '几乎相同'}`,
        en: `but for names${isWord ? '' : ' and figures'} its ${later.text.characters} characters are ${isWord ? 'word for word, figures included,' : 'nearly'} those of ${name.en} ${relation.en}`,
      },
    ],
  });
  return { report: later.report, finding };
}
