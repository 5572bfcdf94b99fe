/**
 * Values printed with their names: `自然人：157件`, `自然人 12，商业企业 3，…，总计 15`. Names are those of the columns of
 * the form: applicants of table 三, measures of table 二, results of table 四.
 */

import { APPLICANTS, PROACTIVE_MEASURES, REMEDY_RESULTS } from '../../../form/index.js';
import { isFigure } from '../../words/figures.js';
import type { Simplify } from '../../words/text.js';
import { NAME_KINDS, type NameKind, type RowName, rowNameOf } from './row-names.js';

export interface Pair {
  /** The name of the column by itself, without what says of which kind it is (法人或其他组织) or in what unit. */
  readonly name: string;
  /** The whole of it as printed. */
  readonly printed: string;
  /** As printed; empty for a blank value. Null where nothing but the name is printed: its value may follow. */
  readonly value: string | null;
}

export interface NamedLine {
  /** The row's label where the line begins with it. */
  readonly row: RowName | null;
  /** That label as printed; empty without one. */
  readonly label: string;
  readonly pairs: readonly Pair[];
}

/** An explanation behind a name: `本年收费金额（单位：万元）`. */
const REMARK = /[（(][^（）()]*[）)]/;

/** Labels of the columns of the form, and the wordings that stand for them. */
const CODES: Readonly<Record<NameKind, ReadonlyMap<string, string>>> = {
  applicant: codesOf(APPLICANTS),
  measure: codesOf(PROACTIVE_MEASURES),
  result: codesOf(REMEDY_RESULTS),
};

function codesOf(labels: readonly { code: string; zh: string; variants: readonly string[] }[]) {
  return new Map(
    labels.flatMap(({ code, zh, variants }) =>
      [zh.replace(REMARK, ''), ...variants].map((text) => [text, code]),
    ),
  );
}

/** One after the other in a text, the longest first where one begins with another. */
const NAMES = new RegExp(
  `(?:法人(?:或者?|和|及)其他组织[\\s\\-—–－·:：/(（]*)?(${[
    ...new Set(Object.values(CODES).flatMap((codes) => [...codes.keys()])),
  ]
    .sort((a, b) => b.length - a.length)
    .join('|')})(?:${REMARK.source}|[)）])?`,
  'g',
);

/** What may stand between a name and its value, and what says that a value belongs here though none is printed. */
const BEFORE_VALUE = /^[\s:：=]*(?:[为是]\s*)?/;
const IS_FIELD = /[:：=]/;
/** What may stand behind a value. */
const AFTER_VALUE = /[\s,，;；、。|]*$/;
/** What parts the row's label from its values. */
const AFTER_ROW = /[\s,，:：|\-—–－]+$/;

/** The code of a name among the columns of one kind; null for the name of another. */
export function codeOf(name: string, kind: NameKind): string | null {
  return CODES[kind].get(name) ?? null;
}

/**
 * Reads a line as values with their names, behind the label of their row or without it. Null for every line that holds
 * anything else, or the same name twice.
 */
export function namedLine(text: string, simplify: Simplify): NamedLine | null {
  const simple = simplify(text);
  if (simple.length !== text.length) return null;
  const found = [...simple.matchAll(NAMES)];
  for (const [at, match] of found.entries()) {
    const label = text.slice(0, match.index).replace(AFTER_ROW, '').trim();
    const row = label === '' ? null : rowNameOf(label, simplify);
    if (label !== '' && row === null) continue;
    const pairs = pairsFrom(text, found.slice(at));
    if (pairs !== null && isOneKind(pairs, row?.kind ?? null)) return { row, label, pairs };
  }
  return null;
}

function pairsFrom(text: string, names: readonly RegExpExecArray[]): Pair[] | null {
  const pairs: Pair[] = [];
  for (const [at, match] of names.entries()) {
    const behind = text.slice(match.index + match[0].length, names[at + 1]?.index ?? text.length);
    const value = behind.replace(BEFORE_VALUE, '').replace(AFTER_VALUE, '');
    if (!isFigure(value)) return null;
    const isBare = value === '' && !IS_FIELD.test(behind);
    pairs.push({
      name: match[1] ?? '',
      printed: text.slice(match.index, match.index + match[0].length),
      value: isBare ? null : value,
    });
  }
  return pairs;
}

/** Whether all names are columns of one table, each named once. */
function isOneKind(pairs: readonly Pair[], kind: NameKind | null): boolean {
  const kinds = kind === null ? NAME_KINDS : [kind];
  return kinds.some((one) => {
    const codes = pairs.map(({ name }) => codeOf(name, one));
    return !codes.includes(null) && new Set(codes).size === codes.length;
  });
}
