/**
 * Columns of a table without rules that are as sure as ruled ones: each column of figures stands exactly below a heading
 * of its own, all of them to the left, to the middle or to the right. A heading with nothing below is a column in which
 * nothing is printed then.
 */

import { headerWords } from '../form-labels.js';
import { ALIGNED, type Band, merge } from './bands.js';
import { headingsAbove, isOverHeadings, startsOf } from './headings.js';
import type { Segment } from './segments.js';
import { joinLines } from './text.js';

/** Share of the figures of a column that stand so; wide ones may reach out of their cell. */
const ALIGNED_SHARE = 0.8;

type Place = (band: Band) => number;

/** Where text is set in its cell: to the left, to the middle, to the right. */
const PLACES: readonly Place[] = [
  ({ left }) => left,
  ({ left, right }) => (left + right) / 2,
  ({ right }) => right,
];

const HEADERS = headerWords((text) => text.replace(/\s/g, ''));

export interface HeadedColumns {
  readonly bands: readonly Band[];
  /** Where the columns begin, when everything in them is set to the left. */
  readonly starts: readonly number[];
}

/** The columns by their headings; null where figures do not all stand exactly below headings. */
export function headedColumns(
  bands: readonly Band[],
  lines: readonly (readonly Segment[])[],
): HeadedColumns | null {
  const first = Math.min(...bands.map(({ left }) => left));
  const headings = columnHeadings(lines, headingsAbove(lines, startsOf(bands, lines)), first);
  const figures = lines.flat().filter(({ isNumber }) => isNumber);
  for (const place of PLACES) {
    const own = bands.map((band) => headingOf(band, figures, headings, place));
    if (own.includes(undefined) || new Set(own).size < own.length) continue;
    const bare = headings.filter((heading) => !own.includes(heading));
    if (bare.some((heading) => bands.some((band) => heading.left < band.right && band.left < heading.right)))
      continue;
    return {
      bands: [...unitedWithHeadings(bands, own), ...bare].sort((a, b) => a.left - b.left),
      starts: place === PLACES[0] ? headings.map(({ left }) => left) : [],
    };
  }
  return null;
}

/** Stretches of the headings of single columns; left of all figures only where a word of the form names a column. */
function columnHeadings(
  lines: readonly (readonly Segment[])[],
  all: readonly Segment[],
  first: number,
): Band[] {
  const leaves = all.filter((heading) => !isOverHeadings(heading, all));
  const labels = lines.filter((line) => line.some((s) => s.isNumber)).flat();
  const end = Math.max(...labels.filter((s) => !s.isNumber && s.right <= first).map((s) => s.right));
  return merge(leaves).filter((band) => {
    if (band.right >= first) return true;
    const own = leaves.filter(({ left, right }) => left >= band.left && right <= band.right);
    return band.left > end && HEADERS.has(joinLines(own.map(({ text }) => text)));
  });
}

function headingOf(
  band: Band,
  figures: readonly Segment[],
  headings: readonly Band[],
  place: Place,
): Band | undefined {
  const own = figures.filter(({ left, right }) => left < band.right && band.left < right);
  return headings.find(
    (heading) =>
      own.filter((figure) => Math.abs(place(figure) - place(heading)) <= ALIGNED).length >=
      ALIGNED_SHARE * own.length,
  );
}

/** Each column of figures with its heading, as long as none of them reaches into another then. */
function unitedWithHeadings(bands: readonly Band[], headings: readonly (Band | undefined)[]): Band[] {
  const united = bands.map((band, at) => ({
    left: Math.min(band.left, headings[at]?.left ?? band.left),
    right: Math.max(band.right, headings[at]?.right ?? band.right),
  }));
  return merge(united).length === united.length ? united : bands.map((band) => ({ ...band }));
}
