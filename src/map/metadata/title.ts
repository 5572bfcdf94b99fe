/** The title of a report, and what it says of agency and year. */

import type { Found } from '../../model/report.js';
import { yearIn } from '../words/years.js';
import { isAgency } from './agency-names.js';
import type { Evidence, Line } from './evidence.js';

const REPORT_WORDS =
  /(?:政府|政务)?信息公开.*(?:报告|年报)|信息公开.*年度|(?:工作)?年度报告$|政务公开.*(?:报告|年报)/;
const LONGEST_TITLE = 70;
/** Lists of links to other years' reports stand in front of many articles; sentences mention the title too. */
const NOT_A_TITLE =
  /[。；;！？]|^(?:当前位置|您(?:现)?在|上一篇|下一篇|附件|点击|打印|根据|按照|本报告|现(?:将|予))|公开指南|》/;
/** A title in two or three lines: the agency alone, then the rest. */
const REST_OF_TITLE = /^(?:工作)?(?:年度)?报告$/;
const YEAR_TOKEN = /[（(]?(?:20\d\d|二[〇○零O][〇○零O一二三四五六七八九]{2})(?:\s*年)?度?[）)]?/g;
const SUBJECT = /(?:政府|政务)?(?:信息|资讯)公开|政务公开|工作(?:情况)?(?:的)?(?:年度)?报告|年度报告|年报/;

/**
 * Candidates for the title, the most trustworthy first, at most one of each kind: lists of links to other reports
 * stand on many pages, so of several lines that look like a title only the nearest to the report counts. A
 * candidate that names another year than the first is the title of another report.
 */
export function titleCandidates(
  evidence: Evidence,
): readonly { readonly text: string; readonly rule: string }[] {
  const { tags, fields, pageTitle } = evidence;
  const lines = evidence.opening.map((line, at, all) => ({ ...line, text: wholeTitle(all, at) }));
  const printed = lines.filter(({ text }) => looksLikeTitle(text));
  const named = FIELDS_WITH_TITLE.map((field) => fields.get(field)).find((text) => text !== undefined);
  const candidates = [
    { rule: 'meta ArticleTitle', text: tags.articletitle ?? '' },
    { rule: 'heading', text: printed.findLast(({ heading }) => heading)?.text ?? '' },
    { rule: 'title line', text: printed.at(-1)?.text ?? '' },
    { rule: 'metadata table', text: named ?? '' },
    { rule: 'page title', text: siteless(pageTitle) },
  ].filter(({ text }) => looksLikeTitle(text));
  const year = candidates.map(({ text }) => yearInTitle(text)).find((found) => found !== null);
  return candidates.filter(({ text }) => (yearInTitle(text) ?? year) === year);
}

const FIELDS_WITH_TITLE = ['信息名称', '标题', '文件名称', '名称'] as const;

/** The best candidate, with the rule that found it. */
export function titleOf(evidence: Evidence): Found {
  const [best] = titleCandidates(evidence);
  return { value: best?.text ?? '', rule: best?.rule ?? '' };
}

function looksLikeTitle(text: string): boolean {
  return (
    text.length <= LONGEST_TITLE && REPORT_WORDS.test(text.replace(/\s+/g, '')) && !NOT_A_TITLE.test(text)
  );
}

/** Joins a title that was set in two or three lines. */
function wholeTitle(lines: readonly Line[], at: number): string {
  const here = lines[at]?.text ?? '';
  const before = lines[at - 1]?.text.trim() ?? '';
  const after = lines[at + 1]?.text.trim() ?? '';
  const end = REST_OF_TITLE.test(after.replace(/\s+/g, '')) ? after : '';
  const alike = lines[at]?.heading === lines[at - 1]?.heading;
  const opensAlone = alike && agencyInTitle(here) === null && isAgency(before.replace(/\s+/g, ''));
  return (opensAlone ? before : '') + here.trim() + end;
}

/** `<title>` of a portal page usually ends or begins with the site's name. */
function siteless(title: string): string {
  const parts = title.split(/\s*[-_|—–>]+\s*/);
  return parts.find((part) => REPORT_WORDS.test(part)) ?? title;
}

/** The agency a title names, or null: `关于`, the years and the subject are taken away. */
export function agencyInTitle(title: string): string | null {
  const even = title
    .replace(/\s+/g, '')
    .replace(YEAR_TOKEN, '')
    .replace(/^[关於于]+(?=.{4})/, '');
  const subject = SUBJECT.exec(even);
  if (!subject) return null;
  const name = even.slice(0, subject.index).replace(/(?:关于|的|开展|落实|度|年|\d+)+$/, '');
  const whole = name.endsWith('人民') && subject[0].startsWith('政府') ? `${name}政府` : name;
  return isAgency(whole) ? whole : null;
}

/** The year a title names; null when it names two different ones. */
export function yearInTitle(title: string): string | null {
  const even = title.replace(/\s+/g, '');
  const years = new Set([...even.matchAll(/(?<!\d)20\d\d(?!\d)/g)].map(([year]) => year));
  if (years.size > 1) return null;
  const [year] = years;
  return year ? yearIn(`${year}年`) : yearIn(even);
}
