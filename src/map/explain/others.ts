/** Tables of which nothing was taken: what they hold, and why they are not the form's. */

import type { Document, Table } from '../../model/document.js';
import type { OtherTable } from '../../model/explanation.js';
import { isAmbiguous, type RowReading, readRow } from '../walk/reading.js';
import { tableRows } from '../walk/rows.js';
import type { Simplify } from '../words/text.js';

const LONGEST_EXCERPT = 120;

/** The tables of a document whose running number is not among the `used` ones. */
export function otherTables(document: Document, used: ReadonlySet<number>, simplify: Simplify): OtherTable[] {
  return document.blocks.flatMap((block, at) =>
    block.kind === 'table' && !used.has(block.index) ? [explainOther(block, at, simplify)] : [],
  );
}

function explainOther(table: Table, block: number, simplify: Simplify): OtherTable {
  const texts = table.cells.map((cell) => cell.text).filter((text) => text !== '');
  return {
    index: table.index,
    block,
    rowCount: table.rowCount,
    text: texts.join(' | ').slice(0, LONGEST_EXCERPT),
    locator: table.locator,
    reason: texts.length === 0 ? 'the table is empty' : whyOther(table, simplify),
  };
}

function whyOther(table: Table, simplify: Simplify): string {
  const readings = tableRows(table).map((row) => readRow(row, simplify));
  const named = readings.find(namesRow);
  if (named) return `a row “${labelOf(named)}” occurs, but no header of the form stands above it`;
  return readings.some(hasHeaderWords)
    ? 'words of the form’s headers occur, but no row of the form follows'
    : 'no row carries a label of the form';
}

function namesRow({ item, proactiveItem, figures }: RowReading): boolean {
  return figures > 0 && (proactiveItem !== null || (item !== null && !isAmbiguous(item)));
}

function labelOf({ row, labelAt }: RowReading): string {
  return row.cells[labelAt]?.text ?? '';
}

function hasHeaderWords({ heads, clause }: RowReading): boolean {
  return clause !== null || heads.proactive || heads.applications || heads.litigation || heads.remedies > 0;
}
