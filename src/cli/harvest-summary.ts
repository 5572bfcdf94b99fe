import type { ReportOutcome } from '../batch/index.js';
import type { HarvestResult, Verdict } from '../collect/index.js';
import type { HarvestCliOptions } from './harvest-options.js';
import { logEntry } from './log.js';
import type { RunSummary } from './summary.js';

type SourceResult = HarvestResult['sources'][number];

/** One JSON line for a report, with what the harvest says of it. */
export function harvestLogLine(verdict: Verdict, outcome: ReportOutcome, now: Date): string {
  const { fate, presence, version, lead, reason } = verdict;
  const { ms: _, ...entry } = logEntry(outcome, now);
  return `${JSON.stringify({
    ...entry,
    fate,
    presence,
    version: version?.number ?? 0,
    line: lead.source.line,
    article: lead.url,
    ...(reason === '' ? {} : { reason }),
  })}\n`;
}

/** One JSON line for a source. */
export function sourceLogLine({ source, count }: SourceResult, now: Date): string {
  const { fates, missingYears, reasons, status, unlisted, gone } = count;
  return `${JSON.stringify({
    time: now.toISOString(),
    line: source.line,
    url: source.url,
    status,
    ...fates,
    unlisted,
    gone,
    missing_years: missingYears,
    reasons,
  })}\n`;
}

/** Sources listed beyond these only scroll away; harvest.csv has them all. */
const MAX_LISTED = 15;

/** What the user is told at the end. */
export function harvestSummary(
  result: HarvestResult,
  statuses: RunSummary,
  options: HarvestCliOptions,
  milliseconds: number,
): string {
  const { sources, requests } = result;
  const sum = (pick: (source: SourceResult) => number): number =>
    sources.reduce((total, source) => total + pick(source), 0);
  const fates = (['new', 'revised', 'unchanged', 'failed'] as const).map(
    (fate) => `${sum(({ count }) => count.fates[fate])} ${fate}`,
  );
  const lines = [
    `${sources.length} ${sources.length === 1 ? 'source' : 'sources'}, ${result.reports} reports: ${fates.join(', ')}; ` +
      `${sum(({ count }) => count.unlisted)} unlisted, ${sum(({ count }) => count.gone)} gone; ${(milliseconds / 1000).toFixed(1)} s`,
    `Requests: ${requests.sent} sent, ${requests.notModified} of them answered "not modified"`,
    `Parsed:   ${result.pagesParsed} pages for links, ${result.extracted} reports for figures`,
    `Store:    ${options.store ?? ''}`,
  ];
  if (options.out !== undefined) lines.push(`Status:   ${statuses.statusText()}`, `Dataset:  ${options.out}`);
  if (result.run.resumed && options.offline !== true) lines.push('An unfinished run went on.');
  if (!result.complete) lines.push('The run ended before all was fetched; run it again and it goes on.');
  if (options.contact === undefined && options.userAgent === undefined && options.offline !== true)
    lines.push('Portals cannot reach you: give an address with --contact.');
  return `${[...lines, ...troubles(sources)].join('\n')}\n`;
}

function troubles(sources: readonly SourceResult[]): string[] {
  const troubled = sources.filter(({ count }) => count.reasons.length > 0);
  if (troubled.length === 0) return [];
  const shown = troubled.slice(0, MAX_LISTED).map(({ source, count }) => {
    const more = count.reasons.length > 1 ? ` (and ${count.reasons.length - 1} more)` : '';
    return `  line ${source.line} ${oneLine(source.agency)}: ${oneLine(count.reasons[0] ?? '')}${more}`;
  });
  const rest = troubled.length - shown.length;
  return [
    '',
    'A person should look at:',
    ...shown,
    ...(rest > 0 ? [`  and ${rest} more; see harvest.csv, or nianbao status`] : []),
  ];
}

const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();
