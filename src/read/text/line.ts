import type { Grid } from '../blocks.js';
import type { LineKind } from './fields.js';

/** A line of a text. */
export interface Line {
  readonly text: string;
  /** 1-based line of the file. */
  readonly number: number;
  readonly kind: LineKind;
  /** A form feed stands before it. */
  readonly opensPage?: true;
}

/** A table found in text: its rows' lines of the file, and the index of the line after it. */
export interface LineTable {
  readonly layout: 'delimited' | 'aligned';
  readonly grid: Grid;
  /** Every column of figures stands exactly below a heading of its own. */
  readonly headed?: true | undefined;
  readonly lines: readonly number[];
  readonly end: number;
}
