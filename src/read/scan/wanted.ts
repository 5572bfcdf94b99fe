/** Which lines of the pages are worth recognising, which costs more than all else: all cells, and little of the prose. */

import type { Cutting } from './cutting.js';
import { isBetweenDashes } from './digits/number.js';
import type { Line } from './line.js';
import { listedCells } from './listed.js';
import type { ScannedPage } from './page.js';
import type { ScannedTable } from './tables.js';

/** Lines of running text that are read up to the first table; title and period stand there. */
const MOST_OPENING_LINES = 20;
/** … as long together as so many full lines: what a line costs is its length. */
const OPENING_LENGTH = 10;
/** A line longer than this share of what is printed from side to side is running text, neither a heading nor a signature. */
const RUNNING = 0.8;
/** Lines among them that are read twice: a title of two lines, and what may stand above it. */
const TITLE_LINES = 5;
/** Lines read above each later table: its heading, and the year in it. */
const LINES_ABOVE = 3;
/** Lines read at the end of the document: who signed it, and when. */
const LINES_AT_END = 4;
/** Lines narrower than this (text sizes) are dirt or what a stamp left, and do not count among them. */
const LEAST_LINE = 1;
/** A title is printed larger than the text, by this share of the usual height of a line … */
const LARGER = 1.3;
/** … or stands in the middle: as far from the left as from the right edge of the text, within this share of its width. */
const CENTRED = 0.06;
const LEAST_INDENT = 0.08;

/** Everything that is to be recognised, in the order of the pages. */
export function linesOf(pages: readonly ScannedPage[]): Line[] {
  const firstTable = pages.findIndex(({ tables, segments }) => tables.length > 0 || segments.length > 0);
  let opening = MOST_OPENING_LINES;
  let length = OPENING_LENGTH;
  let telling = TITLE_LINES;
  const full = Math.max(...pages.map(widthOf));
  const listed = firstTable < 0 ? listedCells(pages) : NOTHING_LISTED;
  return pages.flatMap((page, at) => {
    const { textSize } = page;
    const isOpening = firstTable < 0 || at <= firstTable;
    const isLine = ({ line }: Cutting): boolean => line.right - line.left >= LEAST_LINE * textSize;
    const printed = page.text.filter((cutting) => !isBetweenDashes(cutting, textSize));
    const frame = frameOf(page);
    const share = ({ line }: Cutting): number => ((line.right - line.left) * page.points) / full;
    const isShort = (cutting: Cutting): boolean => share(cutting) <= RUNNING;
    const atEnd = at < pages.length - 1 ? [] : printed.filter(isLine).slice(-LINES_AT_END);
    const last = atEnd.filter(isShort);
    const text = printed.filter((cutting) => {
      if (isOpening && opening > 0 && length > 0) {
        length -= share(cutting);
        return opening-- > 0;
      }
      if (isOpening && isTitleLike(cutting, frame)) return true;
      return (
        listed.has(cutting) ||
        last.includes(cutting) ||
        (isShort(cutting) && page.tables.some((table) => isAbove(cutting, table, page)))
      );
    });
    return [
      ...text.map(
        (cutting): Line => ({
          cutting,
          textSize,
          kind: listed.get(cutting) ?? 'text',
          isTelling: telling-- > 0 || (isOpening && isTitleLike(cutting, frame)) || last.includes(cutting),
        }),
      ),
      ...page.segments.map(({ cutting }): Line => ({ cutting, textSize, kind: 'cell' })),
      ...page.tables.flatMap(({ cells }) =>
        cells.flatMap(({ lines }) =>
          lines.map(
            (cutting): Line => ({
              cutting,
              textSize: page.tableSize,
              kind: lines.length === 1 && !cutting.joined ? 'cell' : 'label',
            }),
          ),
        ),
      ),
    ];
  });
}

const NOTHING_LISTED: ReadonlyMap<Cutting, Line['kind']> = new Map();

/** Among the few lines above a table. */
function isAbove({ line }: Cutting, { grid }: ScannedTable, page: ScannedPage): boolean {
  const top = (grid.ys[0] ?? 0) / page.points;
  const below = page.text.filter(
    (other) => other.line.top > line.top && other.line.bottom < top + page.textSize,
  );
  return line.bottom < top + page.textSize && below.length < LINES_ABOVE;
}

interface Frame {
  readonly left: number;
  readonly right: number;
  /** Usual height of a line. */
  readonly height: number;
}

/** From side to side of all that is printed on a page, in points. */
function widthOf(page: ScannedPage): number {
  const { text, tables, points } = page;
  const sides = [
    ...text.flatMap(({ line }) => [line.left * points, line.right * points]),
    ...tables.flatMap(({ grid: { xs } }) => [xs[0] ?? 0, xs.at(-1) ?? 0]),
  ];
  return sides.length === 0 ? 0 : Math.max(...sides) - Math.min(...sides);
}

/** Edges of the text of a page. */
function frameOf({ text }: ScannedPage): Frame {
  const boxes = text.map(({ line }) => line);
  const heights = boxes.map(({ top, bottom }) => bottom - top).sort((a, b) => a - b);
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    height: heights[heights.length >> 1] ?? 0,
  };
}

/** A title may stand below a list of other reports, whose names must not be taken for it. */
function isTitleLike({ line }: Cutting, { left, right, height }: Frame): boolean {
  const width = right - left;
  const [before, after] = [line.left - left, right - line.right];
  const isCentred = before >= LEAST_INDENT * width && Math.abs(before - after) <= CENTRED * width;
  return isCentred || line.bottom - line.top >= LARGER * height;
}
