import type { BlockList, GridCell } from '../blocks.js';
import type { SheetRow } from './rows.js';

/** A text that stands in a row of its own is prose, not a label, from this length on. */
const PROSE_LENGTH = 60;
/** `一、总体情况`, `（二）…`: a heading where nothing else stands in the row. A label of table 三 has more cells below. */
const HEADING = /^[一二三四五六七八九十]+、/;

/**
 * Adds the rows of a sheet: what stands alone over the whole width, before or behind the tables, or is prose becomes a
 * paragraph; the rows between are tables. Sheets carry no mark that tells one from the other.
 */
export function addRows(rows: readonly SheetRow[], blocks: BlockList): void {
  const width = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ col, colSpan }) => col + colSpan)));
  const first = rows.findIndex(isTabular);
  const last = rows.findLastIndex(isTabular);
  let table: SheetRow[] = [];
  const flush = (): void => {
    if (table.length > 0) addTable(table, width, blocks);
    table = [];
  };
  rows.forEach((row, at) => {
    const only = onlyText(row);
    const outside = at < first || at > last;
    if (only !== null && (outside || standsAlone(only, width, table))) {
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

/** Not when a cell of a row above reaches down into it: then it is part of a table. */
function standsAlone(cell: GridCell, width: number, table: readonly SheetRow[]): boolean {
  if (cell.rowSpan > 1 || reachesDown(table, cell.row)) return false;
  const isWide = cell.colSpan >= width && width > 1;
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

function addTable(rows: readonly SheetRow[], width: number, blocks: BlockList): void {
  const top = rows[0]?.row ?? 0;
  const bottom = rows.at(-1)?.row ?? top;
  const cells = rows.flatMap((row) =>
    row.cells.map((cell) => ({
      ...cell,
      row: cell.row - top,
      rowSpan: Math.min(cell.rowSpan, bottom - cell.row + 1),
    })),
  );
  blocks.gridTable({ rowCount: bottom - top + 1, colCount: width, cells });
}
