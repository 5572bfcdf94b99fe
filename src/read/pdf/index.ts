/**
 * Reads a PDF: content stream → glyphs and rules → tables and paragraphs → one document.
 * Each step is a file of its own, in this order: `open`, `page` (`interpret`, `glyphs`, `paths`), `rules`, `grid`,
 * `assign`, `furniture`, `aligned`, `paragraphs`, `join`.
 */

import type { Block, Document, DocumentMetadata, Locator } from '../../model/document.js';
import { ReadError } from '../../model/errors.js';
import { fillGrid } from './assign.js';
import { withoutFurniture } from './furniture.js';
import { type Box, type Glyph, type PageContent, turnBox } from './geometry.js';
import { findGrids } from './grid.js';
import { continues, type JoinedTable, joinTables } from './join.js';
import { type OpenPdf, openPdf } from './open.js';
import { readPage } from './page.js';
import { type PageParagraph, toParagraphs } from './paragraphs.js';
import type { PageCell, PageTable } from './tables.js';
import { type Line, toLines } from './text.js';

export interface PdfLimits {
  /** Files with more pages are refused before any page is read. */
  readonly maxPages?: number;
}

/** Yearbooks and bulletins run to hundreds of pages, a report to a few dozen. */
const DEFAULT_MAX_PAGES = 300;
/** Pictures of at least this size in points can hold a table. */
const TABLE_PICTURE = { width: 150, height: 80 };
/** A page with fewer glyphs than this holds at most a page number or a stamp. */
const FEW_GLYPHS = 20;
/** Share of the page that the pictures of a scanned page cover at least. */
const SCAN_SHARE = 0.3;

/**
 * Reads a PDF into the document model. Boxes are in points from the top left of the page as shown.
 * @throws ReadError `damaged`, `encrypted` or `too_many_pages`
 */
export async function readPdf(bytes: Uint8Array, limits: PdfLimits = {}): Promise<Document> {
  const pdf = await openPdf(bytes);
  try {
    const count = pdf.document.numPages;
    const maxPages = limits.maxPages ?? DEFAULT_MAX_PAGES;
    if (count > maxPages) {
      throw new ReadError(
        'too_many_pages',
        `The PDF has ${count} pages, more than the limit of ${maxPages}; give the pages of the report alone or raise the limit.`,
      );
    }
    const pages: PageContent[] = [];
    for (let number = 1; number <= count; number++) pages.push(await readOne(pdf, number));
    return {
      mediaType: 'application/pdf',
      blocks: toBlocks(pages),
      metadata: await readMetadata(pdf),
      pictures: { embedded: pages.reduce((sum, page) => sum + tablePictures(page), 0), linked: 0 },
      pages: { count, withoutText: pages.filter(isWithoutText).length },
    };
  } finally {
    await pdf.close();
  }
}

async function readOne(pdf: OpenPdf, number: number): Promise<PageContent> {
  try {
    return await readPage(pdf, number);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new ReadError(
      'damaged',
      `Page ${number} of the PDF is damaged and cannot be read (${detail}); fetch the file again or save it anew from a PDF viewer.`,
      { cause },
    );
  }
}

async function readMetadata({ document }: OpenPdf): Promise<DocumentMetadata> {
  const info = await document.getMetadata().then(
    (metadata) => metadata.info as Record<string, unknown>,
    () => ({}) as Record<string, unknown>,
  );
  const title = typeof info.Title === 'string' ? info.Title.trim() : '';
  return title === '' ? { tags: {} } : { title, tags: {} };
}

function tablePictures({ pictures }: PageContent): number {
  return pictures.filter(
    ([x0, y0, x1, y1]) => x1 - x0 >= TABLE_PICTURE.width && y1 - y0 >= TABLE_PICTURE.height,
  ).length;
}

