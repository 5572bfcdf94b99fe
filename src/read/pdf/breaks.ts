/**
 * What a page break does to a table: it cuts a row in two, and writers repeat the header on the new page. Word,
 * LibreOffice and browsers do both unless told otherwise, and draw a closing rule under the upper half.
 */

import { headerWords, rowLabels } from '../form-labels.js';
import type { PageCell } from './tables.js';
import { joinLines } from './text.js';

/** A cell that ends at the break, and the one of the same columns that begins after it. */
export type Pair = readonly [PageCell, PageCell];

/** Rows of a table on one page or several. */
interface Rows {
  readonly rowCount: number;
  readonly cells: readonly PageCell[];
}

/** Text that opens an item of its own and so is not the rest of a label from the page before. */
const OPENS_ITEM = /^([（(]?[一二三四五六七八九十]+[）)、.．]|[（(]?\d+[）)、.．])/;
/** Numbering and punctuation, which reports leave out or print in their own way. */
const NOT_OF_LABEL = /^[（(]?(?:[一二三四五六七八九十]+|\d+)[）)、.．]+|\p{P}/gu;
/** A figure or a mark, in one line or several. */
const FIGURE = /^[\d０-９.,．，\-—－–−+＋/\\\s]+$/;

/** Labels of rows and groups of the form, without numbering and punctuation. */
const LABELS = rowLabels(bare);

/** Words of the headers: of one column, and of several. */
const HEADERS = headerWords(bare);

function bare(text: string): string {
  return text.replace(/\s/g, '').replace(NOT_OF_LABEL, '');
}

export function isFigure(text: string): boolean {
  return FIGURE.test(text);
}

export function opensItem(text: string): boolean {
  return OPENS_ITEM.test(text);
}

/**
 * Whether the pairs at a break are one row cut in two; null when the columns do not agree all along.
 * Either their labels are a label of the form only together; or no rule stands at the break on both pages; or rules
 * were drawn, and one half is blank but for the rest of a label that fills its cell on the page before. Figures in
 * both halves are lines of wrapped figures when one half can be no row by itself.
 */
export function isRowCut(pairs: readonly Pair[] | null): boolean {
  if (pairs === null) return false;
  const own = pairs.filter(([upper, lower]) => !(upper.rowSpan > 1 && lower.rowSpan > 1));
  if (own.length === 0) return false;
  const single = own.filter(([upper, lower]) => upper.rowSpan === 1 && lower.rowSpan === 1);
  if (own.some(areTwoHeaders)) return false;
  if (single.some(isHeaderInTwo)) return true;
  // The cells before the last name a group, which goes on after the break between its rows as well.
  const name = single.findLast((pair) => pair.some(isName));
  if (name !== undefined && isLabelInTwo(name)) return true;
  if (name !== undefined && areTwoOf(name, LABELS)) return false;
  const figures = figureColumns(own);
  if (figures.upper.size > 0 && figures.lower.size > 0 && !isWrapped(figures, own)) return false;
  if (pairs.every(([upper, lower]) => upper.openBottom && lower.openTop)) return true;
  return isRestOfRow(single);
}

/** Two texts that are a label of the form when put together, and of which the second names no row by itself. */
function isLabelInTwo([upper, lower]: Pair): boolean {
  if (opensItem(lower.text)) return false;
  const isWhole = LABELS.has(bare(lower.text)) && bare(upper.text) !== '';
  return !isWhole && isOneTogether([upper, lower], LABELS);
}

/** Two texts that are a word of the header when put together, and not one each. */
function isHeaderInTwo(pair: Pair): boolean {
  return !areTwoHeaders(pair) && isOneTogether(pair, HEADERS);
}

/** Whether both texts are words of the header, which stand in rows of their own: 自然人 below 申请人情况. */
export function areTwoHeaders(pair: Pair): boolean {
  return areTwoOf(pair, HEADERS);
}

function isOneTogether([upper, lower]: Pair, words: ReadonlySet<string>): boolean {
  return upper.text !== '' && lower.text !== '' && words.has(bare(joinLines([upper.text, lower.text])));
}

/** Both texts are words of the form. */
function areTwoOf(pair: Pair, words: ReadonlySet<string>): boolean {
  return pair.every(({ text }) => words.has(bare(text)));
}

interface FigureColumns {
  readonly upper: ReadonlySet<number>;
  readonly lower: ReadonlySet<number>;
}

