/** Making printed labels comparable: spacing, width, brackets, numbering, traditional characters. */

import { NOTE_MARKS } from '../../form/index.js';
import { remembered } from './cache.js';

/** A label reduced to what identifies it. */
export interface LabelText {
  /** Characters that carry meaning, brackets' content included, numbering removed. */
  readonly full: string;
  /** The same without what stands in brackets. */
  readonly bare: string;
  /** Printed numbering: `三、`, `（三）` → 3 with its kind; null when there is none. */
  readonly ordinal: Ordinal | null;
  /** What `keptWithLabel` has worked out, by question. */
  readonly answers: unknown[];
}

/** A label of its own, of which nothing is worked out yet. */
export function newLabel(full: string, bare: string, ordinal: Ordinal | null): LabelText {
  return { full, bare, ordinal, answers: [] };
}

let questions = 0;

/**
 * `compute` with a memory of its answers, which must not depend on anything but the label. They are kept in the label
 * itself: one read of an array instead of a search in a map for each of the many questions every cell is asked, and
 * they go when `labelText` forgets the label.
 */
export function keptWithLabel<V extends NonNullable<unknown> | null>(
  compute: (label: LabelText) => V,
): (label: LabelText) => V {
  const question = questions++;
  return (label) => {
    const known = label.answers[question];
    if (known !== undefined) return known as V;
    const answer = compute(label);
    label.answers[question] = answer;
    return answer;
  };
}

export interface Ordinal {
  readonly kind: 'han' | 'bracketed' | 'arabic';
  readonly number: number;
}

export type Simplify = (text: string) => string;

const HAN_DIGITS = '一二三四五六七八九十';
const NUMBERING =
  /^(?:\(([一二三四五六七八九十])\)?|([一二三四五六七八九十])[、.,:\s)]|\(?(\d{1,2})[.、,:)\s]*(?=\D))/;
/** Where label cells were joined, the names of its groups stand before a row's: `三、本年度办理结果-（六）其他处理-3.其他`. */
const GROUPS_BEFORE =
  /^(?:三[、.]?本年度?办理结果[-—–>:/]*(?=\([一二三四五六七]\)))?(?:\([三四五六]\)(?:不予公开|无法提供|不予处理|其[他它]处理)[-—–>:/]*(?=\d[.、]?\D))?/;
/** The heading of a block of table 二 joined to that of the column below it: `第二十条第（一）项本年新制作数量`. */
const CLAUSE_BEFORE = /^第?二十条第?\([一五六八九]\)项(?=本年|上一?年|采购|对外|处理|现行)/;
/** Headings of columns joined likewise: `法人或其他组织-商业企业`. */
const ORGANIZATIONS_BEFORE =
  /^法人(?:或者?|和|及)其[他它]组织[-—–>:/·]*\(?(?=商业|科研|社会公益|法律服务|其[他它]\)?$)/;
const BRACKETS = /\([^()]*\)/g;
/** Labels are no sentences; running text can hold a whole label (结转下年度继续办理13件。). */
const SENTENCE = /[。；;！？]/;
/** What sends the reader from a label to a note below the table; before a label, `①` numbers it. */
const NOTE_MARK = new RegExp(`(?<=\\p{Script=Han})\\s*(?:[${NOTE_MARKS}]{1,2}|注[①-⑳\\d]{1,2})$`, 'u');
/** Everything that is neither a letter, a digit nor a Chinese character. */
const NOISE = /[^\p{L}\p{N}]+/gu;

/** Reduces a printed label. `simplify` turns traditional into simplified characters, for matching only. */
export function labelText(printed: string, simplify: Simplify): LabelText {
  return reduced(simplify(printed));
}

/** The same text always gives the same object, so that what is found for a label can be kept with it. */
const reduced = remembered((printed: string): LabelText => {
  const even = printed
    .replace(NOTE_MARK, '')
    .normalize('NFKC')
    .replace(/[【[〔{]/g, '(')
    .replace(/[】\]〕}]/g, ')')
    .replace(/\s+/g, '')
    .replace(GROUPS_BEFORE, '')
    .replace(CLAUSE_BEFORE, '')
    .replace(ORGANIZATIONS_BEFORE, '');
  const numbering = NUMBERING.exec(even);
  const rest = numbering ? even.slice(numbering[0].length) : even;
  const outside = stripBrackets(rest);
  if (SENTENCE.test(outside)) return newLabel('', '', null);
  return newLabel(meaningful(rest), meaningful(outside), numbering ? ordinalOf(numbering) : null);
});

/** A label in two languages (Mongolian, Tibetan, Uyghur, English …) is matched by its Chinese alone. */
function meaningful(text: string): string {
  return text.replace(HAN.test(text) ? NOT_CHINESE : NOISE, '');
}

const HAN = /\p{Script=Han}/u;
const NOT_CHINESE = /[^\p{Script=Han}\p{N}]+/gu;

/** Removes bracketed remarks, nested ones too, and an unclosed one to the end of the label. */
function stripBrackets(text: string): string {
  let current = text;
  for (let next = current.replace(BRACKETS, ''); next !== current; next = current.replace(BRACKETS, '')) {
    current = next;
  }
  return current.replace(/(.)\([^()]*$/, '$1');
}

function ordinalOf(match: RegExpExecArray): Ordinal {
  const [, bracketed, han, arabic] = match;
  if (bracketed) return { kind: 'bracketed', number: HAN_DIGITS.indexOf(bracketed) + 1 };
  if (han) return { kind: 'han', number: HAN_DIGITS.indexOf(han) + 1 };
  return { kind: 'arabic', number: Number(arabic) };
}

/**
 * Edit distance with a limit: insertion, deletion, substitution and the swap of two neighbours cost one each
 * (optimal string alignment). Returns `limit + 1` as soon as the distance must be larger.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [before, previous, current] = distanceRows(b.length + 1);
  for (let j = 0; j <= b.length; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    current[0] = i;
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(previous, j) + 1, at(current, j - 1) + 1, at(previous, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(before, j - 2) + 1);
      current[j] = cost;
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    [before, previous, current] = [previous, current, before];
  }
  return at(previous, b.length);
}

/** The rows of the distance table, used again: a label that matches nothing is compared with all of the form. */
let rows = [new Int32Array(0), new Int32Array(0), new Int32Array(0)] as const;

function distanceRows(width: number): [Int32Array, Int32Array, Int32Array] {
  if (rows[0].length < width)
    rows = [new Int32Array(width), new Int32Array(width), new Int32Array(width)] as const;
  return [...rows];
}

function at(row: Int32Array, index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
