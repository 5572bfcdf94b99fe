/** Years as reports print them. */

const HAN_DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  零: '0',
  O: '0',
  o: '0',
  Ο: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** The regulation took effect on 2008-05-01 (国务院令第711号 replaced 第492号); no report is older. */
export const FIRST_YEAR = 2008;
const LAST_YEAR = 2099;

const ARABIC = /(?<!\d)(20\d\d)(?:年|年度|(?=政府信息))/;
/** The zero of a year is any of a dozen round characters; one of them is the Arabic zero. */
const ZERO = '〇○零OoΟ0';
const HAN_YEAR = new RegExp(`二[${ZERO}][${ZERO}一二三四五六七八九]{2}(?!\\d)`, 'g');

/** A text with full-width digits and Chinese years in plain digits: 二○二三年, ２０２３年 → 2023年. */
export function withPlainYears(text: string): string {
  return text
    .replace(/[０-９Ｏｏ]/g, (letter) => letter.normalize('NFKC'))
    .replace(HAN_YEAR, (year) => [...year].map((digit) => HAN_DIGITS[digit] ?? digit).join(''));
}

/** The first year named in a text, as four digits; null when there is none or it cannot be the year of a report. */
export function yearIn(text: string): string | null {
  return plausible(ARABIC.exec(withPlainYears(text))?.[1]);
}

function plausible(year: string | undefined): string | null {
  const number = Number(year);
  return number >= FIRST_YEAR && number <= LAST_YEAR ? String(number) : null;
}
