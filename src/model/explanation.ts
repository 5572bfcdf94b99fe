/** The trace of one mapping: what was found where, what it was taken for, and why. Made by `map/`, shown by `write/`. */

import type { Document, Locator } from './document.js';
import type { FormCell, FormTable, MappedReport } from './report.js';

/** How a printed label was recognised; `position` is given by the neighbours, not by the label's own text. */
export type LabelMatchKind = 'exact' | 'contained' | 'similar' | 'position';

/**
 * A place in the document model: index of the block, and for tables the 0-based grid row and column of the cell.
 * A paragraph is row 0, column 0 of its block.
 */
export interface SourcePlace {
  readonly block: number;
  readonly row: number;
  readonly col: number;
}

/** A cell of the form with the place its figure was taken from. */
export interface ExplainedCell {
  readonly cell: FormCell;
  /** Null when nothing is printed for it. */
  readonly place: SourcePlace | null;
}

/** A row of the source that was read as one of the form's tables. */
export interface ExplainedRow {
  readonly table: FormTable;
  /** Code of the form row, `remedies` for the figures of table 四; empty when the label matches nothing. */
  readonly code: string;
  /** Null when the label matches nothing. `score` is 1 for exact matches, null where no text was compared. */
  readonly match: { readonly kind: LabelMatchKind; readonly score: number | null } | null;
  /** The label as printed; empty when the row has none. */
  readonly label: string;
  /** Text of the row as found, cells parted by ` | `. */
  readonly text: string;
  /** Where the label stands, or the first cell of a row without one. */
  readonly locator: Locator;
  /** Place of the label, or of the first cell of a row without one. */
  readonly place: SourcePlace | null;
  /** Index in `headers` of the header the row stands under. */
  readonly header: number | null;
  /** Non-blank figures and marks printed in the row. */
  readonly figures: number;
  /** The form's cells that this printing of the row gave. */
  readonly cells: readonly ExplainedCell[];
  /** Why no cell came of the row; empty when it was used. */
  readonly unused: string;
}

/** A run of header rows. */
export interface ExplainedHeader {
  readonly table: FormTable;
  readonly rows: readonly {
    readonly text: string;
    readonly locator: Locator;
    readonly places: readonly SourcePlace[];
  }[];
  /** Grid slots (0-based, half-open) by column code; untrusted where the printed label is not the form's. */
  readonly columns: readonly HeaderColumn[];
}

export interface HeaderColumn {
  readonly code: string;
  readonly from: number;
  readonly to: number;
  readonly trusted: boolean;
}

/** A table of which no row was taken as part of the form. */
export interface OtherTable {
  readonly index: number;
  readonly block: number;
  readonly rowCount: number;
  readonly text: string;
  readonly locator: Locator;
  readonly reason: string;
}

export interface Explanation {
  readonly document: Document;
  readonly report: MappedReport;
  /** Every cell of the report, in its order. */
  readonly cells: readonly ExplainedCell[];
  /** Rows of the form's tables in reading order. */
  readonly rows: readonly ExplainedRow[];
  readonly headers: readonly ExplainedHeader[];
  readonly otherTables: readonly OtherTable[];
}
