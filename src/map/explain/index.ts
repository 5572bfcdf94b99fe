/** The trace of a mapping: each row as found, what it was taken for, how, and the cells that came of it. */

import type { Document } from '../../model/document.js';
import type { Explanation } from '../../model/explanation.js';
import { mapWithDraft } from '../report.js';
import type { DraftRow, Header } from '../walk/draft.js';
import { explainHeader } from './headers.js';
import { otherTables } from './others.js';
import { SourceIndex } from './places.js';
import { explainRows } from './rows.js';

/** Maps a document and keeps the reasons. The report is the same as `mapDocument` gives. */
export async function explainDocument(document: Document): Promise<Explanation> {
  const { report, draft, simplify } = await mapWithDraft(document);
  const index = new SourceIndex(document);
  const cells = report.cells.map((cell) => ({ cell, place: index.placeOf(cell.locator, cell.slot) }));
  const { headers } = draft;
  const used = usedTables(draft.rows);
  const rows = draft.rows.filter(({ reading: { row } }) => row.table === 0 || used.has(row.table));
  const under = (header: Header) => draft.rows.filter((row) => row.header === header);
  return {
    document,
    report,
    cells,
    rows: explainRows(rows, { report, cells, headers, index }),
    headers: headers.map((header) => explainHeader(header, under(header), simplify, index)),
    otherTables: otherTables(document, used, simplify),
  };
}

/** Tables with a row that is named or carries figures. What follows the form is met as rows without names too. */
function usedTables(rows: readonly DraftRow[]): ReadonlySet<number> {
  const named = rows.filter(({ code, reading }) => code !== null || reading.figures > 0);
  return new Set(named.map(({ reading }) => reading.row.table));
}
