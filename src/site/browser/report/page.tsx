/** One report: its form with what was found in it. */

import { useCallback, useEffect, useMemo } from 'preact/hooks';
import type { Overview } from '../../wire/pieces.js';
import { type FindingView, loadReport, type ReportView } from '../data/report.js';
import { loadReports } from '../data/store.js';
import { useWords } from '../i18n/index.js';
import { go, href, type Route } from '../route.js';
import { useLoaded, Wait } from '../ui/async.js';
import { Printed } from '../ui/marks.js';
import { About, Trouble } from './about.js';
import { ReportContext, type ReportState } from './context.js';
import { FindingsPanel } from './findings-panel.js';
import { Forms } from './forms.js';
import { Handovers } from './handover-table.js';
import { OtherCells, Unmapped } from './leftovers.js';
import { Legend } from './legend.js';
import { cellsOf, marksOf } from './marking.js';
import { loadNeighbours, type Neighbours } from './neighbours.js';
import { CellTip } from './tip.js';
import { cellId } from './value-cell.js';
import { type Side, Years } from './years.js';

interface PageProps {
  readonly overview: Overview;
  readonly route: Route;
}

export function ReportPage({ overview, route }: PageProps) {
  const words = useWords();
  const id = route.path[1] ?? '';
  const loaded = useLoaded(async () => {
    const index = await loadReports();
    const entry = index.byId.get(id);
    if (entry === undefined) return null;
    const [report, neighbours] = await Promise.all([loadReport(entry), loadNeighbours(index, entry)]);
    return { report, neighbours };
  }, [id]);
  return (
    <Wait for={loaded}>
      {(value) =>
        value === null ? (
          <>
            <h1 tabIndex={-1}>{words.report}</h1>
            <p class="empty">{words.notFoundReport(id)}</p>
          </>
        ) : (
          <Report key={id} overview={overview} route={route} {...value} />
        )
      }
    </Wait>
  );
}

interface ReportProps extends PageProps {
  readonly report: ReportView;
  readonly neighbours: Neighbours;
}

function Report({ overview, route, report, neighbours }: ReportProps) {
  const words = useWords();
  const side = sideOf(route.params.get('beside') ?? '', neighbours);
  const active = report.findings.find((finding) => finding.id === route.path[2]) ?? null;
  const { onActive, onSide } = useSteps(report, neighbours, side, active);
  const marks = useMemo(() => marksOf(report.findings), [report]);
  useShown(active);
  const beside = side === 'prev' ? neighbours.previous : side === 'next' ? neighbours.next : null;
  const state: ReportState = { overview, report, beside, marks, active, onActive };
  const { name, year, title } = report.entry;
  return (
    <ReportContext.Provider value={state}>
      <header class="report-head">
        <div>
          <h1 tabIndex={-1}>
            <Printed text={name} fallback={words.noAgency} /> <span class="year">{year || words.noYear}</span>
          </h1>
          <p class="lead">
            <Printed text={title} fallback={report.entry.source} />
          </p>
        </div>
        <button type="button" class="screen-only" onClick={() => window.print()}>
          {words.print}
        </button>
      </header>
      <Years entry={report.entry} neighbours={neighbours} side={side} onSide={onSide} />
      <Trouble />
      <div class="report-grid">
        <div class="report-forms">
          {report.cells.size > 0 && (
            <>
              <Legend />
              <Forms />
            </>
          )}
          <OtherCells />
          <Handovers report={report} neighbours={neighbours} />
          <Unmapped />
        </div>
        <aside class="report-side" aria-label={words.findingsOf}>
          <FindingsPanel />
          <About />
        </aside>
      </div>
      <CellTip />
    </ReportContext.Provider>
  );
}

/** A side that has no report is none. */
function sideOf(side: string, { previous, next }: Neighbours): Side {
  if (side === 'prev' && previous !== null) return 'prev';
  return side === 'next' && next !== null ? 'next' : '';
}

/**
 * Finding and side are kept in the address, but leave no steps behind: Back leads to where the reader came from. A
 * finding about a neighbouring year brings its figures beside.
 */
function useSteps(
  report: ReportView,
  { previous, next }: Neighbours,
  side: Side,
  active: FindingView | null,
) {
  const { id } = report.entry;
  const address = (finding: FindingView | null, beside: Side): string =>
    href(['report', id, ...(finding === null ? [] : [finding.id])], { beside });
  const onActive = useCallback(
    (finding: FindingView | null) => {
      const others = new Set(finding?.cells.map(({ reportId }) => reportId));
      const asked: Side = others.has(previous?.entry.id ?? '?')
        ? 'prev'
        : others.has(next?.entry.id ?? '?')
          ? 'next'
          : side;
      go(address(finding, asked), { replace: true });
    },
    [id, previous, next, side],
  );
  const onSide = useCallback((to: Side) => go(address(active, to), { replace: true }), [id, active]);
  return { onActive, onSide };
}

/** Brings the first lit cell into view. */
function useShown(active: FindingView | null): void {
  useEffect(() => {
    const [key] = active === null ? [] : cellsOf(active);
    const cell = key === undefined ? null : document.getElementById(cellId(key));
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active]);
}
