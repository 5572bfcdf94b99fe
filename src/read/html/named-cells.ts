/**
 * Tables made for narrow screens: they have no header row, each cell bears the name of its column in an attribute, and the
 * style sheet shows it beside the value (`content: attr(data-title)`).
 */

import { type CellText, oneLine } from '../celllines.js';
import { tidy } from '../whitespace.js';
import type { DomElement } from './dom.js';
import type { MarkupRow } from './grid.js';

export interface ReadRow extends MarkupRow {
  readonly texts: readonly CellText[];
  /** The names of their columns that the cells bear; empty where they bear none. */
  readonly names: readonly string[];
}

const ATTRIBUTES = [
  'data-title',
  'data-label',
  'data-th',
  'data-header',
  'data-column',
  'data-name',
] as const;
/** A form with fewer columns has its names printed. */
const FEWEST_NAMED = 2;

/** The name of its column that a cell bears; empty without one. */
export function columnName({ attribs }: DomElement): string {
  return tidy(ATTRIBUTES.map((name) => attribs[name]).find((text) => text !== undefined) ?? '');
}

/** The rows below a header of the names that their cells bear; as they are where it is printed or rows disagree. */
export function withNamedColumns(rows: readonly ReadRow[]): readonly ReadRow[] {
  const [first] = rows;
  const names = first?.names ?? [];
  if (first === undefined || names.filter((name) => name !== '').length < FEWEST_NAMED) return rows;
  const isNamed = ({ cells, names: own }: ReadRow): boolean =>
    cells.length === names.length && own.every((name, at) => name === names[at]);
  if (!rows.every(isNamed) || names.some((name, at) => name !== '' && first.cells[at]?.text === name))
    return rows;
  const texts = names.map(oneLine);
  const cells = texts.map((text) => ({ text: text.text, rowSpan: 1, colSpan: 1 }));
  return [{ group: first.group, cells, texts, names }, ...rows];
}
