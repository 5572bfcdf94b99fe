/** Dates as portals and reports print them → ISO dates; anything that is not a day of the calendar is refused. */

import { UNSURE } from '../../model/document.js';
import { FIRST_YEAR, withPlainYears } from '../words/years.js';
import type { Evidence } from './evidence.js';

/** A digit that was read in two ways makes another day. */
const DAY = new RegExp(
  `(?<![\\d${UNSURE}])(20\\d\\d)(?:年|[-/.])(\\d{1,2})(?:月|[-/.])(\\d{1,2})(?![\\d${UNSURE}])日?`,
);
const LAST_YEAR = 2099;

/** The first day named in a text, as `YYYY-MM-DD`. */
export function dayIn(text: string): string | null {
  const match = DAY.exec(plainDays(text));
  return match ? isoDay(match[1] ?? '', match[2] ?? '', match[3] ?? '') : null;
}

function isoDay(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
  return real && Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR ? iso : null;
}

/** A line that begins with a day and goes on as portals do: the hour, the source, the readers, the size of type. */
const PORTAL_LINE =
  /^\s*[（(【[]?\s*20\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?[\s\])）】]*(?:\d{1,2}\s*:\s*\d{2}|.{0,40}(?:来源|点击|浏览|阅读|访问|字号|字体|打印|分享|作者|编辑)|\s*$)/;
const LONGEST_PORTAL_LINE = 160;

/** The day that stands without a name on the line under the title. */
export function dayUnderTitle({ opening }: Evidence): string | null {
  const days = new Set(
    opening
      .filter(({ text }) => text.length <= LONGEST_PORTAL_LINE && PORTAL_LINE.test(text))
      .map(({ text }) => dayIn(text)),
  );
  const [day, ...others] = days;
  // Lists of other articles print days too.
  return day !== undefined && others.length === 0 ? day : null;
}

const HAN_NUMBER = '[一二三四五六七八九十]{1,3}';
const HAN_DAY = new RegExp(`(?<![一二三四五六七八九十])(${HAN_NUMBER})月(${HAN_NUMBER})日`, 'g');
const ONES = '零一二三四五六七八九';

/** 三十一 → 31. */
function fromHan(number: string): number {
  const [tens = '', ones] = number.includes('十') ? number.split('十') : ['零', number];
  return (tens === '' ? 1 : ONES.indexOf(tens)) * 10 + (ones ? ONES.indexOf(ones) : 0);
}

/** Without blanks (a day may be set as `2023 年 1 月`, or over two lines), with all digits plain. */
function plainDays(text: string): string {
  return withPlainYears(text.replace(/(?<=\d)\s+(?=\d{1,2}:\d\d)/g, 'T').replace(/\s+/g, '')).replace(
    HAN_DAY,
    (_, month: string, day: string) => `${fromHan(month)}月${fromHan(day)}日`,
  );
}

export interface Period {
  readonly start: string | null;
  readonly end: string | null;
  /** How it was read. */
  readonly rule: 'preface' | 'lost digits' | '';
}

const NO_PERIOD: Period = { start: null, end: null, rule: '' };

const SEPARATOR = '(?:起|开始)?(?:，|,|、)?(?:至|到|止|[—―─－–~～〜∼-])+';
const START = '(?<!\\d)(20\\d\\d)(?:年|[-/.])(\\d{1,2})(?:月|[-/.])(\\d{1,2})日?';
const END =
  '(?:(?<year>20\\d\\d)(?:年|[-/.])|同年|当年|本年)?(?<month>\\d{1,2})(?:月|[-/.])(?<day>\\d{1,2})' +
  `(?![\\d${UNSURE}])`;
const WHOLE_PERIOD = new RegExp(`${START}${SEPARATOR}${END}`, 'g');
/** `2024年12月31日止` is an end, also where its start cannot be read. */
const START_ONLY = new RegExp(`${START}(?!止)${SEPARATOR}`, 'g');
/**
 * A calendar year that lost some of its 年, 月 or digits on the way out of a word processor (`202311日到1231日`,
 * `20221月1日起至202212月31日`, `202020年12月31日`). Only where both ends read as the first and the last day of
 * one year is there no doubt what was meant.
 */
const DAMAGED_YEAR = new RegExp(
  `(?<!\\d)(?<year>20\\d\\d)年?0?1月?0?1日?${SEPARATOR}(?:(?:20)?\\k<year>年?)?(?:12月?31日?)(?!\\d)`,
  'g',
);
const END_ONLY = /(?:截至|截止(?:到|至)?|时间点为?|核定[^，。]{0,6}为)(20\d\d)年(\d{1,2})月(\d{1,2})日/;
const PERIOD_WORDS = /统计|期限|时限|起止|数据|自|从/;
/** How far before the dates the word that makes them the statistics period may stand. */
const WORDS_BEFORE = 40;

/** The statistics period as printed; what lost digits is completed only where nothing else can be meant. */
export function periodIn(text: string): Period {
  const flat = plainDays(text);
  const announced = (pattern: RegExp) =>
    [...flat.matchAll(pattern)].find((match) => isAnnounced(flat, match.index));
  const whole = announced(WHOLE_PERIOD);
  if (whole) {
    const [, year = '', month = '', day = ''] = whole;
    const end = whole.groups ?? {};
    const last = isoDay(end.year ?? year, end.month ?? '', end.day ?? '');
    return { start: isoDay(year, month, day), end: last, rule: 'preface' };
  }
  const { year } = announced(DAMAGED_YEAR)?.groups ?? {};
  if (year !== undefined)
    return { start: isoDay(year, '1', '1'), end: isoDay(year, '12', '31'), rule: 'lost digits' };
  const [, from, month = '', day = ''] = announced(START_ONLY) ?? [];
  if (from !== undefined) return { start: isoDay(from, month, day), end: null, rule: 'preface' };
  const [, last, lastMonth = '', lastDay = ''] = END_ONLY.exec(flat) ?? [];
  if (last === undefined) return NO_PERIOD;
  return { start: null, end: isoDay(last, lastMonth, lastDay), rule: 'preface' };
}

function isAnnounced(text: string, at: number): boolean {
  return PERIOD_WORDS.test(text.slice(Math.max(0, at - WORDS_BEFORE), at));
}
