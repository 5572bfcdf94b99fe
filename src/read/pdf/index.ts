/**
 * Reads a PDF: content stream → glyphs and rules → tables and paragraphs → one document.
 * Each step is a file of its own, in this order: `open`; for each page `page` (`interpret`, `state`, `glyphs`,
 * `paths`); then `flow`: with rules `rules`, `parts`, `grid`, `assign`, `join`; without them `furniture`,
 * `tags`, `tagged`, `segments`, `regions`, `columns`, `aligned`; and `paragraphs` for what is left.
 */

import type { Document, DocumentMetadata } from '../../model/document.js';
import { ReadError } from '../../model/errors.js';
import type { PictureOptions } from '../scan/options.js';
import { toBlocks } from './blocks.js';
import { doubtsOf } from './doubts.js';
import { type PageParts, partsOf } from './flow.js';
import type { PageContent } from './geometry.js';
import { cutSheets, sheetNumber } from './halves.js';
import { damagedStreams } from './integrity.js';
import { type OpenPdf, openPdf } from './open.js';
import { readPage } from './page.js';
import { isWithoutText, readScans } from './scans.js';
import { needsTags, withTags } from './tagged.js';
import { readTags } from './tags.js';

export interface PdfOptions extends Pick<PictureOptions, 'watch' | 'expect'> {
  /** Files with more pages are refused before any page is read. */
  readonly maxPages?: number;
}

/** Yearbooks and bulletins run to hundreds of pages, a report to a few dozen. */
const DEFAULT_MAX_PAGES = 300;
const DAMAGE = 'the content of a page is damaged and part of it is lost; fetch the file again';
/** Pictures of at least this size in points can hold a table. */
const TABLE_PICTURE = { width: 150, height: 80 };

/**
 * Reads a PDF into the document model. Boxes are in points from the top left of the page as shown.
 * @throws ReadError `damaged`, `encrypted` or `too_many_pages`
 */
export async function readPdf(bytes: Uint8Array, options: PdfOptions = {}): Promise<Document> {
  const pdf = await openPdf(bytes);
  try {
    const count = pdf.document.numPages;
    const maxPages = options.maxPages ?? DEFAULT_MAX_PAGES;
    if (count > maxPages) {
      throw new ReadError(
        'too_many_pages',
        `The PDF has ${count} pages, more than the limit of ${maxPages} for one report; cut out the pages of the report and give them as a file of their own.`,
      );
    }
    const damaged = damagedStreams(bytes);
    const pages: PageContent[] = [];
    for (let number = 1; number <= count; number++) pages.push(await readOne(pdf, number));
    const { parts: scanned, leftOut } = await readScans(pages, bytes, options);
    const { pages: cut, doubtful } =
      scanned.size > 0 ? { pages, doubtful: new Set<number>() } : cutSheets(pages);
    const doubts = doubtsOf(cut, scanned, doubtful);
    const loss = [...(damaged > 0 ? [DAMAGE] : []), ...(leftOut === undefined ? [] : [leftOut])].join('; ');
    const embedded = pages.reduce((sum, page) => sum + tablePictures(page), 0);
    return {
      mediaType: 'application/pdf',
      blocks: toBlocks(cut, scanned, 1, 1, await partsWithTags(pdf, cut, scanned), doubts.isDoubted),
      metadata: await readMetadata(pdf),
      pictures: { embedded, linked: 0, ...(scanned.size > 0 ? { recognized: scanned.size } : {}) },
      pages: { count, withoutText: pages.filter(isWithoutText).length },
      ...(loss === '' ? {} : { damage: loss }),
      ...(doubts.reason === undefined ? {} : { doubt: doubts.reason }),
    };
  } finally {
    await pdf.close();
  }
}

/** What stands on each page; where that is uncertain, with the rows and cells that a tagged document names. */
async function partsWithTags(
  pdf: OpenPdf,
  pages: readonly PageContent[],
  scanned: ReadonlyMap<number, PageParts>,
): Promise<PageParts[]> {
  const parts = partsOf(pages, scanned);
  for (const [at, page] of pages.entries()) {
    const part = parts[at];
    if (part === undefined || scanned.has(page.number) || !needsTags(page, part)) continue;
    parts[at] = withTags(page, part, await readTags(pdf, sheetNumber(page)));
  }
  return parts;
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
