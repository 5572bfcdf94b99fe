import { type Block, fullGridRows, type Printed, type PrintedTable } from '../printed.js';
import { flatText, LINE_LAYOUTS, tableLines } from './lines.js';

function rowsOf(table: PrintedTable, printed: Printed): string[][] {
  const rows = printed.layout === 'compact' ? table.rows.map((row) => row.cells) : fullGridRows(table);
  return rows.map((cells) => cells.map(flatText));
}

function tabTable(table: PrintedTable, printed: Printed): string[] {
  if (LINE_LAYOUTS.has(printed.layout)) return tableLines(table, printed.layout);
  return rowsOf(table, printed).map((texts) => texts.join('\t'));
}

function pipeTable(table: PrintedTable, printed: Printed): string[] {
  if (LINE_LAYOUTS.has(printed.layout)) return tableLines(table, printed.layout).map((line) => `${line}  `);
  const rows = rowsOf(table, printed).map((texts) => `| ${texts.map((text) => text || ' ').join(' | ')} |`);
  const width = rowsOf(table, printed)[0]?.length ?? 1;
  return [rows[0] ?? '', `|${' --- |'.repeat(width)}`, ...rows.slice(1)];
}

function blockLines(block: Block, printed: Printed, markdown: boolean): string[] {
  if (block.kind === 'heading')
    return ['', `${markdown ? `${'#'.repeat(block.level)} ` : ''}${block.text}`, ''];
  if (block.kind === 'paragraph') return [block.text, ''];
  if (block.kind === 'html') return block.lines;
  return [...(markdown ? pipeTable(block, printed) : tabTable(block, printed)), ''];
}

function render(printed: Printed, markdown: boolean): string {
  const title = printed.title === '' ? [] : [`${markdown ? '# ' : ''}${printed.title}`, ''];
  const lines = printed.blocks.flatMap((block) => blockLines(block, printed, markdown));
  return `${[...title, ...lines].join('\n').trimEnd()}\n`;
}

/** A page copied into a text file: table cells parted by tabs. */
export function renderText(printed: Printed): string {
  return render(printed, false);
}

/** Pipe tables, as a converter writes them: the first row becomes the header, spans become empty cells. */
export function renderMarkdown(printed: Printed): string {
  return render(printed, true);
}
