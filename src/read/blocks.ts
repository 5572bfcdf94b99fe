import type { Block, Cell, Locator, Table, TableLayout } from '../model/document.js';

/** A cell on its grid before it knows which table of the document it belongs to. Slots are 0-based. */
export interface GridCell {
  readonly text: string;
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

export interface Grid {
  readonly rowCount: number;
  readonly colCount: number;
  readonly cells: readonly GridCell[];
}

/** Collects the blocks of a document in reading order and numbers its tables and paragraphs from 1. */
export class BlockList {
  readonly blocks: Block[] = [];
  private tables = 0;
  private paragraphs = 0;

  /** Adds a paragraph unless it is empty. `line` is the physical line where there is one. */
  paragraph(text: string, heading = 0, line?: number): void {
    if (text === '') return;
    this.paragraphs += 1;
    const locator: Locator = { kind: 'line', line: line ?? this.paragraphs };
    this.blocks.push(
      heading > 0 ? { kind: 'paragraph', text, locator, heading } : { kind: 'paragraph', text, locator },
    );
  }

  /**
   * Adds an empty paragraph: where a table was published as one cell per line, a blank cell is an empty line.
   * None is added at the beginning of a document.
   */
  blank(line?: number): void {
    if (this.blocks.length === 0) return;
    this.paragraphs += 1;
    this.blocks.push({
      kind: 'paragraph',
      text: '',
      locator: { kind: 'line', line: line ?? this.paragraphs },
    });
  }

  /** Adds a table whose cells are found by their place on the grid. */
  gridTable(grid: Grid, layout: TableLayout = 'grid'): void {
    this.tables += 1;
    const table = this.tables;
    const cells = grid.cells.map((cell): Cell => {
      const locator: Locator = { kind: 'table', table, row: cell.row + 1, col: cell.col + 1 };
      return {
        text: cell.text,
        row: cell.row,
        col: cell.col,
        rowSpan: cell.rowSpan,
        colSpan: cell.colSpan,
        locator,
      };
    });
    this.push(grid, layout, cells, { kind: 'table', table, row: 1, col: 1 });
  }

  /** Adds a table of text lines; `lines[row]` is the physical line of a row. */
  lineTable(grid: Grid, layout: TableLayout, lines: readonly number[], headed?: true): void {
    this.tables += 1;
    const cells = grid.cells.map(
      (cell): Cell => ({ ...cell, locator: { kind: 'line', line: lines[cell.row] ?? 0 } }),
    );
    this.push(grid, layout, cells, { kind: 'line', line: lines[0] ?? 0 }, headed);
  }

  private push(
    grid: Grid,
    layout: TableLayout,
    cells: readonly Cell[],
    locator: Locator,
    headed?: true,
  ): void {
    const { rowCount, colCount } = grid;
    const table: Table = { kind: 'table', index: this.tables, layout, rowCount, colCount, cells, locator };
    this.blocks.push(headed === undefined ? table : { ...table, headed });
  }
}
