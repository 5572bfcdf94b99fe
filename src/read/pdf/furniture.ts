/** Page numbers and running headers and footers: what repeats around the text and is none of it. */

import { type Line, lineText } from './text.js';

/** Share of the page height at its top and bottom where furniture stands. */
const MARGIN_BAND = 0.12;
/** `3`, `- 3 -`, `— 3 —`, `第 3 页`, `第3页 共5页`, `3/5`; in scans 一 is read for the dashes. */
const PAGE_NUMBER =
  /^[-–—―一·.~～\s]*(?:第?\d{1,3}页?|第?\d{1,3}页?[,，/／\s]*共?\d{1,3}页?)[-–—―一·.~～\s]*$/;

/** A figure and nothing else: a page number only where the same counting goes on from page to page. */
const BARE_NUMBER = /^[-–—−]?(\d{1,3})$/;
/** Anything that can be the value of a cell; that such a line repeats at one height says nothing. */
const VALUE = /^[\d\s.,，/\\\-–—−]+$/;
/** A figure of any length; negative ones too. */
const FIGURE = /^[-–—−]?\d+$/;
/** Page numbers of one document stand this near (pt) to one height. */
const SAME_HEIGHT = 3;

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
    pages.length > 1 && !VALUE.test(lineText(line)) && (seen.get(furnitureKey(line)) ?? 0) > pages.length / 2;
  const counted = countedLines(pages);
  return pages.map((page) => {
    const edges = new Set(edgeLines(page));
    const isFurniture = (line: Line): boolean => counted.has(line) || isPageNumber(line) || repeats(line);
    return page.lines.filter((line) => !edges.has(line) || !isFurniture(line));
  });
}

/**
 * Lines at the foot of each page that are furniture even where a table runs down to them: a line of a row that the
 * page break cut may stand as low.
 */
export function footers(pages: readonly PageLines[]): Line[][] {
  const left = withoutFurniture(pages).map((lines) => new Set(lines));
  return pages.map(({ lines, height }, at) =>
    lines.filter((line) => !left[at]?.has(line) && line.top > height * (1 - MARGIN_BAND)),
  );
}

/** Share of the pages that carry a page number; title pages have none. */
const NUMBERED_SHARE = 0.7;

/**
 * Bare figures at the edge of their pages that count the pages. A figure that stands alone there can as well be the
 * value of a table printed one cell to a line, so most pages must agree in height and counting; a document of one
 * page may be numbered 1.
 */
function countedLines(pages: readonly PageLines[]): ReadonlySet<Line> {
  const bare = pages.flatMap((page, at) =>
    edgeLines(page).flatMap((line) => {
      const number = BARE_NUMBER.exec(lineText(line))?.[1];
      return number === undefined ? [] : [{ line, page: at, offset: Number(number) - at }];
    }),
  );
  const single = pages.length === 1 && bare.length === 1 && bare[0]?.offset === 1;
  const needed = Math.max(2, (pages.length - 1) * NUMBERED_SHARE);
  const support = ({ line, offset }: (typeof bare)[number]): number =>
    new Set(
      bare
        .filter((other) => other.offset === offset && Math.abs(other.line.base - line.base) <= SAME_HEIGHT)
        .map((other) => other.page),
    ).size;
  return new Set(bare.filter((entry) => single || support(entry) >= needed).map(({ line }) => line));
}

/** The first two and last two lines of a page, where they stand in its margins. */
function edgeLines({ lines, height }: PageLines): Line[] {
  const top = lines.slice(0, 2).filter((line) => line.bottom < height * MARGIN_BAND);
  const bottom = lines.slice(-2).filter((line) => line.top > height * (1 - MARGIN_BAND));
  return [...top, ...bottom];
}

/** The number that a line states as that of its page; null where it is something else. */
export function pageNumberOf(text: string): number | null {
  const number = PAGE_NUMBER.test(text) ? /\d+/.exec(text)?.[0] : undefined;
  return number === undefined ? null : Number(number);
}

function isPageNumber(line: Line): boolean {
  const text = lineText(line);
  return PAGE_NUMBER.test(text) && !FIGURE.test(text);
}

/** Text with its numbers left out, at its place to the nearest 4 points. */
function furnitureKey(line: Line): string {
  return `${Math.round(line.base / 4)} ${lineText(line).replace(/\d+/g, '#')}`;
}
