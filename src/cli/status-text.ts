import type { StoreStatus } from '../collect/index.js';
import { displayWidth, pad } from '../write/width.js';

type Cell = StoreStatus['coverage'][number]['years'][string];

const MARKS: Readonly<Record<string, string>> = {
  complete: '●',
  partial: '◐',
  no_tables: '○',
  needs_ocr: '○',
  failed: '✗',
  not_fetched: '✗',
  unknown: '?',
};
const LEGEND =
  '● complete  ◐ partial  ○ no tables or pictures  ✗ failed  · none   ↻ revised  † gone or unlisted';
const MAX_FAILURES = 20;

/** Coverage agency × year and what failed, for a terminal. */
export function statusText(status: StoreStatus): string {
  const { writer, runs } = status;
  const last = runs[0];
  const lines = [
    `Store ${status.store}: ${status.reports} reports, ${(status.bytes / 1024 / 1024).toFixed(1)} MB`,
    last === undefined
      ? 'No run yet.'
      : `Last run: ${last.id}, ${last.state}, began ${last.started_at}${last.finished_at === null ? '' : `, ended ${last.finished_at}`}, ${last.requests} requests`,
    ...(writer === null ? [] : [`A run is under way: process ${writer.pid} since ${writer.since}`]),
    '',
    ...coverage(status),
    '',
    ...failures(status),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function coverage({ coverage: agencies, years }: StoreStatus): string[] {
  if (agencies.length === 0) return ['No reports yet.'];
  const columns = agencies.some(({ years: of }) => of.unknown !== undefined) ? [...years, 'unknown'] : years;
  const width = Math.max(...agencies.map(({ agency }) => displayWidth(agency)), 'agency'.length);
  const header = `${pad('agency', width)}  ${columns.join('  ')}`;
  const rows = agencies.map(
    ({ agency, years: of }) =>
      `${pad(agency, width)}  ${columns.map((year) => pad(mark(of[year]), displayWidth(year))).join('  ')}`,
  );
  return [header, ...rows.map((row) => row.trimEnd()), LEGEND];
}

function mark(reports: Cell | undefined): string {
  if (reports === undefined) return '·';
  return reports
    .map(
      ({ status, presence, versions }) =>
        `${MARKS[status] ?? '?'}${versions > 1 ? '↻' : ''}${presence === 'listed' ? '' : '†'}`,
    )
    .join('');
}

function failures({ failures: failed, hosts_set_aside: hosts }: StoreStatus): string[] {
  const shown = failed
    .slice(0, MAX_FAILURES)
    .flatMap(({ url, line, message, attempts, retry }) => [
      `  ${url} (line ${line})`,
      `    ${message} ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}; again ${retry}.`,
    ]);
  const rest = failed.length - MAX_FAILURES;
  return [
    failed.length === 0 ? 'Nothing failed in the last run.' : `Failed in the last run: ${failed.length}`,
    ...shown,
    ...(rest > 0 ? [`  and ${rest} more; --json has them all`] : []),
    ...hosts.map(({ host, until }) => `  ${host} is not asked before ${until}`),
  ];
}
