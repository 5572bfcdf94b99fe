import type { CellText } from './celllines.js';
import { holdsLabels } from './stacked.js';

/** A cell longer than this is prose: the longest label of the forms, with its remarks, has about 150 characters. */
const PROSE_CHARACTERS = 400;
/** So is one with several paragraphs that together are longer than any label. */
const PROSE_LINES = 3;
const PROSE_CHARACTERS_OF_LINES = 200;
/** A table of figures has rows of at least three short cells: label, label or figure, figure. */
const DATA_ROW_CELLS = 3;
const SHORT_CELL_CHARACTERS = 120;
/** With as many such rows it is the form itself, though the whole report may stand in its other rows. */
const DATA_ROWS = 3;

/**
 * Whether a table only arranges the page: it has one filled cell or none, or its cells hold prose and it has no
 * rows of figures; one with rows of the form stacked in a cell never does.
 */
export function isLayout(rows: readonly (readonly CellText[])[]): boolean {
  let filled = 0;
  let prose = false;
  let dataRows = 0;
  for (const row of rows) {
    let short = 0;
    for (const { text, lines } of row) {
      if (text !== '') filled += 1;
      if (isProse(text, lines.length)) prose = true;
      if (text.length <= SHORT_CELL_CHARACTERS) short += 1;
    }
    if (short >= DATA_ROW_CELLS && short === row.length) dataRows += 1;
  }
  const arranges = filled < 2 || (prose && dataRows < DATA_ROWS);
  return arranges && !rows.some((row) => row.some(holdsLabels));
}

function isProse(text: string, lines: number): boolean {
  if (text.length > PROSE_CHARACTERS) return true;
  return lines >= PROSE_LINES && text.length > PROSE_CHARACTERS_OF_LINES;
}
