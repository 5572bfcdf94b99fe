/** The cells of table 四. */

import type { FormCell, UnmappedRow } from '../../model/report.js';
import { chooseCopies, OTHER_YEAR } from '../place/copies.js';
import { placeRemedies, REMEDY_CODES } from '../place/remedies.js';
import type { Draft, DraftRow } from '../walk/draft.js';
import { rowText } from '../walk/rows.js';
import type { Simplify } from '../words/text.js';
import { absentCell, printedCell, undecidedCell } from './cells.js';
import {
  type AssembledTable,
  addRow,
  groundOf,
  keyOf,
  leftOutRows,
  mergePrintings,
  type Printing,
  placeOf,
} from './printing.js';

/** The fifteen cells of table 四; empty when it was not found. */
export function assembleRemedies(draft: Draft, year: string, simplify: Simplify): AssembledTable {
  const { chosen, leftOut } = chooseCopies(draft, 'remedies', year);
  const unmapped = leftOutRows('remedies', leftOut);
  const printings = chosen.map((rows) => {
    const printing: Printing = new Map();
    const { own, others } = ofYear(rows, year);
    for (const row of others) unmapped.push(otherYear(row));
    const figures = own.some(({ reading }) => reading.figures > 0)
      ? own.filter(({ reading }) => reading.figures > 0)
      : own.slice(0, 1);
    for (const row of figures) {
      const { codes, cells, inferred, ground: ofRow, grounds } = placeRemedies(row, simplify);
      const rowCells = codes.map((code, at): FormCell => {
        const [path = '', result = ''] = code.split('/');
        const cell = cells[at];
        const place = placeOf('remedies', path, result);
        const ground = grounds?.[at] ?? groundOf(row, ofRow);
        return cell === 'undecided' || cell === undefined
          ? undecidedCell(place, rowText(row.reading.row), row.reading.row.locator, ground)
          : printedCell(place, cell, inferred, ground);
      });
      addRow(printing, rowCells, row, unmapped);
    }
    return printing;
  });
  const merged = mergePrintings(printings);
  if (merged.size === 0 && !hasHeader(draft)) return { cells: [], unmapped, editions: new Set() };
  const cells = REMEDY_CODES.map((code) => {
    const [path = '', result = ''] = code.split('/');
    return merged.get(keyOf(path, result)) ?? absentCell(placeOf('remedies', path, result));
  });
  return { cells, unmapped, editions: new Set() };
}

/** A row that is named by a year alone. */
const YEAR_LABEL = /^(20\d\d)\s*年?度?$/;

/** Where rows are named by years, those of the report's year, when there is one; rows without a year stay. */
function ofYear(
  rows: readonly DraftRow[],
  year: string,
): { own: readonly DraftRow[]; others: readonly DraftRow[] } {
  const yearOf = ({ reading: { row } }: DraftRow) =>
    YEAR_LABEL.exec(row.cells.find(({ text }) => text !== '')?.text.trim() ?? '')?.[1] ?? null;
  const years = new Set(rows.map(yearOf));
  if (!years.has(year) || years.size < 2) return { own: rows, others: [] };
  const isOther = (row: DraftRow) => ![year, null].includes(yearOf(row));
  return { own: rows.filter((row) => !isOther(row)), others: rows.filter(isOther) };
}

function otherYear({ table, reading: { row } }: DraftRow): UnmappedRow {
  return { table, locator: row.locator, raw: rowText(row), reason: `${OTHER_YEAR} in a row of its own` };
}

/** A header of table 四 without a row below it: the table is there, its row is not. */
function hasHeader(draft: Draft): boolean {
  return draft.headers.some(({ table, rows }) => table === 'remedies' && rows.length >= HEADER_ROWS);
}

/** A heading alone can look like one row of the header. */
const HEADER_ROWS = 2;
