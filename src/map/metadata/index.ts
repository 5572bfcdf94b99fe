/** Title, agency, year, statistics period and publication date of a report, each with the rule that found it. */

import type { Document } from '../../model/document.js';
import type { Found, ReportMetadata } from '../../model/report.js';
import type { Simplify } from '../words/text.js';
import { yearIn } from '../words/years.js';
import { answersTo } from './agency-names.js';
import { dayIn, dayUnderTitle, periodIn } from './dates.js';
import { type Evidence, type FieldName, gatherEvidence } from './evidence.js';
import { firstAnswer, type Rule } from './rules.js';
import { compiler, contact, fullName, letterhead, publisher, signature, signedDay } from './speakers.js';
import { agencyInTitle, nameInTitle, titleCandidates, titleOf, yearInTitle } from './title.js';
import { completeName, hasUnsureYear } from './unsure.js';

const PUBLISHER_FIELDS: readonly FieldName[] = [
  '发布机构',
  '公开主体',
  '发布单位',
  '发布部门',
  '发文机关',
  '发文单位',
  '公开责任部门',
  '责任部门',
  '责任单位',
  '所属机构',
];
/** Whom a page has its text from: the agency itself, or the portal of the government above it. */
const SOURCE_FIELDS: readonly FieldName[] = ['信息来源', '稿件来源', '文章来源', '来源'];
/** The day of publication, then what is called a date without saying of what. */
const DATE_FIELDS: readonly FieldName[] = ['发布日期', '发布时间', '公开日期', '公开时间', '日期', '时间'];
/** The days on which a page was touched last, or a paper was signed or written. */
const OTHER_DATE_FIELDS: readonly FieldName[] = ['更新日期', '更新时间', '发文日期', '生成日期', '成文日期'];
/** Meta tags of portals and of news pages that hold the day of publication. */
const DATE_TAGS = ['pubdate', 'publishdate', 'firstpublishedtime', 'article:published_time', 'wechat:ct'];

/** Outside the title a name is believed only when the text's own `我局`, `我镇` … can stand for it. */
const OTHER_AGENCY_RULES: readonly Rule<Evidence>[] = [
  ...PUBLISHER_FIELDS.map(publisherIn),
  { name: 'preface', find: compiler },
  { name: 'signature', find: signature },
  ...SOURCE_FIELDS.map(publisherIn),
  { name: 'meta ContentSource', find: ({ tags }) => publisher(tags.contentsource) },
  { name: 'letterhead', find: letterhead },
  { name: 'contact', find: contact },
  {
    name: 'breadcrumb',
    find: ({ breadcrumb }) =>
      breadcrumb.map((part) => fullName(part)).findLast((name) => name !== null) ?? null,
  },
];

function publisherIn(field: FieldName): Rule<Evidence> {
  return { name: field, find: ({ fields }) => publisher(fields.get(field)) };
}

const AGENCY_RULES: readonly Rule<Evidence>[] = [
  { name: 'title', find: fromTitles(agencyInTitle) },
  ...OTHER_AGENCY_RULES.map(({ name, find }) => ({
    name,
    find: (evidence: Evidence) => {
      const found = find(evidence);
      return found && answersTo(evidence.preface, found) ? found : null;
    },
  })),
];

const YEAR_RULES: readonly Rule<Evidence>[] = [
  { name: 'title', find: fromTitles(yearInTitle) },
  { name: 'statistics period', find: yearOfPeriod },
  {
    name: 'preface',
    // Links to other years' reports stand above many a title.
    find: (evidence) =>
      titleCandidates(evidence).some(({ text }) => hasUnsureYear(text))
        ? null
        : yearIn(
            /(20\d\d\s*年度?)[^。\n]{0,20}(?:政府)?信息公开[^。\n]{0,8}(?:年度)?报告/.exec(
              evidence.preface,
            )?.[1] ?? '',
          ),
  },
];

const dayOfField = (field: FieldName): Rule<Evidence> => ({
  name: field,
  find: ({ fields }) => dayIn(fields.get(field) ?? ''),
});

const DATE_RULES: readonly Rule<Evidence>[] = [
  ...DATE_TAGS.map((tag) => ({
    name: `meta ${tag === 'pubdate' ? 'PubDate' : tag}`,
    find: ({ tags }: Evidence) => dayIn(tags[tag] ?? ''),
  })),
  ...DATE_FIELDS.map(dayOfField),
  { name: 'line under the title', find: dayUnderTitle },
  ...OTHER_DATE_FIELDS.map(dayOfField),
  { name: 'signature', find: signedDay },
];

/** Reads the metadata of a document. What no rule finds stays empty. */
export function readMetadata(
  document: Document,
  simplify: Simplify,
  evidence: Evidence = gatherEvidence(document, simplify),
): ReportMetadata {
  const period = periodIn(evidence.preface);
  const found = (value: string | null): Found =>
    value ? { value, rule: period.rule } : { value: '', rule: '' };
  return {
    title: asPrinted(titleOf(evidence), evidence),
    agency: asPrinted(agencyOf(evidence), evidence),
    year: firstAnswer(YEAR_RULES, evidence),
    periodStart: found(period.start),
    periodEnd: found(period.end),
    publishedOn: firstAnswer(DATE_RULES, evidence),
  };
}

/** Where the title names an agency that cannot be read for sure, no other name may stand in for it. */
function agencyOf(evidence: Evidence): Found {
  const found = firstAnswer(AGENCY_RULES, evidence);
  const unsure = found.rule === 'title' ? null : fromTitles(nameInTitle)(evidence);
  if (unsure === null) return found;
  const name = completeName(unsure, `${evidence.preface}\n${evidence.closing.join('\n')}`);
  return name === null ? { value: '', rule: '' } : { value: name, rule: 'title' };
}

function asPrinted({ value, rule }: Found, evidence: Evidence): Found {
  return { value: evidence.asPrinted(value), rule };
}

function fromTitles(read: (title: string) => string | null) {
  return (evidence: Evidence): string | null => {
    for (const { text } of titleCandidates(evidence)) {
      const answer = read(text);
      if (answer) return answer;
    }
    return null;
  };
}

/** Only a period within one calendar year names the year of the report. */
function yearOfPeriod({ preface }: Evidence): string | null {
  const { start, end } = periodIn(preface);
  return start?.endsWith('-01-01') && end?.slice(0, 4) === start.slice(0, 4) ? start.slice(0, 4) : null;
}
