/**
 * Lines of figures that belong to no row. In a column too narrow for it a figure is broken over two lines, and in a
 * table without rules its other half stands on a line by itself: then half a number must never be taken for one.
 */

import type { DraftRow } from '../walk/draft.js';
import type { RowCell } from '../walk/rows.js';
import { readFigure } from '../words/figures.js';
import { isEndedBy } from './neighbours.js';

/** Rows with the lines joined to them, and the lines of which nobody can say whose they are. */
export interface Gathered {
  readonly rows: DraftRow[];
  readonly strays: DraftRow[];
}

/** Whether the figures of one row, by column, satisfy its own identity; null where the table has none. */
export type RowCheck = (figures: ReadonlyMap<number, string>) => boolean | null;

/** A piece of a figure, or several of them in one cell; lines are broken between digits of full width before all others. */
const BARE_DIGITS = /^[-+\d０-９.,．，\s]*[\d０-９][-+\d０-９.,．，\s]*$/;

/** Row total = sum of all other figures; the total stands last. */
export const lastIsTheSum: RowCheck = (figures) => {
  const columns = [...figures].sort(([a], [b]) => a - b);
  const values = columns.map(([, text]) => readFigure(text));
  const numbers = values.map((figure) => (figure.kind === 'number' ? Number(figure.value) : Number.NaN));
  const total = numbers.at(-1) ?? Number.NaN;
  return numbers.length > 1 && numbers.slice(0, -1).reduce((sum, value) => sum + value, 0) === total;
};

/** Table 二 has no identity. */
export const withoutCheck: RowCheck = () => null;

/** Lines directly above and below a row that may hold halves of its figures. */
interface Claim {
  readonly row: DraftRow;
  readonly above: readonly DraftRow[];
  readonly below: readonly DraftRow[];
}

/**
 * Joins each line of figures without a row to the row beside it. Where the row's own sum holds with it, and not
 * without it, the halves are one figure; else the cells of every row that it may belong to are left open.
 */
export function gatherStrays(rows: readonly DraftRow[], check: RowCheck): Gathered {
  const claims = rows.flatMap((row, at) => claimOf(rows, row, at, check));
  const proven = provenClaims(claims, check);
  const taken = new Set([...proven.values()].flatMap(({ above, below }) => [...above, ...below]));
  const strays = new Set<DraftRow>();
  const joined = new Map<DraftRow, DraftRow>();
  for (const claim of claims) {
    const own = proven.get(claim.row);
    const free = (lines: readonly DraftRow[]) => lines.filter((line) => !taken.has(line));
    const rest = own ?? { row: claim.row, above: free(claim.above), below: free(claim.below) };
    const lines = [...rest.above, ...rest.below];
    if (lines.length === 0 || (!own && standsAlone(rest, check))) continue;
    joined.set(claim.row, withLines(rest, own ? 'proven' : 'open'));
    if (!own) for (const line of lines) strays.add(line);
  }
  const kept = rows.filter((row) => !taken.has(row) && !strays.has(row));
  return { rows: kept.map((row) => joined.get(row) ?? row), strays: [...strays] };
}

function claimOf(rows: readonly DraftRow[], row: DraftRow, at: number, check: RowCheck): Claim[] {
  if (row.code === null || row.reading.row.layout !== 'aligned' || piecesOf(row).size === 0) return [];
  const above = linesBeside(rows, at, -1, check).reverse();
  const below = linesBeside(rows, at, 1, check);
  return above.length + below.length > 0 ? [{ row, above, below }] : [];
}

/** Lines of figures next to a row, up to the next row of the form with figures; lines of labels lie between. */
function linesBeside(rows: readonly DraftRow[], from: number, step: 1 | -1, check: RowCheck): DraftRow[] {
  const found: DraftRow[] = [];
  const owner = rows[from];
  for (let at = from + step; owner; at += step) {
    const row = rows[at];
    if (!row || row.code !== null || row.header !== owner.header || !sameTable(row, owner)) break;
    if (piecesOf(row).size === 0) continue;
    if (!isPartOf(row, owner, check)) break;
    found.push(row);
  }
  return found;
}

function sameTable(a: DraftRow, b: DraftRow): boolean {
  return a.reading.row.table === b.reading.row.table;
}

