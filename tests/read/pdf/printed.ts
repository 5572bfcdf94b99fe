/** Small tables without rules, printed character by character. */

import { alignedTable } from '../../../src/read/pdf/aligned.js';
import type { Glyph } from '../../../src/read/pdf/geometry.js';
import type { JoinedTable } from '../../../src/read/pdf/join.js';
import { toFlowLine } from '../../../src/read/pdf/segments.js';
import { toLines } from '../../../src/read/pdf/text.js';

/** `[text, left, middle]`: characters 10 pt high, digits 5 pt wide, everything else 10. */
export type Printed = readonly [string, number, number];

function glyphs([text, left, middle]: Printed): Glyph[] {
  let x = left;
  return [...text].map((character) => {
    const right = x + (/[!-~]/.test(character) ? 5 : 10);
    const box = { left: x, right, top: middle - 5, bottom: middle + 5, base: middle + 3.5, size: 10 };
    x = right;
    return { text: character, ...box, run: 1, spaced: false, vertical: false, turn: 0 };
  });
}

/** The table that alignment finds. */
export function tableOf(printed: readonly Printed[]): JoinedTable | null {
  const lines = toLines(printed.flatMap(glyphs)).map((line) => toFlowLine(line, 1, 0));
  return alignedTable(lines, [800]);
}

/** Rows of the table that alignment finds, cells joined by `|`. */
export function read(printed: readonly Printed[]): string[] | null {
  const table = tableOf(printed);
  if (table === null) return null;
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.cells
      .filter((cell) => cell.row === row)
      .map((cell) => cell.text)
      .join('|'),
  );
}

/** A row of figures from x 300 on, 40 pt apart. */
export function figures(values: readonly string[], middle: number): Printed[] {
  return values.map((value, i) => [value, 300 + 40 * i, middle] as const);
}
