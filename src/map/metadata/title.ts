/** The title of a report, and what it says of agency and year. */

import type { Found } from '../../model/report.js';
import { withPlainYears, yearIn } from '../words/years.js';
import { couldBeAgency, isAgency } from './agency-names.js';
import type { Evidence, Line } from './evidence.js';
import { withUsualEnd } from './unsure.js';

/** Titles end so, one with two characters swapped too (工作告年度报). */
const END = '(?:报告|年报|告年度报|年度)';
const REPORT_WORDS =
  /(?:政府|政务)?信息公开.*(?:报告|年报|告年度报)|信息公开.*年度|(?:工作)?年度报告$|政务公开.*(?:报告|年报)/;
const WHOLE_TITLE = new RegExp(`(?:信息|资讯|政务)公开.*${END}(?:[（(][^（）()]{2,40}[）)])?$`);
const LONGEST_TITLE = 70;
/** Lists of links to other years' reports stand in front of many articles; sentences mention the title too. */
const NOT_A_TITLE =
  /[。；;！？]|位置[：:]|首页[>＞»›]|^(?:当前位置|您(?:现)?在|上一篇|下一篇|附件|点击|打印|根据|按照|本报告|[现兹特](?:将|予|就|把|向|公布|公开|发布|编制)|[^：:]{2,8}[：:])|公开指南|》/;
/** A line that a sentence goes on from: the next one is a piece of that sentence, however much it reads like a title. */
const GOES_ON = /[，、；,;]$/;
/** Titles break over three lines at most: agency, year, the rest. */
const MOST_LINES = 3;
const SUBJECT_WORD = /公开/;
/** （2023年度） on a line of its own. */
const YEAR_LINE = /^[（(]20\d\d年?度?[）)]$/;
/** The last word of a title that did not go on its line: a title can also end before it. */
const LAST_WORD = /^(?:的?(?:年度)?报告|度报告|告)$/;
/** An agency, perhaps with the year, that stands on a line above the rest of the title. */
const OPENS_TITLE = /^(?:20\d\d年?度?)?(.*?)(?:关于)?(?:20\d\d年?度?)?$/;
const YEAR_TOKEN = /[（(]?20\d\d(?:\s*年)?度?[）)]?/g;
const SUBJECT =
  /(?:政府|政务)?(?:信息|资讯)公开|政务公开|政府政务|工作(?:情况)?(?:的)?(?:年度)?报告|年度报告|年报/;
/** 【年报】, [公告]: what a portal puts in front. */
const PREFIX = /^[【[][^】\]]{1,8}[】\]]/;
const BRACKETED_END = /[（(]([^（）()]{4,45})[）)]$/;

/**
 * Candidates for the title, the most trustworthy first, at most one of each kind: lists of links to other reports
 * stand on many pages, so of several lines that look like a title only the nearest to the report counts. A
 * candidate that names another year than the first is the title of another report.
 */
export function titleCandidates(
  evidence: Evidence,
): readonly { readonly text: string; readonly rule: string }[] {
  const { tags, fields, pageTitle } = evidence;
  const printed = titleLines(evidence.opening);
  const named = FIELDS_WITH_TITLE.map((field) => fields.get(field)).find((text) => text !== undefined);
  const own = [
    { rule: 'meta ArticleTitle', text: tags.articletitle ?? '' },
    { rule: 'heading', text: printed.findLast(({ heading }) => heading)?.text ?? '' },
    { rule: 'title line', text: printed.at(-1)?.text ?? '' },
    { rule: 'metadata table', text: named ?? '' },
  ].filter(({ text }) => looksLikeTitle(text));
  const ofPage = { rule: 'page title', text: siteless(pageTitle, own[0]?.text) };
  const candidates = looksLikeTitle(ofPage.text) ? [...own, ofPage] : own;
  const year = candidates.map(({ text }) => yearInTitle(text)).find((found) => found !== null);
  return candidates.filter(({ text }) => (yearInTitle(text) ?? year) === year);
}

const FIELDS_WITH_TITLE = ['信息名称', '标题', '文件名称', '名称'] as const;

/** The best candidate, with the rule that found it. */
export function titleOf(evidence: Evidence): Found {
  const [best] = titleCandidates(evidence);
  return { value: best?.text ?? '', rule: best?.rule ?? '' };
}

const even = (text: string): string =>
  unannounced(withUsualEnd(withPlainYears(text.replace(/\s+/g, ''))).replace(PREFIX, ''));

function looksLikeTitle(text: string): boolean {
  return text.length <= LONGEST_TITLE && REPORT_WORDS.test(even(text)) && !NOT_A_TITLE.test(even(text));
}

