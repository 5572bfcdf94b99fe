/** What reports and findings are picked by, kept in the address. */

import type { FindingEntry, ReportEntry } from './data/store.js';
import { foldText } from './fold.js';
import type { Params } from './route.js';

/** Filters with several values, any of which will do. */
export const CHOICES = ['year', 'severity', 'rule', 'status', 'edition'] as const;
export type Choice = (typeof CHOICES)[number];

export interface Filter extends Readonly<Record<Choice, readonly string[]>> {
  /** Part of a name, title, source or region. */
  readonly q: string;
  /** Name of a region, a path from the province down, or a code. */
  readonly region: string;
  /** Key of one agency; empty for all. */
  readonly agency: string;
}

/** Stands for reports without a year, edition …: an empty value cannot stand in an address. */
export const NONE = 'none';

export function filterOf(params: URLSearchParams): Filter {
  const list = (name: Choice): string[] =>
    (params.get(name) ?? '').split(',').filter((value) => value !== '');
  const choices = Object.fromEntries(CHOICES.map((name) => [name, list(name)])) as Record<Choice, string[]>;
  return {
    ...choices,
    q: params.get('q') ?? '',
    region: params.get('region') ?? '',
    agency: params.get('agency') ?? '',
  };
}

export const filterParams = (filter: Filter): Params => ({ ...filter });

export const isEmptyFilter = (filter: Filter): boolean =>
  filter.q === '' &&
  filter.region === '' &&
  filter.agency === '' &&
  CHOICES.every((name) => filter[name].length === 0);

type Test<T> = (entry: T) => boolean;

const picks = (chosen: readonly string[], value: string): boolean =>
  chosen.length === 0 || chosen.includes(value === '' ? NONE : value);

/** What a filter says of a report itself; `agencyKey` is that of its agency. */
function reportTest(filter: Filter, keyOf: (report: ReportEntry) => string): Test<ReportEntry> {
  const words = filter.q
    .split(/\s+/)
    .map(foldText)
    .filter((word) => word !== '');
  const region = foldText(filter.region);
  const isCode = /^\d+$/.test(region);
  return (report) =>
    words.every((word) => report.folded.includes(word)) &&
    (region === '' ||
      (isCode
        ? report.regionCode.startsWith(region.replace(/(?:00)+$/, ''))
        : foldText(report.regionPath).includes(region))) &&
    (filter.agency === '' || keyOf(report) === filter.agency) &&
    picks(filter.year, report.year) &&
    picks(filter.status, report.status) &&
    picks(filter.edition, report.edition);
}

/** Findings that pass; a finding passes when its report does. */
export function pickFindings(
  findings: readonly FindingEntry[],
  filter: Filter,
  keyOf: (report: ReportEntry) => string,
): FindingEntry[] {
  const passes = reportTest(filter, keyOf);
  const known = new Map<ReportEntry, boolean>();
  const reportPasses: Test<ReportEntry> = (report) => {
    const before = known.get(report);
    if (before !== undefined) return before;
    const now = passes(report);
    known.set(report, now);
    return now;
  };
  return findings.filter(
    ({ report, rule, severity }) =>
      picks(filter.severity, severity) && picks(filter.rule, rule) && reportPasses(report),
  );
}

/** Does the filter ask for findings? Then a report passes when one of its findings does. */
export const asksForFindings = ({ rule, severity }: Filter): boolean =>
  rule.length > 0 || severity.length > 0;

/** Reports that pass; `findings` are needed only where the filter asks for them. */
export function pickReports(
  reports: readonly ReportEntry[],
  findings: readonly FindingEntry[],
  filter: Filter,
  keyOf: (report: ReportEntry) => string,
): ReportEntry[] {
  if (!asksForFindings(filter)) return reports.filter(reportTest(filter, keyOf));
  const kept = new Set(pickFindings(findings, filter, keyOf).map(({ report }) => report));
  return reports.filter((report) => kept.has(report));
}
