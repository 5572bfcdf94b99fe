/** From the notes of the walk to the cells of the dataset: one table of the form after the other. */

import { APPLICANTS, PROACTIVE_BLOCKS, PROACTIVE_MEASURES, type ProactiveBlock } from '../form/index.js';
import type { FormCell, FormTable, ReportEdition, UnmappedRow } from '../model/report.js';
import { placeApplications } from './applications.js';
import {
  absentCell,
  type CellPlace,
  completedCell,
  printedCell,
  sameFigure,
  undecidedCell,
} from './cells.js';
import { chooseCopies } from './copies.js';
import type { Draft, DraftRow } from './draft.js';
import { hasSubRows, itemsOf } from './groups.js';
import { nameByNeighbours } from './neighbours.js';
import { type OpenBlock, openBlock, placeProactive } from './proactive.js';
import { placeRemedies, REMEDY_CODES } from './remedies.js';
import { rowText } from './rows.js';
import type { Simplify } from './text.js';

export interface AssembledTable {
  readonly cells: readonly FormCell[];
  readonly unmapped: readonly UnmappedRow[];
  /** Editions whose blocks or rows the table shows. */
  readonly editions: ReadonlySet<'2019' | '2021'>;
}

/** A printing of one cell, keyed by its place in the form. */
type Printing = Map<string, FormCell>;

const NOTHING: AssembledTable = { cells: [], unmapped: [], editions: new Set() };

export function assembleApplications(draft: Draft, year: string, simplify: Simplify): AssembledTable {
  const { chosen, leftOut } = chooseCopies(draft, 'applications', year);
  if (chosen.length === 0) return { ...NOTHING, unmapped: leftOutRows('applications', leftOut) };
  const unmapped = leftOutRows('applications', leftOut);
  const printings = chosen.map((rows) => {
    const named = nameByNeighbours(rows);
    unmapped.push(...unmatchedRows('applications', named));
    return applicationPrinting(named, simplify, unmapped);
  });
  const merged = mergePrintings(printings);
  const printed = new Set([...merged.values()].map(({ row }) => row));
  const edition = hasSubRows(printed) ? '2021' : printed.has('other') ? '2019' : null;
  const cells = itemsOf(printed, edition ?? '2021').flatMap((row) =>
    APPLICANTS.map(
      ({ code: column }) =>
        merged.get(keyOf(row, column)) ?? absentCell(placeOf('applications', row, column)),
    ),
  );
  return { cells, unmapped, editions: new Set(edition ? [edition] : []) };
}

function applicationPrinting(
  rows: readonly DraftRow[],
  simplify: Simplify,
  unmapped: UnmappedRow[],
): Printing {
  const printing: Printing = new Map();
  const named = rows.filter((row) => row.code !== null);
  for (const { row, cells, inferred, ground } of placeApplications(named, simplify)) {
    const code = row.code ?? '';
    const rowCells = cells.map((cell, at): FormCell => {
      const place = placeOf('applications', code, APPLICANTS[at]?.code ?? '');
      const { locator } = row.reading.row;
      if (cell === 'undecided') return undecidedCell(place, rowText(row.reading.row), locator, ground);
      if (cell && 'completed' in cell) return completedCell(place, cell.completed, locator, ground);
      return printedCell(place, cell, inferred, groundOf(row, ground));
    });
    addRow(printing, rowCells, row, unmapped);
  }
  return printing;
}

export function assembleProactive(draft: Draft, year: string, simplify: Simplify): AssembledTable {
  const { chosen, leftOut } = chooseCopies(draft, 'proactive', year);
  const unmapped = leftOutRows('proactive', leftOut);
  const editions = new Set<'2019' | '2021'>();
  const printings = chosen.map((rows) => {
    const printing: Printing = new Map();
    for (const row of nameRegulations(rows)) {
      const block = row.code && row.header ? openBlock(row.header, row.code, simplify) : null;
      if (!block) unmapped.push(...unplacedRow('proactive', row));
      else addRow(printing, proactiveCells(row, block), row, unmapped, 'first stands');
      if (block) editions.add(block.edition);
    }
    return printing;
  });
  const merged = mergePrintings(printings);
  if (merged.size === 0) return { cells: [], unmapped, editions };
  return { cells: [...inFormOrder(merged, editions)], unmapped, editions };
}

