/**
 * Reading one value cell. Blank, zero, absent and unreadable are four different things: this file tells
 * numbers, numbers with a remark, marks that stand for a blank, and everything else apart, and never guesses.
 */

import { NOTE_MARKS } from '../../form/index.js';
import { remembered } from './cache.js';
import { writtenNumber } from './numerals.js';

export type Figure =
  /** `value` is a plain decimal; `unit` is the printed unit when it is one of money. */
  | { readonly kind: 'number'; readonly value: string; readonly noted: boolean; readonly unit: MoneyUnit }
  | { readonly kind: 'blank' }
  | { readonly kind: 'text' };

export type MoneyUnit = '' | '元' | '千元' | '万元' | '亿元';

const BLANK: Figure = { kind: 'blank' };
const TEXT: Figure = { kind: 'text' };

/** Marks that agencies print for "nothing to report". */
const BLANK_MARK = /^(?:[/\\\-—–―⸺⸻─_－*.。、]+|无|空|N\/A|不涉及|无数据|未发生)$/i;

/** `1,234,567`: a comma is a thousands separator only when every group has three digits. */
const THOUSANDS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const PLAIN = /^\d+(?:\.\d+)?$/;
/** `00`, `012`: nobody writes a count so; it is two cells that ran together. */
const FUSED = /^0\d/;

/** Counting units that may follow a figure without changing it. */
const UNIT = '件|条|个|项|宗|起|人|次|份|类|部|例|万元?|亿元?|千元|元';
const SIGN = '[+\\-−﹣]?';
const WITH_REMARK = new RegExp(
  `^(${SIGN}[\\d,]+(?:\\.\\d+)?)(${UNIT})?((?:[（([［〔【][^（()）[\\]［］〔〕【】]*[）)\\]］〕】])*[${NOTE_MARKS}]*(?:注[①-⑳\\d]{0,2})?)$`,
);
/** `¥12.5万元`, `人民币12.5万元`: a sign of money says nothing of the unit, so a unit has to follow. */
const MONEY_SIGN = /^(?:人民币)?[¥￥]?(?=[\d.,]+(?:万|亿|千元|元))/;
/** `12000（元）`, `12.5（单位：万元）`: the remark is nothing but the unit. */
const UNIT_IN_REMARK = /^[（([［〔【](?:单位[:：]?)?(?:人民币)?(亿元?|万元?|千元|元)[）)\]］〕】]$/;
/** `12000（即1.2万元）`: the remark says the same amount again, with its unit. */
const AMOUNT_IN_REMARK = /(?<![\d.,])(\d[\d,]*(?:\.\d+)?)(亿元?|万元?|千元|元)/;
/** 本年增/减 is sometimes written in words: 增8, 减少3. */
const WORDED_CHANGE = new RegExp(`^(增加?|减少?)(\\d+)(?:${UNIT})?$`);

/** The full-width comma of `1，278` brings half a blank with it, which some readers keep. */
const WIDE_COMMA_GAP = /(\d)， (?=\d{3})/g;
const FULL_WIDTH_OFFSET = 0xfee0;

/**
 * Full-width ASCII to half-width, and nothing else: compatibility forms such as `²` or `①` must not turn
 * into digits of the number they stand beside.
 */
export function halfWidth(text: string): string {
  return text
    .replace(WIDE_COMMA_GAP, '$1,')
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - FULL_WIDTH_OFFSET));
}

/** The few words that stand in cells of figures; labels are made simple elsewhere, with a dictionary. */
const SIMPLIFIED: Readonly<Record<string, string>> = {
  無: '无',
  萬: '万',
  億: '亿',
  圓: '元',
  個: '个',
  項: '项',
  類: '类',
  條: '条',
  減: '减',
  數: '数',
  據: '据',
  發: '发',
  單: '单',
  幣: '币',
};
const TRADITIONAL = new RegExp(`[${Object.keys(SIMPLIFIED).join('')}]`, 'g');

/** Reads a cell of a count or amount column. */
export function readFigure(raw: string): Figure {
  if (raw === '') return BLANK;
  return isPlainCount(raw) ? { kind: 'number', value: raw, noted: false, unit: '' } : readOther(raw);
}

/** Digits that stand for themselves (`0`, `12`), as in most cells of a report; told without a regular expression. */
export function isPlainCount(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < ZERO || unit > NINE) return false;
  }
  return text.length === 1 || (text.length > 1 && text.charCodeAt(0) !== ZERO);
}
const ZERO = 48;
const NINE = 57;

const readOther: (raw: string) => Figure = remembered((raw) => {
  const text = halfWidth(raw)
    .replace(TRADITIONAL, (sign) => SIMPLIFIED[sign] ?? sign)
    .trim();
  if (text === '') return BLANK;
  if (isPlainCount(text)) return number(text, false);
  if (BLANK_MARK.test(text.replace(/\s+/g, ''))) return BLANK;
  return readSigned(text) ?? readWritten(text) ?? TEXT;
});

/**
 * 三件, 零: without a unit only nought is a count, for the others number rows and sections. Other units stand in labels
 * behind numerals, and labels come in pieces: 二十条, 三类.
 */
