/** What the flow of pages gave → blocks of the document. */

import type { Block, Cell, Locator, Recognition, TableLayout } from '../../model/document.js';
import type { Doubts } from './doubts.js';
import { type FlowBlock, type PageParts, partsOf, readFlow } from './flow.js';
import { type Box, type PageContent, type Turn, turnBox } from './geometry.js';
import { sheetNumber } from './halves.js';
import type { PageCell } from './tables.js';

/**
 * Reads pages into blocks with their numbers and locators.
 * @param scanned parts of pages that were read from their pictures, by page number
 * @param firstTable running number of the first table
 * @param firstPage number that the first page has in the document
 * @param parts tables and lines of each page, where something more is known of them
 * @param isDoubted tells the tables of which no cell can be believed
 */
export function toBlocks(
  pages: readonly PageContent[],
  scanned: ReadonlyMap<number, PageParts> = new Map(),
  firstTable = 1,
  firstPage = 1,
  parts: readonly PageParts[] = partsOf(pages, scanned),
  isDoubted: Doubts['isDoubted'] = () => false,
): Block[] {
  let index = firstTable - 1;
  const byNumber = new Map(pages.map((page) => [page.number, page]));
  const locator = (number: number, box: Box): Locator => {
    const page = byNumber.get(number);
    const inFile = page === undefined ? number : sheetNumber(page);
    return { kind: 'page', page: inFile + firstPage - 1, bbox: shownBox(box, page) };
  };
  const toCell = (source: PageCell, layout: TableLayout): Cell => {
    const { text, row, col, rowSpan, colSpan, page, box } = source;
    const cell = { text, row, col, rowSpan, colSpan, locator: locator(page, box) };
    // Of a picture, running text is read by the engine alone; figures of tables without rules say how they were read.
    const isBare = layout === 'aligned' && scanned.has(page) && source.recognition === undefined;
    const isUnproven = isDoubted(page, layout) || isBare;
    const recognition = isUnproven ? doubted(text) : source.recognition;
    return recognition === undefined ? cell : { ...cell, recognition };
  };
  return readFlow(pages, parts).map((block: FlowBlock): Block => {
    const place = locator(block.page, block.box);
    if ('text' in block) {
      const paragraph = { kind: 'paragraph' as const, text: block.text, locator: place };
      return scanned.has(block.page)
        ? { ...paragraph, recognition: block.recognition ?? RECOGNIZED }
        : paragraph;
    }
    index++;
    const { layout, headed, rowCount, xs, cells } = block;
    return {
      kind: 'table',
      index,
      layout,
      ...(headed === undefined ? {} : { headed }),
      rowCount,
      colCount: xs.length - 1,
      cells: cells.map((cell) => toCell(cell, layout)),
      locator: place,
    };
  });
}

/** Paragraphs of a scan: where two readings differed, the text itself shows it. */
const RECOGNIZED: Recognition = { readings: [], confidence: 0, agreed: false };

function doubted(text: string): Recognition {
  return { readings: [text], confidence: 0, agreed: false };
}

/** Box on the whole sheet, where the page is a half of it. */
function onSheet([x0, y0, x1, y1]: Box, { sheet }: PageContent): Box {
  const left = sheet?.left ?? 0;
  return [x0 + left, y0, x1 + left, y1];
}

function turnOf({ turn, width, height, sheet }: PageContent): [Turn, number, number] {
  return [turn, sheet?.width ?? width, height];
}

/** Box on the page as shown, to a hundredth of a point. */
function shownBox(box: Box, page: PageContent | undefined): Box {
  const [x0, y0, x1, y1] = page === undefined ? box : turnBox(onSheet(box, page), ...turnOf(page));
  const round = (value: number): number => Math.round(value * 100) / 100;
  return [round(x0), round(y0), round(x1), round(y1)];
}
