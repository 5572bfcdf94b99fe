/**
 * Which placements the sums of a whole table bear out: cells told by their order alone, and headers in another order than
 * the form's, are believed only where the rows that can object do not.
 */

import type { DraftRow, Header } from '../walk/draft.js';
import type { Columns } from './columns.js';
import { addsUp, CODES, certainNumbers, numbers } from './settle.js';
import type { PlacedValues } from './values.js';

/** So many rows must object before their order is given up: one row that does not add up may be printed so. */
const FEWEST_OBJECTIONS = 2;

/**
 * Cells that are told by their order alone are believed only where the sums of half of the rows agree: where a column is
 * lost and another follows (numbers of rows, last year's totals), each row still has as many figures as the form.
 */
export function borneOut(rows: readonly DraftRow[], placed: readonly PlacedValues[]): PlacedValues[] {
  const tables = new Map<number, { asked: number; object: number }>();
  for (const [at, values] of placed.entries()) {
    if (values.kind !== 'placed' || values.by === 'header') continue;
    const figures = certainNumbers(values.cells);
    if (figures.includes(null) || figures.every((figure) => figure === 0)) continue;
    const table = rows[at]?.reading.row.table ?? 0;
    const tally = tables.get(table) ?? { asked: 0, object: 0 };
    tally.asked++;
    if (!addsUp(figures)) tally.object++;
    tables.set(table, tally);
  }
  return placed.map((values, at) => {
    const tally = tables.get(rows[at]?.reading.row.table ?? 0);
    const isRefuted =
      tally !== undefined &&
      tally.object >= FEWEST_OBJECTIONS &&
      tally.object > tally.asked * (1 - LEAST_BORNE_OUT);
    if (!isRefuted || values.kind !== 'placed' || values.by === 'header') return values;
    return {
      kind: 'unplaceable',
      why: 'only their order tells the columns, and the sums of most rows object',
    };
  });
}

/**
 * Where narrow columns broke figures over lines, a row that does not add up can be the last lines of a row whose first ones
 * went elsewhere. `first` are the rows as they were placed, `placed` what is believed of them.
 */
export function withoutHalves(
  first: readonly PlacedValues[],
  placed: readonly PlacedValues[],
): PlacedValues[] {
  if (!first.some(hasBroken)) return [...placed];
  const why = 'figures of the table are broken over lines, and the row has no sum';
  return placed.map((values, at) => (isHalf(first[at]) ? { kind: 'unplaceable', why } : values));
}

/** A figure that a narrow column broke over two lines. */
const BROKEN = /^\d+ \d+$/;

function hasBroken(values: PlacedValues | undefined): boolean {
  return values?.kind === 'placed' && values.cells.some((cell) => BROKEN.test(cell?.text ?? ''));
}

/** Whether a row told by its order is whole by itself and yet does not add up. */
function isHalf(values: PlacedValues | undefined): boolean {
  if (values?.kind !== 'placed' || values.by === 'header' || hasBroken(values)) return false;
  const figures = numbers(values.cells);
  return !figures.includes(null) && !addsUp(figures);
}

/** A header in another order than the form's must be borne out by half of the rows that can bear it out. */
const LEAST_BORNE_OUT = 0.5;

/**
 * A header that lost a cell reads like one in another order, or like one of a table with a column less: it is believed only
 * where it describes most of its rows, and in another order only where their sums agree too. Rows of nothing but zeros
 * agree with any order and are not asked.
 */
export function believable(
  rows: readonly DraftRow[],
  placed: readonly (PlacedValues | null)[],
  columnsOf: (header: Header) => Columns,
): (PlacedValues | null)[] {
  const headers = new Map<Header, HeaderTally>();
  for (const [at, { header, reading }] of rows.entries()) {
    if (!header || isThatOfTheForm(columnsOf(header))) continue;
    const tally = headers.get(header) ?? { described: 0, others: 0, asked: 0, agree: 0 };
    headers.set(header, tally);
    const values = placed[at];
    if (values?.kind !== 'placed') {
      if (reading.figures > 0) tally.others++;
      continue;
    }
    tally.described++;
    if (isInFormOrder(columnsOf(header))) continue;
    const figures = certainNumbers(values.cells);
    const isOpen = figures.some((figure, col) => figure === null && !values.without?.has(col));
    if (isOpen || figures.every((figure) => figure === 0)) continue;
    tally.asked++;
    if (addsUp(figures)) tally.agree++;
  }
  return placed.map((values, at) => {
    const header = rows[at]?.header;
    const tally = header ? headers.get(header) : undefined;
    if (!values || !tally) return values;
    if (tally.others > tally.described) return null;
    if (tally.agree >= tally.asked * LEAST_BORNE_OUT) return values;
    return {
      kind: 'unplaceable',
      why: 'the columns of the header are in another order, and the sums object',
    };
  });
}

/** Rows of one header: those it describes, the other ones with figures, and how the sums of the first answer. */
interface HeaderTally {
  described: number;
  others: number;
  asked: number;
  agree: number;
}

function isThatOfTheForm(columns: Columns): boolean {
  return CODES.every((code) => columns.has(code)) && isInFormOrder(columns);
}

function isInFormOrder(columns: Columns): boolean {
  const starts = CODES.flatMap((code) => columns.get(code)?.from ?? []);
  return starts.every((from, at) => at === 0 || from > (starts[at - 1] ?? 0));
}
