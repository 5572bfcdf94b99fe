/**
 * Reads a PDF: content stream → glyphs and rules → tables and paragraphs → one document.
 * Each step is a file of its own, in this order: `open`; for each page `page` (`interpret`, `state`, `glyphs`,
 * `paths`); then `flow`: with rules `rules`, `parts`, `grid`, `assign`, `join`; without them `furniture`,
 * `segments`, `regions`, `columns`, `aligned`; and `paragraphs` for what is left.
 */

import type { Block, Cell, Document, DocumentMetadata, Locator } from '../../model/document.js';
import { ReadError } from '../../model/errors.js';
import { readFlow } from './flow.js';
import { type Box, type PageContent, turnBox } from './geometry.js';
import { damagedStreams } from './integrity.js';
import { type OpenPdf, openPdf } from './open.js';
import { readPage } from './page.js';
import type { PageCell } from './tables.js';

export interface PdfLimits {
  /** Files with more pages are refused before any page is read. */
  readonly maxPages?: number;
}

/** Yearbooks and bulletins run to hundreds of pages, a report to a few dozen. */
const DEFAULT_MAX_PAGES = 300;
const DAMAGE = 'the content of a page is damaged and part of it is lost; fetch the file again';
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
        `The PDF has ${count} pages, more than the limit of ${maxPages} for one report; cut out the pages of the report and give them as a file of their own.`,
      );
    }
    const damaged = damagedStreams(bytes);
    const pages: PageContent[] = [];
    for (let number = 1; number <= count; number++) pages.push(await readOne(pdf, number));
    return {
      mediaType: 'application/pdf',
      blocks: toBlocks(pages),
      metadata: await readMetadata(pdf),
      pictures: { embedded: pages.reduce((sum, page) => sum + tablePictures(page), 0), linked: 0 },
      pages: { count, withoutText: pages.filter(isWithoutText).length },
      ...(damaged > 0 ? { damage: DAMAGE } : {}),
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

/** The blocks with their numbers and locators. */
function toBlocks(pages: readonly PageContent[]): Block[] {
  let index = 0;
  const locator = (page: number, box: Box): Locator => ({
    kind: 'page',
    page,
    bbox: shownBox(box, pages[page - 1]),
  });
  const toCell = ({ text, row, col, rowSpan, colSpan, page, box }: PageCell): Cell => {
    return { text, row, col, rowSpan, colSpan, locator: locator(page, box) };
  };
  return readFlow(pages).map((block): Block => {
    const place = locator(block.page, block.box);
    if ('text' in block) return { kind: 'paragraph', text: block.text, locator: place };
    index++;
    const { layout, rowCount, xs, cells } = block;
    return {
      kind: 'table',
      index,
      layout,
      rowCount,
      colCount: xs.length - 1,
      cells: cells.map(toCell),
      locator: place,
    };
  });
}

/** Box on the page as shown, to a hundredth of a point. */
function shownBox(box: Box, page: PageContent | undefined): Box {
  const [x0, y0, x1, y1] = page === undefined ? box : turnBox(box, page.turn, page.width, page.height);
  const round = (value: number): number => Math.round(value * 100) / 100;
  return [round(x0), round(y0), round(x1), round(y1)];
}
