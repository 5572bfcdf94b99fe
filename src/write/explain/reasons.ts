/** Cells grouped by what can be said of them together, so that a reason is told once. */

import { APPLICANTS, PROACTIVE_MEASURES, REMEDY_RESULTS } from '../../form/index.js';
import type { ExplainedCell } from '../../model/explanation.js';
import type { CellState, FormTable } from '../../model/report.js';
import type { RowView, TableView } from './view.js';

/** Cells of one row with the same state for the same reason. */
export interface Remark {
  readonly state: CellState;
  readonly reason: string;
  readonly cells: readonly ExplainedCell[];
}

const COLUMNS: Readonly<Record<FormTable, ReadonlyMap<string, string>>> = {
  proactive: labels(PROACTIVE_MEASURES),
  applications: labels(APPLICANTS),
  remedies: labels(REMEDY_RESULTS),
};

function labels(
  entries: readonly { readonly code: string; readonly zh: string }[],
): ReadonlyMap<string, string> {
  return new Map(entries.map(({ code, zh }) => [code, zh.replace(/（.*/, '')]));
}

/** Chinese label of a column, without what stands in brackets. */
export function columnLabel(table: FormTable, code: string): string {
  return COLUMNS[table].get(code) ?? code;
}

/** The reason without what the match of the row's label says already. */
export function reasonOf({ cell }: ExplainedCell): string {
  return (cell.reason ?? '').replace(/, label matched: \w+$/, '');
}

/** Why most printed values of a table stand where they do; rows that differ say so themselves. */
export function usualReason({ blocks }: TableView): string {
  const counts = new Map<string, number>();
  for (const explained of cellsOf(blocks.flatMap(({ rows }) => rows))) {
    if (explained.cell.state !== 'reported') continue;
    const reason = reasonOf(explained);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/**
 * What is to be said of the cells of a row: all but printed figures and blanks that stand where they do for the
 * usual reason.
 */
export function remarks(row: RowView, usual: string): Remark[] {
  const groups = new Map<string, ExplainedCell[]>();
  for (const explained of cellsOf([row])) {
    const { state } = explained.cell;
    const reason = reasonOf(explained);
    if (PLAIN_STATES.has(state) && reason === usual) continue;
    const key = `${state}/${reason}`;
    groups.set(key, [...(groups.get(key) ?? []), explained]);
  }
  return [...groups.values()].map((cells) => {
    const [first] = cells as [ExplainedCell];
    return { state: first.cell.state, reason: stateReason(first, usual), cells };
  });
}

const PLAIN_STATES: ReadonlySet<CellState> = new Set(['reported', 'blank']);

/** Why the cell has its state, and why it stands there unless that is the usual reason. */
function stateReason(explained: ExplainedCell, usual: string): string {
  const { state, unit, raw } = explained.cell;
  const reason = reasonOf(explained);
  if (state !== 'noted') return reason;
  const isConverted = unit === '10k_cny' && /元/.test(raw) && !/万元/.test(raw);
  const what = isConverted ? 'converted to 10,000 yuan' : 'a number with a remark or a unit';
  return reason === usual || reason === '' ? what : `${what}; ${reason}`;
}

/** Remarks of several rows that say the same. */
export interface SharedRemark {
  readonly state: CellState;
  readonly reason: string;
  readonly rows: readonly { readonly row: RowView; readonly remark: Remark }[];
}

/** The remarks of a table, each reason once. */
export function sharedRemarks(rows: readonly RowView[], usual: string): SharedRemark[] {
  const groups = new Map<string, SharedRemark['rows']>();
  for (const row of rows) {
    for (const remark of remarks(row, usual)) {
      const key = `${remark.state}/${remark.reason}`;
      groups.set(key, [...(groups.get(key) ?? []), { row, remark }]);
    }
  }
  return [...groups.values()].flatMap((entries) => {
    const [first] = entries;
    return first ? [{ state: first.remark.state, reason: first.remark.reason, rows: entries }] : [];
  });
}

/** Number of cells of each state. */
export function stateCounts(rows: readonly RowView[]): ReadonlyMap<CellState, number> {
  const counts = new Map<CellState, number>();
  for (const { cell } of cellsOf(rows)) counts.set(cell.state, (counts.get(cell.state) ?? 0) + 1);
  return counts;
}

function cellsOf(rows: readonly RowView[]): ExplainedCell[] {
  return rows.flatMap(({ cells }) => cells.filter((cell) => cell !== null));
}
