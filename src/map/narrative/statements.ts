/** Figures of the running text whose subject is beyond doubt. Whatever is open to another reading is left out. */

import type { StatementSubject } from '../../form/index.js';
import type { Statement } from '../../model/report.js';
import { PATTERNS, type StatementPattern } from './patterns.js';
import type { Sentence } from './sentences.js';

export interface Speaker {
  /** Simplified name of the agency; empty when it is not known. */
  readonly agency: string;
  readonly regionPath: string;
  readonly year: string;
}

/** Quoted at most; the figure and what leads to it always stay. */
const LONGEST_QUOTE = 160;
/** Sentences without a digit or a denial say nothing that a table could contradict. */
const WORTH_READING = /\d|未收到|没有收到|无收到|未接到/;

const YEAR = /(?<!\d)(?:19|20)\d{2}(?=年)/g;
const NUMBER_GOES_ON = /^(?:余|多|几|来|左右|以上|以内|上下|-|~|—|至|%|\/|万(?!元))/;
/** 件次 counts handlings, not applications. */
const COUNT_UNIT = /^[件宗起](?!次|套|以上|左右|以内|多|余)/;
/** A bracket that speaks of what is carried over makes the number a sum. */
const SUM_IN_BRACKETS = /^件(?:\([^)]*|,?(?:含|包含|包括)[^,。;]*)(?:结转|上年)/;
const MONEY_UNIT = /^(万)?元(?!\/|以上|左右|多|余)/;
const DENIED = /未|没有|并无|从未|均无|无需|免予|不再/;
/** 予以公开和部分公开258件: the number is of both. */
const TOGETHER = /(?<![件宗起])[、和及与或]$/;
/** A whole area is another subject than a body that is not its government. */
const WHOLE_AREA = /全(?:国|省|市|州|盟|区|县|旗|镇|乡|街道)/;

/** Statements of all sentences, in reading order. */
export function statementsOf(sentences: readonly Sentence[], speaker: Speaker): Statement[] {
  if (speaker.year === '') return [];
  return sentences.flatMap((sentence) => {
    if (!WORTH_READING.test(sentence.even)) return [];
    const claims = PATTERNS.flatMap((pattern) => claimsOf(pattern, sentence.even, speaker));
    const once = new Map(claims.map((claim) => [`${claim.subject}=${claim.value}`, claim]));
    return [...once.values()].map((claim) => ({
      ...claim,
      sentence: quote(sentence.printed),
      locator: sentence.locator,
    }));
  });
}

type Claim = Pick<Statement, 'subject' | 'value'>;

function claimsOf(pattern: StatementPattern, text: string, speaker: Speaker): Claim[] {
  if (!text.includes(pattern.word)) return [];
  return [...text.matchAll(pattern.pattern)].flatMap((match) => {
    const before = text.slice(0, match.index);
    if (!isAboutAll(pattern, before) || !isOwn(before, speaker) || !isOfYear(before, speaker.year)) return [];
    if (pattern.unit === 'none') return [{ subject: pattern.subject, value: '0' }];
    const after = text.slice(match.index + match[0].length);
    const number = Number((match.groups?.number ?? '').replaceAll(',', ''));
    if (DENIED.test(lastClause(before)) || NUMBER_GOES_ON.test(after)) return [];
    const value = pattern.unit === 'count' ? countOf(number, after) : moneyOf(number, after, pattern.subject);
    return value === null ? [] : [{ subject: pattern.subject, value: String(value) }];
  });
}

const lastClause = (text: string): string => text.slice(text.lastIndexOf(',') + 1);

function isAboutAll({ unless, unlessNear }: StatementPattern, before: string): boolean {
  return !unless.test(before) && !unlessNear.test(lastClause(before)) && !TOGETHER.test(before);
}

/** Every year named before the figure must be the report's. */
function isOfYear(before: string, year: string): boolean {
  return (before.match(YEAR) ?? []).every((named) => named === year);
}

const ORGAN =
  /(\p{Script=Han}{1,24}?(?:办公室|办公厅|政府办|政府|局|厅|委|院|部|处|中心|街道|镇|乡|部门|单位|机关))(?:\p{Script=Han}{0,6})$/u;
const SELF = /^(?:\d{4}年度?)?[我本]/u;
const TIME_WORDS = /^(?:\d{4}年度?|年度?|本年度?|全年|年内|今年)+/u;

/** The organ named right before the figure must be the agency itself. */
function isOwn(before: string, { agency, regionPath }: Speaker): boolean {
  if (WHOLE_AREA.test(before) && !isGovernment(agency)) return false;
  const clause = lastClause(before.replaceAll(':', ','));
  const organ = ORGAN.exec(clause)?.[1];
  if (organ === undefined || SELF.test(clause)) return true;
  const name = organ.replace(TIME_WORDS, '');
  const own = regionPath.replaceAll('/', '') + agency;
  return agency !== '' && (own.includes(name) || agency.endsWith(name.slice(-4)));
}

const isGovernment = (agency: string): boolean => /(?:政府|办事处)$/.test(agency);

function countOf(number: number, after: string): number | null {
  const isCount = COUNT_UNIT.test(after) && !SUM_IN_BRACKETS.test(after) && Number.isInteger(number);
  return isCount ? number : null;
}

const YUAN_IN_10K = 10_000;
/** Amounts have up to six decimals in practice. */
const DECIMALS = 1e6;

/** The amount in the unit of its subject: fees of table 二 in 万元, processing fees in 元. */
function moneyOf(number: number, after: string, subject: StatementSubject): number | null {
  const unit = MONEY_UNIT.exec(after);
  if (unit === null) return null;
  const yuan = unit[1] === undefined ? number : number * YUAN_IN_10K;
  return Math.round((subject === 'fees' ? yuan / YUAN_IN_10K : yuan) * DECIMALS) / DECIMALS;
}

function quote(printed: string): string {
  const text = printed.replace(/\s+/gu, ' ');
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}
