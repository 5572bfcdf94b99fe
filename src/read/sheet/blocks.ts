import type { BlockList, GridCell } from '../blocks.js';
import type { SheetRow } from './rows.js';

/** A text that stands in a row of its own is prose, not a label, from this length on. */
const PROSE_LENGTH = 60;
/** Labels of table 三 are merged over three of ten columns at most; a text over more than half of a table is no label. */
const WIDE_SHARE = 0.6;
/** `一、总体情况`, `（二）…`: a heading where nothing else stands in the row. A label of table 三 has more cells below. */
const HEADING = /^[一二三四五六七八九十]+、/;

/**
 * Adds the rows of a sheet: what stands alone over the whole width, before or behind the tables, or is prose becomes a
 * paragraph; the rows between are tables. Sheets carry no mark that tells one from the other.
 */
export function addRows(rows: readonly SheetRow[], blocks: BlockList): void {
  const width = widthOf(rows.flatMap(({ cells }) => cells));
  const first = rows.findIndex(isTabular);
  const last = rows.findLastIndex(isTabular);
  let table: SheetRow[] = [];
  const flush = (): void => {
    if (table.length > 0) addTable(table, blocks);
    table = [];
  };
  rows.forEach((row, at) => {
    const only = onlyText(row);
    const isOutside = at < first || at > last;
    if (only !== null && ((isOutside && !isGroupLabel(only)) || standsAlone(only, width, table))) {
      flush();
      blocks.paragraph(only.text);
    } else if (row.cells.some(({ text }) => text !== '') || isCovered(row, table)) table.push(row);
    else flush();
  });
  flush();
}

const isTabular = ({ cells }: SheetRow): boolean => cells.filter(({ text }) => text !== '').length > 1;

function onlyText({ cells }: SheetRow): GridCell | null {
  const printed = cells.filter(({ text }) => text !== '');
  return printed.length === 1 ? (printed[0] ?? null) : null;
}

/** Merged over some columns but not the first: it heads the columns below it. */
const isGroupLabel = ({ col, colSpan }: GridCell): boolean => col > 0 && colSpan > 1;

/** Not when a cell of a row above reaches down into it: then it is part of a table. */
function standsAlone(cell: GridCell, width: number, table: readonly SheetRow[]): boolean {
  if (cell.rowSpan > 1 || reachesDown(table, cell.row)) return false;
  const tableWidth = widthOf(table.flatMap(({ cells }) => cells)) || width;
  const isWide = !isGroupLabel(cell) && cell.colSpan > 1 && cell.colSpan >= tableWidth * WIDE_SHARE;
  return (
    isWide ||
    cell.text.length >= PROSE_LENGTH ||
    (cell.col === 0 && HEADING.test(cell.text) && isSection(cell.text))
  );
}

/** The sections of a report, whose numbers table 三 uses too (一、本年新收…, 四、结转…). */
const SECTION = /总体情况|主动公开|收到和处理|行政复议|存在的?主要问题|其他需要报告/;
const isSection = (text: string): boolean => SECTION.test(text);

const reachesDown = (table: readonly SheetRow[], row: number): boolean =>
  table.some(({ cells }) => cells.some((cell) => cell.text !== '' && cell.row + cell.rowSpan > row));

const isCovered = ({ row }: SheetRow, table: readonly SheetRow[]): boolean => reachesDown(table, row);

function addTable(rows: readonly SheetRow[], blocks: BlockList): void {
  const top = rows[0]?.row ?? 0;
  const rowCount = (rows.at(-1)?.row ?? top) - top + 1;
  const printed = rows.flatMap(({ cells }) =>
    cells.map((cell) => {
      const row = cell.row - top;
      return { ...cell, row, rowSpan: Math.min(cell.rowSpan, rowCount - row) };
    }),
  );
  const colCount = widthOf(printed);
  const cells = [...printed, ...emptyCells(printed, rowCount, colCount)];
  cells.sort((a, b) => a.row - b.row || a.col - b.col);
  blocks.gridTable({ rowCount, colCount, cells });
}

/** A sheet does not list its empty cells; in a table they are blanks. */
function emptyCells(cells: readonly GridCell[], rowCount: number, colCount: number): GridCell[] {
  const taken = new Set<number>();
  for (const { row, col, rowSpan, colSpan } of cells) {
    for (let r = row; r < row + rowSpan; r++)
      for (let c = col; c < col + colSpan; c++) taken.add(r * colCount + c);
  }
  return Array.from({ length: rowCount * colCount }, (_, slot) => slot)
    .filter((slot) => !taken.has(slot))
    .map((slot) => ({
      text: '',
      row: Math.floor(slot / colCount),
      col: slot % colCount,
      rowSpan: 1,
      colSpan: 1,
    }));
}

const widthOf = (cells: readonly GridCell[]): number =>
  Math.max(0, ...cells.filter(({ text }) => text !== '').map(({ col, colSpan }) => col + colSpan));
