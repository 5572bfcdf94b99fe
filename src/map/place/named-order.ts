/**
 * Headers of table 三 that name other columns than the form has, a kind of organization less or a 小计 more: what their order
 * tells of the rows below.
 */

import type { DraftRow, Header } from '../walk/draft.js';
import type { RowCell } from '../walk/rows.js';
import type { Simplify } from '../words/text.js';
import { EXTRA, namedColumns } from './columns.js';
import { addsUp, CODES, numbers } from './settle.js';
import { type PlacedValues, slotsOf } from './values.js';

/** A table with fewer rows does not bear out its header. */
const FEWEST_ROWS = 5;

/** The columns that a header names, where they are not those of the form. */
interface NamedOrder {
  readonly order: readonly string[];
  /** Every row has just as many cells, and the sums agree. */
  readonly isBorneOut: boolean;
}

/**
 * Headers that name another number of columns than the form has, a kind of organization less or a 小计 more. Where every
 * row bears them out their order tells the columns, though spans or cells are lost; where not, a header that leaves out
 * a kind of organization may as well have lost its label, but figures of a column too many make all others doubtful.
 */
export function namedOrders(rows: readonly DraftRow[], simplify: Simplify): ReadonlyMap<Header, NamedOrder> {
  const orders = new Map<Header, NamedOrder>();
  for (const header of new Set(rows.flatMap((row) => row.header ?? []))) {
    const order = namedColumns(header.rows, simplify);
    const own = rows.filter((row) => row.header === header && row.reading.figures > 0);
    if (order === null || order.length === CODES.length) continue;
    const isBorneOut = own.length >= FEWEST_ROWS && own.every((row) => fitsOrder(row, order));
    orders.set(header, { order, isBorneOut });
  }
  return orders;
}

/** Added columns that hold figures in every row; one for remarks is mostly blank. */
const COUNTS = new RegExp(`^${EXTRA}(?!备注|说明|计量单位|单位)`);

function fitsOrder(row: DraftRow, order: readonly string[]): boolean {
  return slotsUnder(row, order).length === order.length && addsUp(numbers(inNamedOrder(row, order).cells));
}

/** The cells of a row, without blank ones that fill it up behind the last column that the header names. */
function slotsUnder({ reading }: DraftRow, { length }: readonly string[]): readonly RowCell[] {
  const slots = slotsOf(reading.row, reading.labelAt);
  return slots.slice(length).every(({ text }) => text === '') ? slots.slice(0, length) : slots;
}

/** What a header with other columns tells of a row; null where its order says nothing, and the form's may be tried. */
export function byNamedOrder(row: DraftRow, { order, isBorneOut }: NamedOrder): PlacedValues | null {
  if (isBorneOut) return inNamedOrder(row, order);
  const printed = slotsOf(row.reading.row, row.reading.labelAt).filter(({ text }) => text !== '');
  if (order.some((code) => COUNTS.test(code))) {
    const isWhole = printed.length === order.length && fitsOrder(row, order);
    if (isWhole) return inNamedOrder(row, order);
    return {
      kind: 'unplaceable',
      why: 'the table has a column more than the form, and the row not all of its cells',
    };
  }
  const isShort = order.length < CODES.length && printed.length === order.length;
  return isShort
    ? {
        kind: 'unplaceable',
        why: 'the row has as many figures as the header columns, which are not those of the form',
      }
    : null;
}

function inNamedOrder(row: DraftRow, order: readonly string[]): PlacedValues & { kind: 'placed' } {
  const slots = slotsUnder(row, order);
  const cells = CODES.map((code) => slots[order.indexOf(code)] ?? null);
  const without = new Set(CODES.flatMap((code, at) => (order.includes(code) ? [] : [at])));
  return { kind: 'placed', by: 'order', cells, without };
}
