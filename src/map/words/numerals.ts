/** Counts written in Chinese numerals: 零, 三件, 二十件, 一百零五件. */

const DIGITS = '零一二三四五六七八九';
const WRITTEN = /^[零〇○一二两三四五六七八九十百千]+$/;
/** Thousands, hundreds, tens, ones, each at most once and in this order; 十 begins a number without 一. */
const NUMERAL =
  /^(?:([一二两三四五六七八九])千)?(?:零?([一二两三四五六七八九])百)?(?:零?([一二三四五六七八九]?)十)?(?:零?([一二两三四五六七八九]))?$/;

/**
 * The number that Chinese numerals print, or null for any other text. The caller must know that it is a count: alone they are
 * the numbers of rows and sections, and 一 is typed for a dash.
 */
export function writtenNumber(text: string): string | null {
  if (!WRITTEN.test(text)) return null;
  const even = text.replace(/[〇○]/g, '零');
  if (even === '零') return '0';
  const [, thousands, hundreds, tens, ones] = NUMERAL.exec(even) ?? [];
  if ([thousands, hundreds, tens, ones].every((digit) => digit === undefined)) return null;
  // 一百二 is 120 to a speaker, and 102 to a careless writer.
  if (
    ones !== undefined &&
    tens === undefined &&
    (hundreds ?? thousands) !== undefined &&
    !even.includes('零')
  )
    return null;
  const value = (digit: string | undefined, whenEmpty = 0) =>
    digit === undefined ? 0 : digit === '' ? whenEmpty : DIGITS.indexOf(digit.replace('两', '二'));
  return String(value(thousands) * 1000 + value(hundreds) * 100 + value(tens, 1) * 10 + value(ones));
}
