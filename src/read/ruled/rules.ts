/** Candidate rules → few clean rules: pieces joined, double rules moved together, specks dropped. All in points. */

/** A straight ruling line: at height `at` from x `from` to `to`, or for vertical ones at x `at` from y to y. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Rules {
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

/**
 * Parallel rules nearer than this share of the text size are one rule drawn double, or the borders of two
 * neighbouring cells: no line of text fits between them.
 */
const DOUBLE_RULE_SHARE = 0.55;
/** Bounds for the above in points: LibreOffice's double lines are up to 3 pt apart; a text of 10.5 pt gives 5.8. */
const MIN_DOUBLE_RULE = 3;
const MAX_DOUBLE_RULE = 6;
/** Gaps up to this (pt) along a rule are crossings, corners or dashes; the narrowest cell is wider. */
const MAX_GAP = 4;
/** Anything shorter (pt) is no border of a cell. */
const MIN_LENGTH = 5;
/** Rules kept per direction, longest first; 200 rows of a dense table with every border apart stay below. */
const MAX_RULES = 3_000;

/** Pieces of one drawn line lie within this band (pt) across it. */
const PIECE_BAND = 0.8;

/** Joins dots, dashes and cell borders that continue one another; drops what stays short. */
export function joinPieces({ horizontal, vertical }: Rules): Rules {
  return { horizontal: joinDirection(horizontal, PIECE_BAND), vertical: joinDirection(vertical, PIECE_BAND) };
}

/**
 * Moves near parallel rules of one table together, so that a double rule becomes one.
 * @param textSize usual font size of the page in points
 */
export function snapRules({ horizontal, vertical }: Rules, textSize: number): Rules {
  const width = Math.min(Math.max(textSize * DOUBLE_RULE_SHARE, MIN_DOUBLE_RULE), MAX_DOUBLE_RULE);
  return { horizontal: joinDirection(horizontal, width), vertical: joinDirection(vertical, width) };
}

function joinDirection(raw: readonly Rule[], width: number): Rule[] {
  const rules = clusterBy(raw, (rule) => rule.at, width).flatMap(mergeCluster);
  return rules.length <= MAX_RULES
    ? rules
    : rules.sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, MAX_RULES);
}

/** Groups values sorted by position so that no group is wider than `width`. */
export function clusterBy<T>(values: readonly T[], position: (value: T) => number, width: number): T[][] {
  const sorted = [...values].sort((a, b) => position(a) - position(b));
  const groups: T[][] = [];
  let start = -Infinity;
  for (const value of sorted) {
    const group = groups.at(-1);
    if (group !== undefined && position(value) - start <= width) group.push(value);
    else {
      groups.push([value]);
      start = position(value);
    }
  }
  return groups;
}

/** One position for all rules of a group, the mean weighted by length, and their stretches joined. */
function mergeCluster(cluster: readonly Rule[]): Rule[] {
  const length = cluster.reduce((sum, { from, to }) => sum + to - from, 0);
  const weighted = cluster.reduce((sum, { at, from, to }) => sum + at * (to - from), 0);
  const at = length > 0 ? weighted / length : (cluster[0]?.at ?? 0);
  const merged: { at: number; from: number; to: number }[] = [];
  for (const { from, to } of [...cluster].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to + MAX_GAP) last.to = Math.max(last.to, to);
    else merged.push({ at, from, to });
  }
  return merged.filter((rule) => rule.to - rule.from >= MIN_LENGTH);
}
