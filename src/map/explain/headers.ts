/** Header rows, and which columns of the form were found in them. */

import type { ExplainedHeader, HeaderColumn } from '../../model/explanation.js';
import { applicantColumns, type Columns, remedyColumns, resultColumns } from '../place/columns.js';
import { openBlock } from '../place/proactive.js';
import type { DraftRow, Header } from '../walk/draft.js';
import { rowText } from '../walk/rows.js';
import type { Simplify } from '../words/text.js';
import type { SourceIndex } from './places.js';

/** Explains one header; `rows` are those that stand under it. */
export function explainHeader(
  header: Header,
  rows: readonly DraftRow[],
  simplify: Simplify,
  index: SourceIndex,
): ExplainedHeader {
  return {
    table: header.table,
    rows: header.rows.map((row) => ({
      text: rowText(row),
      locator: row.locator,
      places: row.cells
        .filter((cell) => !cell.inherited && cell.text !== '')
        .flatMap((cell) => index.placeOf(cell.locator, cell.col) ?? []),
    })),
    columns: columnsOf(header, rows, simplify),
  };
}

function columnsOf(header: Header, rows: readonly DraftRow[], simplify: Simplify): HeaderColumn[] {
  switch (header.table) {
    case 'applications':
      return listed(applicantColumns(header.rows, simplify));
    case 'remedies':
      return remedyHeader(header, simplify);
    case 'proactive':
      return blockColumns(header, rows, simplify);
  }
}

/** Paths side by side over their results, or results alone where the paths are rows. */
function remedyHeader({ rows }: Header, simplify: Simplify): HeaderColumn[] {
  const columns = remedyColumns(rows, simplify);
  return listed(columns.size > 0 ? columns : resultColumns(rows, simplify));
}

function listed(columns: Columns): HeaderColumn[] {
  return [...columns].map(([code, { from, to }]) => ({ code, from, to, trusted: true }));
}

/** A header of table 二 means what the rows below it make of it. */
function blockColumns(header: Header, rows: readonly DraftRow[], simplify: Simplify): HeaderColumn[] {
  for (const { code } of rows) {
    const block = openBlock(header, code ?? 'regulations', simplify);
    if (block)
      return block.columns.map(({ measure, span, trusted }) => ({ code: measure, ...span, trusted }));
  }
  return [];
}
