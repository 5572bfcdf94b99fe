/**
 * Tables that were published with the name of its column beside every value: definition lists (`自然人：157件` below each
 * label), cards of a page made for telephones, text for screen readers (`（一）予以公开：自然人2件，商业企业0件 …`), and
 * sheets with one value in each row. They are set as the form prints them, before the walk: a value that bears its name
 * needs no column to be placed.
 *
 * Only lines that hold nothing else are taken, only where many of them stand together, and only where no table of the
 * document holds the same part of the form: the narrative names figures too.
 */

import type { Block, Table } from '../../../model/document.js';
import { isFigure } from '../../words/figures.js';
import type { Simplify } from '../../words/text.js';
import { exactCode } from '../exact.js';
import { Collector } from './collect.js';
import { codeOf, namedLine } from './names.js';
import type { NamedRow, Printed } from './open-row.js';
import { NAME_KINDS, type NameKind } from './row-names.js';
import { tablesOf } from './tables.js';

/** What has to be there before lines are believed to be a table: rows, and values in each. */
const FEWEST: Readonly<Record<NameKind, { readonly rows: number; readonly values: number }>> = {
  applicant: { rows: 5, values: 2 },
  measure: { rows: 3, values: 1 },
  result: { rows: 2, values: 4 },
};

/** The blocks of a document with named values set as tables; the same blocks where there are none. */
export function withNamedValues(blocks: readonly Block[], simplify: Simplify): readonly Block[] {
  const long = new Set(
    blocks.filter((block): block is Table => block.kind === 'table' && isLong(block, simplify)),
  );
  if (long.size === 0 && !mayHaveNames(blocks)) return blocks;
  const collector = new Collector(simplify);
  const smalls = new Set<number>();
  for (const [at, block] of blocks.entries()) {
    const small = block.kind === 'table' && !long.has(block) ? oneRowOfFigures(block) : null;
    if (small !== null) {
      collector.smallTable(small.heads, small.figures, at);
      smalls.add(at);
    } else if (block.kind === 'table') takeTable(collector, block, at, long.has(block));
    // Running text of a picture is read by the engine alone: its figures prove nothing.
    else if (block.recognition === undefined) collector.paragraph(block, at);
    else collector.end();
  }
  collector.finish();
  const others = blocks.filter(
    (block, at): block is Table => block.kind === 'table' && !long.has(block) && !smalls.has(at),
  );
  const kinds = NAME_KINDS.filter(
    (kind) =>
      !collector.torn.has(kind) &&
      isEnough(collector.rows, kind) &&
      !others.some((table) => holds(table, kind, simplify)),
  );
  return kinds.length === 0 ? blocks : replaced(blocks, collector.rows, new Set(kinds));
}

/** A table with a value in each row; one of which too many rows are none is not of this kind. */
function takeTable(collector: Collector, table: Table, at: number, isLong: boolean): void {
  collector.otherTable();
  if (!isLong) return;
  let misfits = 0;
  for (let row = 0; row < table.rowCount; row++) {
    const cells = table.cells.filter((cell) => cell.row === row);
    if (!collector.tableRow(cells, at)) misfits++;
  }
  collector.end();
  if (misfits > MOST_MISFITS) for (const kind of NAME_KINDS) collector.torn.add(kind);
}
/** A table of one row of figures below one of names, as each path of table 四 can have; null for any other. */
function oneRowOfFigures({ cells, rowCount }: Table): { heads: Printed[]; figures: Printed[] } | null {
  if (rowCount !== 2) return null;
  const heads = cells.filter(({ row }) => row === 0);
  const isNames = heads.every(({ text, rowSpan }) => rowSpan === 1 && codeOf(text, 'result') !== null);
  const names = new Set(heads.map(({ text }) => codeOf(text, 'result')));
  const below = cells.filter(({ row }) => row === 1);
  if (
    names.size < Math.max(heads.length, FEWEST.result.values) ||
    !isNames ||
    !below.every(({ text }) => isFigure(text))
  )
    return null;
  const figures = heads.map((head) => below.find(({ col }) => col === head.col) ?? { ...head, text: '' });
  return below.every(({ col }) => heads.some((head) => head.col === col)) ? { heads, figures } : null;
}

/** A title and a header above the values, a note below them. */
const MOST_MISFITS = 4;

/** Whether a table has the same applicant in many rows, as only one with a value a row has. */
function isLong(table: Table, simplify: Simplify): boolean {
  if (table.rowCount < SHORTEST_LONG_TABLE) return false;
  const rows = new Set(
    table.cells
      .filter(({ text }) => text.includes('自然人') && text.length < LONGEST_NAME)
      .map(({ row }) => row),
  );
  if (rows.size < FEWEST.applicant.rows) return false;
  return (
    table.cells.filter(({ text }) => text.length < LONGEST_NAME && namedLine(text, simplify) !== null)
      .length >=
    table.rowCount / 2
  );
}
const SHORTEST_LONG_TABLE = 30;
const LONGEST_NAME = 80;

/** Told without looking closer for the many reports that have none. */
function mayHaveNames(blocks: readonly Block[]): boolean {
  let applicants = 0;
  let results = 0;
  for (const block of blocks) {
    const isSmall = block.kind === 'table' && block.rowCount === 2;
    const text = block.kind === 'paragraph' ? block.text : isSmall ? (block.cells[0]?.text ?? '') : '';
    if (text.includes('自然人')) applicants++;
    if (/[维維]持/.test(text)) results++;
  }
  return applicants >= FEWEST.applicant.rows || results >= FEWEST.result.rows;
}

function isEnough(rows: readonly NamedRow[], kind: NameKind): boolean {
  const { rows: fewest, values: each } = FEWEST[kind];
  return rows.filter((row) => row.kind === kind && row.values.length >= each).length >= fewest;
}

/** Whether a table holds that part of the form. */
function holds(table: Table, kind: NameKind, simplify: Simplify): boolean {
  const words = ({ applicant: 'item', measure: 'measure', result: 'result' } as const)[kind];
  const found = new Set(table.cells.map((cell) => exactCode(words, cell, simplify)));
  found.delete(null);
  return found.size >= LABELS_OF_A_TABLE;
}
const LABELS_OF_A_TABLE = 3;

/** The blocks, with tables in place of those that hold rows of the kinds and nothing else. */
function replaced(
  blocks: readonly Block[],
  rows: readonly NamedRow[],
  kinds: ReadonlySet<NameKind>,
): Block[] {
  let index = Math.max(0, ...blocks.map((block) => (block.kind === 'table' ? block.index : 0))) + 1;
  const tables = new Map<number, Table[]>();
  const gone = new Set<number>();
  const left = new Set(rows.filter(({ kind }) => !kinds.has(kind)).flatMap((row) => [...row.blocks]));
  for (const kind of kinds) {
    const own = withinValues(rows.filter((row) => row.kind === kind));
    for (const at of own.flatMap((row) => [...row.blocks])) if (!left.has(at)) gone.add(at);
    for (const { block, table } of tablesOf(own, index)) {
      tables.set(block, [...(tables.get(block) ?? []), table]);
      index++;
    }
  }
  return blocks.flatMap((block, at) => [...(tables.get(at) ?? []), ...(gone.has(at) ? [] : [block])]);
}

/** Labels without values before the first row that has some, and after the last, are none of the table. */
function withinValues(rows: readonly NamedRow[]): readonly NamedRow[] {
  const isValued = ({ values }: NamedRow): boolean => values.length > 0;
  return rows.slice(rows.findIndex(isValued), rows.findLastIndex(isValued) + 1);
}
