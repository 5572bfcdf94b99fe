import { type Range, utils, type WorkSheet, write } from '@e965/xlsx';
import { type Block, fullGridRows, gridOf, type Printed, type PrintedTable } from '../printed.js';
import { flatText, LINE_LAYOUTS, tableLines } from './lines.js';

/** Columns that a text of its own is merged over: those of the widest table of the form. */
const TEXT_COLUMNS = 10;
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;

interface Sheet {
  rows: (string | number)[][];
  merges: Range[];
}

/** The report as one sheet, as a form filled in Excel: plain figures are numbers, spans are merged ranges. */
export function renderXlsx(printed: Printed): Buffer {
  const sheet: Sheet = { rows: [], merges: [] };
  if (printed.title !== '') addText(sheet, printed.translate(printed.title));
  for (const block of printed.blocks) addBlock(sheet, block, printed);
  const worksheet: WorkSheet = utils.aoa_to_sheet(sheet.rows);
  worksheet['!merges'] = sheet.merges;
  const book = utils.book_new();
  utils.book_append_sheet(book, worksheet, '年报');
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

function addBlock(sheet: Sheet, block: Block, printed: Printed): void {
  if (block.kind === 'table') addTable(sheet, block, printed);
  else if (block.kind === 'html') for (const line of block.lines) addText(sheet, printed.translate(line));
  else addText(sheet, printed.translate(block.text));
}

function addText(sheet: Sheet, text: string): void {
  const at = sheet.rows.push([text]) - 1;
  sheet.merges.push({ s: { r: at, c: 0 }, e: { r: at, c: TEXT_COLUMNS - 1 } });
}

function addTable(sheet: Sheet, table: PrintedTable, printed: Printed): void {
  if (LINE_LAYOUTS.has(printed.layout)) {
    for (const line of tableLines(table, printed.layout)) sheet.rows.push([printed.translate(line)]);
    return;
  }
  const isMerged = printed.layout !== 'full-grid' && printed.layout !== 'compact';
  const texts = printed.layout === 'compact' ? table.rows.map((row) => row.cells) : fullGridRows(table);
  const top = sheet.rows.length;
  for (const cells of texts) sheet.rows.push(cells.map((cell) => typed(printed.translate(flatText(cell)))));
  if (isMerged) sheet.merges.push(...mergesOf(table, top));
}

const typed = (text: string): string | number => (PLAIN_NUMBER.test(text) ? Number(text) : text);

function mergesOf(table: PrintedTable, top: number): Range[] {
  return gridOf(table).flatMap((line, row) =>
    line.flatMap(({ cell, corner }, col) => {
      if (!corner || (cell.rowspan < 2 && cell.colspan < 2)) return [];
      const end = { r: top + row + cell.rowspan - 1, c: col + cell.colspan - 1 };
      return [{ s: { r: top + row, c: col }, e: end }];
    }),
  );
}
