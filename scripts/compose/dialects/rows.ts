import { cell, gridOf, type PrintedCell, type PrintedRow, type PrintedTable } from '../printed.js';

/** Cells that start above `at` and reach row `at` or further. */
function spanning(table: PrintedTable, at: number): PrintedCell[] {
  return table.rows
    .slice(0, at)
    .flatMap((row, index) => row.cells.filter((current) => index + current.rowspan > at));
}

/** Takes a row out; row spans above it shrink. The row must not start a row span itself. */
export function dropRow(table: PrintedTable, row: PrintedRow): void {
  const at = table.rows.indexOf(row);
  for (const current of spanning(table, at)) current.rowspan -= 1;
  table.rows.splice(at, 1);
}

/** Puts a row in; row spans that go on below it grow. */
export function insertRow(table: PrintedTable, at: number, row: PrintedRow): void {
  for (const current of spanning(table, at)) current.rowspan += 1;
  table.rows.splice(at, 0, row);
}

/** Cuts a table before row `at`; a row span over the cut goes on below as an empty cell. */
export function splitTable(
  table: PrintedTable,
  at: number,
  repeatHead: boolean,
): [PrintedTable, PrintedTable] {
  const grid = gridOf(table);
  const upper = table.rows.slice(0, at).map((row, index) => ({
    ...row,
    cells: row.cells.map((current) => ({ ...current, rowspan: Math.min(current.rowspan, at - index) })),
  }));
  const lower = table.rows.slice(at).map((row) => ({ ...row, cells: [...row.cells] }));
  const continued: PrintedCell[] = [];
  for (const slot of grid[at] ?? []) {
    const start = table.rows.findIndex((row) => row.cells.includes(slot.cell));
    if (start < 0 || start >= at || continued.some((known) => known === slot.cell)) continue;
    continued.push(slot.cell);
  }
  const fillers = continued.map((current) => {
    const start = table.rows.findIndex((row) => row.cells.includes(current));
    return cell('', current.colspan, current.rowspan - (at - start));
  });
  lower[0]?.cells.unshift(...fillers);
  const head = repeatHead ? table.rows.slice(0, table.headRows) : [];
  return [
    { ...table, rows: upper },
    { ...table, rows: [...head, ...lower], headRows: head.length },
  ];
}