/**
 * Whether a line can be part of a row: its figures stand in other columns only or in fewer or more of them, or its
 * text ends the row's label. A line with as many figures is a row by itself, whose label may be lost, unless it has
 * a sum that does not hold.
 */
function isPartOf(line: DraftRow, owner: DraftRow, check: RowCheck): boolean {
  const [mine, own] = [piecesOf(line), piecesOf(owner)];
  const unlike = mine.size !== own.size || [...mine.keys()].some((col) => !own.has(col));
  const halves = line.reading.label.full === '' && check(mine) === false;
  return unlike || halves || endsLabel(line, owner);
}

function endsLabel(line: DraftRow, owner: DraftRow): boolean {
  const tail = line.reading.label.full;
  return tail !== '' && owner.matched !== 'exact' && isEndedBy(owner, tail);
}

/** Bare digits of a row by column. */
function piecesOf({ reading }: DraftRow): ReadonlyMap<number, string> {
  const cells = reading.row.cells.filter(({ inherited, text }) => !inherited && BARE_DIGITS.test(text));
  return new Map(cells.map(({ col, text }) => [col, text]));
}

/** Rows whose sum holds with one choice of the lines beside them and with no other, nor without any. */
function provenClaims(claims: readonly Claim[], check: RowCheck): Map<DraftRow, Claim> {
  const proven = new Map<DraftRow, Claim>();
  for (const claim of claims) {
    const [only, ...others] = choices(claim).filter((choice) => check(figuresOf(choice)));
    const isLonger = only !== undefined && only.above.length + only.below.length > 0;
    if (isLonger && others.length === 0 && hasAmount(only)) proven.set(claim.row, only);
  }
  const uses = new Map<DraftRow, number>();
  for (const { above, below } of proven.values())
    for (const line of [...above, ...below]) uses.set(line, (uses.get(line) ?? 0) + 1);
  for (const [row, { above, below }] of [...proven])
    if ([...above, ...below].some((line) => (uses.get(line) ?? 0) > 1)) proven.delete(row);
  return proven;
}

/** Zeros satisfy any identity, and so prove nothing. */
function hasAmount(claim: Claim): boolean {
  return [...figuresOf(claim).values()].some((text) => /[1-9１-９]/.test(text));
}

/** The nearest lines, in any number: none, those from the row upwards, those from the row downwards, both. */
function choices({ row, above, below }: Claim): Claim[] {
  return Array.from({ length: above.length + 1 }, (_, up) =>
    Array.from({ length: below.length + 1 }, (_, down) => ({
      row,
      above: above.slice(above.length - up),
      below: below.slice(0, down),
    })),
  ).flat();
}

/** Whether the row is whole as it stands: its sum holds, and with none of the lines beside it. */
function standsAlone(claim: Claim, check: RowCheck): boolean {
  const [only, ...others] = choices(claim).filter((choice) => check(figuresOf(choice)));
  return only !== undefined && others.length === 0 && only.above.length + only.below.length === 0;
}

function figuresOf(claim: Claim): Map<number, string> {
  const figures = new Map<number, string>();
  for (const row of [...claim.above, claim.row, ...claim.below])
    for (const [col, text] of piecesOf(row)) figures.set(col, (figures.get(col) ?? '') + text);
  return figures;
}

function withLines(claim: Claim, parted: 'proven' | 'open'): DraftRow {
  const { row, above, below } = claim;
  const lines = [...above, ...below].map(piecesOf);
  const cells = row.reading.row.cells.map((cell): RowCell => {
    if (cell.inherited || !lines.some((pieces) => pieces.has(cell.col))) return cell;
    const parts = [...above, row, ...below].flatMap((line) => textAt(line, cell.col));
    const raw = parts.join(' ');
    return { ...cell, text: parted === 'proven' ? parts.join('') : raw, parted: { raw, by: parted } };
  });
  return { ...row, reading: { ...row.reading, row: { ...row.reading.row, cells } } };
}

function textAt({ reading }: DraftRow, col: number): string[] {
  return reading.row.cells
    .filter((cell) => !cell.inherited && cell.col === col && cell.text !== '')
    .map(({ text }) => text);
}
