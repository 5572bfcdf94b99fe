/** The indexes of reports and findings, joined from their pieces and read by number. */

import {
  type Agencies,
  type FindingPiece,
  type Overview,
  PIECE,
  type ReportPiece,
} from '../../wire/pieces.js';
import { foldText } from '../fold.js';
import { loadPiece } from './pieces.js';

/** A report as lists show it; `at` is its number in the order of the site. */
export interface ReportEntry {
  readonly at: number;
  readonly id: string;
  readonly agency: number;
  /** Name as the report prints it. */
  readonly name: string;
  readonly year: string;
  readonly title: string;
  readonly source: string;
  readonly edition: string;
  readonly status: string;
  readonly errorCode: string;
  readonly read: number;
  readonly expected: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
  readonly findings: number;
  readonly regionCode: string;
  readonly regionPath: string;
  /** Name, title, source and region, folded for search. */
  readonly folded: string;
}

export interface AgencyEntry {
  readonly at: number;
  readonly key: string;
  readonly name: string;
  readonly regionCode: string;
  readonly regionPath: string;
  readonly kind: string;
  readonly isIdentified: boolean;
}

export interface FindingEntry {
  readonly id: string;
  readonly report: ReportEntry;
  readonly rule: string;
  readonly severity: string;
  readonly table: string;
  readonly item: string;
  readonly column: string;
  readonly expected: string;
  readonly actual: string;
  readonly difference: string;
}

export interface ReportIndex {
  readonly agencies: readonly AgencyEntry[];
  readonly reports: readonly ReportEntry[];
  readonly byId: ReadonlyMap<string, ReportEntry>;
}

export const loadOverview = (): Promise<Overview> => loadPiece(PIECE.overview);

let index: Promise<ReportIndex> | undefined;
let findings: Promise<readonly FindingEntry[]> | undefined;

/** All reports, once loaded kept. */
export function loadReports(): Promise<ReportIndex> {
  index ??= readReports();
  index.catch(() => {
    index = undefined;
  });
  return index;
}

/** All findings, in the order of the reports. */
export function loadFindings(): Promise<readonly FindingEntry[]> {
  findings ??= readFindings();
  findings.catch(() => {
    findings = undefined;
  });
  return findings;
}

async function readReports(): Promise<ReportIndex> {
  const { reportPieces } = await loadOverview();
  const [columns, pieces] = await Promise.all([
    loadPiece<Agencies>(PIECE.agencies),
    Promise.all(numbers(reportPieces).map((piece) => loadPiece<ReportPiece>(PIECE.reports(piece)))),
  ]);
  const agencies = columns.key.map((key, at) => ({
    at,
    key,
    name: columns.name[at] ?? '',
    regionCode: columns.regionCode[at] ?? '',
    regionPath: columns.regionPath[at] ?? '',
    kind: columns.kind[at] ?? '',
    isIdentified: columns.identified[at] === 1,
  }));
  const reports: ReportEntry[] = [];
  for (const piece of pieces) {
    for (let at = 0; at < piece.id.length; at++) reports.push(entryOf(piece, at, reports.length, agencies));
  }
  return { agencies, reports, byId: new Map(reports.map((report) => [report.id, report])) };
}

function entryOf(
  piece: ReportPiece,
  at: number,
  number: number,
  agencies: readonly AgencyEntry[],
): ReportEntry {
  const text = (column: keyof ReportPiece): string => String(piece[column][at] ?? '');
  const agency = piece.agency[at] ?? 0;
  const group = agencies[agency];
  const printed = piece.printed[at] ?? 0;
  const name = printed === 0 ? (group?.name ?? '') : printed;
  const [errors = 0, warnings = 0, notices = 0, others = 0] = piece.findings[at] ?? [];
  const [title, source, regionPath] = [text('title'), text('source'), group?.regionPath ?? ''];
  return {
    at: number,
    id: text('id'),
    agency,
    name,
    year: text('year'),
    title,
    source,
    edition: text('edition'),
    status: text('status'),
    errorCode: text('errorCode'),
    read: piece.read[at] ?? 0,
    expected: piece.expected[at] ?? 0,
    errors,
    warnings,
    notices,
    findings: errors + warnings + notices + others,
    regionCode: group?.regionCode ?? '',
    regionPath,
    folded: foldText([name, group?.name ?? '', title, source, regionPath, text('id')].join('\n')),
  };
}

async function readFindings(): Promise<readonly FindingEntry[]> {
  const { findingPieces } = await loadOverview();
  const [{ reports }, pieces] = await Promise.all([
    loadReports(),
    Promise.all(numbers(findingPieces).map((piece) => loadPiece<FindingPiece>(PIECE.findings(piece)))),
  ]);
  return pieces.flatMap((piece) =>
    piece.id.flatMap((id, at) => {
      const report = reports[piece.report[at] ?? -1];
      if (report === undefined) return [];
      const [table = '', item = '', column = ''] = (piece.place[at] ?? '').split('/');
      const text = (name: keyof FindingPiece): string => String(piece[name][at] ?? '');
      return [
        {
          id,
          report,
          rule: text('rule'),
          severity: text('severity'),
          table,
          item,
          column,
          expected: text('expected'),
          actual: text('actual'),
          difference: text('difference'),
        },
      ];
    }),
  );
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
