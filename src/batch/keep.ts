/** A report packed to be kept, and unpacked to be rendered, compared or audited. */

import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { FormCell, MappedReport, ReportResult } from '../model/report.js';
import type { PackedReport } from './types.js';

/** A result without the name it goes by in a dataset, and the prose of the report. */
export interface KeptReport {
  readonly result: Omit<ReportResult, 'source'>;
  readonly narrative: readonly string[];
}

export function packReport(kept: KeptReport): PackedReport {
  return { fingerprint: fingerprintOf(kept), bytes: deflateRawSync(JSON.stringify(kept), { level: 4 }) };
}

export function unpackReport(bytes: Uint8Array): KeptReport {
  return JSON.parse(inflateRawSync(bytes).toString('utf8')) as KeptReport;
}

/** Places are left out: they move with the page around the report. */
const printOf = ({ table, row, column, value, state, raw, unit }: FormCell): string[] => [
  table,
  row,
  column,
  value,
  state,
  raw,
  unit,
];

function fingerprintOf({ result: { report, error, sha256 }, narrative }: KeptReport): string {
  const content = report === null ? [error?.code, sha256] : contentOf(report, narrative);
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

function contentOf({ metadata, cells, unmapped }: MappedReport, narrative: readonly string[]): unknown {
  return [
    Object.entries(metadata).map(([name, { value }]) => [name, value]),
    cells.map(printOf),
    unmapped.map(({ table, raw }) => [table, raw]),
    narrative,
  ];
}
