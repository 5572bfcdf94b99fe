/** Tables of elements that their style places on a grid: `grid-area: 3 / 2 / span 1 / span 3`. */

import type { DomElement } from './dom.js';

/** Lines of the grid that a cell covers: 0-based slot and spans. */
export interface Area {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

const IS_GRID = /display\s*:\s*(?:inline-)?grid/i;
const LINE = String.raw`(\d{1,4})`;
const END = String.raw`(?:\s*\/\s*(span\s+)?(\d{1,4}))?`;
const AREA = new RegExp(String.raw`grid-area\s*:\s*${LINE}\s*\/\s*${LINE}${END}${END}`, 'i');
const ROW = new RegExp(String.raw`grid-row\s*:\s*${LINE}${END}`, 'i');
const COLUMN = new RegExp(String.raw`grid-column\s*:\s*${LINE}${END}`, 'i');

/** Whether an element's own style makes a grid of its children. */
export function isGrid({ attribs: { style } }: DomElement): boolean {
  return style !== undefined && IS_GRID.test(style);
}

/** Where an element's own style places it on the grid; null where it leaves that to the browser. */
export function areaOf({ attribs: { style = '' } }: DomElement): Area | null {
  const [, row, col, rowBy, rowEnd, colBy, colEnd] = AREA.exec(style) ?? [];
  if (row !== undefined) return area([row, rowBy, rowEnd], [col, colBy, colEnd]);
  const [, ...rows] = ROW.exec(style) ?? [];
  const [, ...columns] = COLUMN.exec(style) ?? [];
  return rows.length === 0 || columns.length === 0 ? null : area(rows, columns);
}

/** First line, whether the end is a span, and the end of one axis. */
type Axis = readonly (string | undefined)[];

function area(rows: Axis, columns: Axis): Area | null {
  const [row, rowSpan] = stretch(rows);
  const [col, colSpan] = stretch(columns);
  return row < 0 || col < 0 || rowSpan < 1 || colSpan < 1 ? null : { row, col, rowSpan, colSpan };
}

function stretch([start, by, end]: Axis): [number, number] {
  const first = Number(start);
  const length = end === undefined ? 1 : by === undefined ? Number(end) - first : Number(end);
  return [first - 1, length];
}

/** Whether two areas have a slot in common: then one hides the other. */
export function overlap(areas: readonly Area[]): boolean {
  const taken = new Set<number>();
  for (const { row, col, rowSpan, colSpan } of areas)
    for (let y = row; y < row + rowSpan; y++)
      for (let x = col; x < col + colSpan; x++) {
        if (taken.has(y * WIDEST + x)) return true;
        taken.add(y * WIDEST + x);
      }
  return false;
}
const WIDEST = 10_000;
