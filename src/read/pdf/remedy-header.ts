/** The header of table 四 without rules: its fifteen columns are known by their headings alone, whatever is printed below. */

import { REMEDY_PATHS, REMEDY_RESULTS } from '../../form/index.js';
import { type Band, merge } from './bands.js';
import { isOverHeadings } from './headings.js';
import { partedTexts, type Segment } from './segments.js';
import { joinLines } from './text.js';

/** The columns where texts, apart from figures, are the whole header of table 四 and nothing more; null otherwise. */
export function remedyHeaderBands(lines: readonly (readonly Segment[])[]): Band[] | null {
  const texts = lines.flat().filter(({ isNumber }) => !isNumber);
  const parts = texts.flatMap(partedTexts);
  const leaves = parts.filter((part) => !isOverHeadings(part, parts));
  const bands = merge(leaves);
  const count = REMEDY_PATHS.length * REMEDY_RESULTS.length;
  const areResults = bands.every((band, at) => {
    const own = leaves.filter(({ left, right }) => left >= band.left && right <= band.right);
    const text = joinLines([...own].sort((a, b) => a.middle - b.middle).map((s) => s.text));
    return RESULTS[at % RESULTS.length]?.includes(text);
  });
  return bands.length === count && areResults ? bands : null;
}

const RESULTS: readonly (readonly string[])[] = REMEDY_RESULTS.map(({ zh, variants }) => [zh, ...variants]);
