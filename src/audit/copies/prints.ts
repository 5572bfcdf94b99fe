/** Tables as fingerprints: the same figures, and enough of them, give the same print. */

import type { FormTable } from '../../model/report.js';
import { figuresHash } from '../figures-hash.js';
import { type AuditCell, countOf } from '../report.js';

export interface PrintedTable {
  readonly table: FormTable;
  readonly print: string;
  /** Figures that are not zero. */
  readonly filled: number;
  /** The largest figure, which stands for the table in a finding. */
  readonly largest: AuditCell;
}

/** How many figures make a table one of its kind: a town with one application looks like every other. */
const DISTINCTIVE = {
  applications: { filled: 15, different: 6, largest: 20 },
  proactive: { filled: 4, different: 4, largest: 100 },
} as const;

/** Prints of the tables that are distinctive; of table 四 there never are enough figures. */
export function printedTables(cells: readonly AuditCell[]): PrintedTable[] {
  return (['proactive', 'applications'] as const).flatMap((table) => printOf(table, cells) ?? []);
}

function printOf(table: 'applications' | 'proactive', cells: readonly AuditCell[]): PrintedTable | null {
  const filled = cells.filter((cell) => cell.table === table && (countOf(cell) ?? 0) !== 0);
  const { filled: least, different, largest: size } = DISTINCTIVE[table];
  const largest = filled.reduce<AuditCell | null>(
    (best, cell) => (best === null || Number(cell.value) > Number(best.value) ? cell : best),
    null,
  );
  const values = new Set(filled.map(({ value }) => value));
  if (largest === null || filled.length < least || values.size < different || Number(largest.value) < size)
    return null;
  const print = figuresHash(filled);
  const { row, column, edition, value, state, unit, locator } = largest;
  return {
    table,
    print,
    filled: filled.length,
    largest: { table, row, column, edition, value, state, unit, locator },
  };
}
