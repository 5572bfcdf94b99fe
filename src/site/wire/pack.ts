/**
 * Cells in few characters. A cell with a bare number, nearly all of them, is `value@place`; the others are lists of value,
 * state, raw text and place. Places are shortened: `t2r7c4` for `table 2 row 7 col 4`, `p3b102.0,…` for
 * `page 3 bbox 102.0,…`, `l57` for `line 57`; any other text stands behind `=`.
 */

import { CELL_STATES, type FormTable } from '../../model/report.js';
import { AXES, toCode, toNumber } from './axes.js';
import type { PackedCell, PackedRow } from './pieces.js';

/** A cell of the dataset, all of it text. */
export interface SiteCell {
  readonly row: string;
  readonly column: string;
  readonly edition: string;
  readonly value: string;
  readonly state: string;
  readonly raw: string;
  readonly locator: string;
  /** Empty where the form leaves no doubt. */
  readonly unit: string;
}

const BARE = /^-?\d+(?:\.\d+)?$/;

/** The cells of one table, in their order, as rows. */
export function packRows(table: FormTable, cells: readonly SiteCell[]): PackedRow[] {
  const rows: SiteCell[][] = [];
  const byRow = new Map<string, SiteCell[]>();
  for (const cell of cells) {
    const key = `${cell.row}/${cell.edition}`;
    const row = byRow.get(key) ?? [];
    if (row.length === 0) {
      byRow.set(key, row);
      rows.push(row);
    }
    row.push(cell);
  }
  return rows.map((row) => packRow(table, row));
}

function packRow(table: FormTable, cells: readonly SiteCell[]): PackedRow {
  const { rows, columns } = AXES[table];
  const own = cells.map(({ column }) => toNumber(columns, column));
  const isWhole = own.length === columns.length && own.every((column, at) => column === at);
  const [first] = cells;
  return [
    toNumber(rows, first?.row ?? ''),
    first?.edition ?? '',
    isWhole ? 0 : own,
    cells.map((cell) => packCell(cell)),
  ];
}

function packCell({ value, state, raw, locator, unit }: SiteCell): PackedCell {
  const place = packLocator(locator);
  if (state === 'reported' && raw === value && BARE.test(value) && unit === '') return `${value}@${place}`;
  const short = [value, toNumber(CELL_STATES, state), raw === value ? 0 : raw, place] as const;
  return unit === '' ? short : [...short, unit];
}

/** The inverse of {@link packRows}. */
export function unpackRows(table: FormTable, packed: readonly PackedRow[]): SiteCell[] {
  const { rows, columns } = AXES[table];
  return packed.flatMap(([row, edition, own, cells]) =>
    cells.map((cell, at) => ({
      row: toCode(rows, row),
      column: toCode(columns, own === 0 ? at : (own[at] ?? '')),
      edition,
      ...unpackCell(cell),
    })),
  );
}

function unpackCell(cell: PackedCell): Omit<SiteCell, 'row' | 'column' | 'edition'> {
  if (typeof cell === 'string') {
    const at = cell.indexOf('@');
    const value = cell.slice(0, at);
    return { value, state: 'reported', raw: value, locator: unpackLocator(cell.slice(at + 1)), unit: '' };
  }
  const [value, state, raw, place, unit = ''] = cell;
  return {
    value,
    state: toCode(CELL_STATES, state),
    raw: raw === 0 ? value : raw,
    locator: unpackLocator(place),
    unit,
  };
}

const PACKED: readonly (readonly [RegExp, string, RegExp, string])[] = [
  [/^table (\d+) row (\d+) col (\d+)$/, 't$1r$2c$3', /^t(\d+)r(\d+)c(\d+)$/, 'table $1 row $2 col $3'],
  [/^page (\d+) bbox ([\d.,-]+)$/, 'p$1b$2', /^p(\d+)b([\d.,-]+)$/, 'page $1 bbox $2'],
  [/^line (\d+)$/, 'l$1', /^l(\d+)$/, 'line $1'],
];

function packLocator(locator: string): string {
  if (locator === '') return '';
  for (const [long, short] of PACKED) if (long.test(locator)) return locator.replace(long, short);
  return `=${locator}`;
}

function unpackLocator(place: string): string {
  if (place.startsWith('=')) return place.slice(1);
  for (const [, , short, long] of PACKED) if (short.test(place)) return place.replace(short, long);
  return place;
}
