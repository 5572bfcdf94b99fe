import type { Layout, PrintedCell, PrintedTable } from '../printed.js';

/** Layouts in which a table is no table any more, only lines of text. */
export const LINE_LAYOUTS: ReadonlySet<Layout> = new Set<Layout>([
  'paragraphs',
  'paragraphs-kept',
  'lines',
  'lines-pipe',
  'run-together',
]);

/** A cell's text on one line: a break inside a Chinese label stands for nothing. */
export function flatText(cell: PrintedCell): string {
  return cell.text.replace(/\n/g, '');
}

/** A row as lines of its own; what an empty cell leaves behind differs from layout to layout. */
function rowLines(cells: PrintedCell[], layout: Layout): string[] {
  const texts = cells.map(flatText);
  if (layout === 'run-together') return [texts.join('')];
  if (layout === 'paragraphs') return texts.filter((text) => text !== '');
  if (layout === 'lines-pipe') return [...texts.flatMap((text) => [text, '|'])];
  return texts;
}

export function tableLines(table: PrintedTable, layout: Layout): string[] {
  return table.rows.flatMap((row) => rowLines(row.cells, layout));
}
