/** Page numbers and running headers and footers: what repeats around the text and is none of it. */

import { type Line, lineText } from './text.js';

/** Share of the page height at its top and bottom where furniture stands. */
const MARGIN_BAND = 0.12;
/** `3`, `- 3 -`, `— 3 —`, `第 3 页`, `第3页 共5页`, `3/5`. */
const PAGE_NUMBER = /^[-–—―·.~～\s]*(?:第?\d{1,3}页?|第?\d{1,3}页?[,，/／\s]*共?\d{1,3}页?)[-–—―·.~～\s]*$/;

interface PageLines {
  readonly height: number;
  readonly lines: readonly Line[];
}

/** Lines of each page without the furniture, in the same order. */
export function withoutFurniture(pages: readonly PageLines[]): Line[][] {
  const seen = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(edgeLines(page).map(furnitureKey))) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const repeats = (line: Line): boolean =>
    pages.length > 1 && (seen.get(furnitureKey(line)) ?? 0) > pages.length / 2;
  return pages.map((page) => {
    const edges = new Set(edgeLines(page));
    return page.lines.filter((line) => !edges.has(line) || !(isPageNumber(line) || repeats(line)));
  });
}

/** The first two and last two lines of a page, where they stand in its margins. */
function edgeLines({ lines, height }: PageLines): Line[] {
  const top = lines.slice(0, 2).filter((line) => line.bottom < height * MARGIN_BAND);
  const bottom = lines.slice(-2).filter((line) => line.top > height * (1 - MARGIN_BAND));
  return [...top, ...bottom];
}

function isPageNumber(line: Line): boolean {
  return PAGE_NUMBER.test(lineText(line));
}

/** Text with its numbers left out, at its place to the nearest 4 points. */
function furnitureKey(line: Line): string {
  return `${Math.round(line.base / 4)} ${lineText(line).replace(/\d+/g, '#')}`;
}
