/** Rows of the form that stand outside the tables: they go to `unmapped.csv`, and their cells are not called absent or blank. */

import type { FormCell, UnmappedRow } from '../../model/report.js';
import type { Draft } from '../walk/draft.js';
import type { Overlooked } from '../walk/overlooked.js';
import { rowText } from '../walk/rows.js';
import { undecidedCell } from './cells.js';
import { type AssembledTable, placeOf, type Tables } from './printing.js';

const REASON = 'a row of the form that stands outside its table';
/** A row whose cells are read elsewhere is worth a line from so many figures on: less is a remark. */
const FIGURES_OF_A_ROW = 2;

/** With so many of its rows a part of the table stands outside of it, in which further ones may have lost their labels. */
const PART_OF_TABLE = 3;

/** The tables, with every printed row of the form that was not mapped made visible. */
export function withOverlooked(tables: Tables, { overlooked, rows }: Draft): Tables {
  if (overlooked.length === 0) return tables;
  const kept = new Set(rows.map(({ reading }) => reading));
  const add = (table: Overlooked['table']) =>
    withRows(
      tables[table],
      overlooked.filter((row) => row.table === table),
      kept,
    );
  return { ...tables, proactive: add('proactive'), applications: add('applications') };
}

function withRows(
  table: AssembledTable,
  rows: readonly Overlooked[],
  kept: ReadonlySet<Overlooked['reading']>,
): AssembledTable {
  const contradicted = new Map<string, Overlooked>();
  for (const row of rows)
    if (table.cells.some((cell) => cell.row === row.code && isUnread(cell))) contradicted.set(row.code, row);
  const unmapped = rows
    .filter(
      (row) =>
        !kept.has(row.reading) &&
        (contradicted.has(row.code) || table.cells.length === 0 || row.reading.figures >= FIGURES_OF_A_ROW),
    )
    .map(
      ({ table: name, reading: { row } }): UnmappedRow => ({
        table: name,
        locator: row.locator,
        raw: rowText(row),
        reason: REASON,
      }),
    );
  const [first] = contradicted.values();
  const others = contradicted.size >= PART_OF_TABLE ? first : undefined;
  const cells = table.cells.map((cell) => corrected(cell, contradicted.get(cell.row) ?? others));
  return { ...table, cells, unmapped: [...table.unmapped, ...unmapped] };
}

/** Nothing was found printed for the cell. */
function isUnread({ state, locator }: FormCell): boolean {
  return state === 'absent' || (state === 'blank' && locator === null);
}

function corrected(cell: FormCell, row: Overlooked | undefined): FormCell {
  if (!row || !isUnread(cell)) return cell;
  const { row: source } = row.reading;
  const place = { ...placeOf(cell.table, cell.row, cell.column), edition: cell.edition };
  return undecidedCell(place, rowText(source), source.locator, REASON);
}
