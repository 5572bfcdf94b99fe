/** The rows of a document as the state machine meets them: own cells and those that reach down from above. */

import type { Locator, Recognition, Table, TableLayout } from '../../model/document.js';

export interface RowCell {
  readonly text: string;
  /** 0-based grid slot, and how many slots the cell covers. */
  readonly col: number;
  readonly colSpan: number;
  /** The cell begins in an earlier row and reaches into this one. */
  readonly inherited: boolean;
  readonly locator: Locator;
  /** Set where the text was read from a picture. */
  readonly recognition?: Recognition | undefined;
  /**
   * Lines of figures beside the row were joined to the cell; `raw` has them as printed. `proven` by the row's sum;
   * `open` when nobody can say what the cell's figure is.
   */
  readonly parted?: { readonly raw: string; readonly by: 'proven' | 'open' };
}

/**
 * Rows put together from paragraphs have no columns: in `loose` ones a blank cell leaves no trace, in `lines` it
 * is kept as an empty line.
 */
export type RowLayout = TableLayout | 'loose' | 'lines';

export interface SourceRow {
  readonly layout: RowLayout;
  /** Without rules, and yet the columns are as sure as ruled ones: see `Table`. */
  readonly headed?: true | undefined;
  /** Running number of the table in the document; 0 for loose rows. */
  readonly table: number;
  /** Grid slots of the table; 0 for loose rows. */
  readonly colCount: number;
  /** From left to right. */
  readonly cells: readonly RowCell[];
  readonly locator: Locator;
}

/** The rows of a table from top to bottom. Rows of a `rowSpan` list the spanning cell as inherited. */
export function tableRows(table: Table): SourceRow[] {
  const rows: RowCell[][] = Array.from({ length: table.rowCount }, () => []);
  for (const cell of table.cells) {
    const last = Math.min(cell.row + cell.rowSpan, table.rowCount);
    for (let row = cell.row; row < last; row++) {
      rows[row]?.push({
        text: cell.text,
        col: cell.col,
        colSpan: cell.colSpan,
        inherited: row > cell.row,
        locator: cell.locator,
        recognition: cell.recognition,
      });
    }
  }
  return rows.map((cells) => {
    cells.sort((a, b) => a.col - b.col);
    const own = cells.find((cell) => !cell.inherited);
    return {
      layout: table.layout,
      headed: table.headed,
      table: table.index,
      colCount: table.colCount,
      cells,
      locator: own?.locator ?? table.locator,
    };
  });
}

/** Whether the row's cells stand in grid columns that a header can name. */
export function hasColumns({ layout }: SourceRow): boolean {
  return layout !== 'loose' && layout !== 'lines';
}

/**
 * Whether a row stands in the grid columns of a header. Columns found from white space are those of one table only: two
 * tables with as many of them may have found different ones.
 */
export function isOneGrid(header: SourceRow | undefined, row: SourceRow): boolean {
  if (header?.colCount !== row.colCount || !hasColumns(row)) return false;
  return row.layout !== 'aligned' || header.table === row.table;
}

/**
 * Whether the columns were found from the blanks of lines of text: programs that write those move figures aside to make room,
 * so that beside a blank cell a figure's place says little.
 */
export function isSetInText({ layout, locator }: SourceRow): boolean {
  return layout === 'aligned' && locator.kind === 'line';
}

/** Whether any of a row's cells was read from a picture. */
export function isScanned({ cells }: SourceRow): boolean {
  return cells.some(({ recognition }) => recognition !== undefined);
}

/** The row as one line of text, for `unmapped.csv` and `explain`. */
export function rowText(row: SourceRow): string {
  return row.cells
    .filter((cell) => !cell.inherited)
    .map((cell) => cell.text)
    .join(' | ')
    .replace(/(?: \| )+$/, '');
}
