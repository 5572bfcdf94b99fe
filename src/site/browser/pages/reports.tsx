import { useMemo } from 'preact/hooks';
import type { Overview } from '../../wire/pieces.js';
import {
  type FindingEntry,
  loadFindings,
  loadReports,
  type ReportEntry,
  type ReportIndex,
} from '../data/store.js';
import { asksForFindings, filterParams, pickReports } from '../filter.js';
import { grouped, useWords } from '../i18n/index.js';
import { href, type Route } from '../route.js';
import { useLoaded, Wait } from '../ui/async.js';
import { type Column, DataTable } from '../ui/data-table.js';
import { FilterBar } from '../ui/filter-bar.js';
import { Printed, Status } from '../ui/marks.js';
import { DownloadReports } from './downloads.js';
import { agencyKey, listingOf } from './listing.js';
import { NoMatch, ResultLine } from './result-line.js';

interface PageProps {
  readonly overview: Overview;
  readonly route: Route;
}

/** All reports, filtered. Findings are loaded only for a filter that asks for them. */
export function ReportsPage({ overview, route }: PageProps) {
  const words = useWords();
  const asks = asksForFindings(listingOf(route).filter);
  const loaded = useLoaded(
    async () => ({ index: await loadReports(), findings: asks ? await loadFindings() : [] }),
    [asks],
  );
  return (
    <>
      <h1 tabIndex={-1}>{words.reports}</h1>
      <Wait for={loaded}>{(value) => <ReportList overview={overview} route={route} {...value} />}</Wait>
    </>
  );
}

interface ListProps extends PageProps {
  readonly index: ReportIndex;
  readonly findings: readonly FindingEntry[];
}

function ReportList({ overview, route, index, findings }: ListProps) {
  const words = useWords();
  const { filter, showing, onFilter, onShow } = listingOf(route);
  const query = JSON.stringify(filter);
  const rows = useMemo(
    () => pickReports(index.reports, findings, filter, agencyKey(index)),
    [index, findings, query],
  );
  const columns = useColumns();
  return (
    <>
      <FilterBar overview={overview} index={index} filter={filter} onFilter={onFilter} />
      <ResultLine text={words.ofReports(grouped(rows.length), grouped(index.reports.length))}>
        <a href={href(['findings'], filterParams(filter))}>{words.withFindings}</a>
        <DownloadReports reports={rows} />
      </ResultLine>
      {rows.length === 0 ? (
        <NoMatch isEmpty={index.reports.length === 0} />
      ) : (
        <DataTable caption={words.reports} columns={columns} rows={rows} showing={showing} onShow={onShow} />
      )}
    </>
  );
}

function useColumns(): readonly Column<ReportEntry>[] {
  const words = useWords();
  return useMemo(
    () => [
      {
        id: 'agency',
        title: words.agency,
        kind: 'head',
        sort: ({ name }) => name,
        cell: (report) => (
          <a href={href(['report', report.id])}>
            <Printed text={report.name || report.title || report.source} />
          </a>
        ),
      },
      { id: 'year', title: words.year, sort: ({ year }) => year, cell: ({ year }) => year || '—' },
      {
        id: 'region',
        title: words.region,
        sort: ({ regionCode }) => regionCode,
        cell: ({ regionPath }) => <Printed text={regionPath.replaceAll('/', ' / ')} />,
      },
      {
        id: 'status',
        title: words.statusLabel,
        sort: ({ status }) => status,
        cell: ({ status }) => <Status status={status} />,
      },
      {
        id: 'errors',
        title: words.errorsShort,
        kind: 'num',
        sort: ({ errors }) => errors,
        cell: ({ errors }) => <Count n={errors} kind="error" />,
      },
      {
        id: 'warnings',
        title: words.warningsShort,
        kind: 'num',
        sort: ({ warnings }) => warnings,
        cell: ({ warnings }) => <Count n={warnings} kind="warning" />,
      },
      {
        id: 'notices',
        title: words.noticesShort,
        kind: 'num',
        sort: ({ notices }) => notices,
        cell: ({ notices }) => <Count n={notices} kind="notice" />,
      },
      {
        id: 'cells',
        title: words.cellsRead,
        kind: 'num',
        sort: ({ read, expected }) => (expected === 0 ? -1 : read / expected),
        cell: ({ read, expected }) => (expected === 0 ? '—' : `${read}/${expected}`),
      },
      {
        id: 'source',
        title: words.source,
        sort: ({ source }) => source,
        cell: ({ source }) => (
          <span class="clip" title={source}>
            {source}
          </span>
        ),
      },
    ],
    [words],
  );
}

/** A zero is faint, so that the eye finds the others. */
function Count({ n, kind }: { readonly n: number; readonly kind: string }) {
  return <span class={n === 0 ? 'faint' : `count ${kind}`}>{grouped(n)}</span>;
}