function isWithoutText({ glyphs, pictures, width, height }: PageContent): boolean {
  if (glyphs.length >= FEW_GLYPHS) return false;
  const covered = pictures.reduce((sum, [x0, y0, x1, y1]) => sum + (x1 - x0) * (y1 - y0), 0);
  return covered >= SCAN_SHARE * width * height;
}

type PageBlock = { readonly top: number } & (
  | { readonly table: PageTable }
  | { readonly paragraph: PageParagraph }
);

function toBlocks(pages: readonly PageContent[]): Block[] {
  const parts = pages.map(ruledTables);
  const lines = withoutFurniture(parts.map(({ lines }, i) => ({ lines, height: pages[i]?.height ?? 0 })));
  const joined: (JoinedTable | PageParagraph)[] = [];
  pages.forEach((page, i) => {
    for (const [position, block] of pageBlocks(page, parts[i]?.tables ?? [], lines[i] ?? []).entries()) {
      const last = joined.at(-1);
      if ('paragraph' in block) joined.push(block.paragraph);
      else if (position === 0 && last !== undefined && 'cells' in last && continues(last, block.table)) {
        joined[joined.length - 1] = joinTables(last, block.table);
      } else joined.push({ ...block.table, lastPage: block.table.page });
    }
  });
  return finish(joined, pages);
}

interface PageParts {
  readonly tables: readonly PageTable[];
  readonly lines: readonly Line[];
}

/** The tables drawn with rules, and the lines of text outside of them. */
function ruledTables(page: PageContent): PageParts {
  const tables: PageTable[] = [];
  let rest: readonly Glyph[] = page.glyphs;
  for (const grid of findGrids(page, page.glyphs, usualSize(page.glyphs))) {
    const filled = fillGrid(grid, rest, page.number);
    if (filled === null) continue;
    tables.push(filled.table);
    rest = filled.rest;
  }
  return { tables, lines: toLines(rest.filter((glyph) => glyph.turn === 0)) };
}

function usualSize(glyphs: readonly Glyph[]): number {
  const sizes = glyphs.map((glyph) => glyph.size).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

/** Tables and paragraphs of a page from top to bottom; text is cut into paragraphs between tables. */
function pageBlocks(page: PageContent, tables: readonly PageTable[], lines: readonly Line[]): PageBlock[] {
  const blocks: PageBlock[] = tables.map((table) => ({ table, top: table.box[1] }));
  const tops = blocks.map(({ top }) => top).sort((a, b) => a - b);
  const sections = new Map<number, Line[]>();
  for (const line of lines) {
    const section = tops.filter((top) => top < line.base).length;
    sections.set(section, [...(sections.get(section) ?? []), line]);
  }
  for (const section of sections.values()) {
    for (const paragraph of toParagraphs(section, page.number)) {
      blocks.push({ paragraph, top: paragraph.box[1] });
    }
  }
  return blocks.sort((a, b) => a.top - b.top);
}

function finish(joined: readonly (JoinedTable | PageParagraph)[], pages: readonly PageContent[]): Block[] {
  let index = 0;
  const locator = (page: number, box: Box): Locator => ({
    kind: 'page',
    page,
    bbox: shownBox(box, pages[page - 1]),
  });
  return joined.map((block): Block => {
    if ('text' in block)
      return { kind: 'paragraph', text: block.text, locator: locator(block.page, block.box) };
    index++;
    return {
      kind: 'table',
      index,
      layout: block.layout,
      rowCount: block.rowCount,
      colCount: block.xs.length - 1,
      cells: block.cells.map(({ page, box, ...cell }: PageCell) => ({
        ...cell,
        locator: locator(page, box),
      })),
      locator: locator(block.page, block.box),
    };
  });
}

/** Box on the page as shown, to a hundredth of a point. */
function shownBox(box: Box, page: PageContent | undefined): Box {
  const [x0, y0, x1, y1] = page === undefined ? box : turnBox(box, page.turn, page.width, page.height);
  const round = (value: number): number => Math.round(value * 100) / 100;
  return [round(x0), round(y0), round(x1), round(y1)];
}
