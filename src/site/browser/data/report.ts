/** One report with its tables, findings and unmapped rows. */

import type { FormTable } from '../../../model/report.js';
import { TABLES } from '../../wire/axes.js';
import { type NamedCell, parseCells, splitMessage } from '../../wire/finding.js';
import { type SiteCell, unpackRows } from '../../wire/pack.js';
import {
  FINDING_FIELDS,
  type FindingField,
  PIECE,
  REPORT_FIELDS,
  type ReportData,
  type ReportField,
} from '../../wire/pieces.js';
import { loadPiece } from './pieces.js';
import { loadOverview, type ReportEntry } from './store.js';

export interface CellView extends SiteCell {
  readonly table: FormTable;
  /** `table/row/column`, as findings name it. */
  readonly key: string;
}

export interface FindingView {
  readonly id: string;
  readonly rule: string;
  readonly severity: string;
  readonly table: string;
  readonly item: string;
  readonly column: string;
  readonly expected: string;
  readonly actual: string;
  readonly difference: string;
  readonly cells: readonly NamedCell[];
  /** As in the dataset. */
  readonly cellsText: string;
  readonly message: string;
  readonly zh: string;
  readonly en: string;
  /** The cell at which it is shown; empty when it is about a table or the report. */
  readonly pivot: string;
}

export interface UnmappedView {
  readonly table: string;
  readonly locator: string;
  readonly raw: string;
  readonly reason: string;
}

export interface ReportView {
  readonly entry: ReportEntry;
  readonly field: (name: ReportField) => string;
  readonly cells: ReadonlyMap<string, CellView>;
  readonly findings: readonly FindingView[];
  readonly unmapped: readonly UnmappedView[];
}

/** Reads the shard that holds the report. */
export async function loadReport(entry: ReportEntry): Promise<ReportView> {
  const { shardSize } = await loadOverview();
  const shard = await loadPiece<readonly ReportData[]>(PIECE.shard(Math.floor(entry.at / shardSize)));
  const data = shard[entry.at % shardSize];
  if (data === undefined) throw new Error(`report ${entry.id} is not in its piece`);
  return viewOf(entry, data);
}

function viewOf(entry: ReportEntry, data: ReportData): ReportView {
  const cells = new Map<string, CellView>();
  for (const table of TABLES) {
    for (const cell of unpackRows(table, data.tables[table])) {
      const key = `${table}/${cell.row}/${cell.column}`;
      cells.set(key, { ...cell, table, key });
    }
  }
  return {
    entry,
    field: (name) => data.report[REPORT_FIELDS.indexOf(name)] ?? '',
    cells,
    findings: data.findings.map(findingOf),
    unmapped: data.unmapped.map(([table = '', locator = '', raw = '', reason = '']) => ({
      table,
      locator,
      raw,
      reason,
    })),
  };
}

function findingOf(fields: readonly string[]): FindingView {
  const text = (name: FindingField): string => fields[FINDING_FIELDS.indexOf(name)] ?? '';
  const [table, item, column] = [text('table'), text('item'), text('column')];
  return {
    id: text('finding_id'),
    rule: text('rule'),
    severity: text('severity'),
    table,
    item,
    column,
    expected: text('expected'),
    actual: text('actual'),
    difference: text('difference'),
    cellsText: text('cells'),
    cells: parseCells(text('cells')),
    message: text('message'),
    ...splitMessage(text('message')),
    pivot: table !== '' && item !== '' && column !== '' ? `${table}/${item}/${column}` : '',
  };
}