function figureColumns(pairs: readonly Pair[]): FigureColumns {
  const columns = (half: 0 | 1) =>
    new Set(pairs.filter((pair) => isFigure(pair[half].text)).map(([upper]) => upper.col));
  return { upper: columns(0), lower: columns(1) };
}

/**
 * One half only continues figures of the other. It has no label, or has fewer figures and what can be a part of the
 * label: a row of its own has a label, or figures all along.
 */
function isWrapped({ upper, lower }: FigureColumns, own: readonly Pair[]): boolean {
  const [few, many, half] =
    lower.size <= upper.size ? [lower, upper, 1 as const] : [upper, lower, 0 as const];
  if (![...few].every((col) => many.has(col))) return false;
  const names = own.filter((pair) => pair.some(isName));
  if (few.size === many.size) return names.length > 0 && names.every((pair) => !isName(pair[half]));
  return names.every((pair) => !isName(pair[half]) || isRestOfLabel(pair));
}

function isName({ text }: PageCell): boolean {
  return text !== '' && !isFigure(text);
}

function isRestOfRow(single: readonly Pair[]): boolean {
  if (single.length === 0) return false;
  if (single.every(([upper]) => upper.text === '') || single.every(([, lower]) => lower.text === ''))
    return true;
  const bothFilled = single.filter(([upper, lower]) => upper.text !== '' && lower.text !== '');
  return bothFilled.length > 0 && single.every((pair) => areFigures(pair) || isRestOfLabel(pair));
}

/** Lines of one wrapped figure, once it is known that the halves may be lines of one row. */
function areFigures([upper, lower]: Pair): boolean {
  return isFigure(upper.text) && isFigure(lower.text);
}

/** Nothing in one half, or a label that fills its cell and goes on after the break. */
function isRestOfLabel([upper, lower]: Pair): boolean {
  if (upper.text === '' || lower.text === '') return true;
  return upper.full && !isFigure(upper.text) && !isFigure(lower.text) && !opensItem(lower.text);
}

/**
 * The continuation without the header that was repeated on its page: its first rows are, cell for cell, those the
 * table begins with. Where its next row is the table's first again, a second copy of the table begins instead.
 */
export function withoutRepeatedHeader<R extends Rows>(table: Rows, next: R): R {
  const rows = repeatedRows(table, next);
  if (rows === 0 || beginsAgain(table, next, rows)) return next;
  const cells = next.cells
    .filter(({ row }) => row >= rows)
    .map((cell) => ({ ...cell, row: cell.row - rows }));
  return { ...next, cells, rowCount: next.rowCount - rows };
}

/** How many rows at the head of both are the same, hold text and no figures, and are closed below. */
function repeatedRows(table: Rows, next: Rows): number {
  const most = Math.min(table.rowCount, next.rowCount - 1);
  let end = 0;
  for (let row = 0; row < most; row++) {
    const [mine, theirs] = [rowOf(table, row), rowOf(next, row)];
    if (mine.some(({ text }) => isFigure(text)) || !isSameRow(mine, theirs)) break;
    if (isClosed(next, row) && theirs.some(({ text }) => text !== '')) end = row + 1;
  }
  return end;
}

function rowOf({ cells }: Rows, row: number): PageCell[] {
  return cells.filter((cell) => cell.row === row);
}

function isSameRow(a: readonly PageCell[], b: readonly PageCell[]): boolean {
  const key = ({ col, colSpan, rowSpan, text }: PageCell) => `${col} ${colSpan} ${rowSpan} ${text}`;
  return a.length === b.length && a.every((cell, at) => key(cell) === key(b[at] ?? cell));
}

/** Whether no cell reaches from a row or above it into the next. */
function isClosed({ cells }: Rows, row: number): boolean {
  return cells.every((cell) => cell.row > row || cell.row + cell.rowSpan <= row + 1);
}

/** Whether the row after the header has the label that it has in the table, or none in both and figures all along. */
function beginsAgain(table: Rows, next: Rows, header: number): boolean {
  const [first, again] = [rowOf(table, header), rowOf(next, header)];
  if (first.length === 0) return false;
  const labelOf = (cells: readonly PageCell[]) =>
    cells.map(({ text }) => bare(text)).find((text) => text !== '' && !isFigure(text)) ?? '';
  if (labelOf(first) !== labelOf(again)) return false;
  return again.every(({ text }) => text !== '') || labelOf(first) !== '';
}