/** 规章 is the row that loses its label; nothing else can stand between the header and 规范性文件. */
function nameRegulations(rows: readonly DraftRow[]): DraftRow[] {
  return rows.map((row, at) => {
    const next = rows[at + 1];
    const first = rows[at - 1]?.header !== row.header;
    const nameless = row.code === null && row.reading.label.full === '' && row.reading.figures > 0;
    const before = nameless && first && next?.code === 'normative_documents' && next.header === row.header;
    return before ? { ...row, code: 'regulations', matched: 'position' as const } : row;
  });
}

function proactiveCells(row: DraftRow, block: OpenBlock): FormCell[] {
  const cells = placeProactive(row, block);
  return block.columns.map(({ measure, unit, trusted }, at): FormCell => {
    const place = {
      ...placeOf('proactive', row.code ?? '', measure),
      edition: block.edition,
      headerUnit: unit,
    };
    const cell = cells[at];
    if (cell === 'undecided' || cell === undefined) {
      const why = trusted
        ? 'the row does not show under which column its figures stand'
        : 'the column label is not that of the form';
      return undecidedCell(place, rowText(row.reading.row), row.reading.row.locator, why);
    }
    return printedCell(place, cell, false, groundOf(row, 'header'));
  });
}

/** Cells of the blocks met, rows of a met block that are not printed as absent. */
function* inFormOrder(merged: Printing, editions: ReadonlySet<'2019' | '2021'>): Iterable<FormCell> {
  const shown = new Set<string>();
  for (const { row, column, edition } of expectedProactive(merged, editions)) {
    const key = keyOf(row, column);
    if (shown.has(key)) continue;
    shown.add(key);
    yield merged.get(key) ?? absentCell({ ...placeOf('proactive', row, column), edition });
  }
  for (const [key, cell] of merged) if (!shown.has(key)) yield cell;
}

function expectedProactive(merged: Printing, editions: ReadonlySet<'2019' | '2021'>) {
  const blocks = (PROACTIVE_BLOCKS as readonly ProactiveBlock[]).filter(({ edition }) =>
    editions.has(edition),
  );
  const met = (block: ProactiveBlock) =>
    block.items.some((item) =>
      block.measures.some((measure) => merged.get(keyOf(item, measure))?.edition === block.edition),
    );
  const clausesMet = new Set(blocks.filter(met).map(({ clause }) => clause));
  return blocks
    .filter((block) => met(block) || (!clausesMet.has(block.clause) && editions.size === 1))
    .flatMap((block) =>
      [...block.items, ...otherDocuments(block, merged)].flatMap((row) =>
        block.measures.map((column) => ({ row, column, edition: block.edition })),
      ),
    );
}

function otherDocuments(block: ProactiveBlock, merged: Printing): readonly string[] {
  const printed = block.measures.some((measure) => merged.has(keyOf('other_documents', measure)));
  return block.clause === '一' && printed ? ['other_documents'] : [];
}

export function assembleRemedies(draft: Draft, year: string, simplify: Simplify): AssembledTable {
  const { chosen, leftOut } = chooseCopies(draft, 'remedies', year);
  const unmapped = leftOutRows('remedies', leftOut);
  const printings = chosen.map((rows) => {
    const printing: Printing = new Map();
    const figures = rows.some(({ reading }) => reading.figures > 0)
      ? rows.filter(({ reading }) => reading.figures > 0)
      : rows.slice(0, 1);
    for (const row of figures) {
      const { codes, cells, inferred, ground } = placeRemedies(row, simplify);
      const rowCells = codes.map((code, at): FormCell => {
        const [path = '', result = ''] = code.split('/');
        const cell = cells[at];
        const place = placeOf('remedies', path, result);
        return cell === 'undecided' || cell === undefined
          ? undecidedCell(place, rowText(row.reading.row), row.reading.row.locator, ground)
          : printedCell(place, cell, inferred, ground);
      });
      addRow(printing, rowCells, row, unmapped);
    }
    return printing;
  });
  const merged = mergePrintings(printings);
  if (merged.size === 0) return { ...NOTHING, unmapped };
  const cells = REMEDY_CODES.map((code) => {
    const [path = '', result = ''] = code.split('/');
    return merged.get(keyOf(path, result)) ?? absentCell(placeOf('remedies', path, result));
  });
  return { cells, unmapped, editions: new Set() };
}

