/** Pieces of ink → rules drawn as dashes or dots: many small pieces in a row at even distances, as no text has them. */

import type { Rule } from '../ruled/rules.js';
import type { Piece } from './components.js';
import type { FoundLines } from './lines.js';
import type { Area } from './raster.js';

/** A dash is no thicker and no longer than this (text sizes); dots are as long as thick. */
const THICKEST = 0.18;
const LONGEST = 1.2;
/** At 150 dpi a fine rule is two pixels thick and blurred to four. */
const LEAST_THICKNESS = 4;
/** Dashes of one rule lie within this many pixels of one another across it. */
const BESIDE = 1.5;
/** White between two dashes (text sizes): where rules cross, the cross is no dash and is missing among them. */
const MAX_GAP = 1.3;
/** A rule has so many dashes, and is this long (text sizes); a piece of one goes on where another piece ends. */
const FEWEST = 6;
const FEWEST_BESIDE = 3;
const SHORTEST = 2.5;
const SAME_PLACE = 2;
/** Share of a rule that is ink; of its gaps, the share that is as long as most of them are, give or take this. */
const MIN_INK = 0.25;
const EVEN_SHARE = 0.6;
const EVEN = 0.35;
const EVEN_PIXELS = 1.5;
/** Where two rules cross or meet, their dashes make one piece no larger than this (text sizes). */
const LARGEST_CROSS = 0.9;

/** A dash with the direction of its rule as first axis, so that both directions are found alike. */
interface Dash {
  readonly piece: Piece;
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

interface DashedRule {
  readonly rule: Rule;
  readonly dashes: readonly Dash[];
}

/** The dashed rules of a page and all pieces of ink that they are made of. */
export interface DashedLines {
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
  readonly pieces: ReadonlySet<Piece>;
}

/**
 * Finds dashed and dotted rules on a straight page.
 * @param textSize usual size of the characters in pixels
 */
export function dashedLines(pieces: readonly Piece[], textSize: number): DashedLines {
  const across = ({ left, right, top, bottom }: Area) => ({ from: left, to: right, low: top, high: bottom });
  const down = ({ left, right, top, bottom }: Area) => ({ from: top, to: bottom, low: left, high: right });
  const [horizontal, vertical] = [across, down].map((turn) => rulesAlong(pieces, turn, textSize)) as [
    DashedRule[],
    DashedRule[],
  ];
  const own = new Set([...horizontal, ...vertical].flatMap(({ dashes }) => dashes.map(({ piece }) => piece)));
  if (horizontal.length > 0 && vertical.length > 0)
    for (const piece of pieces) if (isCross(piece, horizontal, vertical, textSize)) own.add(piece);
  return {
    horizontal: horizontal.map(({ rule }) => rule),
    vertical: vertical.map(({ rule }) => rule),
    pieces: own,
  };
}

/** Dashed rules beside the drawn ones; their ink is taken out with that of the others. */
export function withDashes(lines: FoundLines, { horizontal, vertical, pieces }: DashedLines): FoundLines {
  if (pieces.size === 0) return lines;
  return {
    horizontal: [...lines.horizontal, ...horizontal],
    vertical: [...lines.vertical, ...vertical],
    thickness: lines.thickness,
    ink: [...lines.ink, ...pieces],
  };
}

/** Whether a dashed rule runs through a piece of ink, which then is no character: one where rules cross or meet. */
export function isOnDashed(
  { left, top, right, bottom }: Area,
  { horizontal, vertical }: DashedLines,
  textSize: number,
): boolean {
  const reach = MAX_GAP * textSize;
  const runsThrough = (
    { at, from, to }: Rule,
    low: number,
    high: number,
    start: number,
    end: number,
  ): boolean => at >= low && at <= high && from - reach <= start && to + reach >= end;
  return (
    horizontal.some((rule) => runsThrough(rule, top, bottom, left, right)) ||
    vertical.some((rule) => runsThrough(rule, left, right, top, bottom))
  );
}

function rulesAlong(
  pieces: readonly Piece[],
  turn: (piece: Piece) => { from: number; to: number; low: number; high: number },
  textSize: number,
): DashedRule[] {
  const thickest = Math.max(LEAST_THICKNESS, THICKEST * textSize);
  const dashes = pieces.flatMap((piece): Dash[] => {
    const { from, to, low, high } = turn(piece);
    if (high - low > thickest || to - from > LONGEST * textSize || to - from < (high - low) / 2) return [];
    return [{ piece, from, to, at: (low + high) / 2 }];
  });
  const found = chains(dashes, MAX_GAP * textSize);
  const rules = found.filter((chain) => isRule(chain, textSize)).map(toRule);
  const places = rules.map(({ rule }) => rule.at);
  const rest = found.filter(
    (chain) =>
      chain.length >= FEWEST_BESIDE &&
      !isRule(chain, textSize) &&
      places.some((at) => Math.abs(at - (chain[0]?.at ?? 0)) <= SAME_PLACE),
  );
  return [...rules, ...rest.map(toRule)];
}

/** Dashes that follow one another in a straight line. */
function chains(dashes: readonly Dash[], gap: number): Dash[][] {
  let open: Dash[][] = [];
  const closed: Dash[][] = [];
  for (const dash of [...dashes].sort((a, b) => a.from - b.from)) {
    const isReached = (chain: Dash[]): boolean => dash.from - (chain.at(-1)?.to ?? 0) <= gap;
    closed.push(...open.filter((chain) => !isReached(chain)));
    open = open.filter(isReached);
    const own = open.find((chain) => {
      const last = chain.at(-1);
      return last !== undefined && Math.abs(last.at - dash.at) <= BESIDE && dash.from > last.to;
    });
    if (own === undefined) open.push([dash]);
    else own.push(dash);
  }
  return [...closed, ...open];
}

function isRule(chain: readonly Dash[], textSize: number): boolean {
  const [first, last] = [chain[0], chain.at(-1)];
  if (chain.length < FEWEST || first === undefined || last === undefined) return false;
  const length = last.to - first.from;
  const ink = chain.reduce((sum, { from, to }) => sum + to - from, 0);
  if (length < SHORTEST * textSize || ink < MIN_INK * length) return false;
  const gaps = chain.slice(1).map(({ from }, i) => from - (chain[i]?.to ?? 0));
  const usual = [...gaps].sort((a, b) => a - b)[gaps.length >> 1] ?? 0;
  const even = gaps.filter((gap) => Math.abs(gap - usual) <= EVEN * usual + EVEN_PIXELS);
  return even.length >= EVEN_SHARE * gaps.length;
}

function toRule(dashes: readonly Dash[]): DashedRule {
  const at = dashes.reduce((sum, dash) => sum + dash.at, 0) / dashes.length;
  return { rule: { at, from: dashes[0]?.from ?? 0, to: dashes.at(-1)?.to ?? 0 }, dashes };
}

/** A small piece on a rule of each direction. */
function isCross(
  { left, top, right, bottom }: Piece,
  horizontal: readonly DashedRule[],
  vertical: readonly DashedRule[],
  textSize: number,
): boolean {
  if (Math.max(right - left, bottom - top) > LARGEST_CROSS * textSize) return false;
  const reach = MAX_GAP * textSize;
  const isOn = ({ rule }: DashedRule, low: number, high: number, from: number, to: number): boolean =>
    rule.at >= low - BESIDE && rule.at <= high + BESIDE && to >= rule.from - reach && from <= rule.to + reach;
  return (
    horizontal.some((line) => isOn(line, top, bottom, left, right)) &&
    vertical.some((line) => isOn(line, left, right, top, bottom))
  );
}
