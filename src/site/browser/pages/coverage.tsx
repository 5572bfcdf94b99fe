/** Agencies by years: what is there, what it says, and what is missing. */

import { useMemo } from 'preact/hooks';
import type { Overview } from '../../wire/pieces.js';
import { type AgencyEntry, loadReports, type ReportEntry, type ReportIndex } from '../data/store.js';
import { CHOICES, type Filter, filterOf, filterParams, pickReports } from '../filter.js';
import { grouped, useWords } from '../i18n/index.js';
import { go, href, type Route } from '../route.js';
import { useLoaded, Wait } from '../ui/async.js';
import { FilterBar } from '../ui/filter-bar.js';
import { Printed, SeverityIcon } from '../ui/marks.js';
import { Pager } from '../ui/pager.js';
import { ScrollBox } from '../ui/scroll-box.js';
import { agencyKey } from './listing.js';
import { NoMatch, ResultLine } from './result-line.js';

interface PageProps {
  readonly overview: Overview;
  readonly route: Route;
}

export function CoveragePage({ overview, route }: PageProps) {
  const words = useWords();
  const loaded = useLoaded(loadReports, []);
  return (
    <>
      <h1 tabIndex={-1}>{words.coverage}</h1>
      <p class="lead">{words.matrixNote}</p>
      <Wait for={loaded}>{(index) => <Matrix overview={overview} route={route} index={index} />}</Wait>
    </>
  );
}

interface Line {
  readonly agency: AgencyEntry;
  readonly years: ReadonlyMap<string, readonly ReportEntry[]>;
  readonly missing: number;
  readonly first: string;
  readonly last: string;
}

const PAGE_SIZE = 100;
/** Years that a report can be about; a misread one must not make a column for each year between. */
const PLAUSIBLE = /^20[0-4]\d$/;

function Matrix({ overview, route, index }: PageProps & { readonly index: ReportIndex }) {
  const words = useWords();
  const filter = filterOf(route.params);
  const onlyGaps = route.params.get('gaps') === '1';
  const years = useMemo(() => yearsOf(overview), [overview]);
  const shownYears = filter.year.length === 0 ? years : years.filter((year) => filter.year.includes(year));
  const query = JSON.stringify(filter);
  const lines = useMemo(
    () =>
      linesOf(
        index,
        { ...filterOf(new URLSearchParams()), q: filter.q, region: filter.region, agency: filter.agency },
        shownYears,
      ),
    [index, query],
  );
  const rows = onlyGaps ? lines.filter(({ missing }) => missing > 0) : lines;
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, Number(route.params.get('page') ?? 1) || 1), pages);
  const address = (next: Filter, gaps: boolean, to = 1): string =>
    href(['coverage'], { ...filterParams(next), gaps: gaps ? '1' : '', page: to > 1 ? String(to) : '' });
  return (
    <>
      <FilterBar
        overview={overview}
        index={index}
        filter={filter}
        without={WITHOUT}
        onFilter={(next, options) => go(address(next, onlyGaps), options)}
      />
      <ResultLine text={words.agencies(grouped(rows.length), grouped(index.agencies.length))}>
        <label class="check">
          <input
            type="checkbox"
            checked={onlyGaps}
            onChange={(event) => go(address(filter, event.currentTarget.checked))}
          />
          <span>{words.onlyGaps}</span>
        </label>
      </ResultLine>
      {rows.length === 0 ? (
        <NoMatch isEmpty={index.reports.length === 0} />
      ) : (
        <MatrixTable years={shownYears} lines={rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)} />
      )}
      <Pager page={page} pages={pages} onPage={(to) => go(address(filter, onlyGaps, to))} />
    </>
  );
}

/** Only the columns can be chosen: what a report says does not make it missing. */
const WITHOUT = CHOICES.filter((name) => name !== 'year');

/** Every year from the first to the last, also one of which no report is there at all. */
function yearsOf({ byYear }: Overview): string[] {
  const named = byYear.map(({ year }) => year);
  const plausible = named.filter((year) => PLAUSIBLE.test(year)).map(Number);
  const from = Math.min(...plausible);
  const between =
    plausible.length === 0
      ? []
      : Array.from({ length: Math.max(...plausible) - from + 1 }, (_, at) => String(from + at));
  return [...new Set([...between, ...named.filter((year) => !PLAUSIBLE.test(year))])];
}

