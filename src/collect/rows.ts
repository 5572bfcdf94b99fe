/** Rows of the files that a harvest adds to the dataset. */

import { yearOfTitle, yearsOf } from '../harvest/index.js';
import { type Row, reportId, textCell } from '../write/index.js';
import type { Difference } from './differences.js';
import type { Fate, Verdict } from './judge.js';
import type { SourceWalk } from './leads.js';

/** What a run came to for one source. */
export interface SourceCount {
  readonly fates: Readonly<Record<Fate, number>>;
  readonly unlisted: number;
  readonly gone: number;
  readonly missingYears: readonly number[];
  readonly reasons: readonly string[];
  readonly status: 'ok' | 'partial' | 'failed';
}

/** Reasons beyond these only fill the cell; the log has them all. */
const MOST_REASONS = 10;

/** Counts the verdicts of one source. */
export function countSource(
  { source, walk }: SourceWalk,
  verdicts: readonly Verdict[],
  today: Date,
): SourceCount {
  const of = (fate: Fate): number => verdicts.filter((verdict) => verdict.fate === fate).length;
  const fates = { new: of('new'), revised: of('revised'), unchanged: of('unchanged'), failed: of('failed') };
  const reasons = [
    ...(walk === null ? ['its walk was not finished'] : walk.problems),
    ...verdicts.filter(({ fate }) => fate === 'failed').map(({ lead, reason }) => `${lead.url}: ${reason}`),
  ];
  return {
    fates,
    unlisted: verdicts.filter(({ presence }) => presence === 'unlisted').length,
    gone: verdicts.filter(({ presence }) => presence === 'gone').length,
    missingYears: missingYears(source, verdicts, today),
    reasons,
    status: reasons.length === 0 ? 'ok' : verdicts.length > fates.failed ? 'partial' : 'failed',
  };
}

function missingYears(source: SourceWalk['source'], verdicts: readonly Verdict[], today: Date): number[] {
  const there = new Set(verdicts.filter(({ extraction }) => extraction !== null).map(yearOf));
  const found = [...there].filter((year) => year !== null).sort((a, b) => a - b);
  const asked = yearsOf(source, today) ?? [];
  const first = source.yearFrom ?? asked[0] ?? found[0];
  const last = source.yearTo ?? asked.at(-1) ?? found.at(-1);
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index).filter(
    (year) => !there.has(year),
  );
}

/** What the report says; else what the link to it says. */
export function yearOf({ extraction, lead }: Verdict): number | null {
  return extraction !== null && extraction.year !== ''
    ? Number(extraction.year)
    : (lead.year ?? yearOfTitle(lead.title));
}

export function harvestRow({ source }: SourceWalk, count: SourceCount): Row {
  const { fates, reasons } = count;
  const shown = reasons.slice(0, MOST_REASONS);
  if (shown.length < reasons.length) shown.push(`and ${reasons.length - shown.length} more`);
  return [
    String(source.line),
    textCell(source.agency),
    source.regionCode,
    textCell(source.level),
    source.kind,
    textCell(source.url),
    count.status,
    String(Object.values(fates).reduce((sum, number) => sum + number, 0)),
    ...[fates.new, fates.revised, fates.unchanged, fates.failed, count.unlisted, count.gone].map(String),
    count.missingYears.join(' '),
    textCell(shown.join('; ')),
  ];
}

export function reportRow(verdict: Verdict, source: string, regionFrom: '' | 'report' | 'source'): Row {
  const { lead, presence, version, attachments, pictures, reason } = verdict;
  return [
    reportId(source),
    String(lead.source.line),
    textCell(lead.url),
    textCell(lead.title),
    lead.year === null ? '' : String(lead.year),
    presence,
    String(version?.number ?? 0),
    regionFrom,
    textCell(lead.source.level),
    String(attachments),
    String(pictures),
    textCell(reason),
  ];
}

/** `head` are report_id, agency and year; the hashes are of the bytes before and after. */
export function revisionRow(
  head: readonly [string, string, string],
  version: number,
  difference: Difference,
  [oldHash, newHash]: readonly [string, string],
): Row {
  const { table, item, column, change, old, new: next } = difference;
  return [
    ...head,
    String(version),
    table,
    item,
    column,
    change,
    textCell(old.value),
    textCell(next.value),
    old.state,
    next.state,
    textCell(old.raw),
    textCell(next.raw),
    oldHash,
    newHash,
  ];
}
