import type { Edition, TableName } from './forms.js';
import type { CellKey, TrueState, Truth } from './truth.js';

/** A cell as printed. `text` may hold `\n`; `html` replaces it where markup says more than text. */
export interface PrintedCell {
  text: string;
  html?: string;
  colspan: number;
  rowspan: number;
  /** The figure it holds; labels have none. */
  key?: CellKey;
  css?: string;
}

export interface PrintedRow {
  cells: PrintedCell[];
  /** The form row it stands for, e.g. `applications/granted`; headers have none. */
  item?: string;
  /** Which part of the table a header row belongs to, e.g. the clause of a block of table 二. */
  head?: string;
  css?: string;
}

export interface PrintedTable {
  kind: 'table';
  table: TableName;
  rows: PrintedRow[];
  /** How many of the first rows are header; a dialect may have them repeated on every page. */
  headRows: number;
  attributes: string;
  /** False for copies and other years' tables: they carry no truth. */
  true: boolean;
}

/** `html` stands in HTML formats only; `lines` is what the other formats print in its place. */
export type Block =
  | { kind: 'heading'; text: string; level: number }
  | { kind: 'paragraph'; text: string; html?: string; css?: string }
  | { kind: 'html'; html: string; lines: string[] }
  | PrintedTable;

/** How tables are laid out on the page. */
export type Layout =
  | 'table'
  | 'full-grid'
  | 'compact'
  | 'paragraphs'
  | 'paragraphs-kept'
  | 'lines'
  | 'lines-pipe'
  | 'run-together'
  | 'divs'
  | 'grid';

export interface PageDetails {
  /** The `<title>`; portals put the site's name behind it. */
  pageTitle: string;
  siteName: string;
  breadcrumb: string[];
  metaTags: Record<string, string>;
  /** The table above the article: 索引号, 发布机构, 发文日期 … */
  indexFields: [name: string, value: string][];
  infoLine: string;
}

/** What a PDF program is told besides the page itself. */
export interface PaperDetails {
  landscape: boolean;
  /** 0, or how far the finished pages are turned while still reading upright. */
  rotated: 0 | 90 | 270;
  headerText: string;
  pageNumbers: boolean;
}

/** What may be given for a fact: one of the values; nothing only counts as right where a careful reader may doubt. */
export interface Fact {
  values: string[];
  optional: boolean;
}

export const fact = (...values: string[]): Fact => ({ values, optional: values.length === 0 });
export const doubtful = (...values: string[]): Fact => ({ values, optional: true });

/** What the scorer knows about a report besides its cells. */
export interface Facts {
  /** Empty when the document names its agency nowhere. */
  agencyNames: string[];
  year: string;
  edition: Edition | 'mixed';
  title: Fact;
  /** ISO dates, as printed: a wrong year stays wrong. */
  periodStart: Fact;
  periodEnd: Fact;
  publishedOn: Fact;
  /** Right codes of the region; `above` is the place that must be printed when others share the agency's name. */
  region: { codes: readonly string[]; above: string; unlisted: boolean };
}

/** A report on its way to a document; dialects change it, renderers only read it. */
export interface Printed {
  title: string;
  blocks: Block[];
  layout: Layout;
  /** Extra CSS at the end of the style sheet. */
  css: string;
  /** Markup around the whole article, with `%s` where the article goes. */
  wrapper: string;
  page: PageDetails;
  paper: PaperDetails;
  /** Chinese numerals and letters of the whole text are passed through it at the end. */
  translate: (text: string) => string;
  truth: Truth;
  facts: Facts;
}

export function cell(text: string, colspan = 1, rowspan = 1): PrintedCell {
  return { text, colspan, rowspan };
}

export function tablesOf(printed: Printed, name?: TableName): PrintedTable[] {
  return printed.blocks.filter(
    (block): block is PrintedTable =>
      block.kind === 'table' && block.true && (name === undefined || block.table === name),
  );
}

/** Every cell that holds a figure, in print order. */
export function valueCells(printed: Printed, name?: TableName): (PrintedCell & { key: CellKey })[] {
  return tablesOf(printed, name)
    .flatMap((table) => table.rows)
    .flatMap((row) => row.cells)
    .filter((candidate): candidate is PrintedCell & { key: CellKey } => candidate.key !== undefined);
}

export function labelCells(printed: Printed, name?: TableName): PrintedCell[] {
  return tablesOf(printed, name)
    .flatMap((table) => table.rows)
    .flatMap((row) => row.cells)
    .filter((candidate) => candidate.key === undefined && candidate.text !== '');
}

/** Changes what a cell prints, and with it the truth: `value` and `state` are what a careful reader would note. */
export function reprint(
  printed: Printed,
  target: PrintedCell & { key: CellKey },
  text: string,
  value: string,
  state: TrueState,
): void {
  target.text = text;
  delete target.html;
  setTruth(printed, target.key, value, state);
}

export function setTruth(printed: Printed, key: CellKey, value: string, state: TrueState): void {
  const [table, row = '', column = ''] = key.split('/') as [TableName, string, string];
  printed.truth.set(key, { table, row, column, value, state });
}

export function blankOut(printed: Printed, target: PrintedCell & { key: CellKey }, mark = ''): void {
  reprint(printed, target, mark, '', 'blank');
}

/** A slot of the table's grid: the cell that covers it, and whether it is the cell's own corner. */
export interface Slot {
  cell: PrintedCell;
  corner: boolean;
}

/** The table as a full rectangle of grid slots; holes get an empty cell. */
export function gridOf(table: PrintedTable): Slot[][] {
  const grid: (Slot | undefined)[][] = table.rows.map(() => []);
  for (const [at, row] of table.rows.entries()) {
    let column = 0;
    for (const current of row.cells) {
      while (grid[at]?.[column] !== undefined) column += 1;
      for (let down = 0; down < current.rowspan; down += 1) {
        for (let right = 0; right < current.colspan; right += 1) {
          const line = grid[at + down];
          if (line) line[column + right] = { cell: current, corner: down === 0 && right === 0 };
        }
      }
      column += current.colspan;
    }
  }
  const width = Math.max(...grid.map((line) => line.length));
  return grid.map((line) =>
    Array.from({ length: width }, (_, column) => line[column] ?? { cell: cell(''), corner: true }),
  );
}

/** The rows of a table with every covered slot printed as an empty cell. */
export function fullGridRows(table: PrintedTable): PrintedCell[][] {
  return gridOf(table).map((line) =>
    line.map((slot) => (slot.corner ? { ...slot.cell, colspan: 1, rowspan: 1 } : cell(''))),
  );
}
