/** Names that stand in a scan or a picture only: right, or empty. One character read wrongly makes another agency. */

import { type Document, UNSURE } from '../model/document.js';
import type { Found, Identity, ReportMetadata } from '../model/report.js';
import type { Gazetteer } from './identity/index.js';
import { dayIn } from './metadata/dates.js';
import { completeTitle } from './metadata/unsure.js';

const UNSURE_NAME = 'a name in a scan whose place is not known';
const UNSURE_TITLE = 'a title in a scan with a character that nobody could read';
const UNSURE_DAY = 'the head of a scan has another day, or one that could not be read';
/** The last character of a title, which a stamp or the edge of the page likes to take. */
const CUT_END = /年度报$/;

/**
 * Takes back what only a picture says and nothing confirms: an agency whose place is not one of the country's or looks
 * like a misread one, and with it the title that names it; a title with characters that nothing else tells.
 * @param identityOf the agency and year in the characters of the document
 */
export function trusted(
  metadata: ReportMetadata,
  document: Document,
  identityOf: (agency: string, year: string) => Identity,
  divisions: Gazetteer,
): ReportMetadata {
  if ((document.pictures.recognized ?? 0) === 0) return metadata;
  const { agency, year, title, publishedOn } = metadata;
  const isRead = agency.value !== '' && !isPrinted(agency.value, document);
  const identity = isRead ? identityOf(agency.value, year.value) : null;
  const misread = identity !== null && isMisread(agency.value, identity.regionCode, divisions);
  const known = identity === null || (identity.agencyId !== '' && !misread && !isUnlisted(identity));
  const kept = known ? agency : { value: '', rule: UNSURE_NAME };
  const whole = isPrinted(title.value, document)
    ? title.value
    : wholeTitle(title.value, kept.value, year.value);
  const isSure = !whole.includes(UNSURE) && (known || !whole.includes(agency.value));
  return {
    ...metadata,
    publishedOn: isContested(publishedOn, document) ? { value: '', rule: UNSURE_DAY } : publishedOn,
    agency: kept,
    title: isSure ? { ...title, value: whole } : { value: '', rule: UNSURE_TITLE },
  };
}

/** What tells the day of publication for sure, if its words were read. */
const SURE_OF_DAY = /^(?:meta |发布|公开|日期|时间)/;
/** The lines above a report have its fields; longer ones are its text. */
const LONGEST_HEAD_LINE = 160;
const FIRST_SECTION = /^\s*一、/;
/** A day, or one with digits that were read in two ways; and what is no day of publication. */
const DAY_LIKE = new RegExp(`20[\\d${UNSURE}]{2}(?:年|[-/.])[\\d${UNSURE}]{1,2}(?:月|[-/.])[\\d${UNSURE}]`);
const OF_PERIOD = /统计|期限|时限|起止|起至|[日\d](?:至|到|—|-)20\d\d|施行|实施/;

/**
 * Whether a day that was signed, or stands without its name, is not the only one in the head of a scan: where the words
 * before a day are not read well, or not at all, the right one looks like any other.
 */
function isContested({ value, rule }: Found, { blocks }: Document): boolean {
  if (value === '' || SURE_OF_DAY.test(rule)) return false;
  const end = blocks.findIndex((block) => block.kind === 'table' || FIRST_SECTION.test(block.text));
  const head = blocks.slice(0, end < 0 ? blocks.length : end);
  const isRead =
    blocks[end]?.kind === 'paragraph' ||
    head.some((block) => block.kind === 'paragraph' && block.text.includes('。'));
  // Of a long head not every line is read.
  if (!isRead) return true;
  return head.some((block) => {
    if (block.kind !== 'paragraph' || !block.recognition || block.text.length > LONGEST_HEAD_LINE)
      return false;
    const text = block.text.replace(/\s+/g, '');
    return DAY_LIKE.test(text) && !OF_PERIOD.test(text) && dayIn(block.text) !== value;
  });
}

const OF_TOWNS: ReadonlySet<string> = new Set(['township', 'street_office']);
/** Digits of the code of a county; those of towns are longer. */
const COUNTY_CODE = 6;

/** A town that its county does not have: rare characters are misread alike twice (鲊埠 → 镍起). */
function isUnlisted({ kind, regionCode }: Identity): boolean {
  return OF_TOWNS.has(kind) && regionCode.length <= COUNTY_CODE;
}

/** The zero of a year in ideographs looks like a letter to the engine. */
const ROUND_ZERO = /(?<=[一二三四五六七八九〇OoＯ○])[OoＯ○](?=[一二三四五六七八九十〇OoＯ○年])/g;

function wholeTitle(title: string, agency: string, year: string): string {
  const complete = completeTitle(title, agency, year).replace(ROUND_ZERO, '〇');
  return CUT_END.test(complete) && !complete.includes('告') ? `${complete}告` : complete;
}

/** Whether a text stands in what is no picture. */
function isPrinted(text: string, { blocks, metadata }: Document): boolean {
  const printed = blocks.flatMap((block) =>
    block.kind === 'paragraph' && !block.recognition ? [block.text] : [],
  );
  const own = [metadata.title ?? '', ...Object.values(metadata.tags), ...(metadata.breadcrumb ?? [])];
  const wanted = text.replace(/\s+/g, '');
  return wanted !== '' && [...printed, ...own].some((one) => one.replace(/\s+/g, '').includes(wanted));
}

/** Shorter names differ from many words in one character. */
const SHORTEST = 3;
/** What the last characters of places are misread as. */
const ENDS: Readonly<Record<string, string>> = {
  县: '具且昙悬',
  区: '匹医卫冈巨',
  市: '布巾币帀',
  旗: '族棋旅',
};

/**
 * Whether behind the place that a name was resolved to, a place within it follows with one character wrong: 故城具
 * in 衡水市. The right place would be another one.
 */
function isMisread(agency: string, regionCode: string, divisions: Gazetteer): boolean {
  return divisions.below(regionCode).some((name) => {
    if (name.length < SHORTEST) return false;
    for (let at = 0; at + name.length <= agency.length; at++)
      if (isNearly(agency.slice(at, at + name.length), name)) return true;
    return false;
  });
}

function isNearly(read: string, name: string): boolean {
  const differing = [...name].flatMap((character, i) => (character === read[i] ? [] : [i]));
  const [at, more] = differing;
  if (at === undefined || more !== undefined) return false;
  if (at < name.length - 1) return true;
  return ENDS[name.at(-1) ?? '']?.includes(read.at(-1) ?? '') === true;
}
