/** Sheets with two pages side by side → their pages, the left one before the right one. */

import type { Box, PageContent, Rule } from './geometry.js';
import { kindOfSheet, type SheetKind } from './gutter.js';

/** Sheets of one size (pt) in a document are printed alike. */
const SAME_SIZE = 2;

export interface CutSheets {
  /** In reading order, numbered anew where a sheet was cut. */
  readonly pages: readonly PageContent[];
  /** Numbers of the pages on which lines of two pages may have been read as one. */
  readonly doubtful: ReadonlySet<number>;
}

/**
 * Cuts sheets on which two pages are printed. A sheet that does not tell by itself is cut where another of its size
 * is, if nothing stands across its middle.
 */
export function cutSheets(sheets: readonly PageContent[]): CutSheets {
  const kinds = sheets.map(kindOfSheet);
  const sure = sheets.filter((_, at) => kinds[at] === 'two');
  const isCut = (sheet: PageContent, kind: SheetKind | undefined): boolean =>
    kind === 'two' ||
    ((kind === 'open' || kind === 'likely') && sure.some((other) => areAlike(sheet, other)));
  const parts = sheets.flatMap((sheet, at) => (isCut(sheet, kinds[at]) ? halves(sheet) : sheet));
  const pages = sure.length > 0 ? renumbered(parts) : sheets;
  const mixed = sheets.filter(
    (sheet, at) => kinds[at] === 'doubtful' || (kinds[at] === 'likely' && !isCut(sheet, 'likely')),
  );
  const numbers = new Set(mixed.map(({ number }) => number));
  const doubtful = pages.filter((page) => numbers.has(sheetNumber(page))).map(({ number }) => number);
  return { pages, doubtful: new Set(doubtful) };
}

/** Number of a page in the file. */
export function sheetNumber({ number, sheet }: PageContent): number {
  return sheet?.number ?? number;
}

function areAlike(a: PageContent, b: PageContent): boolean {
  return Math.abs(a.width - b.width) <= SAME_SIZE && Math.abs(a.height - b.height) <= SAME_SIZE;
}

function renumbered(pages: readonly PageContent[]): PageContent[] {
  return pages.map((page, at) => {
    const { number, width } = page;
    return { ...page, number: at + 1, sheet: page.sheet ?? { number, left: 0, width } };
  });
}

function halves(sheet: PageContent): PageContent[] {
  const middle = sheet.width / 2;
  return [part(sheet, 0, middle), part(sheet, middle, sheet.width)];
}

/** What stands between two places of a sheet, with the left one as origin. */
function part(sheet: PageContent, left: number, right: number): PageContent {
  const isIn = (from: number, to: number): boolean => (from + to) / 2 >= left && (from + to) / 2 < right;
  const within = (x: number): number => Math.min(Math.max(x, left), right) - left;
  const moved = ({ at, from, to }: Rule): Rule => ({ at, from: from - left, to: to - left });
  return {
    ...sheet,
    width: right - left,
    sheet: { number: sheet.number, left, width: sheet.width },
    glyphs: sheet.glyphs
      .filter((glyph) => isIn(glyph.left, glyph.right))
      .map((glyph) => ({ ...glyph, left: glyph.left - left, right: glyph.right - left })),
    horizontal: sheet.horizontal.filter(({ from, to }) => isIn(from, to)).map(moved),
    vertical: sheet.vertical
      .filter(({ at }) => isIn(at, at))
      .map((rule) => ({ ...rule, at: rule.at - left })),
    pictures: sheet.pictures
      .map(([x0, y0, x1, y1]): Box => [within(x0), y0, within(x1), y1])
      .filter(([x0, , x1]) => x1 > x0),
  };
}
