/**
 * A whole report in one table, as a page saved from a spreadsheet is: title, prose and headings in rows of one cell each,
 * the tables of the form between them. Those rows are taken out as the paragraphs that they are.
 */

import type { Block, Cell, Document, Paragraph, Table } from '../../model/document.js';
import { readHeading } from '../walk/headings.js';
import type { Simplify } from '../words/text.js';

/** A table of the form can have its own heading in a row; one with several sections is a report. */
const FEWEST_SECTIONS = 3;
const FEWEST_ROWS = 20;
const SENTENCE = /。/;

/** The document with the running text of such tables as paragraphs; the same document where there is none. */
export function unfolded(document: Document, simplify: Simplify): Document {
  const isReport = (table: Table): boolean =>
    table.rowCount >= FEWEST_ROWS &&
    loneCells(table).filter((cell) => cell !== null && readHeading(cell.text, simplify).section !== null)
      .length >= FEWEST_SECTIONS;
  const reports = new Set(document.blocks.filter((block) => block.kind === 'table' && isReport(block)));
  if (reports.size === 0) return document;
  const blocks = document.blocks.flatMap((block) =>
    block.kind === 'table' && reports.has(block) ? piecesOf(block, simplify) : [block],
  );
  return { ...document, blocks };
}

/** For each row its only filled cell, or null where it has several or one reaches into it from above. */
function loneCells({ cells, rowCount }: Table): readonly (Cell | null)[] {
  const filled: Cell[][] = Array.from({ length: rowCount }, () => []);
  for (const cell of cells) {
    if (cell.text === '') continue;
    for (let row = cell.row; row < Math.min(cell.row + cell.rowSpan, rowCount); row++)
      filled[row]?.push(cell);
  }
  return filled.map(([cell, ...others], row) =>
    cell !== undefined && others.length === 0 && cell.row === row && cell.rowSpan === 1 ? cell : null,
  );
}

/** Paragraphs and tables in the order of the rows. Outside the sections of the form, every lone cell is running text. */
function piecesOf(table: Table, simplify: Simplify): Block[] {
  const pieces: Block[] = [];
  let isInForm = false;
  let top = 0;
  const close = (end: number): void => {
    if (end > top) pieces.push(...partOf(table, top, end));
  };
  for (const [row, cell] of loneCells(table).entries()) {
    const section = cell === null ? null : readHeading(cell.text, simplify).section;
    if (cell === null || (section === null && isInForm && !SENTENCE.test(cell.text))) continue;
    close(row);
    top = row + 1;
    pieces.push(paragraphOf(cell));
    if (section !== null) isInForm = section !== 'other';
  }
  close(table.rowCount);
  return pieces;
}

function paragraphOf({ text, locator, recognition }: Cell): Paragraph {
  return { kind: 'paragraph', text, locator, ...(recognition === undefined ? {} : { recognition }) };
}

/** The rows from `top` to before `end` as a table of their own; none where nothing stands in them. */
function partOf(table: Table, top: number, end: number): Table[] {
  const cells = table.cells
    .filter(({ row }) => row >= top && row < end)
    .map((cell) => ({ ...cell, row: cell.row - top, rowSpan: Math.min(cell.rowSpan, end - cell.row) }));
  return cells.some(({ text }) => text !== '') ? [{ ...table, rowCount: end - top, cells }] : [];
}
