/**
 * What is kept of a report to compare it with others: a few dozen cells and some fingerprints, so that a hundred
 * thousand reports can be set beside each other without their tables.
 */

import { agencyKey } from './agency-key.js';
import { type PrintedTable, printedTables } from './copies/prints.js';
import { figuresHash } from './figures-hash.js';
import type { Prepared } from './prepared.js';
import { type AuditCell, cellKey, type TextPrint } from './report.js';
import type { Identity } from './within/identities.js';
import { CARRIED, COMPARED } from './years/compared.js';

/** By how much a cell would have to change so that all sums it stands in hold. */
export interface Support {
  readonly move: number;
  readonly identities: number;
}

export interface Facts {
  /** Place of the report in the dataset, from 0. */
  readonly seq: number;
  readonly id: string;
  readonly agency: string;
  /** The same for all reports of one agency; empty when the agency is not certain. */
  readonly key: string;
  readonly year: string;
  readonly publishedOn: string;
  readonly status: string;
  readonly sha256: string;
  /** Over all figures of the report; empty when it has none. */
  readonly figures: string;
  /** Cells that other years are compared with. */
  readonly cells: readonly AuditCell[];
  /** By cell key, for cells whose sums agree on one change; 0 when they hold. */
  readonly support: Readonly<Record<string, Support>>;
  readonly tables: readonly PrintedTable[];
  readonly text: TextPrint | null;
}

/** What the comparison of years asks for. */
export type YearFacts = Omit<Facts, 'tables' | 'text'>;

export function factsOf({ report, index, identities }: Prepared): Omit<Facts, 'seq'> {
  return {
    id: report.id,
    agency: report.agency,
    key: agencyKey(report),
    year: report.year,
    publishedOn: report.publishedOn,
    status: report.status,
    sha256: report.sha256,
    figures: figuresHash(report.cells.filter(({ value }) => value !== '')),
    cells: COMPARED.flatMap(({ table, row, column }) => kept(index.get(cellKey(table, row, column)))),
    support: supportOf(identities),
    tables: printedTables(report.cells),
    text: report.text,
  };
}

/** Absent and unreadable cells say nothing to another year. */
function kept(cell: AuditCell | undefined): AuditCell[] {
  if (cell === undefined || cell.state === 'absent' || cell.state === 'unreadable') return [];
  const { table, row, column, edition, value, state, unit, locator } = cell;
  return [{ table, row, column, edition, value, state, unit, locator }];
}

/** For the cells that are carried from year to year: whether the report's own sums ask for another figure. */
function supportOf(identities: readonly Identity[]): Record<string, Support> {
  const moves = new Map<string, number[]>();
  for (const { terms, residual, table } of identities) {
    if (table !== 'applications') continue;
    for (const { cell, sign } of terms) {
      if (!CARRIED.includes(cell.row)) continue;
      const key = cellKey(table, cell.row, cell.column);
      moves.set(key, [...(moves.get(key) ?? []), -residual * sign]);
    }
  }
  const agreed = [...moves].filter(([, own]) => own.every((move) => move === own[0]));
  return Object.fromEntries(
    agreed.map(([key, own]) => [key, { move: (own[0] ?? 0) + 0, identities: own.length }]),
  );
}
