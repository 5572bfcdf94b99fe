/** Narrowing an explanation to the rows or the table somebody asks for. */

import { APPLICATION_ITEMS, PROACTIVE_ITEMS, REMEDY_PATHS } from '../../form/index.js';
import type { Finding } from '../../model/finding.js';
import type { FormTable } from '../../model/report.js';
import type { TableView } from './view.js';

/** What to show; empty lists ask for everything. */
export interface Selection {
  readonly tables: readonly FormTable[];
  /** Codes of form rows; for table 四 codes of paths. */
  readonly items: readonly string[];
}

/** What is shown beside an explanation, and how much of both. */
export interface ShownReport {
  /** Name of the report, as the user gave it. */
  readonly source: string;
  readonly selection?: Selection;
  /** What the audit says of it. */
  readonly findings?: readonly Finding[];
}

export const EVERYTHING: Selection = { tables: [], items: [] };

const ROWS: Readonly<Record<FormTable, readonly { readonly code: string }[]>> = {
  proactive: PROACTIVE_ITEMS,
  applications: APPLICATION_ITEMS,
  remedies: REMEDY_PATHS,
};

/** The tables that have a row of that code; empty for a code the form does not know. */
export function tablesWithItem(item: string): FormTable[] {
  return (Object.keys(ROWS) as FormTable[]).filter((table) => ROWS[table].some(({ code }) => code === item));
}

/** Whether metadata and the rest of the document are asked for too. */
export function wantsAll({ tables, items }: Selection): boolean {
  return tables.length === 0 && items.length === 0;
}

/** The views that are asked for, with the rows that are asked for. What was not mapped may be such a row, so it stays. */
export function selectViews(views: readonly TableView[], { tables, items }: Selection): TableView[] {
  const wanted = (view: TableView) =>
    (tables.length === 0 || tables.includes(view.table)) &&
    (items.length === 0 || items.some((item) => tablesWithItem(item).includes(view.table)));
  return views.filter(wanted).map((view) => (items.length === 0 ? view : narrowed(view, items)));
}

function narrowed(view: TableView, items: readonly string[]): TableView {
  const blocks = view.blocks
    .map((block) => ({ ...block, rows: block.rows.filter(({ code }) => items.includes(code)) }))
    .filter(({ rows }) => rows.length > 0);
  const rows = blocks.flatMap((block) => block.rows);
  const used = new Set(rows.flatMap(({ found }) => found));
  const complete = rows.length > 0 && rows.every(({ cells }) => cells.every((cell) => cell?.cell.locator));
  return {
    ...view,
    blocks,
    found: view.found.filter((row) => used.has(row)),
    unmapped: complete ? [] : view.unmapped,
  };
}

/** The findings about the tables and rows that are asked for; those about the report as a whole only with everything. */
export function selectFindings(findings: readonly Finding[], { tables, items }: Selection): Finding[] {
  return findings.filter(
    ({ table, item, cells }) =>
      (tables.length === 0 || (table !== '' && tables.includes(table))) &&
      (items.length === 0 || [item, ...cells.map(({ row }) => row)].some((code) => items.includes(code))),
  );
}