const WRITTEN_COUNT = /^([零〇○一二两三四五六七八九十百千]+)\s*[件宗起]$|^([零〇])$/;

function readWritten(text: string): Figure | null {
  const [, counted, nought] = WRITTEN_COUNT.exec(text) ?? [];
  const value = writtenNumber(counted ?? nought ?? '');
  return value === null ? null : number(value, true);
}

/** Whether a text can only be a figure or a mark, never a label. */
export function isFigure(raw: string): boolean {
  return isPlainCount(raw) || readFigure(raw).kind !== 'text';
}

/** Whether a text is nothing but figures or marks, one or several: `0 1` where the cells of two rows have run together. */
export function isOnlyFigures(raw: string): boolean {
  if (isFigure(raw)) return true;
  const parts = raw.split(' ');
  return parts.length > 1 && parts.every(isFigure);
}

/** Nobody is paid a fraction of a 分: an amount of 元 with more decimals is one of 万元 whose unit lost its 万. */
const FRACTION_OF_FEN = /\.\d{3}/;

/**
 * An amount in 万元, converted when another unit is printed; `headerUnit` is the unit of the column label. Null when
 * the unit cannot be the one printed.
 */
export function inTenThousandYuan(
  figure: Extract<Figure, { kind: 'number' }>,
  headerUnit: MoneyUnit,
): { readonly value: string; readonly converted: boolean } | null {
  const unit = figure.unit || headerUnit || '万元';
  if (unit === '万元') return { value: figure.value, converted: false };
  if (unit === '元' && FRACTION_OF_FEN.test(figure.value)) return null;
  return { value: shiftDecimal(figure.value, TEN_THOUSANDS[unit]), converted: true };
}

/** Powers of ten from a unit to 万元. */
const TEN_THOUSANDS = { 元: -4, 千元: -1, 万元: 0, 亿元: 4 } as const;

/** `万` and `亿` stand for `万元` and `亿元`; a unit that is none of money is nothing. */
function moneyUnit(printed: string): MoneyUnit {
  const whole = /^[万亿]$/.test(printed) ? `${printed}元` : printed;
  return whole in TEN_THOUSANDS ? (whole as MoneyUnit) : '';
}

/** The unit that a remark states for the figure before it. */
function unitInRemark(remark: string, value: string): MoneyUnit {
  const alone = UNIT_IN_REMARK.exec(remark)?.[1];
  if (alone !== undefined) return moneyUnit(alone);
  const [, again = '', unit = ''] = AMOUNT_IN_REMARK.exec(remark) ?? [];
  const said = plainNumber(again);
  if (said === null || said === '0' || value === '0') return '';
  const amount = shiftDecimal(said, TEN_THOUSANDS[moneyUnit(unit) || '万元']);
  const units = Object.keys(TEN_THOUSANDS) as (keyof typeof TEN_THOUSANDS)[];
  return units.find((own) => shiftDecimal(value, TEN_THOUSANDS[own]) === amount) ?? '';
}

function readSigned(text: string): Figure | null {
  const change = WORDED_CHANGE.exec(text);
  if (change) return number((change[1]?.startsWith('减') ? '-' : '') + change[2], true);
  const match = WITH_REMARK.exec(
    text
      .replace(/\s*([（()）[\]［］〔〕【】])\s*/g, '$1')
      .replace(/([\d万亿千])\s+(?=[件条个项宗起人次份类部例万亿千元])/g, '$1')
      .replace(MONEY_SIGN, ''),
  );
  if (!match) return null;
  const [, printed = '', unit = '', remark = ''] = match;
  const value = plainNumber(printed);
  if (value === null) return null;
  const money = moneyUnit(unit) || (unit === '' ? unitInRemark(remark, value) : '');
  return { kind: 'number', value, noted: unit !== '' || remark !== '', unit: money };
}

function plainNumber(printed: string): string | null {
  const unsigned = printed.replace(/^[+\-−﹣]/, '');
  if (!PLAIN.test(unsigned) && !THOUSANDS.test(unsigned)) return null;
  if (FUSED.test(unsigned)) return null;
  const sign = /^[-−﹣]/.test(printed) ? '-' : '';
  return canonical(sign + unsigned.replaceAll(',', ''));
}

/** Plain notation without leading or trailing zeros that carry nothing: `007` → `7`, `0.00` → `0`. */
function canonical(value: string): string {
  const negative = value.startsWith('-');
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const shortWhole = whole.replace(/^0+(?=\d)/, '');
  const shortFraction = fraction.replace(/0+$/, '');
  const plain = shortFraction ? `${shortWhole}.${shortFraction}` : shortWhole;
  return negative && plain !== '0' ? `-${plain}` : plain;
}

/** Multiplies a plain decimal by a power of ten on its digits, so that nothing is rounded. */
export function shiftDecimal(value: string, power: number): string {
  const negative = value.startsWith('-');
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + power;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  return canonical(`${negative ? '-' : ''}${padded.slice(0, at)}.${padded.slice(at)}`);
}

function number(value: string, noted: boolean): Figure {
  return { kind: 'number', value: canonical(value), noted, unit: '' };
}
