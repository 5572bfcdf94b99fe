/** Pages → tables and paragraphs in reading order, over page breaks. */

import { findGrids } from '../ruled/grid.js';
import { alignedTable } from './aligned.js';
import { fillGrid } from './assign.js';
import { footers, withoutFurniture } from './furniture.js';
import type { Glyph, PageContent } from './geometry.js';
import { continues, type JoinedTable, joinTables } from './join.js';
import { type PageParagraph, toParagraphs } from './paragraphs.js';
import { type PageParts, uprightLines } from './parts.js';
import { isLongLine, toRegions } from './regions.js';
import { drawsWholeNumbers, type FlowLine, toFlowLine } from './segments.js';
import type { PageTable } from './tables.js';
import { toTaggedLine } from './tagged.js';
import type { Line } from './text.js';

export type { PageParts } from './parts.js';

export type FlowBlock = JoinedTable | PageParagraph;

/**
 * Tells tables drawn with rules from lines of text, page by page.
 * @param scanned parts of pages that were read from their pictures, by page number; their own text is left out
 */
export function partsOf(
  pages: readonly PageContent[],
  scanned: ReadonlyMap<number, PageParts> = new Map(),
): PageParts[] {
  const whole = pages.map(({ glyphs, height }) => ({ lines: uprightLines(glyphs), height }));
  const feet = footers(whole);
  const footerOf = (at: number) => new Set(feet[at]?.flatMap((line) => line.glyphs));
  return pages.map(
    (page, at) => scanned.get(page.number) ?? ruledTables(page, footerOf(at), whole[at]?.lines ?? []),
  );
}

/** Reads the blocks of all pages from their parts. */
export function readFlow(pages: readonly PageContent[], parts: readonly PageParts[]): FlowBlock[] {
  const heights = pages.map((page) => page.height);
  const lines = withoutFurniture(parts.map((part, i) => ({ lines: part.lines, height: heights[i] ?? 0 })));
  const whole = drawsWholeNumbers(pages.map(({ glyphs }) => glyphs));
  const flow = pages.flatMap((page, i) =>
    pageItems(page, parts[i] ?? NOTHING, lines[i] ?? [], heights, whole),
  );
  const width = Math.max(...pages.map((page) => page.width));
  const blocks: FlowBlock[] = [];
  let text: FlowLine[] = [];
  for (const item of flow) {
    if ('line' in item) {
      text.push(item);
      continue;
    }
    const last = blocks.at(-1);
    if (text.length === 0 && last !== undefined && 'cells' in last && continues(last, item)) {
      blocks[blocks.length - 1] = joinTables(last, item);
      continue;
    }
    blocks.push(...textBlocks(text, width, heights), { ...item, lastPage: item.page });
    text = [];
  }
  return [...blocks, ...textBlocks(text, width, heights)];
}

const NOTHING: PageParts = { tables: [], lines: [] };

/** The tables drawn with rules, and the lines of text outside of them; `whole` are all lines of the page. */
function ruledTables(page: PageContent, footer: ReadonlySet<Glyph>, whole: readonly Line[]): PageParts {
  const tables: PageTable[] = [];
  let rest: readonly Glyph[] = page.glyphs;
  for (const grid of findGrids(page, page.glyphs, usualSize(page.glyphs))) {
    const filled = fillGrid(grid, rest, page.number, footer);
    if (filled === null) continue;
    tables.push(filled.table);
    rest = filled.rest;
  }
  return { tables, lines: tables.length === 0 ? whole : uprightLines(rest) };
}

function usualSize(glyphs: readonly Glyph[]): number {
  const sizes = glyphs.map((glyph) => glyph.size).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

/** Tables and lines of a page from top to bottom. */
function pageItems(
  page: PageContent,
  { tables, tagged = [] }: PageParts,
  lines: readonly Line[],
  heights: readonly number[],
  whole: boolean,
): (PageTable | FlowLine)[] {
  const shift = heights.slice(0, page.number - 1).reduce((sum, height) => sum + height, 0);
  const items = [
    ...tables.map((table) => ({ top: table.box[1], item: table as PageTable | FlowLine })),
    ...tagged.flatMap(({ top, rows }) =>
      rows.map((row) => ({ top, item: toTaggedLine(row, page.number, shift) })),
    ),
    ...lines.map((line) => ({ top: line.base, item: toFlowLine(line, page.number, shift, whole) })),
  ];
  return items.sort((a, b) => a.top - b.top).map(({ item }) => item);
}

/** Text between ruled tables: aligned tables where figures line up, paragraphs elsewhere. */
function textBlocks(lines: readonly FlowLine[], width: number, heights: readonly number[]): FlowBlock[] {
  const blocks: FlowBlock[] = [];
  let text: FlowLine[] = [];
  for (const region of toRegions(lines, isLongLine(width))) {
    const table = region.tabular ? alignedTable(region.lines, heights) : null;
    if (table === null) text.push(...region.lines);
    else {
      if (text.length > 0) blocks.push(...toParagraphs(text));
      blocks.push(table);
      text = [];
    }
  }
  return text.length > 0 ? [...blocks, ...toParagraphs(text)] : blocks;
}
