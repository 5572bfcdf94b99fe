/** Rules → groups of rules that make one table each. */

import { rootOf } from '../union-find.js';
import type { Rule, Rules } from './rules.js';

/** Rules that miss each other by no more than this (pt) meet; merging double rules moves ends this far. */
export const TOUCH = 6;
/** Height (pt) of a row ruled above and below only, between two parts of a table without side rules. */
const MAX_UNRULED_ROW = 27;

interface Part {
  horizontal: Rule[];
  vertical: Rule[];
}

/** Groups the rules of a page into tables: by crossings, and where borders are left out, by common extent. */
export function tableParts(rules: Rules): Rules[] {
  return uniteStacked(attachSides(crossingParts(rules)));
}

/** Groups rules that are connected by crossings. */
export function crossingParts({ horizontal, vertical }: Rules): Part[] {
  const parent = Array.from({ length: horizontal.length + vertical.length }, (_, i) => i);
  horizontal.forEach((h, i) => {
    vertical.forEach((v, j) => {
      if (meet(h, v)) parent[rootOf(parent, i)] = rootOf(parent, horizontal.length + j);
    });
  });
  const groups = new Map<number, Part>();
  const group = (i: number): Part => {
    const key = rootOf(parent, i);
    const found = groups.get(key) ?? { horizontal: [], vertical: [] };
    groups.set(key, found);
    return found;
  };
  horizontal.forEach((h, i) => {
    group(i).horizontal.push(h);
  });
  vertical.forEach((v, j) => {
    group(horizontal.length + j).vertical.push(v);
  });
  return [...groups.values()];
}

function meet(h: Rule, v: Rule): boolean {
  return v.at >= h.from - TOUCH && v.at <= h.to + TOUCH && h.at >= v.from - TOUCH && h.at <= v.to + TOUCH;
}

/**
 * A side border that no other rule touches belongs to the table of the same height: its first column is one cell
 * from page break to page break.
 */
function attachSides(parts: readonly Part[]): Part[] {
  const tables = parts.filter((part) => part.horizontal.length > 0);
  for (const { vertical } of parts.filter((part) => part.horizontal.length === 0)) {
    const side = extent(vertical);
    tables
      .find((table) => table.vertical.length > 0 && agree(extent(table.vertical), side))
      ?.vertical.push(...vertical);
  }
  return tables;
}

/** In a table without side rules, a row of one cell parts the rules above from those below. */
function uniteStacked(parts: readonly Part[]): Part[] {
  const sorted = [...parts].sort((a, b) => top(a) - top(b));
  const united: Part[] = [];
  for (const part of sorted) {
    const above = united.findLast((other) => isContinued(other, part));
    if (above === undefined) united.push({ horizontal: [...part.horizontal], vertical: [...part.vertical] });
    else {
      above.horizontal.push(...part.horizontal);
      above.vertical.push(...part.vertical);
    }
  }
  return united;
}

function isContinued(above: Part, below: Part): boolean {
  const gap = top(below) - Math.max(...above.horizontal.map((rule) => rule.at));
  if (gap <= 0 || gap > MAX_UNRULED_ROW) return false;
  return (
    agree(extent(above.horizontal), extent(below.horizontal)) && hasOpenSides(above) && hasOpenSides(below)
  );
}

function top(part: Part): number {
  return Math.min(...part.horizontal.map((rule) => rule.at));
}

function hasOpenSides({ horizontal, vertical }: Part): boolean {
  const sides = extent(horizontal);
  return !vertical.some((rule) => sides.some((side) => Math.abs(rule.at - side) <= TOUCH));
}

function extent(rules: readonly Rule[]): readonly [number, number] {
  return [Math.min(...rules.map((rule) => rule.from)), Math.max(...rules.map((rule) => rule.to))];
}

function agree(a: readonly [number, number], b: readonly [number, number]): boolean {
  return Math.abs(a[0] - b[0]) <= TOUCH && Math.abs(a[1] - b[1]) <= TOUCH;
}
