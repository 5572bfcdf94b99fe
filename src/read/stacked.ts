/**
 * Rows that an editor stacked in the cells of one row, a line of each cell for each of them:
 * `规章<br>行政规范性文件 | 0<br>2 | 0<br>0 | 3<br>9`.
 */

import type { Grid, GridCell } from './blocks.js';
import type { CellText } from './celllines.js';
import { isFormLabel } from './form-labels.js';

/** A cell of the grid with its printed lines, as long as they may be rows of their own. */
export interface LinedCell extends GridCell {
  readonly lines?: readonly string[] | undefined;
}

export interface LinedGrid extends Grid {
  readonly cells: readonly LinedCell[];
}

/** A count, an amount, or a mark for none. */
const FIGURE_LINE = /^(?:[+\-−]?\d[\d,，]*(?:\.\d+)?|[/／\-—–无])$/;

const NOTHING = /^[0/／\-—–无]$/;

/** The lines of a cell that may be rows of their own: a single one never is. */
export function severalLines({ lines }: CellText): readonly string[] | undefined {
  return lines.length > 1 ? lines : undefined;
}

/** Whether a cell holds several labels of the form: its table holds data, however long its cells are. */
export function holdsLabels({ lines }: CellText): boolean {
  return lines.length > 1 && lines.every(isFormLabel);
}

/** The grid with the rows that are stacked in one taken apart. */
export function unstacked(grid: LinedGrid): Grid {
  if (!grid.cells.some(({ lines }) => lines !== undefined)) return grid;
  const counts = Array.from({ length: grid.rowCount }, () => 1);
  for (const [row, cells] of rowsOf(grid.cells)) counts[row] = stackedRows(cells);
  const starts: number[] = [];
  let rowCount = 0;
  for (const count of counts) {
    starts.push(rowCount);
    rowCount += count;
  }
  const cells = grid.cells.flatMap((cell) => {
    const [row, end] = [starts[cell.row] ?? 0, starts[cell.row + cell.rowSpan] ?? rowCount];
    const parts = linesFor(cell, counts[cell.row] ?? 1);
    if (parts === null) return [placed(cell, cell.text, row, end - row)];
    return parts.map((text, line) => placed(cell, text, row + line, 1));
  });
  return { ...grid, rowCount, cells: cells.sort((a, b) => a.row - b.row || a.col - b.col) };
}

function placed({ col, colSpan }: LinedCell, text: string, row: number, rowSpan: number): GridCell {
  return { text, row, col, rowSpan, colSpan };
}

function rowsOf(cells: readonly LinedCell[]): ReadonlyMap<number, LinedCell[]> {
  const rows = new Map<number, LinedCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return rows;
}

/**
 * How many rows stand in the cells of one. More than one only where a cell holds labels of the form, all behind it as many
 * figures, and all before it (the name of their group) one line: then nothing but such rows can be meant.
 */
function stackedRows(cells: readonly LinedCell[]): number {
  const inOrder = [...cells].sort((a, b) => a.col - b.col);
  const at = inOrder.findIndex(({ lines }) => lines !== undefined);
  const labels = inOrder[at]?.lines;
  const figures = inOrder.slice(at + 1);
  if (labels === undefined || figures.length === 0 || !labels.every(isFormLabel)) return 1;
  const fits = figures.every((cell) => {
    const lines = linesFor(cell, labels.length);
    return cell.rowSpan === 1 && lines !== null && lines.every((line) => FIGURE_LINE.test(line));
  });
  return fits && inOrder[at]?.rowSpan === 1 ? labels.length : 1;
}

/** The lines of a cell for so many rows; marks for nothing (and zeros) may also stand side by side in one line. */
function linesFor({ text, lines }: LinedCell, count: number): readonly string[] | null {
  if (count > 1 && lines?.length === count) return lines;
  const marks = count > 1 ? text.split(' ') : [];
  return marks.length === count && marks.every((mark) => NOTHING.test(mark)) ? marks : null;
}