/** Agencies one of whose reports passes, with all of theirs: a report that is filtered out is not missing. */
function linesOf(index: ReportIndex, filter: Filter, years: readonly string[]): Line[] {
  const byAgency = new Map<number, Map<string, ReportEntry[]>>();
  const picked = new Set(
    pickReports(index.reports, [], filter, agencyKey(index)).map(({ agency }) => agency),
  );
  for (const report of index.reports.filter(({ agency }) => picked.has(agency))) {
    const line = byAgency.get(report.agency) ?? new Map<string, ReportEntry[]>();
    byAgency.set(report.agency, line);
    line.set(report.year, [...(line.get(report.year) ?? []), report]);
  }
  return [...byAgency].flatMap(([at, own]) => {
    const agency = index.agencies[at];
    if (agency === undefined) return [];
    const present = [...own.keys()].filter((year) => PLAUSIBLE.test(year)).sort();
    const missing =
      agency.name === '' ? 0 : years.filter((year) => PLAUSIBLE.test(year) && !own.has(year)).length;
    return [{ agency, years: own, missing, first: present[0] ?? '', last: present.at(-1) ?? '' }];
  });
}

function MatrixTable({
  years,
  lines,
}: {
  readonly years: readonly string[];
  readonly lines: readonly Line[];
}) {
  const words = useWords();
  return (
    <ScrollBox label={words.coverage}>
      <table class="data matrix">
        <caption class="unseen">{words.coverage}</caption>
        <thead>
          <tr>
            <th scope="col">{words.agency}</th>
            {years.map((year) => (
              <th scope="col" key={year} class="year">
                {year || words.noYear}
              </th>
            ))}
            <th scope="col" class="num">
              {words.missingCount}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <MatrixRow key={line.agency.at} line={line} years={years} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function MatrixRow({ line, years }: { readonly line: Line; readonly years: readonly string[] }) {
  const words = useWords();
  const { agency, missing } = line;
  return (
    <tr>
      <th scope="row">
        <a href={href(['reports'], { agency: agency.key })}>
          <Printed text={agency.name} fallback={words.noAgency} />
        </a>
        {agency.regionPath !== '' && (
          <span class="under">
            <Printed text={agency.regionPath.replaceAll('/', ' / ')} />
          </span>
        )}
        {!agency.isIdentified && agency.name !== '' && (
          <span class="under" title={words.byNameOnlyNote}>
            {words.byNameOnly}
          </span>
        )}
      </th>
      {years.map((year) => (
        <td key={year} class="slot">
          <Slot line={line} year={year} />
        </td>
      ))}
      <td class="num">{missing === 0 ? <span class="faint">0</span> : missing}</td>
    </tr>
  );
}

function Slot({ line, year }: { readonly line: Line; readonly year: string }) {
  const words = useWords();
  const reports = line.years.get(year) ?? [];
  const [report] = reports;
  if (report === undefined) return <MissingSlot line={line} year={year} />;
  const errors = sum(reports, 'errors');
  const warnings = sum(reports, 'warnings');
  const kind =
    errors > 0 ? 'error' : warnings > 0 ? 'warning' : report.status === 'complete' ? 'fine' : 'dim';
  const count = errors > 0 ? errors : warnings;
  const said =
    count > 0
      ? `${words.severity[kind] ?? kind} ${count}`
      : `${words.status[report.status] ?? report.status}, ${words.noProblem}`;
  const address =
    reports.length === 1
      ? href(['report', report.id])
      : href(['reports'], { agency: line.agency.key, year: year === '' ? 'none' : year });
  return (
    <a class={`slot-link ${kind}`} href={address} title={`${year} · ${said}`}>
      <span aria-hidden="true">
        {count > 0 ? <SeverityIcon severity={kind} /> : (SLOT_SIGNS[report.status] ?? '·')}
        {count > 0 && ` ${count}`}
        {reports.length > 1 && ` ×${reports.length}`}
      </span>
      <span class="unseen">
        {said}
        {reports.length > 1 && `, ${words.severalReports(String(reports.length))}`}
      </span>
    </a>
  );
}

const SLOT_SIGNS: Readonly<Record<string, string>> = {
  complete: '✓',
  partial: '◐',
  no_tables: '○',
  needs_ocr: '▣',
  failed: '✕',
};

function MissingSlot({ line, year }: { readonly line: Line; readonly year: string }) {
  const words = useWords();
  if (!PLAUSIBLE.test(year) || line.agency.name === '') return <span class="faint">·</span>;
  const isInside = year > line.first && year < line.last;
  const note = isInside ? `${words.missingLong(year)}: ${words.missingInside}` : words.missingLong(year);
  return (
    <span class={`missing ${isInside ? 'inside' : ''}`} title={note}>
      <span lang="zh-CN" aria-hidden="true">
        {words.missing}
      </span>
      <span class="unseen">{note}</span>
    </span>
  );
}

const sum = (reports: readonly ReportEntry[], field: 'errors' | 'warnings'): number =>
  reports.reduce((total, report) => total + report[field], 0);
