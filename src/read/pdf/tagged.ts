/**
 * What the structure tree says of a page, put to use where the print leaves rows and cells uncertain: in tables without
 * rules, or with few. Where the tree contradicts the print it is not believed; columns are found from the print alone.
 */

import { type Glyph, type PageContent, union } from './geometry.js';
import { type PageParts, type TaggedRow, type TaggedTable, uprightLines } from './parts.js';
import { type FlowLine, isNumberText, type Segment, toFlowLine } from './segments.js';
import type { PageCell } from './tables.js';
import type { TagTable } from './tags.js';
import { cellText, makeLine } from './text.js';

/** Figures in one cell of a ruled table: rows or columns that no rule parts. */
const SEVERAL_FIGURES = /[\d０-９]\s+[\d０-９]/;
/** Lines with figures beside something else, outside of ruled tables, that may be rows. */
const FEWEST_LINES = 1;
/** Rows and cells may reach over one another by this share of the text size: boxes are those of the font. */
const OVERLAP = 0.3;

/** Whether the page is tagged and its print leaves rows or cells uncertain. */
export function needsTags({ marks }: PageContent, { tables, lines }: PageParts): boolean {
  if (marks === undefined || marks.size === 0) return false;
  if (tables.some(({ cells }) => cells.some(({ text }) => SEVERAL_FIGURES.test(text)))) return true;
  const rows = lines
    .map((line) => toFlowLine(line, 0, 0).segments)
    .filter((segments) => segments.length > 1 && segments.some(({ isNumber }) => isNumber));
  return rows.length >= FEWEST_LINES;
}

/** The parts of a page with the tables of its tree in place of what the print gave for them. */
export function withTags(page: PageContent, parts: PageParts, tags: readonly TagTable[]): PageParts {
  const tagged = tags.map((table) => toTable(page, table)).filter((table) => table !== null);
  const cellsOf = ({ rows }: TaggedTable) => rows.flat();
  const used = tagged.filter(
    (table) =>
      !isRuled(
        cellsOf(table),
        parts.tables.flatMap(({ cells }) => cells),
      ),
  );
  if (used.length === 0) return parts;
  const taken = new Set(used.flatMap((table) => cellsOf(table).flat()));
  const isTaken = ({ box: [left, top, right, bottom] }: { readonly box: PageCell['box'] }): boolean =>
    [...taken].some(
      (g) => middleX(g) > left && middleX(g) < right && middleY(g) > top && middleY(g) < bottom,
    );
  const tables = parts.tables.filter((table) => !isTaken(table));
  const kept = new Set(parts.lines.flatMap(({ glyphs }) => glyphs));
  const freed = page.glyphs.filter((g) => !taken.has(g) && (kept.has(g) || !isWithin(g, tables)));
  return { tables, lines: uprightLines(freed), tagged: used };
}

function isWithin(glyph: Glyph, tables: PageParts['tables']): boolean {
  return tables.some(
    ({ box: [left, top, right, bottom] }) =>
      middleX(glyph) > left && middleX(glyph) < right && middleY(glyph) > top && middleY(glyph) < bottom,
  );
}

function middleX({ left, right }: Glyph): number {
  return (left + right) / 2;
}

function middleY({ top, bottom }: Glyph): number {
  return (top + bottom) / 2;
}

/** The glyphs of a table of the tree; null where its cells do not stand as cells of rows do. */
function toTable({ glyphs, marks }: PageContent, table: TagTable): TaggedTable | null {
  const byMark = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const mark = marks?.get(glyph.run);
    if (mark === undefined || glyph.turn !== 0) continue;
    const known = byMark.get(mark);
    if (known === undefined) byMark.set(mark, [glyph]);
    else known.push(glyph);
  }
  const rows = table
    .map((cells) =>
      cells.map((own) => own.flatMap((mark) => byMark.get(mark) ?? [])).filter((cell) => cell.length > 0),
    )
    .filter((cells) => cells.length > 0);
  const top = Math.min(...rows.flat(2).map((glyph) => glyph.base));
  return rows.every(standSideBySide) && standBelowEachOther(rows) ? { top, rows } : null;
}

function standSideBySide(row: TaggedRow): boolean {
  const boxes = row.map((cell) => ({ box: union(cell) ?? NO_BOX, size: cell[0]?.size ?? 0 }));
  return boxes.every(({ box, size }, at) => {
    const before = boxes[at - 1];
    return before === undefined || box[0] > before.box[2] - OVERLAP * size;
  });
}

const NO_BOX = [0, 0, 0, 0] as const;

/** The last cells of rows follow one another downwards; those before can reach over several rows. */
function standBelowEachOther(rows: readonly TaggedRow[]): boolean {
  const lasts = rows
    .filter((row) => row.length > 1 && isNumberText(cellText(row.at(-1) ?? [])))
    .map((row) => union(row.at(-1) ?? []) ?? NO_BOX);
  return lasts.every((box, at) => {
    const before = lasts[at - 1];
    return before === undefined || box[1] + box[3] > before[1] + before[3];
  });
}

/** Whether each cell of the tree is one cell of a ruled table. */
function isRuled(cells: readonly (readonly Glyph[])[], ruled: readonly PageCell[]): boolean {
  const texts = new Map<string, number>();
  for (const { text } of ruled) texts.set(text, (texts.get(text) ?? 0) + 1);
  return cells.every((cell) => {
    const text = cellText(cell);
    const left = texts.get(text) ?? 0;
    texts.set(text, left - 1);
    return left > 0;
  });
}

/** A row of cells as a line of the flow. `shift` is the height of all pages before. */
export function toTaggedLine(row: TaggedRow, page: number, shift: number): FlowLine {
  const line = makeLine(row.flat());
  const segments = row.map((glyphs) => toCellSegment(glyphs, page, shift));
  return { line, page, middle: (line.top + line.bottom) / 2 + shift, segments, tagged: true };
}

function toCellSegment(glyphs: readonly Glyph[], page: number, shift: number): Segment {
  const { left, right, top, bottom, size } = makeLine(glyphs);
  const text = cellText(glyphs);
  const isNumber = isNumberText(text);
  return { text, isNumber, left, right, middle: (top + bottom) / 2 + shift, size, page, glyphs };
}
