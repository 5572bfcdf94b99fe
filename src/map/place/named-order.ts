/**
 * Headers of table 三 that name other columns than the form has, a kind of organization less or a 小计 more: what their order
 * tells of the rows below.
 */

import type { DraftRow, Header } from '../walk/draft.js';
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
    if (isBorneOut || order.some((code) => COUNTS.test(code))) orders.set(header, { order, isBorneOut });
  }
  return orders;
}

/** Added columns that hold figures in every row; one for remarks is mostly blank. */
const COUNTS = new RegExp(`^${EXTRA}(?!备注|说明|计量单位|单位)`);

function fitsOrder(row: DraftRow, order: readonly string[]): boolean {
  return (
    slotsOf(row.reading.row, row.reading.labelAt).length === order.length &&
    addsUp(numbers(inNamedOrder(row, order).cells))
  );
}

export function byNamedOrder(row: DraftRow, { order, isBorneOut }: NamedOrder): PlacedValues {
  if (isBorneOut) return inNamedOrder(row, order);
  const slots = slotsOf(row.reading.row, row.reading.labelAt);
  if (fitsOrder(row, order) && slots.every(({ text }) => text !== '')) return inNamedOrder(row, order);
  return {
    kind: 'unplaceable',
    why: 'the table has a column more than the form, and the row not all of its cells',
  };
}

function inNamedOrder({ reading }: DraftRow, order: readonly string[]): PlacedValues & { kind: 'placed' } {
  const slots = slotsOf(reading.row, reading.labelAt);
  const cells = CODES.map((code) => slots[order.indexOf(code)] ?? null);
  const without = new Set(CODES.flatMap((code, at) => (order.includes(code) ? [] : [at])));
  return { kind: 'placed', by: 'order', cells, without };
}
