/** The rows as found, each with the cells of the form that came of it or the reason why none did. */

import type { Locator } from '../../model/document.js';
import type { ExplainedCell, ExplainedRow } from '../../model/explanation.js';
import type { MappedReport } from '../../model/report.js';
import type { DraftRow, Header } from '../walk/draft.js';
import { rowText } from '../walk/rows.js';
import type { SourceIndex } from './places.js';

/** What a row is explained from. */
export interface RowTrace {
  readonly report: MappedReport;
  readonly cells: readonly ExplainedCell[];
  readonly headers: readonly Header[];
  readonly index: SourceIndex;
}

/** Explains the rows of a draft in reading order. */
export function explainRows(rows: readonly DraftRow[], trace: RowTrace): ExplainedRow[] {
  const cellsOf = cellsByRow(rows, trace);
  return rows.map((row) => explainRow(row, cellsOf.get(row) ?? [], trace));
}

function explainRow(row: DraftRow, cells: readonly ExplainedCell[], trace: RowTrace): ExplainedRow {
  const { row: source, labelAt, label, figures } = row.reading;
  const naming = source.cells[labelAt];
  const code = row.code ?? cells[0]?.cell.row ?? '';
  return {
    table: row.table,
    code,
    match: matchOf(row, code),
    label: label.full === '' ? '' : (naming?.text ?? ''),
    text: rowText(source),
    locator: naming?.locator ?? source.locator,
    place: trace.index.placeOf(naming?.locator ?? source.locator, naming?.col),
    header: row.header ? trace.headers.indexOf(row.header) : null,
    figures,
    cells,
    unused: cells.length > 0 ? '' : whyUnused(row, trace.report),
  };
}

/** A row that the walk left unnamed and that has cells all the same was named by its neighbours. */
function matchOf(row: DraftRow, code: string): ExplainedRow['match'] {
  if (code === '') return null;
  if (row.code === null || row.table === 'remedies') return { kind: 'position', score: null };
  const { item, proactiveItem } = row.reading;
  const match = row.table === 'proactive' ? proactiveItem : item;
  return { kind: row.matched ?? 'position', score: match?.code === code ? match.score : null };
}

function whyUnused(row: DraftRow, { unmapped }: MappedReport): string {
  const { locator } = row.reading.row;
  const text = rowText(row.reading.row);
  const noted = unmapped.find((entry) => entry.locator === locator && entry.raw === text);
  if (noted) return noted.reason;
  if (row.reading.figures === 0) return 'the row carries no figures';
  return 'printed again; the cells stand with the first printing';
}

/** Cells with the row they were printed in; blank cells that left no trace go with the rest of their row. */
function cellsByRow(
  rows: readonly DraftRow[],
  { cells, report }: RowTrace,
): ReadonlyMap<DraftRow, ExplainedCell[]> {
  const rowAt = rowsByLocator(rows);
  const found = new Map<DraftRow, ExplainedCell[]>();
  const add = (row: DraftRow, cell: ExplainedCell) => {
    found.set(row, [...(found.get(row) ?? []), cell]);
  };
  for (const explained of cells) {
    const { locator } = explained.cell;
    const row = locator ? rowAt.get(locator) : undefined;
    if (row) add(row, explained);
  }
  const leftOut = new Set(report.unmapped.map(({ locator }) => locator));
  for (const explained of cells) {
    const { cell } = explained;
    if (cell.locator || cell.state === 'absent') continue;
    const named = rows.filter((row) => row.table === cell.table && names(row, cell.row, found.get(row)));
    const row =
      named.find((candidate) => found.has(candidate)) ??
      named.find(({ reading }) => !leftOut.has(reading.row.locator));
    if (row) add(row, explained);
  }
  return found;
}

function names(row: DraftRow, code: string, cells: readonly ExplainedCell[] | undefined): boolean {
  if (row.table === 'remedies') return row.code !== null;
  return (row.code ?? cells?.[0]?.cell.row) === code;
}

function rowsByLocator(rows: readonly DraftRow[]): ReadonlyMap<Locator, DraftRow> {
  const found = new Map<Locator, DraftRow>();
  for (const row of rows) {
    const { cells, locator } = row.reading.row;
    for (const cell of cells) if (!cell.inherited && !found.has(cell.locator)) found.set(cell.locator, row);
    if (!found.has(locator)) found.set(locator, row);
  }
  return found;
}
