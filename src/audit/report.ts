/** What the audit needs of a report; a mapped report has it, and so has a dataset that is read again. */

import type { FindingCell } from '../model/finding.js';
import type { CellState, FormTable, ReportEdition } from '../model/report.js';

export interface AuditCell extends FindingCell {
  readonly edition: ReportEdition;
  readonly state: CellState;
  readonly unit: 'count' | '10k_cny';
}

export interface AuditReport {
  readonly id: string;
  readonly agency: string;
  readonly agencyId: string;
  readonly year: string;
  readonly edition: ReportEdition;
  /** ISO dates, or empty. */
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly sha256: string;
  readonly cells: readonly AuditCell[];
}

export const cellKey = (table: FormTable, row: string, column: string): string => `${table}/${row}/${column}`;

export type CellIndex = ReadonlyMap<string, AuditCell>;

export const indexCells = (cells: readonly AuditCell[]): CellIndex =>
  new Map(cells.map((cell) => [cellKey(cell.table, cell.row, cell.column), cell]));

/** The printed number; a blank counts as zero; null when nothing may be concluded from the cell. */
export function countOf(cell: AuditCell): number | null {
  if (cell.state === 'blank') return 0;
  if (cell.value === '' || cell.state === 'absent' || cell.state === 'unreadable') return null;
  const value = Number(cell.value);
  return Number.isFinite(value) ? value : null;
}

/** Amounts carry up to six decimals in practice; sums of them must not fail for binary fractions. */
const DECIMALS = 1e6;
export const exact = (value: number): number => Math.round(value * DECIMALS) / DECIMALS;
