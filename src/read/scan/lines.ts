/** Ink → ruling lines, in pixels: long thin stretches of ink, also where they are faint, broken or a little askew. */

import type { Rule, Rules } from '../ruled/rules.js';
import { rootOf } from '../union-find.js';
import { type Area, type Mask, transpose } from './raster.js';

/** A stretch of ink of at least this many text sizes is longer than any stroke of a character. */
const MIN_LENGTH = 1.6;
/** Sides of cells are shorter than rules between rows: a row is hardly higher than its text. */
const MIN_HEIGHT = 1.25;
/** Gaps (text sizes) that a broken rule may have; strokes of neighbouring characters stand further apart. */
const MAX_GAP = 0.16;
/** Share of a stretch that must be ink. */
const MIN_INK = 0.8;
/** A rule, also one drawn double, is thinner than this (text sizes); anything thicker is shading or a picture. */
const MAX_THICKNESS = 0.55;
/** Rows that a rule may jump where it lies a little askew. */
const MAX_STEP = 2;

/** The rules of a page with their usual thickness, and the ink that they are made of. */
export interface FoundLines extends Rules {
  readonly thickness: number;
  /** Stretches of ink, one pixel high or wide. */
  readonly ink: readonly Area[];
}

/**
 * Finds the ruling lines of a straightened page.
 * @param textSize usual size of the characters in pixels
 * @param upright ink of the upright lines, where it is another
 * @param longer by so many text sizes all strokes have become longer
 */
export function linesOf(mask: Mask, textSize: number, upright: Mask = mask, longer = 0): FoundLines {
  const horizontal = inDirection(mask, textSize, MIN_LENGTH + longer);
  const vertical = withoutStrokes(
    inDirection(transpose(upright), textSize, MIN_HEIGHT + longer),
    horizontal,
    textSize,
  );
  const thicknesses = [...horizontal, ...vertical].map((line) => line.thickness).sort((a, b) => a - b);
  return {
    horizontal: horizontal.map(({ rule }) => rule),
    vertical: vertical.map(({ rule }) => rule),
    thickness: thicknesses[Math.floor(thicknesses.length * USUAL)] ?? 1,
    ink: [
      ...horizontal.flatMap(({ stretches }) =>
        stretches.map(({ row, from, to }) => ({ left: from, top: row, right: to, bottom: row + 1 })),
      ),
      ...vertical.flatMap(({ stretches }) =>
        stretches.map(({ row, from, to }) => ({ left: row, top: from, right: row + 1, bottom: to })),
      ),
    ],
  };
}

/** All but the heaviest frames are no thicker than this share of the rules. */
const USUAL = 0.9;

/** Upright lines lower than this (text sizes) can be the stroke of a character that touches the rules around its row. */
const ONE_ROW = 2.2;
/** Sides of cells stand above one another: together they are at least this high (text sizes), within a narrow band. */
const SEVERAL_ROWS = 2.6;
const BAND = 0.25;

/** The sides of a table of one row, as a page break leaves it: so many lines that begin and end at one height. */
const SIDES_OF_A_ROW = 5;

/** The side of a cell ends at the rules above and below it, or goes on beyond a gap; within so many text sizes. */
const REACH = 0.25;
/** A rule that is broken in many places is there for at least this share of its height. */
const MOSTLY_THERE = 0.6;

/** Upright lines from one rule to the next that are higher than this (text sizes) are no stroke of one character. */
const LONGEST_STROKE = 1.5;
/** … and where the page ends before the next rule, this: strokes of a line of text begin and end at one height as well. */
const ABOVE_TEXT = 1.7;

function withoutStrokes(lines: readonly Line[], across: readonly Line[], textSize: number): Line[] {
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= BAND * textSize;
  return lines.filter((line) => {
    if (length(line) >= ONE_ROW * textSize) return true;
    const beside = lines.filter(({ rule }) => near(rule.from, line.rule.from) && near(rule.to, line.rule.to));
    const held = isHeld(line, [], across, textSize);
    if (beside.length >= SIDES_OF_A_ROW && (held || length(line) >= ABOVE_TEXT * textSize)) return true;
    if (held && length(line) >= LONGEST_STROKE * textSize) return true;
    const same = lines.filter(({ rule }) => near(rule.at, line.rule.at));
    const together = same.reduce((sum, other) => sum + length(other), 0);
    if (together < SEVERAL_ROWS * textSize) return false;
    return together >= MOSTLY_THERE * heightOf(same) || isHeld(line, same, across, textSize);
  });
}

function length({ rule: { from, to } }: Line): number {
  return to - from;
}

