/** Dates as portals and reports print them → ISO dates; anything that is not a day of the calendar is refused. */

import { FIRST_YEAR } from '../words/years.js';

const DAY = /(?<!\d)(20\d\d)\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})(?!\d)\s*日?/;
const LAST_YEAR = 2099;

/** The first day named in a text, as `YYYY-MM-DD`. */
export function dayIn(text: string): string | null {
  const match = DAY.exec(text);
  return match ? isoDay(match[1] ?? '', match[2] ?? '', match[3] ?? '') : null;
}

function isoDay(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
  return real && Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR ? iso : null;
}

export interface Period {
  readonly start: string | null;
  readonly end: string | null;
}

const SEPARATOR = '(?:起)?\\s*(?:，|,)?\\s*(?:至|到|止|—+|－|-|–|~|～)+\\s*';
const START = '(?<!\\d)(20\\d\\d)\\s*(?:年|[-/.])\\s*(\\d{1,2})\\s*(?:月|[-/.])\\s*(\\d{1,2})\\s*日?\\s*';
const END =
  '(?:(?<year>20\\d\\d)\\s*(?:年|[-/.])\\s*|同年|当年|本年)?(?<month>\\d{1,2})\\s*(?:月|[-/.])\\s*(?<day>\\d{1,2})(?!\\d)';
const WHOLE_PERIOD = new RegExp(`${START}${SEPARATOR}${END}`, 'g');
const START_ONLY = new RegExp(`${START}${SEPARATOR}`, 'g');
const PERIOD_WORDS = /统计|期限|时限|起止|数据|自|从/;
/** How far before the dates the word that makes them the statistics period may stand. */
const WORDS_BEFORE = 40;

/** The statistics period; a half that is misprinted (`202020年12月31日`) stays empty. */
export function periodIn(text: string): Period {
  for (const match of text.matchAll(WHOLE_PERIOD)) {
    if (!announced(text, match.index)) continue;
    const [, year = '', month = '', day = ''] = match;
    const end = match.groups ?? {};
    return { start: isoDay(year, month, day), end: isoDay(end.year ?? year, end.month ?? '', end.day ?? '') };
  }
  for (const match of text.matchAll(START_ONLY)) {
    if (announced(text, match.index))
      return { start: isoDay(match[1] ?? '', match[2] ?? '', match[3] ?? ''), end: null };
  }
  return { start: null, end: null };
}

function announced(text: string, at: number): boolean {
  return PERIOD_WORDS.test(text.slice(Math.max(0, at - WORDS_BEFORE), at));
}
