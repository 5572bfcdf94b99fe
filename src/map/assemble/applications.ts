/** The cells of table 三. */

import { APPLICANTS, APPLICATION_ITEMS } from '../../form/index.js';
import type { FormCell, UnmappedRow } from '../../model/report.js';
import { placeApplications } from '../place/applications.js';
import { chooseCopies } from '../place/copies.js';
import { hasSubRows, itemsOf } from '../place/groups.js';
import { figuresBeside, standIns } from '../place/missing.js';
import { joinPartedRows, nameByNeighbours, withoutTails } from '../place/neighbours.js';
import { REMEDY_CODES } from '../place/remedies.js';
import { gatherStrays, lastIsTheSum } from '../place/strays.js';
import type { Draft, DraftRow } from '../walk/draft.js';
import { findItem } from '../walk/reading.js';
import { hasColumns, isScanned, rowText } from '../walk/rows.js';
import { labelText, type Simplify } from '../words/text.js';
import { absentCell, completedCell, missingCell, printedCell, undecidedCell } from './cells.js';
import {
  type AssembledTable,
  addRow,
  groundOf,
  keyOf,
  leftOutRows,
  mergePrintings,
  type Printing,
  placeOf,
  strayRows,
  unmatchedRows,
} from './printing.js';
import { WIDEST_BLOCK } from './proactive.js';

const FORM_ORDER = APPLICATION_ITEMS.map(({ code }) => code);

/** All rows of the form for table 三, rows that are not printed as absent; empty when the table was not found. */
export function assembleApplications(draft: Draft, year: string, simplify: Simplify): AssembledTable {
  const { chosen, leftOut } = chooseCopies(draft, 'applications', year);
  if (chosen.length === 0)
    return { cells: [], unmapped: leftOutRows('applications', leftOut), editions: new Set() };
  const unmapped = leftOutRows('applications', leftOut);
  const givenUp = new Map<string, DraftRow>();
  const surplus = surplusIn(draft);
  const unread = chosen.flat().find(isUnread) ?? null;
  const nameless: ((code: string) => DraftRow | null)[] = [];
  const printings = chosen.map((rows) => {
    const whole = gatherStrays(withoutTails(rows), lastIsTheSum);
    const byNeighbours = nameByNeighbours(whole.rows);
    const parted = joinPartedRows(byNeighbours);
    const gathered = gatherStrays(withoutNamedGroup(parted.rows), lastIsTheSum);
    const standIn = standIns(gathered.rows, FORM_ORDER);
    nameless.push(standIn);
    const doubtful = new Map(gathered.rows.flatMap((row, at) => besideOf(gathered.rows, row, at)));
    const named = gathered.rows.filter(
      (row) => !parted.spent.has(row) && !doubtful.has(row) && !isOnlyLabel(row, standIn),
    );
    const strays = [...whole.strays, ...gathered.strays];
    unmapped.push(...strayRows(strays));
    nameless.push(standIns(withLines(rows, strays), FORM_ORDER));
    const kept = new Set(named.map(({ code }) => code));
    for (const row of byNeighbours) if (row.code !== null && !kept.has(row.code)) givenUp.set(row.code, row);
    for (const [{ code }, figures] of doubtful)
      if (code !== null && !kept.has(code)) givenUp.set(code, figures);
    unmapped.push(...unmatchedRows('applications', named));
    for (const row of named)
      for (const code of labelsBefore(row, simplify)) if (!kept.has(code)) givenUp.set(code, row);
    return applicationPrinting(named, surplus !== null || strays.length > 0, simplify, unmapped);
  });
  const merged = mergePrintings(printings);
  const printed = new Set([...merged.values()].map(({ row }) => row));
  const edition = hasSubRows(printed) ? '2021' : printed.has('other') ? '2019' : null;
  const instead = (code: string) => nameless.map((find) => find(code)).find((row) => row !== null) ?? null;
  const cells = itemsOf(printed, edition ?? '2021').flatMap((row) =>
    APPLICANTS.map(({ code: column }) => {
      const place = placeOf('applications', row, column);
      return (
        merged.get(keyOf(row, column)) ??
        missingCell(place, givenUp.get(row) ?? instead(row) ?? surplus ?? unread)
      );
    }),
  );
  return { cells, unmapped, editions: new Set(edition ? [edition] : []) };
}

/** Ground of figures that were read in several ways. */
const SETTLED = 'of its readings the only one with which the form adds up';

/** `（六）其他处理` above its three rows is the name of the group, not the one-row 其他处理. */
function withoutGroupLabel(rows: readonly DraftRow[]): readonly DraftRow[] {
  if (!hasSubRows(new Set(rows.map(({ code }) => code ?? '')))) return rows;
  return rows.filter(({ code }) => code !== 'other');
}

/**
 * Figures beside `（六）其他处理` above rows of its own are those of a row that lost its label, or a sum that the form does
 * not have: no report has both the one row and the three.
 */
