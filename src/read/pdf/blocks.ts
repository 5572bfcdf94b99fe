/** What the flow of pages gave → blocks of the document. */

import type { Block, Cell, Locator, Recognition } from '../../model/document.js';
import { type FlowBlock, type PageParts, partsOf, readFlow } from './flow.js';
import { type Box, type PageContent, turnBox } from './geometry.js';
import type { PageCell } from './tables.js';

/**
 * Reads pages into blocks with their numbers and locators.
 * @param scanned parts of pages that were read from their pictures, by page number
 * @param firstTable running number of the first table
 * @param firstPage number that the first page has in the document
 * @param parts tables and lines of each page, where something more is known of them
 */
export function toBlocks(
  pages: readonly PageContent[],
  scanned: ReadonlyMap<number, PageParts> = new Map(),
  firstTable = 1,
  firstPage = 1,
  parts: readonly PageParts[] = partsOf(pages, scanned),
): Block[] {
  let index = firstTable - 1;
  const byNumber = new Map(pages.map((page) => [page.number, page]));
  const locator = (page: number, box: Box): Locator => ({
    kind: 'page',
    page: page + firstPage - 1,
    bbox: shownBox(box, byNumber.get(page)),
  });
  const toCell = ({ text, row, col, rowSpan, colSpan, page, box, recognition }: PageCell): Cell => {
    const cell = { text, row, col, rowSpan, colSpan, locator: locator(page, box) };
    return recognition === undefined ? cell : { ...cell, recognition };
  };
  return readFlow(pages, parts).map((block: FlowBlock): Block => {
    const place = locator(block.page, block.box);
    if ('text' in block) {
      const paragraph = { kind: 'paragraph' as const, text: block.text, locator: place };
      return scanned.has(block.page) ? { ...paragraph, recognition: RECOGNIZED } : paragraph;
    }
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

/** Paragraphs of a scan: where two readings differed, the text itself shows it. */
const RECOGNIZED: Recognition = { readings: [], confidence: 0, agreed: false };

/** Box on the page as shown, to a hundredth of a point. */
function shownBox(box: Box, page: PageContent | undefined): Box {
  const [x0, y0, x1, y1] = page === undefined ? box : turnBox(box, page.turn, page.width, page.height);
  const round = (value: number): number => Math.round(value * 100) / 100;
  return [round(x0), round(y0), round(x1), round(y1)];
}
