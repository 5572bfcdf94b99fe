/**
 * Figures broken over two lines inside their ruled cell: the column is too narrow for all of their digits. The cell is
 * one cell of the grid, so the pieces are one figure unless a rule is missing and two rows stand in one.
 */

import type { DraftRow } from '../walk/draft.js';
import type { RowCell } from '../walk/rows.js';
import { halfWidth, readFigure } from '../words/figures.js';
import type { PlacedValues, Placement } from './values.js';

/** Digits in pieces, as a reader joins the lines of a cell. */
const PIECES = /^\d+(?: \d+)+$/;

/** No column is so narrow that only one digit goes on a line; pieces of one digit are the figures of two rows. */
const NARROWEST = 2;

/** Whether the row satisfies its own identity, and says so with a printed total. */
export type RowProof = (cells: Placement) => boolean;

/**
 * Joins the pieces of broken figures in placed rows of ruled tables: where each column breaks all of its figures at the
 * same width and holds no longer one unbroken, and where the row's sum holds with the figures joined.
 */
export function joinHalves(
  rows: readonly DraftRow[],
  placed: readonly PlacedValues[],
  proof: RowProof,
): PlacedValues[] {
  if (
    !placed.some(
      (values) => values.kind === 'placed' && values.cells.some((cell) => cell !== null && isBroken(cell)),
    )
  )
    return [...placed];
  const narrow = narrowColumns(placed.flatMap((values) => (values.kind === 'placed' ? values.cells : [])));
  return placed.map((values, at) => {
    const row = rows[at];
    const isWhole = row?.reading.row.layout === 'grid' && row.matched === 'exact';
    if (values.kind !== 'placed' || !isWhole) return values;
    const joined = joinedCells(values.cells, narrow);
    const isProven = joined !== null && proof(joined) && !areRows(values.cells, proof);
    return isProven ? { ...values, cells: joined } : values;
  });
}

/** A figure with thousands marks, and one whose last group lacks digits. */
const GROUPED = /^\d{1,3}(?:,\d{3})+$/;
const CUT_GROUP = /^\d{1,3}(?:,\d{3})*,\d{0,2}$/;

/**
 * Joins figures that a line break cuts within their thousands (`1,27 8`): the first piece is no figure by itself, and the
 * row's sum holds with both.
 */
export function joinCutGroups(placed: readonly PlacedValues[], proof: RowProof): PlacedValues[] {
  return placed.map((values) => {
    if (values.kind !== 'placed' || !values.cells.some((cell) => cell && isCutGroup(cell))) return values;
    const cells = values.cells.map((cell) => (cell && isCutGroup(cell) ? joined(cell) : cell));
    return proof(cells) ? { ...values, cells } : values;
  });
}

function isCutGroup({ text, parted, recognition }: RowCell): boolean {
  const [first = '', second, more] = halfWidth(text).split(' ');
  if (parted || recognition || second === undefined || more !== undefined) return false;
  return CUT_GROUP.test(first) && GROUPED.test(first + second);
}

/** As `joinHalves`, for cells that stand alone in their columns, as those of table 四; null when nothing proves them whole. */
export function joinHalvesOfRow(cells: Placement, proof: RowProof): Placement | null {
  const joined = joinedCells(cells, narrowColumns(cells));
  return joined && proof(joined) && !areRows(cells, proof) ? joined : null;
}

/**
 * Whether the lines of all cells can as well be rows that have run together, each with its own sum: a row of zeros below
 * another makes every figure ten times as large, and their sum too.
 */
function areRows(cells: Placement, proof: RowProof): boolean {
  const filled = cells.filter((cell) => cell !== null && cell.text !== '') as RowCell[];
  const lines = filled[0]?.text.split(' ').length ?? 0;
  if (lines < 2 || !filled.every(({ text }) => text.split(' ').length === lines)) return false;
  return Array.from({ length: lines }, (_, line) => line).every((line) =>
    proof(cells.map((cell) => cell && { ...cell, text: cell.text.split(' ')[line] ?? '' })),
  );
}

/** The cells with their pieces joined; null when there are none, or some stand in columns that are not too narrow. */
function joinedCells(cells: Placement, narrow: ReadonlySet<number>): Placement | null {
  const broken = cells.flatMap((cell) => (cell && isBroken(cell) ? [cell] : []));
  if (broken.length === 0 || !broken.every(({ col }) => narrow.has(col))) return null;
  return cells.map((cell) => (cell && isBroken(cell) ? joined(cell) : cell));
}

function joined(cell: RowCell): RowCell {
  return { ...cell, text: cell.text.replaceAll(' ', ''), parted: { raw: cell.text, by: 'proven' } };
}

function isBroken({ text, parted, recognition }: RowCell): boolean {
  return !parted && !recognition && PIECES.test(halfWidth(text));
}

/**
 * Columns of one width that explains where all of their figures are broken: each line holds no more than the width, and
 * each line that another follows had no room for its next digit.
 */
function narrowColumns(cells: Placement): Set<number> {
  const columns = new Map<number, { longest: number; full: number }>();
  for (const cell of cells) {
    if (!cell || readFigure(cell.text).kind === 'blank') continue;
    const column = columns.get(cell.col) ?? { longest: 0, full: Number.POSITIVE_INFINITY };
    columns.set(cell.col, column);
    const lines = isBroken(cell) ? cell.text.split(' ') : [cell.text];
    for (const [at, line] of lines.entries()) {
      column.longest = Math.max(column.longest, widthOf(line) - narrowOnes(line));
      const next = lines[at + 1];
      if (next !== undefined) column.full = Math.min(column.full, widthOf(line) + widthOf(next.slice(0, 1)));
    }
  }
  return new Set(
    [...columns].flatMap(([col, { longest, full }]) => (longest >= NARROWEST && longest < full ? [col] : [])),
  );
}

/** Width in half-width digits. */
function widthOf(line: string): number {
  return [...line].reduce((sum, char) => sum + (char >= '０' && char <= '９' ? 2 : 1), 0);
}

/** Ones are narrower than other digits in many typefaces, and with two of them one more digit goes on the line. */
function narrowOnes(line: string): number {
  return /[1１].*[1１]/.test(line) ? 1 : 0;
}
