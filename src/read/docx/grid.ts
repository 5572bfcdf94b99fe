import type { LinedCell, LinedGrid } from '../stacked.js';
import type { CellShape } from './markup.js';

/** A cell as it stands in its row. */
export interface ShapedCell {
  readonly text: string;
  readonly lines?: readonly string[] | undefined;
  readonly shape: CellShape;
}

interface OpenCell {
  cell: LinedCell;
  /** Last row that belongs to the cell. */
  lastRow: number;
}

/**
 * Puts the cells of a Word table on its grid. A vertical merge continues the cell above that begins in the same
 * column and is as wide; what cannot be merged so stays a cell of its own. The text of continuing cells is not
 * shown by Word and is left out.
 */
export function resolveShapes(rows: readonly (readonly ShapedCell[])[]): LinedGrid {
  const cells: OpenCell[] = [];
  const open = new Map<number, OpenCell>();
  let colCount = 0;
  rows.forEach((row, rowIndex) => {
    let col = 0;
    for (const merged of mergeLeft(row)) {
      const { shape } = merged;
      col += shape.before;
      const above = open.get(col);
      if (shape.vertical === 'continue' && above !== undefined && continues(above, rowIndex, shape.span)) {
        above.lastRow = rowIndex;
      } else {
        const { text, lines } = merged;
        const cell = { text, lines, row: rowIndex, col, rowSpan: 1, colSpan: shape.span };
        const placed: OpenCell = { cell, lastRow: rowIndex };
        cells.push(placed);
        open.set(col, placed);
      }
      col += shape.span;
    }
    colCount = Math.max(colCount, col);
  });
  const placed = cells.map(({ cell, lastRow }) => ({ ...cell, rowSpan: lastRow - cell.row + 1 }));
  return { rowCount: rows.length, colCount, cells: placed };
}

function continues(above: OpenCell, row: number, span: number): boolean {
  return above.lastRow === row - 1 && above.cell.colSpan === span;
}

/** Joins cells of the legacy horizontal merge with the cell to their left. */
function mergeLeft(row: readonly ShapedCell[]): ShapedCell[] {
  const merged: ShapedCell[] = [];
  for (const cell of row) {
    const left = merged.at(-1);
    if (!cell.shape.continuesLeft || left === undefined) merged.push(cell);
    else {
      const shape = { ...left.shape, span: left.shape.span + cell.shape.span };
      merged[merged.length - 1] = { ...left, shape };
    }
  }
  return merged;
}
