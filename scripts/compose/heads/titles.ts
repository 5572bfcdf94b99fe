import type { Random } from '../random.js';

/** What a title is made of: the year in the notation drawn, and the agency or nothing. */
export interface TitleParts {
  name: string;
  year: string;
  /** 我局. */
  self: string;
}

type Make = (parts: TitleParts) => string;

const FULL = '政府信息公开工作年度报告';

/** Titles that name their agency, as surveyed. */
const WITH_AGENCY: readonly Make[] = [
  ({ name, year }) => `${name}${year}年${FULL}`,
  ({ name, year }) => `${name}${year}年度${FULL}`,
  ({ name, year }) => `${year}年${name}${FULL}`,
  ({ name, year }) => `${year}年度${name}${FULL}`,
  ({ name, year }) => `${year}${name}${year}年度${FULL}`,
  ({ name, year }) => `${name}关于${year}年度政府信息公开情况的报告`,
  ({ name, year }) => `${name}关于${year}年度政府信息公开工作情况的报告`,
  ({ name, year }) => `关于${name}${year}年度政府信息公开工作的年度报告`,
  ({ name, year }) => `${name}政府信息公开工作${year}年度报告`,
  ({ name, year }) => `${name}政府信息公开工作年度报告（${year}年）`,
  ({ name, year }) => `${name}政府信息公开年度报告（${year}年度）`,
  ({ name, year }) => `${name}${year}年信息公开工作年度报告`,
  ({ name, year }) => `${name}${year}年政府信息公开年报`,
  ({ name, year }) => `${name}${year}年度政务公开工作年度报告`,
  ({ name, year }) => `${name}${year}年政府信息公开工作告年度报`,
  ({ name, year }) => `${name} ${year}年 ${FULL}`,
  ({ name, year }) => `【年报】${name}${year}年${FULL}`,
  ({ name, year }) => `${year}年${FULL}（${name}）`,
];

const WITHOUT_AGENCY: readonly Make[] = [
  ({ year }) => `${year}年${FULL}`,
  ({ year }) => `${year}年度${FULL}`,
  ({ year }) => `关于${year}年度政府信息公开工作的年度报告`,
  ({ year }) => `关于${year}年度政府信息公开情况的报告`,
  ({ year }) => `政府信息公开工作${year}年度报告`,
  ({ year }) => `${year}年信息公开工作年度报告`,
  ({ year }) => `${year}年政府政务公开年报`,
  ({ year }) => `${FULL}（${year}年）`,
  ({ year, self }) => `${self}${year}年${FULL}`,
  ({ year }) => `${year}年政府信息公开工作告年度报`,
];

/** A title on two lines, the agency above. */
const TWO_LINES: readonly ((parts: TitleParts) => [string, string])[] = [
  ({ name, year }) => [name, `${year}年${FULL}`],
  ({ name, year }) => [`${name}${year}年`, FULL],
  ({ name, year }) => [`${name}关于${year}年度`, '政府信息公开工作年度报告'],
];

export interface DrawnTitle {
  lines: string[];
  /** All ways to write the whole of it down. */
  accepted: string[];
}

const TWO_LINE_SHARE = 0.12;

/** Draws a title; an empty name gives one without agency. */
export function drawTitle(random: Random, parts: TitleParts): DrawnTitle {
  if (parts.name !== '' && random.chance(TWO_LINE_SHARE)) {
    const lines = random.pick(TWO_LINES)(parts);
    return { lines, accepted: [lines.join(''), lines.join(' '), ...lines.slice(1)] };
  }
  const title = random.pick(parts.name === '' ? WITHOUT_AGENCY : WITH_AGENCY)(parts);
  return { lines: [title], accepted: [title] };
}

const HAN_ZEROS = ['〇', '○', '零', 'Ｏ'] as const;
const HAN = '一二三四五六七八九';

/** A year as titles write it: mostly digits, sometimes full-width or Chinese ones. */
export function drawYear(random: Random, year: number): string {
  const notation = random.int(0, 9);
  if (notation === 0)
    return String(year).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
  if (notation > 1) return String(year);
  return hanYear(year, random.pick(HAN_ZEROS));
}

export function hanYear(year: number, zero: string): string {
  return String(year).replace(/\d/g, (digit) => (digit === '0' ? zero : (HAN[Number(digit) - 1] ?? '')));
}
