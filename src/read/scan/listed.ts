/** Tables that were printed without a table, one cell to a line: their lines are read as cells are. */

import type { Cutting } from './cutting.js';
import { endsInDigit } from './digits/number.js';
import type { Line } from './line.js';
import type { ScannedPage } from './page.js';

/** So many lines of a report without any table that are a figure and nothing else are the cells of one. */
const FEWEST_FIGURES = 30;
/** Lines of labels that stand above the first figure: the headings of the section and of its columns. */
const LINES_ABOVE = 10;

/** The lines that are cells of such a table, from a little above its first figure to its last; none where there is none. */
export function listedCells(pages: readonly ScannedPage[]): ReadonlyMap<Cutting, Line['kind']> {
  const lines = pages.flatMap(({ text, textSize }) =>
    text.map((cutting) => ({ cutting, isFigure: endsInDigit(cutting, textSize) })),
  );
  if (lines.filter(({ isFigure }) => isFigure).length < FEWEST_FIGURES) return new Map();
  const first = lines.findIndex(({ isFigure }) => isFigure);
  const last = lines.findLastIndex(({ isFigure }) => isFigure);
  return new Map(
    lines
      .slice(Math.max(0, first - LINES_ABOVE), last + 1)
      .map(({ cutting, isFigure }) => [cutting, isFigure ? 'cell' : 'label'] as const),
  );
}