/** From the top of the first line to the bottom of the last. */
function heightOf(lines: readonly Line[]): number {
  const ends = lines.flatMap(({ rule: { from, to } }) => [from, to]);
  return Math.max(...ends) - Math.min(...ends);
}

/**
 * Whether both ends of an upright line are at a rule or at a line that goes on with it. The strokes of 行 and 情 in
 * several rows can stand above one another and touch the rule over each, but they end above the next.
 */
function isHeld(line: Line, same: readonly Line[], across: readonly Line[], textSize: number): boolean {
  const reach = REACH * textSize + line.thickness;
  const { at } = line.rule;
  const crossing = across.filter(({ rule }) => rule.from - reach <= at && at <= rule.to + reach);
  const stops = [
    ...crossing.map(({ rule }) => rule.at),
    ...same.filter((other) => other !== line).flatMap(({ rule }) => [rule.from, rule.to]),
  ];
  return [line.rule.from, line.rule.to].every((end) => stops.some((stop) => Math.abs(stop - end) <= reach));
}

interface Stretch {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

interface Line {
  readonly rule: Rule;
  readonly thickness: number;
  readonly stretches: readonly Stretch[];
}

function inDirection(mask: Mask, textSize: number, minimum: number): Line[] {
  const least = Math.max(8, Math.round(textSize * minimum));
  const gap = Math.max(1, Math.round(textSize * MAX_GAP));
  const stretches: Stretch[] = [];
  for (let row = 0; row < mask.height; row++) collect(mask, row, least, gap, stretches);
  return groups(stretches).flatMap((group) => toLine(group, textSize));
}

/** Stretches of one row of pixels that are long enough. */
function collect({ width, data }: Mask, row: number, least: number, gap: number, into: Stretch[]): void {
  const base = row * width;
  let from = -1;
  let last = 0;
  let ink = 0;
  const close = (): void => {
    const length = last + 1 - from;
    if (from >= 0 && length >= least && ink >= MIN_INK * length) into.push({ row, from, to: last + 1 });
    from = -1;
  };
  for (let x = 0; x < width; x++) {
    if (data[base + x] !== 1) continue;
    if (from >= 0 && x - last - 1 > gap) close();
    if (from < 0) {
      from = x;
      ink = 0;
    }
    last = x;
    ink++;
  }
  close();
}

/** Stretches of neighbouring rows that touch belong to one line. */
function groups(stretches: readonly Stretch[]): Stretch[][] {
  const parent = stretches.map((_, i) => i);
  let first = 0;
  stretches.forEach((stretch, i) => {
    while ((stretches[first]?.row ?? 0) < stretch.row - MAX_STEP) first++;
    for (let j = first; j < i; j++) {
      const other = stretches[j];
      if (other && other.row < stretch.row && other.from <= stretch.to && stretch.from <= other.to) {
        parent[rootOf(parent, j)] = rootOf(parent, i);
      }
    }
  });
  const found = new Map<number, Stretch[]>();
  stretches.forEach((stretch, i) => {
    const key = rootOf(parent, i);
    const group = found.get(key);
    if (group) group.push(stretch);
    else found.set(key, [stretch]);
  });
  return [...found.values()];
}

/** One line of a group; none when the group is thicker than a rule. */
function toLine(group: readonly Stretch[], textSize: number): Line[] {
  const from = Math.min(...group.map((stretch) => stretch.from));
  const to = Math.max(...group.map((stretch) => stretch.to));
  const area = group.reduce((sum, stretch) => sum + stretch.to - stretch.from, 0);
  const thickness = area / (to - from);
  if (thickness > Math.max(3, MAX_THICKNESS * textSize)) return [];
  const weighted = group.reduce((sum, stretch) => sum + (stretch.row + 0.5) * (stretch.to - stretch.from), 0);
  return [{ rule: { at: weighted / area, from, to }, thickness: Math.max(1, thickness), stretches: group }];
}

/** Blurred edges of a rule reach this many pixels beyond its ink. */
const FRINGE = 1;

/** The ink without the rules, so that none of them is taken for a 1 or a dash. */
export function withoutLines(mask: Mask, { ink }: FoundLines): Mask {
  const { width, height } = mask;
  const data = Uint8Array.from(mask.data);
  for (const { left, top, right, bottom } of ink) {
    const isWide = right - left > bottom - top;
    const [dx, dy] = isWide ? [0, FRINGE] : [FRINGE, 0];
    for (let y = Math.max(0, top - dy); y < Math.min(height, bottom + dy); y++) {
      data.fill(0, y * width + Math.max(0, left - dx), y * width + Math.min(width, right + dx));
    }
  }
  return { width, height, data };
}