function withoutNamedGroup(rows: readonly DraftRow[]): DraftRow[] {
  const hasRows = hasSubRows(
    new Set(rows.flatMap(({ code, reading }) => (reading.figures > 0 && code ? [code] : []))),
  );
  return rows.map((row) =>
    hasRows && row.code === 'other' && row.reading.figures > 0 ? { ...row, code: null, matched: null } : row,
  );
}

/** Ground of labels without figures where figures without labels stand elsewhere in the text. */
const APART = 'the figures of the table stand apart from its labels';

/** Whether a text that has lost its columns prints figures by themselves: then no label of it can be called blank. */
function hasFiguresApart(rows: readonly DraftRow[]): boolean {
  return rows.some(
    ({ code, reading }) =>
      code === null && reading.figures > 0 && reading.label.full === '' && !hasColumns(reading.row),
  );
}

/** Two figures in one cell. */
const TWO_FIGURES = /^\d+\s+\d+$/;

/**
 * A row of a scan whose label is not known, or in which two rows have run together: any row that is missed may be the one
 * that is printed there.
 */
function isUnread({ code, reading: { row, figures } }: DraftRow): boolean {
  if (!isScanned(row)) return false;
  return (code === null && figures > 0) || row.cells.filter(({ text }) => TWO_FIGURES.test(text)).length > 1;
}

/** Figures of a row of each table; one more can be the number of a page. */
const FIGURES_OF_A_ROW = {
  proactive: WIDEST_BLOCK,
  applications: APPLICANTS.length,
  remedies: REMEDY_CODES.length,
} as const;

/** A row of a text without columns with figures of others behind its own, whose labels then stand without any. */
function surplusIn({ rows }: Draft): DraftRow | null {
  const isLong = ({ table, reading: { row, figures } }: DraftRow) =>
    row.layout === 'loose' && figures > FIGURES_OF_A_ROW[table] + 1;
  return rows.find(isLong) ?? null;
}

/** Rows of the form whose labels stand before that of another one in its row: their figures are lost, not absent. */
function labelsBefore({ code, reading: { row, labelAt } }: DraftRow, simplify: Simplify): string[] {
  return row.cells.slice(0, Math.max(0, labelAt)).flatMap(({ text, inherited }) => {
    const item = inherited || text === '' ? null : findItem(labelText(text, simplify));
    return item?.kind === 'exact' && item.code !== code ? [item.code] : [];
  });
}

/** Whether a row without figures has blank cells, in a table that was made as one. */
function hasCells({ reading: { row } }: DraftRow): boolean {
  return hasColumns(row) && row.layout !== 'aligned';
}

/** A label without figures while figures without a label stand where it belongs: its cells are not blank. */
function isOnlyLabel({ code, reading }: DraftRow, standIn: (code: string) => DraftRow | null): boolean {
  const { layout } = reading.row;
  const canPart = layout === 'aligned' || !hasColumns(reading.row);
  return code !== null && reading.figures === 0 && canPart && standIn(code) !== null;
}

/** Rows of the form and the lines of figures between them: such a line may be all that is left of a row without a name. */
function withLines(rows: readonly DraftRow[], lines: readonly DraftRow[]): DraftRow[] {
  const own = new Set(lines);
  return rows.filter((row) => row.code !== null || own.has(row));
}

/** A row without figures, with the nameless figures beside it that may be its own. */
function besideOf(rows: readonly DraftRow[], row: DraftRow, at: number): [DraftRow, DraftRow][] {
  const figures = figuresBeside(rows, at);
  return figures === null ? [] : [[row, figures]];
}

function applicationPrinting(
  rows: readonly DraftRow[],
  hasStrays: boolean,
  simplify: Simplify,
  unmapped: UnmappedRow[],
): Printing {
  const printing: Printing = new Map();
  const named = withoutGroupLabel(rows.filter((row) => row.code !== null));
  const apart = hasStrays || hasFiguresApart(rows);
  for (const values of placeApplications(named, simplify)) {
    const { row, cells, inferred, ground: ofRow, grounds, byArithmetic } = values;
    const code = row.code ?? '';
    const rowCells = cells.map((cell, at): FormCell => {
      const place = placeOf('applications', code, APPLICANTS[at]?.code ?? '');
      const { locator } = row.reading.row;
      const ground = grounds?.[at] ?? ofRow;
      if (apart && row.reading.figures === 0 && !hasCells(row))
        return undecidedCell(place, rowText(row.reading.row), locator, APART);
      if (cell === 'undecided') return undecidedCell(place, rowText(row.reading.row), locator, ground);
      if (cell === 'no column') return absentCell(place);
      if (cell && 'completed' in cell) return completedCell(place, cell.completed, locator, ground);
      if (byArithmetic?.has(at)) return printedCell(place, cell, true, SETTLED);
      return printedCell(place, cell, inferred, groundOf(row, ground));
    });
    addRow(printing, rowCells, row, unmapped);
  }
  return printing;
}
