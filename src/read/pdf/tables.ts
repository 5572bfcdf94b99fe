/** Tables of one page, before those that run over a page break are joined. */

import type { Recognition, TableLayout } from '../../model/document.js';
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
  /** No rule parts the cell from the page before, or from the page after. */
  readonly openTop: boolean;
  readonly openBottom: boolean;
  /** The last line of the text leaves no room for another character, so that it may go on. */
  readonly full: boolean;
  /** Set where the text was read from a picture. */
  readonly recognition?: Recognition;
}

export interface PageTable {
  readonly layout: TableLayout;
  /** Without rules, and yet every column of figures stands exactly below a heading of its own. */
  readonly headed?: true;
  readonly page: number;
  readonly box: Box;
  /** Positions of the column borders, left to right; one more than there are columns. */
  readonly xs: readonly number[];
  readonly rowCount: number;
  /** Row-major. */
  readonly cells: readonly PageCell[];
}
