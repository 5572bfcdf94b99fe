/** What stands on a page: tables drawn with rules, tables that the structure tree knows, and lines of text. */

import type { Glyph } from './geometry.js';
import type { PageTable } from './tables.js';
import { type Line, toLines } from './text.js';

/** Cells of a row with their glyphs, as the structure tree of the document tells. */
export type TaggedRow = readonly (readonly Glyph[])[];

export interface TaggedTable {
  /** Height of the first line. */
  readonly top: number;
  readonly rows: readonly TaggedRow[];
}

export interface PageParts {
  readonly tables: readonly PageTable[];
  readonly lines: readonly Line[];
  /** Tables without rules as the structure tree gives them, not among the lines. */
  readonly tagged?: readonly TaggedTable[];
}

export function uprightLines(glyphs: readonly Glyph[]): Line[] {
  return toLines(glyphs.filter((glyph) => glyph.turn === 0));
}
