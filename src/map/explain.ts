/** The trace of a mapping: each row as found, what it was taken for, how, and the cells that came of it. */

import type { Document, Locator, Table } from '../model/document.js';
import type { FormCell, FormTable, MappedReport } from '../model/report.js';
import { mapWithDraft } from './report.js';
import { rowText } from './walk/rows.js';
import type { MatchKind } from './words/labels.js';

export interface ExplainedRow {
  readonly table: FormTable;
  /** Code of the form row; empty when the label matches nothing. */
  readonly code: string;
  /** How the label was recognised; null for unmatched rows. */
  readonly matched: MatchKind | null;
  /** Text of the row as found, cells parted by ` | `. */
  readonly text: string;
  readonly locator: Locator;
  /** The form's cells for this row; empty when another printing of the row, or none, was used. */
  readonly cells: readonly FormCell[];
}

export interface Explanation {
  readonly report: MappedReport;
  /** Rows of the form's tables in reading order. */
  readonly rows: readonly ExplainedRow[];
  /** Header rows the columns were taken from, one text per row. */
  readonly headers: readonly { readonly table: FormTable; readonly texts: readonly string[] }[];
  /** Tables of which no row was taken as part of the form. */
  readonly otherTables: readonly {
    readonly index: number;
    readonly text: string;
    readonly locator: Locator;
  }[];
}

const LONGEST_EXCERPT = 120;

/** Maps a document and keeps the reasons. The report is the same as `mapDocument` gives. */
export async function explainDocument(document: Document): Promise<Explanation> {
  const { report, draft } = await mapWithDraft(document);
  const used = new Set(draft.rows.map(({ reading }) => reading.row.table));
  const headers = [...new Set(draft.rows.flatMap(({ header }) => header ?? []))];
  return {
    report,
    rows: draft.rows.map(({ table, code, matched, reading }) => ({
      table,
      code: code ?? '',
      matched,
      text: rowText(reading.row),
      locator: reading.row.locator,
      cells: report.cells.filter((cell) => cell.table === table && belongs(cell, table, code)),
    })),
    headers: headers.map(({ table, rows }) => ({ table, texts: rows.map(rowText) })),
    otherTables: document.blocks
      .filter((block) => block.kind === 'table' && !used.has(block.index))
      .map((block) => excerpt(block as Table)),
  };
}

function belongs(cell: FormCell, table: FormTable, code: string | null): boolean {
  return table === 'remedies' ? code === 'remedies' : cell.row === code;
}

function excerpt({ index, cells, locator }: Table): { index: number; text: string; locator: Locator } {
  const text = cells
    .map((cell) => cell.text)
    .filter((part) => part !== '')
    .join(' | ');
  return { index, text: text.slice(0, LONGEST_EXCERPT), locator };
}
