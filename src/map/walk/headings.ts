/** What a paragraph tells the state machine: which section of the report begins, which year it speaks of. */

import type { Simplify } from '../words/text.js';
import { yearIn } from '../words/years.js';
import type { Section } from './machine.js';

export interface Heading {
  readonly section: Section | null;
  readonly year: string | null;
}

/** A heading of the form has about twenty characters; sentences that use its words are longer. */
const LONGEST_HEADING = 60;
/** Words that make a short line with a year a heading of tables rather than a remark. */
const TABLE_WORDS = /报告|年报|情况|统计|附表|表格|公开/;

const SECTIONS: readonly (readonly [Section, RegExp])[] = [
  ['remedies', /^(?:四|五)?[、.]?.{0,16}(?:行政复议.{0,4}行政诉讼|复议、?诉讼).{0,6}$/],
  [
    'applications',
    /^[三四]?[、.]?.{0,8}(?:收到和处理|收到及处理|受理和处理|依申请公开政府信息).{0,6}(?:政府信息)?(?:公开)?申请(?:的)?情况.{0,4}$/,
  ],
  ['proactive', /^[二三]?[、.]?.{0,4}主动公开(?:政府)?(?:信息|政府信息|政府政府情况).{0,6}$/],
  ['other', /^[一五六七八][、.].{0,4}(?:总体情况|基本情况|存在的?.{0,4}问题|其[他它]需要).{0,16}$/],
];

/** Reads a paragraph as a heading; both parts are null for running text. */
export function readHeading(text: string, simplify: Simplify): Heading {
  if (text.length > LONGEST_HEADING) return { section: null, year: null };
  const even = simplify(text.normalize('NFKC')).replace(/\s+/g, '');
  const section = SECTIONS.find(([, pattern]) => pattern.test(even))?.[0] ?? null;
  return { section, year: TABLE_WORDS.test(even) ? yearIn(even) : null };
}
