/**
 * Ink outside of ruled tables → lines of prose, and the stretches of text of tables without rules, parted by white
 * space. Where columns and rows are is found later, as in PDFs, from the places of the stretches.
 */

import { type InkLine, toLines } from './cells.js';
import type { Piece } from './components.js';
import { looksLikeNumber } from './digits/number.js';

/** White (text sizes) that parts two cells; between the characters of a line there is less, behind a comma more. */
const MIN_GAP = 0.95;
const GAP_BEHIND_COMMA = 1.5;
/** Commas and full stops are no higher than this (text sizes). */
const COMMA = 0.42;
/** A stretch wider than this share of the page and alone in its line is prose. */
const PROSE = 0.5;
/** Lines with a figure beside other stretches that a table without rules has, or figures in one such line. */
const FEWEST_LINES = 3;
const FEWEST_FIGURES = 4;
/** Lines of a header above the first figures, and of a label below the last. */
const LINES_ABOVE = 12;
const LINES_BELOW = 4;

export interface TextOutside {
  /** Lines of prose and headings. */
  readonly lines: readonly InkLine[];
  /** Stretches of text that stand in the columns of tables without rules. */
  readonly segments: readonly InkLine[];
}

/**
 * Parts the text of a page.
 * @param width of the page in pixels
 */
export function partText(pieces: readonly Piece[], textSize: number, width: number): TextOutside {
  const bands = toLines(pieces, textSize);
  const parts = bands.map((band) => partsOfLine(band, textSize));
  const figures = parts.map((all) => (all.length > 1 ? figuresIn(all, textSize) : 0));
  const isProse = (at: number): boolean => {
    const [only, more] = parts[at] ?? [];
    return more === undefined && only !== undefined && only.right - only.left > PROSE * width;
  };
  const wanted = new Set<number>();
  if (isTabular(figures))
    figures.forEach((count, at) => {
      if (count === 0) return;
      wanted.add(at);
      for (let i = at - 1; i >= at - LINES_ABOVE && i >= 0 && !isProse(i); i--) wanted.add(i);
      for (let i = at + 1; i <= at + LINES_BELOW && i < bands.length && !isProse(i); i++) wanted.add(i);
    });
  return {
    lines: bands.filter((_, at) => !wanted.has(at)),
    segments: parts.flatMap((all, at) => (wanted.has(at) ? all : [])),
  };
}

/**
 * Whether lines of ink in what looks like one cell are the rows of a table whose rules part its header only. One line
 * alone is one if it has figures and nothing else: of the characters of a label spread over its cell some are as narrow.
 */
export function holdsRows(lines: readonly InkLine[], textSize: number): boolean {
  const figures = lines.map((line) => {
    const parts = partsOfLine(line, textSize);
    const count = parts.length > 1 ? figuresIn(parts, textSize) : 0;
    return lines.length === 1 && count < parts.length ? 0 : count;
  });
  return isTabular(figures);
}

function isTabular(figures: readonly number[]): boolean {
  return (
    figures.filter((count) => count > 0).length >= FEWEST_LINES || Math.max(0, ...figures) >= FEWEST_FIGURES
  );
}

function figuresIn(parts: readonly InkLine[], textSize: number): number {
  return parts.filter((line) => looksLikeNumber({ line }, textSize)).length;
}

/**
 * The stretches of a line. Labels that are wrapped stand beside figures at half their height: each stretch is parted
 * into its own lines again.
 */
function partsOfLine(line: InkLine, textSize: number): InkLine[] {
  const groups: Piece[][] = [];
  let last: Piece | undefined;
  for (const piece of line.pieces) {
    const isComma = last !== undefined && last.bottom - last.top <= COMMA * textSize;
    const gap = (isComma ? GAP_BEHIND_COMMA : MIN_GAP) * textSize;
    if (last === undefined || piece.left - last.right > gap) groups.push([piece]);
    else groups.at(-1)?.push(piece);
    if (last === undefined || piece.right > last.right) last = piece;
  }
  if (groups.length < 2) return [line];
  return groups.flatMap((group) => {
    const lines = toLines(group, textSize);
    return lines.length < 2 ? lines : lines.flatMap((one) => partsOfLine(one, textSize));
  });
}
