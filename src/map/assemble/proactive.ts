/** The cells of table 二, block by block in the edition each header shows. */

import { PROACTIVE_BLOCKS, PROACTIVE_ITEMS, type ProactiveBlock } from '../../form/index.js';
import type { FormCell } from '../../model/report.js';
import { chooseCopies } from '../place/copies.js';
import { emptiedRows } from '../place/emptied.js';
import { figuresBeside, standIns } from '../place/missing.js';
import { joinPartedRows } from '../place/neighbours.js';
import { type OpenBlock, openBlock, placeProactive, unitOf } from '../place/proactive.js';
import { gatherStrays, withoutCheck } from '../place/strays.js';
import type { Draft, DraftRow } from '../walk/draft.js';
import { holdsSeveralProactive } from '../walk/reading.js';
import { isScanned, rowText } from '../walk/rows.js';
import type { Simplify } from '../words/text.js';
import { missingCell, printedCell, undecidedCell } from './cells.js';
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
  unplacedRow,
} from './printing.js';

const FORM_ORDER = PROACTIVE_ITEMS.map(({ code }) => code);

/** Columns of the widest block. */
export const WIDEST_BLOCK = Math.max(...PROACTIVE_BLOCKS.map(({ measures }) => measures.length));

/** The blocks that were met, and the rest of their edition's blocks as absent; empty when none was found. */
export function assembleProactive(draft: Draft, year: string, simplify: Simplify): AssembledTable {
  const { chosen, leftOut } = chooseCopies(draft, 'proactive', year);
  const unmapped = leftOutRows('proactive', leftOut);
  const editions = new Set<'2019' | '2021'>();
  const unplaced = new Map<string, DraftRow>();
  const nameless: DraftRow[] = [];
  const standing: ((code: string) => DraftRow | null)[] = [];
  const printings = chosen.map((rows) => {
    const printing: Printing = new Map();
    const parted = joinPartedRows(rows);
    const { rows: gathered, strays } = gatherStrays(parted.rows, withoutCheck);
    standing.push(standIns(gathered, FORM_ORDER));
    const joined = gathered.filter((row) => !parted.spent.has(row));
    unmapped.push(...strayRows(strays));
    nameless.push(...strays);
    for (const row of rows)
      if (row.code && !joined.some(({ code }) => code === row.code)) unplaced.set(row.code, row);
    const named = nameRegulations(withoutCaptions(joined));
    const emptied = emptiedRows(named, WIDEST_BLOCK);
    for (const [at, row] of named.entries()) {
      const block = row.code && row.header ? openBlock(row.header, row.code, simplify) : null;
      if (!block) {
        unmapped.push(...unplacedRow('proactive', row));
        if (row.code && row.reading.figures > 0) unplaced.set(row.code, row);
      } else {
        const beside = figuresBeside(named, at) ?? emptied.get(row) ?? null;
        addRow(printing, cellsOf(row, block, beside), row, unmapped, 'first stands');
      }
      if (block) editions.add(block.edition);
      if (isNameless(row)) nameless.push(row);
    }
    return printing;
  });
  const merged = mergePrintings(printings);
  if (merged.size === 0) return { cells: [], unmapped, editions };
  const instead = (code: string) =>
    unplaced.get(code) ??
    nameless[0] ??
    standing.map((find) => find(code)).find((row) => row !== null) ??
    null;
  return { cells: [...inFormOrder(merged, editions, instead)], unmapped, editions };
}

/** A label on a line of its own can be the caption of the block in which its row stands. */
function withoutCaptions(rows: readonly DraftRow[]): DraftRow[] {
  const withFigures = new Set(rows.flatMap(({ code, reading }) => (reading.figures > 0 ? [code] : [])));
  return rows.filter(
    ({ code, reading }) => reading.figures > 0 || reading.row.layout !== 'loose' || !withFigures.has(code),
  );
}

/**
 * A row of figures of which nobody can say which row of the form it is: none of them may be called absent then. In a scan
 * that is any row whose label is not known, for it may have been read wrongly.
 */
function isNameless({ code, reading }: DraftRow): boolean {
  return (
    code === null &&
    reading.figures > 0 &&
    (isScanned(reading.row) || reading.label.full === '' || holdsSeveralProactive(reading.label))
  );
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

/** The cells of a row; a row that is blank beside figures without a name may be the label of those. */
function cellsOf(row: DraftRow, block: OpenBlock, beside: DraftRow | null): FormCell[] {
  const cells = proactiveCells(row, block);
  if (beside === null || beside.header !== row.header) return cells;
  return cells.map(({ row: code, column, edition }) =>
    missingCell({ ...placeOf('proactive', code, column), edition }, beside),
  );
}

function proactiveCells(row: DraftRow, block: OpenBlock): FormCell[] {
  const cells = placeProactive(row, block);
  const { labelAt, row: source } = row.reading;
  const ofLabel = unitOf(source.cells[labelAt]?.text ?? '');
  return block.columns.map(({ measure, unit, trusted }, at): FormCell => {
    const place = {
      ...placeOf('proactive', row.code ?? '', measure),
      edition: block.edition,
      headerUnit: unit || ofLabel,
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
function* inFormOrder(
  merged: Printing,
  editions: ReadonlySet<'2019' | '2021'>,
  instead: (code: string) => DraftRow | null,
): Iterable<FormCell> {
  const shown = new Set<string>();
  for (const { row, column, edition } of expectedProactive(merged, editions)) {
    const key = keyOf(row, column);
    if (shown.has(key)) continue;
    shown.add(key);
    const place = { ...placeOf('proactive', row, column), edition };
    yield merged.get(key) ?? missingCell(place, instead(row));
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
