/** What a report says of itself, each value with the rule that won. */

import { codebook } from '../../form/index.js';
import type { Found, Identity, MappedReport, ReportMetadata } from '../../model/report.js';

/** One value; empty when nothing was found. */
export interface Fact {
  readonly zh: string;
  readonly en: string;
  readonly value: string;
  /** The rule that found it, in words. */
  readonly why: string;
}

const FIELDS: readonly (readonly [field: keyof ReportMetadata, zh: string, en: string])[] = [
  ['title', '标题', 'title'],
  ['agency', '机关', 'agency'],
  ['year', '年度', 'year'],
  ['periodStart', '统计期限起', 'period from'],
  ['periodEnd', '统计期限止', 'period to'],
  ['publishedOn', '发布日期', 'published'],
];

/** Metadata and identity of a report. */
export function reportFacts({ metadata, identity }: MappedReport): Fact[] {
  const found = FIELDS.map(([field, zh, en]) => ({
    zh,
    en,
    value: metadata[field].value,
    why: ruleWords(metadata[field]),
  }));
  return [...found, ...identityFacts(identity)];
}

/** More possible places than this are only counted. */
const MOST_CANDIDATES = 4;

function identityFacts({ agencyId, regionCode, regionPath, kind, candidates, rule }: Identity): Fact[] {
  const open = candidates.slice(0, MOST_CANDIDATES).map((place) => place.regionPath);
  const more = candidates.length > open.length ? ` … (${candidates.length})` : '';
  const why = [rule, ...(open.length > 0 ? [`possible: ${open.join(', ')}${more}`] : [])].join('; ');
  const region = `${regionCode} ${regionPath}`.trim();
  return [
    { zh: '机关代码', en: 'agency id', value: agencyId, why: why || 'no rule found it' },
    { zh: '行政区划', en: 'region', value: region, why: why || 'no rule found it' },
    { zh: '机关类别', en: 'kind', value: kind, why: KINDS.get(kind) ?? 'no rule found it' },
  ];
}

const KINDS: ReadonlyMap<string, string> = new Map(
  codebook()
    .filter(({ axis }) => axis === 'agency_kind')
    .map(({ code, zh, en }) => [code, `${zh}, ${en}`]),
);

const RULES: Readonly<Record<string, string>> = {
  title: 'named in the title',
  heading: 'heading that reads like a title',
  'title line': 'line that reads like a title',
  'metadata table': 'title field of the page',
  'page title': 'title of the page or file',
  preface: 'sentence in the preface',
  'lost digits': 'the preface, where 年, 月 or digits were lost: only this calendar year can be meant',
  'statistics period': 'the statistics period is that calendar year',
  signature: 'signed at the foot of the report',
  letterhead: 'on its letterhead',
  contact: 'whom the preface names as contact',
  breadcrumb: 'links above the article',
};

function ruleWords({ value, rule }: Found): string {
  if (value === '') return 'no rule found it';
  return RULES[rule] ?? (rule.startsWith('meta ') ? `page metadata ${rule.slice(5)}` : `field ${rule}`);
}