/** Lines that are titles, those set in several lines joined. */
function titleLines(lines: readonly Line[]): Line[] {
  const titles: Line[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const count = GOES_ON.test(lines[at - 1]?.text.trim() ?? '') ? 0 : titleLength(lines, at);
    if (count === 0) continue;
    const parts = lines.slice(at, at + count);
    const text = parts.map((part) => part.text.trim()).join('');
    titles.push({ text: opening(lines, at) + text, heading: parts.some(({ heading }) => heading) });
    at += count - 1;
  }
  return titles;
}

/** How many lines from here on are one title; 0 for none. A title whose end was cut off goes on until it is whole. */
function titleLength(lines: readonly Line[], at: number): number {
  let text = '';
  for (let count = 1; count <= MOST_LINES && at + count <= lines.length; count += 1) {
    const line = even(lines[at + count - 1]?.text ?? '');
    if (count > 1 && (line === '' || (SUBJECT_WORD.test(line) && looksLikeTitle(line)))) break;
    text += line;
    // What follows is no part of it; the first line may still be a title of its own.
    if (NOT_A_TITLE.test(text) || text.length > LONGEST_TITLE) break;
    const next = even(lines[at + count]?.text ?? '');
    if (WHOLE_TITLE.test(text) && !(LAST_WORD.test(next) && count < MOST_LINES))
      return YEAR_LINE.test(next) ? count + 1 : count;
  }
  return looksLikeTitle(lines[at]?.text ?? '') ? 1 : 0;
}

/** 关于发布《…年度报告》的通知: the report's own title with who announces it. */
const NOTICE =
  /^([^《》]{0,40}?)关于(?:发布|公布|印发|公开|报送)《([^《》]+)》的?(?:通知|公告|通告|函|报告)?$/;

/** The title inside a notice, with the name before it where the title has none; other titles as they are. No blanks. */
function unannounced(title: string): string {
  const [, by = '', inner] = NOTICE.exec(title) ?? [];
  if (inner === undefined) return title;
  return agencyInTitle(inner) === null ? by + inner : inner;
}

/** What stands above a title that does not name its agency: the agency, perhaps with the year. */
function opening(lines: readonly Line[], at: number): string {
  const [here, above] = [lines[at], lines[at - 1]];
  if (here === undefined || above === undefined || above.heading !== here.heading) return '';
  const [, name = ''] = OPENS_TITLE.exec(even(above.text)) ?? [];
  const year = yearInTitle(above.text);
  const fits = year === null || yearInTitle(here.text) === null || yearInTitle(here.text) === year;
  return fits && nameInTitle(here.text) === null && couldBeAgency(name) ? above.text.trim() : '';
}

/**
 * `<title>` of a portal page usually ends or begins with the site's name. Where the article's own title stands in it
 * behind a blank, what is before the blank is the site's too: 海安市人民政府 信息公开年报 2022年政府信息公开工作年度报告.
 */
function siteless(title: string, own: string | undefined): string {
  if (own !== undefined && title.split(/\s+/).includes(own)) return own;
  const parts = title.split(/\s*[-_|—–>]+\s*/);
  return parts.find((part) => REPORT_WORDS.test(part)) ?? title;
}

/** The agency a title names, or null. */
export function agencyInTitle(title: string): string | null {
  const name = nameInTitle(title);
  return name !== null && isAgency(name) ? name : null;
}

/** The same with characters that are unsure: `关于`, the years and the subject are taken away. */
export function nameInTitle(title: string): string | null {
  const plain = even(title)
    .replace(YEAR_TOKEN, '')
    .replace(/^[关於于]+(?=.{4})/, '');
  const subject = SUBJECT.exec(plain);
  if (!subject) return null;
  const name = plain.slice(0, subject.index).replace(/(?:关于|的|开展|落实|度|年|\d+)+$/, '');
  const whole = name.endsWith('人民') && subject[0].startsWith('政府') ? `${name}政府` : name;
  if (couldBeAgency(whole)) return whole;
  const behind = name === '' ? BRACKETED_END.exec(plain)?.[1] : undefined;
  return behind !== undefined && couldBeAgency(behind) ? behind : null;
}

/** A year; of a day that was broken off (`2021-`) nobody knows what happened on it. */
const YEAR = /(?<!\d)20\d\d(?![\d\-/.])/g;

/** The year a title names; null when it names two different ones. */
export function yearInTitle(title: string): string | null {
  const plain = even(title);
  const years = new Set([...plain.matchAll(YEAR)].map(([year]) => year));
  if (years.size > 1) return null;
  const [year] = years;
  return year ? yearIn(`${year}年`) : yearIn(plain);
}
