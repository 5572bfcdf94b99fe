/** The mapped form as it is laid out officially, each row with what was found for it. */

import {
  APPLICANTS,
  APPLICATION_ITEMS,
  type FormLabel,
  PROACTIVE_BLOCKS,
  PROACTIVE_ITEMS,
  PROACTIVE_MEASURES,
  type ProactiveBlock,
  REMEDY_PATHS,
  REMEDY_RESULTS,
} from '../../form/index.js';
import type { ExplainedCell, ExplainedRow, Explanation } from '../../model/explanation.js';
import type { FormTable, UnmappedRow } from '../../model/report.js';
import { TABLES } from './words.js';

/** A row of the form. */
export interface RowView {
  readonly code: string;
  /** The label as the form prints it, with its number. */
  readonly zh: string;
  readonly en: string;
  /** Group of outcomes in table 三; empty elsewhere. */
  readonly group: string;
  /** One per column of the block; null where the report has no such cell. */
  readonly cells: readonly (ExplainedCell | null)[];
  /** The rows it was found in; several when it is printed more than once. */
  readonly found: readonly ExplainedRow[];
}

/** Rows that share their columns: the whole of table 三, one 项 of table 二. */
export interface BlockView {
  readonly title: string;
  readonly columns: readonly FormLabel[];
  readonly rows: readonly RowView[];
}

export interface TableView {
  readonly table: FormTable;
  /** Empty when the table was not found. */
  readonly blocks: readonly BlockView[];
  /** All its source rows, in reading order. */
  readonly found: readonly ExplainedRow[];
  /** What looks like part of the table and was not mapped. */
  readonly unmapped: readonly UnmappedRow[];
}

interface Row extends FormLabel {
  readonly number?: string;
  readonly group?: string;
}

/** The three tables of an explained report. */
export function formView(explanation: Explanation): TableView[] {
  return TABLES.map((table) => ({
    table,
    blocks: blocksOf(table, explanation),
    found: explanation.rows.filter((row) => row.table === table),
    unmapped: explanation.report.unmapped.filter((row) => row.table === table),
  }));
}

function blocksOf(table: FormTable, explanation: Explanation): BlockView[] {
  const cells = new Map(
    explanation.cells
      .filter(({ cell }) => cell.table === table)
      .map((explained) => [`${explained.cell.row}/${explained.cell.column}`, explained]),
  );
  if (cells.size === 0) return [];
  const found = explanation.rows.filter((row) => row.table === table);
  switch (table) {
    case 'proactive':
      return proactiveBlocks(cells, found);
    case 'applications':
      return [block('', APPLICANTS, APPLICATION_ITEMS, cells, found)];
    case 'remedies':
      return [block('', REMEDY_RESULTS, REMEDY_PATHS, cells, found)];
  }
}

type Cells = ReadonlyMap<string, ExplainedCell>;

function block(
  title: string,
  columns: readonly FormLabel[],
  rows: readonly Row[],
  cells: Cells,
  found: readonly ExplainedRow[],
): BlockView {
  const views = rows.map((row): RowView => {
    const own = columns.map(({ code }) => cells.get(`${row.code}/${code}`) ?? null);
    return {
      code: row.code,
      zh: numbered(row),
      en: row.en,
      group: row.group ?? '',
      cells: own,
      found: found.filter(
        ({ code, cells: its }) => code === row.code || its.some(({ cell }) => cell.row === row.code),
      ),
    };
  });
  return { title, columns, rows: views.filter((row) => row.cells.some((cell) => cell !== null)) };
}

const CLAUSES = '一五六八九';

/** The blocks whose edition the report's cells show, by clause, and cells that stand in none of them. */
function proactiveBlocks(cells: Cells, found: readonly ExplainedRow[]): BlockView[] {
  const blocks = [...(PROACTIVE_BLOCKS as readonly ProactiveBlock[])].sort(
    (a, b) => CLAUSES.indexOf(a.clause) - CLAUSES.indexOf(b.clause),
  );
  const left = new Map(cells);
  const views = blocks.map(({ clause, edition, measures, items }) => {
    const own = new Map([...left].filter(([, { cell }]) => cell.edition === edition));
    const rows = PROACTIVE_ITEMS.filter(
      ({ code }) => items.includes(code) || (clause === '一' && code === 'other_documents'),
    );
    const columns = PROACTIVE_MEASURES.filter(({ code }) => measures.includes(code));
    const view = block(`第二十条第（${clause}）项`, inOrder(columns, measures), rows, own, found);
    for (const { cell } of view.rows.flatMap((row) => row.cells).filter((one) => one !== null))
      left.delete(`${cell.row}/${cell.column}`);
    return view;
  });
  const rest = new Set([...left.values()].map(({ cell }) => cell.column));
  const others = PROACTIVE_MEASURES.filter(({ code }) => rest.has(code));
  return [...views, block('', others, PROACTIVE_ITEMS, left, found)].filter(({ rows }) => rows.length > 0);
}

function inOrder<T extends FormLabel>(labels: readonly T[], codes: readonly string[]): readonly T[] {
  return [...labels].sort((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code));
}

function numbered({ number = '', zh }: Row): string {
  if (number === '' || number.startsWith('（')) return number + zh;
  return /\d/.test(number) ? `${number}.${zh}` : `${number}、${zh}`;
}
