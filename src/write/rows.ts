/** A report's outcome as rows of the dataset, in form order. No I/O, no CSV. */

import { createHash } from 'node:crypto';
import {
  APPLICANTS,
  APPLICATION_ITEMS,
  PROACTIVE_ITEMS,
  PROACTIVE_MEASURES,
  REMEDY_PATHS,
  REMEDY_RESULTS,
} from '../form/index.js';
import type {
  FormCell,
  FormTable,
  MappedReport,
  Narrative,
  ReportResult,
  UnmappedRow,
} from '../model/report.js';
import { formatLocator } from './locator.js';
import { neutralizeFormula, textCell } from './text.js';

export type Row = readonly string[];

/** Rows that one report gives to the files that grow with the reports. */
export interface ReportRows {
  readonly reports: readonly Row[];
  readonly applications: readonly Row[];
  readonly applications_wide: readonly Row[];
  readonly proactive: readonly Row[];
  readonly remedies: readonly Row[];
  readonly unmapped: readonly Row[];
  readonly statements: readonly Row[];
  readonly narratives: readonly Row[];
}

const REPORT_ID_DIGITS = 12;

/** The count of findings is put in when all reports are known, and only if an audit is made. */
const NOT_AUDITED = '';

/** The key of a report: the first 12 hexadecimal digits of the SHA-256 of its source name. */
export function reportId(source: string): string {
  return createHash('sha256').update(source, 'utf8').digest('hex').slice(0, REPORT_ID_DIGITS);
}

const positions = (entries: readonly { readonly code: string }[]): ReadonlyMap<string, number> =>
  new Map(entries.map(({ code }, index) => [code, index]));

const FORM_ORDER: Record<
  FormTable,
  { rows: ReadonlyMap<string, number>; columns: ReadonlyMap<string, number> }
> = {
  proactive: { rows: positions(PROACTIVE_ITEMS), columns: positions(PROACTIVE_MEASURES) },
  applications: { rows: positions(APPLICATION_ITEMS), columns: positions(APPLICANTS) },
  remedies: { rows: positions(REMEDY_PATHS), columns: positions(REMEDY_RESULTS) },
};

/** Place of a cell in its form; a code the form does not know would break the dataset's enums. */
function formPosition(cell: FormCell): number {
  const { rows, columns } = FORM_ORDER[cell.table];
  const row = rows.get(cell.row);
  const column = columns.get(cell.column);
  if (row === undefined || column === undefined) {
    throw new Error(`the form has no cell ${cell.table}/${cell.row}/${cell.column}`);
  }
  return row * columns.size + column;
}

/** The cells of one table in form order. Two cells under one key would hide a number, so that is refused. */
function cellsInOrder(report: MappedReport, table: FormTable): FormCell[] {
  const byPosition = new Map<number, FormCell>();
  for (const cell of report.cells) {
    if (cell.table !== table) continue;
    const position = formPosition(cell);
    if (byPosition.has(position)) throw new Error(`two cells for ${table}/${cell.row}/${cell.column}`);
    byPosition.set(position, cell);
  }
  return [...byPosition].sort(([a], [b]) => a - b).map(([, cell]) => cell);
}

function wideRows(head: Row, cells: readonly FormCell[]): Row[] {
  const byItem = new Map<string, FormCell[]>();
  for (const cell of cells) {
    const row = byItem.get(cell.row);
    if (row === undefined) byItem.set(cell.row, [cell]);
    else row.push(cell);
  }
  return [...byItem].map(([item, row]) => {
    const values = new Map(row.map((cell) => [cell.column, cell.value]));
    return [...head, row[0]?.edition ?? '', item, ...APPLICANTS.map(({ code }) => values.get(code) ?? '')];
  });
}

/** Several entries may stand at one place; the second and later ones get a number, so that the key stays one. */
function unmappedRows(id: string, rows: readonly UnmappedRow[]): Row[] {
  const seen = new Map<string, number>();
  return rows.map(({ table, locator, raw, reason }) => {
    const place = formatLocator(locator);
    const nth = (seen.get(place) ?? 0) + 1;
    seen.set(place, nth);
    return [id, table, nth === 1 ? place : `${place} #${nth}`, textCell(raw), textCell(reason)];
  });
}

function reportRow(id: string, { source, mediaType, sha256, bytes, report, error }: ReportResult): Row {
  const meta = report?.metadata;
  const who = report?.identity;
  return [
    id,
    neutralizeFormula(source),
    mediaType,
    sha256,
    String(bytes),
    textCell(meta?.title.value ?? ''),
    textCell(meta?.agency.value ?? ''),
    meta?.year.value ?? '',
    report?.edition ?? '',
    meta?.periodStart.value ?? '',
    meta?.periodEnd.value ?? '',
    meta?.publishedOn.value ?? '',
    report?.status ?? 'failed',
    String(report?.cellsExpected ?? 0),
    String(report?.cellsRead ?? 0),
    NOT_AUDITED,
    error?.code ?? '',
    textCell(error?.message ?? ''),
    textCell(who?.agencyId ?? ''),
    who?.regionCode ?? '',
    who?.regionPath ?? '',
    who?.kind ?? '',
  ];
}

/** What the running text states, numbered as it stands there, and its fingerprint if there is a text at all. */
function narrativeRows(head: Row, narrative: Narrative): Pick<ReportRows, 'statements' | 'narratives'> {
  const { statements, characters, simhash, digest } = narrative;
  return {
    statements: statements.map(({ subject, value, sentence, locator }, at) => [
      ...head,
      String(at + 1),
      subject,
      value,
      textCell(sentence),
      formatLocator(locator),
    ]),
    narratives: characters === 0 ? [] : [[...head, String(characters), simhash, digest]],
  };
}

/** All rows of one report but its findings. Throws when the report breaks the form (unknown code, one cell twice). */
export function reportRows(result: ReportResult): ReportRows {
  const id = reportId(result.source);
  const { report } = result;
  const none: ReportRows = {
    reports: [reportRow(id, result)],
    applications: [],
    applications_wide: [],
    proactive: [],
    remedies: [],
    unmapped: [],
    statements: [],
    narratives: [],
  };
  if (report === null) return none;
  const [agency, year] = [textCell(report.metadata.agency.value), report.metadata.year.value];
  const head = [id, agency, year];
  const plain = (cell: FormCell): Row => [
    id,
    agency,
    year,
    cell.edition,
    cell.row,
    cell.column,
    cell.value,
    cell.state,
    textCell(cell.raw),
    formatLocator(cell.locator),
  ];
  const applications = cellsInOrder(report, 'applications');
  return {
    ...none,
    applications: applications.map(plain),
    applications_wide: wideRows(head, applications),
    proactive: cellsInOrder(report, 'proactive').map((cell) => [
      ...head,
      cell.edition,
      cell.row,
      cell.column,
      cell.value,
      cell.unit,
      cell.state,
      textCell(cell.raw),
      formatLocator(cell.locator),
    ]),
    remedies: cellsInOrder(report, 'remedies').map(plain),
    unmapped: unmappedRows(id, report.unmapped),
    ...narrativeRows(head, report.narrative),
  };
}
