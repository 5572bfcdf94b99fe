/** Which pages of a PDF are read from their pictures, and reading them. */

import { type PictureOptions, tooMany } from '../scan/options.js';
import type { PageParts } from './flow.js';
import type { PageContent } from './geometry.js';
import { hasGarbledFigures, isReportText, spellsWords } from './trust.js';

/** A page with fewer glyphs than this holds at most a page number or a stamp. */
const FEW_GLYPHS = 20;
/** Share of the page that the pictures of a scanned page cover at least. */
const SCAN_SHARE = 0.3;
/** Pages read from pictures in one document; a report has a dozen, three times as many are a yearbook. */
const MOST_SCANS = 40;
/** Rules of a page without trustworthy text that make it look like one with a table. */
const TABLE_RULES = 8;

/** A page that shows a picture and no text. */
export function isWithoutText({ glyphs, pictures, width, height }: PageContent): boolean {
  return glyphs.length < FEW_GLYPHS && covered(pictures) >= SCAN_SHARE * width * height;
}

function covered(pictures: PageContent['pictures']): number {
  return pictures.reduce((sum, [x0, y0, x1, y1]) => sum + (x1 - x0) * (y1 - y0), 0);
}

/**
 * Pages to be read from their pictures: scans (a scanner's words lie unseen below its picture and are no text); and where
 * no label of the form can be found in the text of the whole document, the pages that can hold a table and spell no words.
 * In other documents the pages with a table whose figures or labels are spelled wrongly.
 */
export function pagesToScan(pages: readonly PageContent[]): PageContent[] {
  const scans = pages.filter(isWithoutText);
  const rest = pages.filter((page) => !scans.includes(page));
  const trusted = rest.length === 0 || isReportText(rest) || (scans.length > 0 && isReportText(pages));
  const doubtful = rest.filter(
    (page) => canHoldTable(page) && ((!trusted && !spellsWords(page)) || hasGarbledFigures(page)),
  );
  const wanted = new Set([...scans, ...doubtful]);
  return pages.filter((page) => wanted.has(page));
}

/** A picture over a good part of the page, or ruled lines. */
function canHoldTable({ pictures, horizontal, vertical, width, height }: PageContent): boolean {
  const ruled = horizontal.length >= TABLE_RULES && vertical.length >= 2;
  return ruled || covered(pictures) >= SCAN_SHARE * width * height;
}

/** What was read from the pictures of pages. */
export interface ReadScans {
  readonly parts: ReadonlyMap<number, PageParts>;
  /** Why some pages were left out; a sentence without its full stop. */
  readonly leftOut?: string;
}

/** Reads the pages that need it, if an engine is installed; otherwise none. */
export async function readScans(
  pages: readonly PageContent[],
  bytes: Uint8Array,
  { watch, expect }: Pick<PictureOptions, 'watch' | 'expect'> = {},
): Promise<ReadScans> {
  const all = pagesToScan(pages);
  if (all.length === 0) return { parts: new Map() };
  const { Engine } = await import('../scan/engine.js');
  const engine = await Engine.find(watch);
  if (engine === null) return { parts: new Map() };
  const wanted = all.slice(0, MOST_SCANS);
  const [{ PageRenderer }, { readSheets }] = await Promise.all([
    import('./render.js'),
    import('../scan/sheets.js'),
  ]);
  expect?.(wanted.length);
  const renderer = await PageRenderer.open(bytes);
  try {
    const sheets = wanted.map(({ number, width, pictures }) => ({
      number,
      width,
      draw: () => renderer.render(number, pictures),
    }));
    const parts = await readSheets(sheets, engine);
    return wanted.length === all.length
      ? { parts }
      : { parts, leftOut: tooMany(all.length, MOST_SCANS, 'scanned pages') };
  } finally {
    await renderer.close();
  }
}
