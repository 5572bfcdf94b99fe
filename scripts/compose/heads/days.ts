import { doubtful, type Fact, fact } from '../printed.js';
import type { Random } from '../random.js';
import { hanYear } from './titles.js';

export interface DrawnPeriod {
  sentence: string;
  start: Fact;
  end: Fact;
}

const first = (year: number): string => `${year}-01-01`;
const last = (year: number): string => `${year}-12-31`;

const WORDS = ['统计期限', '统计时限', '统计期', '统计时间', '统计起止时间', '数据统计期限'] as const;

/** Periods that say everything. */
const WHOLE: readonly ((year: number) => string)[] = [
  (year) => `自${year}年1月1日起至${year}年12月31日止`,
  (year) => `从${year}年1月1日起到${year}年12月31日止`,
  (year) => `为${year}年1月1日至12月31日`,
  (year) => `为${year}年1月1日—${year}年12月31日`,
  (year) => `为${year}年1月1日-12月31日`,
  (year) => `：${year}年01月01日至${year}年12月31日`,
  (year) => `为${year}.1.1-${year}.12.31`,
  (year) => `为${year}-01-01至${year}-12-31`,
  (year) => `自 ${year} 年 1 月 1 日起，至 ${year} 年 12 月 31 日止`,
  (year) => `自${fullWidth(year)}年１月１日起至${fullWidth(year)}年１２月３１日止`,
  (year) => `自${hanYear(year, '〇')}年一月一日起至${hanYear(year, '〇')}年十二月三十一日止`,
  (year) => `为${year}年1月1日～12月31日`,
];

function fullWidth(number: number): string {
  return String(number).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
}

/** Periods that lost characters or were misprinted: what a careful reader may complete is doubtful, never wrong. */
const DAMAGED: readonly ((year: number) => [text: string, start: Fact, end: Fact])[] = [
  (year) => [`自${year}11日到1231日`, doubtful(first(year)), doubtful(last(year))],
  (year) => [`自${year}1月1日起至${year}12月31日`, doubtful(first(year)), doubtful(last(year))],
  (year) => [`自${year}11日起至${year}1231日止`, doubtful(first(year)), doubtful(last(year))],
  (year) => [`自${year}年11日起至${year}年1231日止`, doubtful(first(year)), doubtful(last(year))],
  (year) => [`从${year}年1月1日到20${year}年12月31日`, fact(first(year)), doubtful(last(year))],
  (year) => [`自${year - 1}年1月1日起至${year - 1}年12月31日止`, fact(first(year - 1)), fact(last(year - 1))],
  (year) => [`自${year + 1}年1月1日起至${year}年12月31日止`, fact(first(year + 1)), fact(last(year))],
  (year) => [`自${year}年1月1日起至${year}年12月21日止`, fact(first(year)), fact(`${year}-12-21`)],
  (year) => [`自${year}年1月1日至12月30日`, fact(first(year)), fact(`${year}-12-30`)],
  (year) => [`自${year}年1月1日起至${year}年12月32日止`, fact(first(year)), fact()],
];

/** Only the end, or nothing; other days stand in the preface of every report. */
const MISSING: readonly ((year: number) => [text: string, start: Fact, end: Fact])[] = [
  (year) => [`本报告数据核定时间点为${year}年12月31日。`, fact(), doubtful(last(year))],
  (year) => [`报告中数据截至${year}年12月31日。`, fact(), doubtful(last(year))],
  (year) => [`本报告于${year + 1}年1月12日经办公会议审定。`, fact(), fact()],
  () => ['', fact(), fact()],
];

/** Sentences with days that are no statistics period. */
export const OTHER_DAYS = [
  '2019年4月3日修订、自2019年5月15日起施行的《中华人民共和国政府信息公开条例》（国务院令第711号）',
  '《中华人民共和国政府信息公开条例》（2019年5月15日起施行）',
  '《中华人民共和国政府信息公开条例》（以下简称《条例》）',
] as const;

export function drawPeriod(random: Random, year: number): DrawnPeriod {
  const kind = random.next();
  if (kind < 0.1) {
    const [sentence, start, end] = random.pick(MISSING)(year);
    return { sentence, start, end };
  }
  const [text, start, end] =
    kind < 0.35
      ? random.pick(DAMAGED)(year)
      : [random.pick(WHOLE)(year), fact(first(year)), fact(last(year))];
  return { sentence: `本报告所列数据的${random.pick(WORDS)}${text}。`, start, end };
}

/** A day as portals print it, with or without the time. */
export function drawDay(random: Random, iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const time = `${random.int(8, 17)}:${random.int(10, 59)}`;
  return random.pick([
    iso,
    `${iso} ${time}`,
    `${iso} ${time}:08`,
    `${year}年${month}月${day}日`,
    `${year}年${Number(month)}月${Number(day)}日`,
    `${year}年${month}月${day}日 ${time}:31`,
    `${year}/${month}/${day}`,
    `${year}.${month}.${day}`,
  ]);
}

const TENS = ['', '十', '二十', '三十'] as const;
const ONES = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

function hanNumber(value: number): string {
  return `${TENS[Math.floor(value / 10)] ?? ''}${ONES[value % 10] ?? ''}`;
}

/** The day under the name at the foot: 二〇二四年一月二十日. */
export function drawSignedDay(random: Random, iso: string): string {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  const plain = `${year}年${month}月${day}日`;
  return random.pick([
    plain,
    plain,
    `${year} 年 ${month} 月 ${day} 日`,
    `${hanYear(year, random.pick(['〇', '○', '零']))}年${hanNumber(month)}月${hanNumber(day)}日`,
    `（${plain}）`,
  ]);
}

/** `iso` so many days later. */
export function later(iso: string, days: number): string {
  return new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10);
}
