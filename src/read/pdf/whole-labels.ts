/**
 * Labels in tables without rules of which nothing is left to find out: the lines that stand around a line of figures, as
 * high above it as below, and are to the letter the label of a row of the form. However such a label is broken, and
 * whatever stands above and below it, these lines are one cell and these figures its row.
 */

import { isRowLabel } from '../form-labels.js';
import { ALIGNED } from './bands.js';
import { type Segment, toSegment } from './segments.js';
import { MAX_LINE_STEP } from './stacks.js';

/** Lines of the longest label in a column of some five characters. */
const MOST_LINES = 8;
/** The middle of a label and that of its figures differ by less than this share of the text size; half a line is twice as much. */
const CENTRED = 0.22;
/** Middles of pieces on one line differ by less than this share. */
const SAME_LINE = 0.3;

/** Pieces of text on one line, from left to right. */
type Pieces = readonly Segment[];

/** A label with the line of figures it belongs to. */
interface Found {
  readonly at: number;
  readonly pieces: Pieces;
  readonly text: string;
}

/** The lines with each such label as one segment on the line of its figures. */
export function withWholeLabels(lines: readonly (readonly Segment[])[]): readonly (readonly Segment[])[] {
  const figures = lines.map(figuresAtEnd);
  const edge = edgeOf(figures);
  const labels = lines.flatMap((line) => line.filter(({ right }) => right <= edge));
  const found = figures.flatMap(([first], at) =>
    first !== undefined && first.left >= edge ? labelOf(first, labels, at) : [],
  );
  const uses = new Map<Segment, number>();
  for (const piece of found.flatMap(({ pieces }) => pieces)) uses.set(piece, (uses.get(piece) ?? 0) + 1);
  const certain = found.filter(({ pieces }) => pieces.every((piece) => uses.get(piece) === 1));
  if (certain.length === 0) return lines;
  const taken = new Set(certain.flatMap(({ pieces }) => pieces));
  const own = new Map(certain.map(({ at, pieces, text }) => [at, wholeOf(pieces, text, figures[at]?.[0])]));
  return lines
    .map((line, at) => {
      const rest = line.filter((segment) => !taken.has(segment));
      const label = own.get(at);
      return label === undefined ? rest : [...rest, label].sort((a, b) => a.left - b.left);
    })
    .filter((line) => line.length > 0);
}

/** Figures that end a line on which a label stands, or of which there are several. */
function figuresAtEnd(line: readonly Segment[]): readonly Segment[] {
  const from = line.findLastIndex(({ isNumber }) => !isNumber) + 1;
  return from > 0 || line.length > 1 ? line.slice(from) : [];
}

/** Where figures begin: a number that stands alone can be that of a label (`4` before `.保护第三方合法权益`). */
function edgeOf(rows: readonly (readonly Segment[])[]): number {
  const several = rows.filter(({ length }) => length > 1);
  return Math.min(...(several.length > 0 ? several : rows).flat().map(({ left }) => left));
}

/** The label whose lines are centred on a figure; none where there are two. */
function labelOf(figure: Segment, labels: readonly Segment[], at: number): Found[] {
  const reach = (MOST_LINES / 2) * MAX_LINE_STEP * figure.size;
  const near = labels.filter(
    ({ page, middle }) => page === figure.page && Math.abs(middle - figure.middle) <= reach,
  );
  const found = new Map<string, Found>();
  for (const start of startsOf(near)) {
    for (const pieces of centredOn(figure, linesFrom(near, start))) {
      const text = textOf(pieces);
      if (isRowLabel(text)) keepLarger(found, { at, pieces, text });
    }
  }
  const [only, more] = found.values();
  return only === undefined || more !== undefined ? [] : [only];
}

function keepLarger(found: Map<string, Found>, label: Found): void {
  const key = label.text.replace(/[^\p{Script=Han}]/gu, '');
  if ((found.get(key)?.pieces.length ?? 0) < label.pieces.length) found.set(key, label);
}

/** Where texts begin, from left to right. */
function startsOf(pieces: Pieces): number[] {
  const lefts = pieces.map(({ left }) => left).sort((a, b) => a - b);
  return lefts.filter((left, at) => at === 0 || left - (lefts[at - 1] ?? 0) > ALIGNED);
}

/** What stands right of a position, line by line from top to bottom. */
function linesFrom(pieces: Pieces, start: number): Pieces[] {
  const lines: Segment[][] = [];
  const own = pieces.filter(({ left }) => left >= start - ALIGNED).sort((a, b) => a.middle - b.middle);
  for (const piece of own) {
    const line = lines.at(-1);
    if (line?.[0] !== undefined && piece.middle - line[0].middle < SAME_LINE * piece.size) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => line.sort((a, b) => a.left - b.left));
}

/** All runs of lines of which a figure stands in the middle. */
function centredOn(figure: Segment, lines: readonly Pieces[]): Pieces[] {
  const middleAt = (at: number): number => lines[at]?.[0]?.middle ?? 0;
  const runs: Pieces[] = [];
  for (let from = 0; from < lines.length; from++) {
    for (let to = from; to < lines.length && to - from < MOST_LINES; to++) {
      if (to > from && middleAt(to) - middleAt(to - 1) > MAX_LINE_STEP * figure.size) break;
      const middle = (middleAt(from) + middleAt(to)) / 2;
      if (Math.abs(middle - figure.middle) <= CENTRED * figure.size)
        runs.push(lines.slice(from, to + 1).flat());
    }
  }
  return runs;
}

/** The pieces as one text; blanks between them are those of broken words. */
function textOf(pieces: Pieces): string {
  return pieces.map(({ text }) => text).join('');
}

/** One segment over all pieces, at the height of the figures. */
function wholeOf(pieces: Pieces, text: string, figure: Segment | undefined): Segment {
  const [first] = pieces;
  const all = toSegment(
    pieces.flatMap(({ glyphs }) => glyphs),
    first?.page ?? 1,
    0,
  );
  return { ...all, text, isNumber: false, middle: figure?.middle ?? all.middle, whole: true };
}
