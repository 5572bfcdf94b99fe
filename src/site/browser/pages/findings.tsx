import { useMemo } from 'preact/hooks';
import type { Overview } from '../../wire/pieces.js';
import { type FindingEntry, loadFindings, loadReports, type ReportIndex } from '../data/store.js';
import { filterParams, pickFindings } from '../filter.js';
import { grouped, labelIn, useSpeech, useWords } from '../i18n/index.js';
import { axisLabel, ruleLabel } from '../labels.js';
import { href, type Route } from '../route.js';
import { useLoaded, Wait } from '../ui/async.js';
import { type Column, DataTable } from '../ui/data-table.js';
import { FilterBar } from '../ui/filter-bar.js';
import { Printed, SEVERITIES, Severity } from '../ui/marks.js';
import { DownloadFindings } from './downloads.js';
import { agencyKey, listingOf } from './listing.js';
import { NoMatch, ResultLine } from './result-line.js';

interface PageProps {
  readonly overview: Overview;
  readonly route: Route;
}

/** All findings, filtered. */
export function FindingsPage({ overview, route }: PageProps) {
  const words = useWords();
  const loaded = useLoaded(async () => ({ index: await loadReports(), findings: await loadFindings() }), []);
  return (
    <>
      <h1 tabIndex={-1}>{words.findings}</h1>
      <Wait for={loaded}>{(value) => <FindingList overview={overview} route={route} {...value} />}</Wait>
    </>
  );
}

interface ListProps extends PageProps {
  readonly index: ReportIndex;
  readonly findings: readonly FindingEntry[];
}

function FindingList({ overview, route, index, findings }: ListProps) {
  const words = useWords();
  const { filter, showing, onFilter, onShow } = listingOf(route, 'severity');
  const query = JSON.stringify(filter);
  const rows = useMemo(() => pickFindings(findings, filter, agencyKey(index)), [index, findings, query]);
  const columns = useColumns(overview);
  return (
    <>
      <FilterBar overview={overview} index={index} filter={filter} onFilter={onFilter} />
      <ResultLine text={words.ofFindings(grouped(rows.length), grouped(findings.length))}>
        <a href={href(['reports'], filterParams(filter))}>{words.reports}</a>
        <DownloadFindings findings={rows} />
      </ResultLine>
      {rows.length === 0 ? (
        <NoMatch isEmpty={index.reports.length === 0} />
      ) : (
        <DataTable caption={words.findings} columns={columns} rows={rows} showing={showing} onShow={onShow} />
      )}
    </>
  );
}

function useColumns(overview: Overview): readonly Column<FindingEntry>[] {
  const { words, language } = useSpeech();
  return useMemo(
    () => [
      {
        id: 'severity',
        title: words.severityLabel,
        sort: ({ severity }) => SEVERITIES.indexOf(severity) + (SEVERITIES.includes(severity) ? 0 : 10),
        cell: ({ severity }) => <Severity severity={severity} />,
      },
      {
        id: 'rule',
        title: words.rule,
        kind: 'head',
        sort: ({ rule }) => labelIn(language, ruleLabel(overview, rule)),
        cell: ({ report, id, rule }) => (
          <a href={href(['report', report.id, id])}>{labelIn(language, ruleLabel(overview, rule))}</a>
        ),
      },
      {
        id: 'agency',
        title: words.agency,
        kind: 'name',
        sort: ({ report }) => report.name,
        cell: ({ report }) => <Printed text={report.name || report.source} />,
      },
      {
        id: 'year',
        title: words.year,
        sort: ({ report }) => report.year,
        cell: ({ report }) => report.year || '—',
      },
      {
        id: 'place',
        title: words.place,
        sort: ({ table, item, column }) => `${table}/${item}/${column}`,
        cell: (finding) => <Place {...finding} />,
      },
      { id: 'expected', title: words.expected, kind: 'num', cell: ({ expected }) => expected },
      { id: 'actual', title: words.actual, kind: 'num', cell: ({ actual }) => actual },
      {
        id: 'difference',
        title: words.difference,
        kind: 'num',
        sort: ({ difference }) => Math.abs(Number(difference) || 0),
        cell: ({ difference }) => signed(difference),
      },
    ],
    [words, language, overview],
  );
}

/** `+7`, `−7`: the sign is what the reader looks for. */
export const signed = (difference: string): string =>
  difference === ''
    ? ''
    : difference.startsWith('-')
      ? `−${difference.slice(1)}`
      : difference === '0'
        ? '0'
        : `+${difference}`;

interface PlaceProps {
  readonly table: string;
  readonly item: string;
  readonly column: string;
}

/** Where in the form: table, row and column by their names. */
export function Place({ table, item, column }: PlaceProps) {
  const { words, language } = useSpeech();
  if (table === '') return <span class="faint">{words.wholeReport}</span>;
  const name = words.tablesShort[table] ?? table;
  if (item === '' && column === '') return <span class="faint">{words.wholeTable(name)}</span>;
  const parts = [
    item === '' ? '' : labelIn(language, axisLabel(table, 'row', item)),
    column === '' ? '' : labelIn(language, axisLabel(table, 'column', column)),
  ].filter((part) => part !== '');
  return (
    <span>
      <span class="faint">{name}</span> {parts.join(' × ')}
    </span>
  );
}
