/** Cells of figures whose rule between them was lost in one row: apart again, or all figures behind them would move up. */

import type { Grid, GridCell } from '../ruled/grid.js';

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
