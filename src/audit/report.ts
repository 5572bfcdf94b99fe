/** What the audit needs of a report; a mapped report has it, and so has a dataset that is read again. */

import type { FindingCell } from '../model/finding.js';
import type { CellState, FormTable, Narrative, ReportEdition } from '../model/report.js';

export interface AuditCell extends FindingCell {
  readonly edition: ReportEdition;
  readonly state: CellState;
  readonly unit: 'count' | '10k_cny';
}

/** A figure of the running text; see `Statement` of the model. */
export interface AuditStatement {
  readonly subject: string;
  readonly value: string;
  readonly sentence: string;
}

export type TextPrint = Omit<Narrative, 'statements'>;

export interface AuditReport {
  readonly id: string;
  readonly agency: string;
  readonly agencyId: string;
  readonly year: string;
  readonly edition: ReportEdition;
  /** ISO dates, or empty. */
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly publishedOn: string;
  readonly status: string;
  readonly sha256: string;
  readonly cells: readonly AuditCell[];
  /** Empty, and null, when nothing is known of the running text. */
  readonly statements: readonly AuditStatement[];
  readonly text: TextPrint | null;
}

export const cellKey = (table: FormTable, row: string, column: string): string => `${table}/${row}/${column}`;

export type CellIndex = ReadonlyMap<string, AuditCell>;

export const indexCells = (cells: readonly AuditCell[]): CellIndex =>
  new Map(cells.map((cell) => [cellKey(cell.table, cell.row, cell.column), cell]));

/** The printed number; a blank counts as zero; null when nothing may be concluded from the cell. */
export function countOf(cell: Pick<AuditCell, 'state' | 'value'>): number | null {
  if (cell.state === 'blank') return 0;
  if (cell.value === '' || cell.state === 'absent' || cell.state === 'unreadable') return null;
  const value = Number(cell.value);
  return Number.isFinite(value) ? value : null;
}

/** Amounts carry up to six decimals in practice; sums of them must not fail for binary fractions. */
const DECIMALS = 1e6;
export const exact = (value: number): number => Math.round(value * DECIMALS) / DECIMALS;
