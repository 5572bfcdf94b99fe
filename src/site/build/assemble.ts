/** From the spool to the pieces: shards of reports and the two indexes. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FormTable } from '../../model/report.js';
import { packRows, type SiteCell } from '../wire/pack.js';
import {
  FINDING_FIELDS,
  FINDING_PIECE,
  type FindingField,
  type FindingPiece,
  PIECE,
  REPORT_FIELDS,
  REPORT_PIECE,
  type ReportData,
  type ReportPiece,
  SHARD_SIZE,
  type WorstReport,
} from '../wire/pieces.js';
import type { Catalogue, ReportRow } from './catalogue.js';
import type { SpoolRecord } from './gather.js';
import type { PieceWriter } from './piece-writer.js';
import type { Spool } from './spool.js';

export interface Pieces {
  readonly reportPieces: number;
  readonly findingPieces: number;
  readonly worst: readonly WorstReport[];
}

/** Number of findings of a report by severity, as the index keeps them. */
type Counts = ReportPiece['findings'][number];

/** Reports named on the first page. */
const MOST_WORST = 12;

/**
 * Writes all shards and both indexes; one shard and one piece of an index are held at a time. Between shards the process
 * may hear of a signal.
 */
export async function writeReports(catalogue: Catalogue, spool: Spool, writer: PieceWriter): Promise<Pieces> {
  const findings = new FindingIndex(writer);
  const counts: Counts[] = [];
  const { reports } = catalogue;
  for (let shard = 0; shard * SHARD_SIZE < reports.length; shard++) {
    const own = readShard(reports.slice(shard * SHARD_SIZE, (shard + 1) * SHARD_SIZE), shard, spool);
    writer.write(PIECE.shard(shard), own);
    own.forEach((data, at) => {
      counts.push(severityCounts(data));
      for (const fields of data.findings) findings.add(shard * SHARD_SIZE + at, fields);
    });
    await nextTurn();
  }
  return {
    findingPieces: findings.close(),
    reportPieces: writeIndex(catalogue, counts, writer),
    worst: worstReports(catalogue, counts),
  };
}

function worstReports({ reports }: Catalogue, counts: readonly Counts[]): WorstReport[] {
  const errors = (at: number): number => counts[at]?.[0] ?? 0;
  return reports
    .map((_, at) => at)
    .filter((at) => errors(at) > 0)
    .sort((a, b) => errors(b) - errors(a) || a - b)
    .slice(0, MOST_WORST)
    .map((at) => {
      const { report_id: id = '', agency = '', year = '' } = reports[at] ?? {};
      return { id, agency, year, errors: errors(at) };
    });
}

interface Draft {
  readonly cells: Record<FormTable, SiteCell[]>;
  readonly findings: (readonly string[])[];
  readonly unmapped: (readonly string[])[];
}

function readShard(reports: readonly ReportRow[], shard: number, spool: Spool): ReportData[] {
  const drafts = reports.map(
    (): Draft => ({ cells: { proactive: [], applications: [], remedies: [] }, findings: [], unmapped: [] }),
  );
  for (const record of spool.take(shard) as SpoolRecord[]) {
    const draft = drafts[record[1] - shard * SHARD_SIZE];
    if (draft === undefined) continue;
    if (record[0] === 'cell') draft.cells[record[2]].push(record[3]);
    else draft[record[0] === 'finding' ? 'findings' : 'unmapped'].push(record[2]);
  }
  return drafts.map(({ cells, findings, unmapped }, at) => ({
    report: REPORT_FIELDS.map((field) => reports[at]?.[field] ?? ''),
    tables: {
      proactive: packRows('proactive', cells.proactive),
      applications: packRows('applications', cells.applications),
      remedies: packRows('remedies', cells.remedies),
    },
    findings,
    unmapped,
  }));
}

const SEVERITY = FINDING_FIELDS.indexOf('severity');

/** Severities that the index does not know share the last place. */
function severityCounts({ findings }: ReportData): Counts {
  const count = (severity: string): number =>
    findings.filter((fields) => fields[SEVERITY] === severity).length;
  const [errors, warnings, notices] = [count('error'), count('warning'), count('notice')];
  return [errors, warnings, notices, findings.length - errors - warnings - notices];
}

function writeIndex(
  { agencies, agencyOf, reports }: Catalogue,
  counts: readonly Counts[],
  writer: PieceWriter,
): number {
  writer.write(PIECE.agencies, {
    key: agencies.map(({ key }) => key),
    name: agencies.map(({ name }) => name),
    regionCode: agencies.map(({ regionCode }) => regionCode),
    regionPath: agencies.map(({ regionPath }) => regionPath),
    kind: agencies.map(({ kind }) => kind),
    identified: agencies.map(({ isIdentified }) => (isIdentified ? 1 : 0)),
  });
  let piece = 0;
  for (let from = 0; from < reports.length; from += REPORT_PIECE, piece++) {
    const own = reports.slice(from, from + REPORT_PIECE);
    const agency = own.map((_, at) => agencyOf[from + at] ?? 0);
    const data: ReportPiece = {
      id: own.map(({ report_id }) => report_id),
      agency,
      printed: own.map((row, at) => (row.agency === agencies[agency[at] ?? -1]?.name ? 0 : row.agency)),
      year: own.map(({ year }) => year),
      title: own.map(({ title }) => title),
      source: own.map(({ source }) => source),
      edition: own.map(({ edition }) => edition),
      status: own.map(({ status }) => status),
      errorCode: own.map(({ error_code }) => error_code),
      read: own.map(({ cells_read }) => Number(cells_read) || 0),
      expected: own.map(({ cells_expected }) => Number(cells_expected) || 0),
      findings: own.map((_, at) => counts[from + at] ?? [0, 0, 0, 0]),
    };
    writer.write(PIECE.reports(piece), data);
  }
  return piece;
}

/** The index of findings as it grows; full pieces are written at once. */
class FindingIndex {
  readonly #writer: PieceWriter;
  #rows: { report: number; fields: readonly string[] }[] = [];
  #pieces = 0;

  constructor(writer: PieceWriter) {
    this.#writer = writer;
  }

  add(report: number, fields: readonly string[]): void {
    this.#rows.push({ report, fields });
    if (this.#rows.length === FINDING_PIECE) this.#write();
  }

  /** Writes what is left; returns the number of pieces. */
  close(): number {
    if (this.#rows.length > 0) this.#write();
    return this.#pieces;
  }

  #write(): void {
    const column = (field: FindingField): string[] => {
      const at = FINDING_FIELDS.indexOf(field);
      return this.#rows.map(({ fields }) => fields[at] ?? '');
    };
    const [tables, items, columns] = [column('table'), column('item'), column('column')];
    const data: FindingPiece = {
      id: column('finding_id'),
      report: this.#rows.map(({ report }) => report),
      rule: column('rule'),
      severity: column('severity'),
      place: tables.map((table, at) => [table, items[at], columns[at]].join('/').replace(/\/+$/, '')),
      expected: column('expected'),
      actual: column('actual'),
      difference: column('difference'),
    };
    this.#writer.write(PIECE.findings(this.#pieces++), data);
    this.#rows = [];
  }
}
