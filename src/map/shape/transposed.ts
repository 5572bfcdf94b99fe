/** Tables printed with their columns as rows: the applicants of table 三, the results of table 四, one below the other. */

import type { Cell, Table } from '../../model/document.js';
import type { Simplify } from '../words/text.js';
import { exactCode } from './exact.js';

/** 自然人, 商业企业 …: `其他` and `总计` name rows of the form too. */
const APPLICANTS = 4;
/** Rows of the form above them; a table of the text that counts applicants by quarters has none. */
const ITEMS = 8;
/** Three paths of five results, of which some may be misprinted. */
const RESULTS = 12;
const AMBIGUOUS: ReadonlySet<string> = new Set(['other_organization', 'total']);

/** The table as the form prints it: turned where its columns are printed as rows, else as it is. */
export function upright(table: Table, simplify: Simplify): Table {
  if (table.colCount < 2 || table.rowCount < 2) return table;
  return hasApplicantsBelow(table, simplify) || hasResultsBelow(table, simplify) ? turn(table) : table;
}

function hasApplicantsBelow(table: Table, simplify: Simplify): boolean {
  const heads = table.cells.filter((cell) => {
    const code = exactCode('applicant', cell, simplify);
    return code !== null && !AMBIGUOUS.has(code);
  });
  if (heads.length < APPLICANTS || !standBelow(heads)) return false;
  const top = heads[0]?.row ?? 0;
  const above = table.cells.filter(({ row }) => row < top);
  return new Set(above.map((cell) => exactCode('item', cell, simplify) ?? '')).size > ITEMS;
}

function hasResultsBelow(table: Table, simplify: Simplify): boolean {
  if (table.rowCount < RESULTS) return false;
  const heads = table.cells.filter((cell) => exactCode('result', cell, simplify) !== null);
  const isLast = ({ col, colSpan }: Cell): boolean => col + colSpan >= table.colCount;
  return heads.length >= RESULTS && standBelow(heads) && !heads.some(isLast);
}

/** One below the other in one column, never two in a row. */
function standBelow(heads: readonly Cell[]): boolean {
  const right = (cell: Cell): number => cell.col + cell.colSpan;
  return new Set(heads.map(({ row }) => row)).size === heads.length && new Set(heads.map(right)).size === 1;
}

function turn(table: Table): Table {
  const cells = table.cells.map(
    (cell): Cell => ({
      ...cell,
      row: cell.col,
      col: cell.row,
      rowSpan: cell.colSpan,
      colSpan: cell.rowSpan,
    }),
  );
  cells.sort((a, b) => a.row - b.row || a.col - b.col);
  return { ...table, rowCount: table.colCount, colCount: table.rowCount, cells };
}
