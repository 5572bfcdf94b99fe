/** Tables of one page, before those that run over a page break are joined. */

import type { TableLayout } from '../../model/document.js';
import type { Box } from './geometry.js';

export interface PageCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
  readonly page: number;
  /** Box of the text, or of the cell when it is blank. */
  readonly box: Box;
}

export interface PageTable {
  readonly layout: TableLayout;
  readonly page: number;
  readonly box: Box;
  /** Positions of the column borders, left to right; one more than there are columns. */
  readonly xs: readonly number[];
  readonly rowCount: number;
  /** Row-major. */
  readonly cells: readonly PageCell[];
  /** No rule was drawn above the first row, or below the last one. */
  readonly openTop: boolean;
  readonly openBottom: boolean;
}
