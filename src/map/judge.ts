/** How complete a report is, and why a person should look at it. */

import type { Document } from '../model/document.js';
import type { FormCell, FormTable, ReportStatus } from '../model/report.js';
import type { Tables } from './assemble/index.js';
import { PRINTED_TWICE } from './assemble/printing.js';
import { OTHER_YEAR } from './place/copies.js';

const TABLE_NAMES: Readonly<Record<FormTable, string>> = {
  proactive: '二',
  applications: '三',
  remedies: '四',
};

/** The status of a report that could be opened. */
export function statusOf(
  document: Document,
  tables: Tables,
  read: number,
  expected: number,
): Exclude<ReportStatus, 'failed'> {
  const all = Object.values(tables);
  if (document.damage !== undefined) return 'partial';
  if (all.every(({ cells }) => cells.length === 0)) return isPicture(document) ? 'needs_ocr' : 'no_tables';
  return all.every(({ cells }) => cells.length > 0) && read === expected ? 'complete' : 'partial';
}

/** Pictures that are at hand could be read by an OCR engine; links to pictures elsewhere could not. */
function isPicture({ pages, pictures }: Document): boolean {
  if ((pictures.recognized ?? 0) > 0) return false;
  return (pages?.withoutText ?? 0) > 0 || pictures.embedded > 0;
}

/** One line for the summary; empty when nothing needs a person. */
export function attentionOf(document: Document, tables: Tables, cells: readonly FormCell[]): string {
  const missing = (Object.keys(TABLE_NAMES) as FormTable[]).filter(
    (table) => tables[table].cells.length === 0,
  );
  if (missing.length === 3) return document.damage ?? document.doubt ?? withoutTables(document);
  const absent = absentRows(cells);
  const unreadable = cells.filter(({ state }) => state === 'unreadable').length;
  const unmapped = Object.values(tables).flatMap((table) =>
    table.unmapped.filter(({ reason }) => isLoss(reason)),
  ).length;
  return [
    document.damage ?? (unreadable > 0 ? document.doubt : undefined) ?? '',
    missing.length > 0 ? `table ${missing.map((table) => TABLE_NAMES[table]).join(', ')} not found` : '',
    absent > 0 ? count(absent, 'row', 'not printed') : '',
    unreadable > 0 ? count(unreadable, 'cell', 'unreadable') : '',
    unmapped > 0 ? count(unmapped, 'row', 'not mapped') : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** Rows of the form of which no cell is printed. */
function absentRows(cells: readonly FormCell[]): number {
  const rowsOf = (some: readonly FormCell[]) => new Set(some.map(({ table, row }) => `${table}/${row}`));
  const absent = rowsOf(cells.filter(({ state }) => state === 'absent'));
  if (absent.size === 0) return 0;
  const present = rowsOf(cells.filter(({ state }) => state !== 'absent'));
  return [...absent].filter((row) => !present.has(row)).length;
}

/** Another year's table and a doubled row are listed in `unmapped.csv`, but nothing of the report is lost in them. */
function isLoss(reason: string): boolean {
  return reason !== PRINTED_TWICE && !reason.startsWith(OTHER_YEAR);
}

/** What to do about a report that needs an engine. */
const INSTALL = 'install tesseract to have them read (apt-get install tesseract-ocr tesseract-ocr-chi-sim)';

function withoutTables(document: Document): string {
  if ((document.pictures.recognized ?? 0) > 0)
    return 'no table of the form was recognised in the scans or pictures';
  if ((document.pages?.withoutText ?? 0) > 0) return `the pages are scans: ${INSTALL}`;
  if (document.pictures.embedded > 0) return `the tables seem to be pictures: ${INSTALL}`;
  if (document.pictures.linked > 0) return 'the tables seem to be pictures that are not at hand';
  const { attachments = [] } = document;
  const linked = attachments.length > 0 ? `; the page links to ${named(attachments)}` : '';
  return `no table of the form was found${linked}`;
}

/** More than this are only counted. */
const MOST_NAMED = 3;

function named(links: readonly string[]): string {
  const more = links.length - MOST_NAMED;
  return `${links.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${count(more, 'other', '')}`.trimEnd() : ''}`;
}

function count(number: number, noun: string, what: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'} ${what}`;
}
