/**
 * Cells whose rules between them were lost, as dotted and pale ones are here and there: apart again, or all figures
 * behind them would move up.
 */

import type { Grid, GridCell } from '../ruled/grid.js';
import { holdsFigures, type ScannedCell } from './tables.js';

type Read = (cell: GridCell) => ScannedCell;

/** Reads the cells of a grid, those that lost a rule between them each by itself. */
export function readCells(grid: Grid, read: Read, textSize: number): ScannedCell[] {
  const whole = new Map(grid.cells.map((cell) => [cell, read(cell)]));
  const isFigures = (cell: ScannedCell): boolean => holdsFigures(cell, textSize);
  const besideFigures = (cell: GridCell): boolean => {
    const own = whole.get(cell);
    return own !== undefined && isFigures(own);
  };
  const columnsIn = (cell: GridCell, own: ScannedCell): readonly ScannedCell[] => {
    const parts = apart(cell, grid);
    if (parts.length < 2) return [own];
    const found = parts.map(read);
    return isRow(own, found, isFigures) ? found : [own];
  };
  return grid.cells.flatMap((cell) => {
    const own = whole.get(cell) as ScannedCell;
    const rows = rowsApart(cell, grid, isFigures(own), besideFigures);
    if (rows.length > 1) {
      const found = rows.map(read);
      if (found.every(isPrinted)) return rows.flatMap((row, i) => columnsIn(row, found[i] as ScannedCell));
    }
    return columnsIn(cell, own);
  });
}

function isPrinted({ lines }: ScannedCell): boolean {
  return lines.length > 0;
}

/** Figures side by side, with their label before them or without; a figure alone in their middle may be that of all. */
function isRow(
  whole: ScannedCell,
  parts: readonly ScannedCell[],
  isFigures: (cell: ScannedCell) => boolean,
): boolean {
  const printed = parts.filter(isPrinted);
  if (isFigures(whole)) return printed.length !== 1 || !isInMiddle(whole);
  const [label, ...figures] = parts;
  return (
    label !== undefined && isPrinted(label) && figures.every((part) => isPrinted(part) && isFigures(part))
  );
}

/** Within this share of the width of a cell its figure stands in the middle. */
const MIDDLE = 0.08;

function isInMiddle({ lines, area }: ScannedCell): boolean {
  const middle = (area.left + area.right) / 2;
  return lines.every(
    ({ line }) => Math.abs((line.left + line.right) / 2 - middle) <= MIDDLE * (area.right - area.left),
  );
}

/**
 * The columns of a cell of one row, each by itself, where rules stand between them in the rows right above and below;
 * the cell alone where they do not.
 */
export function apart(cell: GridCell, { cells }: Grid): readonly GridCell[] {
  if (cell.rowSpan > 1 || cell.colSpan < 2) return [cell];
  const inner = Array.from({ length: cell.colSpan - 1 }, (_, i) => cell.col + i + 1);
  const isRuled = (row: number, border: number): boolean =>
    cells.some(
      (other) =>
        row >= other.row &&
        row < other.row + other.rowSpan &&
        (other.col === border || other.col + other.colSpan === border),
    );
  const borders = inner.filter((border) => isRuled(cell.row - 1, border) && isRuled(cell.row + 1, border));
  const starts = [cell.col, ...borders];
  return starts.map((col, i) => ({
    ...cell,
    col,
    colSpan: (starts[i + 1] ?? cell.col + cell.colSpan) - col,
  }));
}

/**
 * The rows of a cell, each by itself, where figures stand in so many rows right behind it: no label of the form is that
 * of two rows of figures, and a group of rows has their labels between. Beside other figures they may stand on either side.
 */
export function rowsApart(
  cell: GridCell,
  { cells }: Grid,
  isFigure: boolean,
  isFigures: (cell: GridCell) => boolean,
): readonly GridCell[] {
  if (cell.rowSpan < 2) return [cell];
  const level = cells.filter(({ row, rowSpan }) => row < cell.row + cell.rowSpan && row + rowSpan > cell.row);
  const behind = level.filter(({ col }) => col === cell.col + cell.colSpan);
  const before = level.filter(({ col, colSpan }) => col + colSpan === cell.col);
  const isRows = (side: readonly GridCell[]): boolean =>
    side.length === cell.rowSpan && side.every((one) => one.rowSpan === 1 && isFigures(one));
  if (!isRows(behind) && !(isFigure && isRows(before))) return [cell];
  return Array.from({ length: cell.rowSpan }, (_, i) => ({
    ...cell,
    row: cell.row + i,
    rowSpan: 1,
    openTop: cell.openTop && i === 0,
    openBottom: cell.openBottom && i === cell.rowSpan - 1,
  }));
}