/**
 * Adds a row; when the form row was printed before with other figures, nobody can say which is right. Only
 * for table 二 does the first stand, as `noted` (rows such as four times 政府集中采购 list single projects).
 */
function addRow(
  printing: Printing,
  cells: readonly FormCell[],
  row: DraftRow,
  unmapped: UnmappedRow[],
  rule = '',
): void {
  const repeated = cells.some((cell) => printing.has(keyOf(cell.row, cell.column)));
  if (!repeated) {
    for (const cell of cells) printing.set(keyOf(cell.row, cell.column), cell);
    return;
  }
  const same = cells.every((cell) => sameFigure(cell, printing.get(keyOf(cell.row, cell.column)) ?? cell));
  const reason = same
    ? 'the row is printed twice with the same figures'
    : 'the row is printed again with other figures';
  unmapped.push({
    table: row.table,
    locator: row.reading.row.locator,
    raw: rowText(row.reading.row),
    reason,
  });
  if (same) return;
  for (const cell of cells) {
    const first = printing.get(keyOf(cell.row, cell.column));
    if (first)
      printing.set(
        keyOf(cell.row, cell.column),
        rule === 'first stands' ? standing(first) : conflicting(first, cell),
      );
  }
}

function standing(first: FormCell): FormCell {
  return first.state === 'reported'
    ? { ...first, state: 'noted', reason: 'the first of several rows with this label' }
    : first;
}

function conflicting(first: FormCell, second: FormCell): FormCell {
  if (sameFigure(first, second)) return first;
  return {
    ...first,
    value: '',
    state: 'unreadable',
    raw: `${first.raw} | ${second.raw}`,
    reason: 'printed twice with different figures',
  };
}

function mergePrintings(printings: readonly Printing[]): Printing {
  const merged: Printing = new Map();
  for (const printing of printings) {
    for (const [key, cell] of printing) {
      const before = merged.get(key);
      merged.set(key, before ? conflicting(before, cell) : cell);
    }
  }
  return merged;
}

function unmatchedRows(table: FormTable, rows: readonly DraftRow[]): UnmappedRow[] {
  return rows.filter(({ code }) => code === null).flatMap((row) => unplacedRow(table, row));
}

function unplacedRow(table: FormTable, row: DraftRow): UnmappedRow[] {
  const { reading } = row;
  if (reading.figures === 0) return [];
  const reason =
    row.code === null ? 'the label is not one of the form' : 'no header of the form above the row fits it';
  return [{ table, locator: reading.row.locator, raw: rowText(reading.row), reason }];
}

function leftOutRows(
  table: FormTable,
  leftOut: readonly { rows: readonly DraftRow[]; reason: string }[],
): UnmappedRow[] {
  return leftOut.flatMap(({ rows, reason }) =>
    rows.map(({ reading }) => ({ table, locator: reading.row.locator, raw: rowText(reading.row), reason })),
  );
}

const GROUNDS: Readonly<Record<string, string>> = {
  header: 'placed by the header row',
  order: 'placed by order: one cell for each column',
  neighbours: 'placed like rows of the same shape',
};

function groundOf(row: DraftRow, ground: string): string {
  const label = row.matched === 'exact' || row.matched === null ? '' : `, label matched: ${row.matched}`;
  return (GROUNDS[ground] ?? ground) + label;
}

function keyOf(row: string, column: string): string {
  return `${row}/${column}`;
}

function placeOf(table: FormTable, row: string, column: string): CellPlace {
  const edition: ReportEdition = '';
  const unit =
    table === 'proactive'
      ? (PROACTIVE_MEASURES.find(({ code }) => code === column)?.unit ?? 'count')
      : 'count';
  return { table, row, column, edition, unit, headerUnit: '' };
}
