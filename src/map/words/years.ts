/** Years as reports print them. */

const HAN_YEAR: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  零: '0',
  O: '0',
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

/** The regulation took effect on 2008-05-01 (国务院令第492号); no report is older. */
export const FIRST_YEAR = 2008;
const LAST_YEAR = 2099;

const ARABIC = /(?<!\d)(20\d\d)(?:年|年度|(?=政府信息))/;
const HAN = /([二][〇○零O][〇○零O一二三四五六七八九]{2})年/;

/** The first year named in a text, as four digits; null when there is none or it cannot be the year of a report. */
export function yearIn(text: string): string | null {
  return plausible(ARABIC.exec(text)?.[1] ?? arabic(HAN.exec(text)?.[1]));
}

function arabic(han: string | undefined): string | undefined {
  return han && [...han].map((c) => HAN_YEAR[c] ?? '').join('');
}

function plausible(year: string | undefined): string | null {
  const number = Number(year);
  return number >= FIRST_YEAR && number <= LAST_YEAR ? String(number) : null;
}
