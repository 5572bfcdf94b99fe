import { shiftDecimal } from '../../src/map/words/figures.js';
import {
  cell,
  type Printed,
  type PrintedCell,
  type PrintedRow,
  type PrintedTable,
  tablesOf,
} from '../compose/printed.js';
import type { Random } from '../compose/random.js';
import type { CellKey } from '../compose/truth.js';

/** The figures a report may give for each cell; anything else that it gives is wrong. */
export type Allowed = Map<CellKey, Set<string>>;

/** Damage to a printed report whose truth stays known. */
export interface Meaning {
  /** Changes the print; where the printed figure of a cell changes, `allowed` is changed with it. */
  readonly print?: (printed: Printed, random: Random, allowed: Allowed, format: PageFormat) => void;
  /** Changes the finished page; figures stay what they are or vanish. */
  readonly page?: (text: string, random: Random) => string;
  readonly formats: readonly PageFormat[];
}

export type PageFormat = 'html' | 'text' | 'markdown';

const HTML = ['html'] as const;
const ALL = ['html', 'text', 'markdown'] as const;

function figures(row: PrintedRow): PrintedCell[] {
  return row.cells.filter(({ key }) => key !== undefined);
}

const bodyRows = (table: PrintedTable): PrintedRow[] => table.rows.filter((row) => figures(row).length > 0);

/**
 * A row to damage. A line of text that lost a cell is filled up behind, which only the sums of table 三 can show: in
 * the other tables the line simply says what stands in it.
 */
function someRow(
  printed: Printed,
  random: Random,
  format: PageFormat = 'html',
  least = 1,
): PrintedRow | undefined {
  const rows = tablesOf(printed, format === 'html' ? undefined : 'applications')
    .flatMap(bodyRows)
    .filter((row) => figures(row).length >= least);
  return rows.length === 0 ? undefined : random.pick(rows);
}

const often = (random: Random, times: number, act: () => void): void => {
  for (let count = random.int(1, times); count > 0; count -= 1) act();
};

/** Rows in another order, with the cells that span several rows left where their row goes. */
function shuffleRows(printed: Printed, random: Random): void {
  for (const table of tablesOf(printed)) {
    const shuffled = random.shuffle(bodyRows(table));
    table.rows = table.rows.map((row) => (figures(row).length > 0 ? (shuffled.shift() ?? row) : row));
  }
}

function dropCells(printed: Printed, random: Random, _allowed: Allowed, format: PageFormat): void {
  often(random, 6, () => {
    const row = someRow(printed, random, format);
    if (row === undefined) return;
    const gone = random.pick(figures(row));
    row.cells = row.cells.filter((other) => other !== gone);
  });
}

function dropColumn(printed: Printed, random: Random): void {
  const at = random.int(0, 6);
  for (const row of tablesOf(printed, 'applications').flatMap(bodyRows)) {
    const gone = figures(row)[at];
    row.cells = row.cells.filter((other) => other !== gone);
  }
}

/**
 * Two neighbours become one cell, the figures parted by a blank or fused; `wide` keeps the width. Lines of text have
 * no wide cells: there a fused figure with an empty place behind it is simply what is printed, so none is made.
 */
function mergeCells(wide: boolean) {
  return (printed: Printed, random: Random, _allowed: Allowed, format: PageFormat): void => {
    often(random, 5, () => {
      const row = someRow(printed, random, format, 2);
      if (row === undefined) return;
      const at = random.int(0, figures(row).length - 2);
      const [left, right] = figures(row).slice(at, at + 2);
      if (left === undefined || right === undefined) return;
      left.text = left.text + random.pick(format === 'html' ? ['', ' ', '\n'] : [' ']) + right.text;
      if (wide) left.colspan += right.colspan;
      row.cells = row.cells.filter((other) => other !== right);
    });
  };
}

function mergeRows(printed: Printed, random: Random): void {
  often(random, 3, () => {
    const tables = tablesOf(printed, 'applications');
    const table = tables.length === 0 ? undefined : random.pick(tables);
    const rows = table === undefined ? [] : bodyRows(table);
    const at = random.int(0, Math.max(0, rows.length - 2));
    const [upper, lower] = rows.slice(at, at + 2);
    if (table === undefined || upper === undefined || lower === undefined) return;
    for (const [column, above] of figures(upper).entries())
      above.text = `${above.text}${random.pick([' ', '\n'])}${figures(lower)[column]?.text ?? ''}`;
    table.rows = table.rows.filter((row) => row !== lower);
  });
}

function dropRows(printed: Printed, random: Random): void {
  for (const table of tablesOf(printed))
    table.rows = table.rows.filter((row) => figures(row).length === 0 || random.chance(0.85));
}

function dropHeaders(printed: Printed, random: Random): void {
  for (const table of tablesOf(printed))
    table.rows = table.rows.filter((row) => figures(row).length > 0 || random.chance(0.5));
}

/** The figure printed in a cell is the cell's figure, whatever it was meant to be. */
function swapCells(printed: Printed, random: Random, allowed: Allowed): void {
  often(random, 4, () => {
    const [one, other] = [someRow(printed, random), someRow(printed, random)].map((row) =>
      row === undefined ? undefined : random.pick(figures(row)),
    );
    if (one?.key === undefined || other?.key === undefined || one === other) return;
    if (one.key.split('/')[0] !== other.key.split('/')[0]) return;
    [one.text, other.text] = [other.text, one.text];
    const [first, second] = [allowed.get(one.key), allowed.get(other.key)];
    if (first && second) {
      allowed.set(one.key, second);
      allowed.set(other.key, first);
    }
  });
}

/** A column goes to another place with its header: it is still the same column. */
function swapColumns(printed: Printed, random: Random): void {
  const [one, other] = [random.int(1, 5), random.int(1, 5)];
  for (const table of tablesOf(printed, 'applications')) {
    const labels = table.rows.find((row) => row.cells.some(({ text }) => /^商业/.test(text)));
    const from = labels?.cells.findIndex(({ text }) => /^商业/.test(text)) ?? -1;
    if (labels === undefined || from < 0) continue;
    swap(labels.cells, from + one - 1, from + other - 1);
    for (const row of bodyRows(table)) {
      const first = row.cells.findIndex(({ key }) => key !== undefined);
      swap(row.cells, first + one, first + other);
    }
  }
}

function swap<T>(list: T[], one: number, other: number): void {
  const [first, second] = [list[one], list[other]];
  if (first === undefined || second === undefined) return;
  list[one] = second;
  list[other] = first;
}

function addCells(printed: Printed, random: Random): void {
  often(random, 4, () => {
    const row = someRow(printed, random);
    row?.cells.splice(random.int(0, row.cells.length), 0, cell(random.pick(['', '', '/', ' '])));
  });
}

const OTHER_CHARACTERS = '政府信息公开申请数量其他一二（）、:';

/** A header that lost its 万 asks for 元, and nothing shows that it did not mean to. */
function allowYuan(label: string, allowed: Allowed): void {
  if (!label.includes('元') || label.includes('万')) return;
  for (const [key, values] of allowed)
    if (key.endsWith('/amount_10k_cny'))
      for (const value of [...values]) if (value !== '') values.add(shiftDecimal(value, -4));
}

function damageLabels(printed: Printed, random: Random, allowed: Allowed): void {
  const share = random.pick([0.02, 0.1, 0.3]);
  for (const table of tablesOf(printed)) {
    for (const label of table.rows.flatMap((row) => row.cells).filter(({ key }) => key === undefined)) {
      delete label.html;
      label.text = [...label.text]
        .map((letter) =>
          random.chance(share) ? random.pick(['', random.pick([...OTHER_CHARACTERS])]) : letter,
        )
        .join('');
      allowYuan(label.text, allowed);
    }
  }
}

/** The first row of （六）其他处理 without its own label is the one-row 其他处理 of the other form. */
function blankLabels(printed: Printed, random: Random, allowed: Allowed): void {
  for (const [key, values] of [...allowed])
    if (key.includes('/other_uncorrected/'))
      allowed.set(key.replace('other_uncorrected', 'other') as CellKey, values);
  for (const table of tablesOf(printed)) {
    for (const label of table.rows.flatMap((row) => row.cells).filter(({ key }) => key === undefined)) {
      if (!random.chance(0.15)) continue;
      delete label.html;
      label.text = '';
    }
  }
}

const onTags =
  (pattern: RegExp, share: readonly number[], put: (tag: string, random: Random) => string) =>
  (page: string, random: Random): string => {
    const chance = random.pick(share);
    return page.replace(pattern, (tag) => (random.chance(chance) ? put(tag, random) : tag));
  };

const SHARES = [0.003, 0.02, 0.1] as const;

export const MEANINGS: Readonly<Record<string, Meaning>> = {
  'rows shuffled': { print: shuffleRows, formats: ALL },
  'cells dropped': { print: dropCells, formats: ALL },
  'column dropped': { print: dropColumn, formats: ALL },
  'cells merged': { print: mergeCells(false), formats: ALL },
  'cells merged, width kept': { print: mergeCells(true), formats: ALL },
  'rows merged': { print: mergeRows, formats: HTML },
  'rows dropped': { print: dropRows, formats: ALL },
  'header rows dropped': { print: dropHeaders, formats: ALL },
  'cells swapped': { print: swapCells, formats: ALL },
  'columns swapped': { print: swapColumns, formats: ALL },
  'cells added': { print: addCells, formats: ALL },
  'labels damaged': { print: damageLabels, formats: ALL },
  'labels blanked': { print: blankLabels, formats: ALL },
  'cell tags dropped': { page: onTags(/<\/?t[dr][^>]*>/g, SHARES, () => ''), formats: HTML },
  'tags dropped': { page: onTags(/<[^>]{1,80}>/g, SHARES, () => ''), formats: HTML },
  'spans dropped': { page: onTags(/ (?:row|col)span="\d+"/g, [0.05, 0.3, 1], () => ''), formats: HTML },
  'spans changed': {
    page: onTags(/(?<=(?:row|col)span=")\d+/g, [0.02, 0.1], (digits, random) =>
      String(Math.max(1, Number(digits) + random.pick([-1, 1]))),
    ),
    formats: HTML,
  },
  'separators dropped': { page: onTags(/[\t|]/g, SHARES, () => ''), formats: ['text', 'markdown'] },
  'separators doubled': {
    page: onTags(/[\t|]/g, SHARES, (mark) => mark + mark),
    formats: ['text', 'markdown'],
  },
  'line ends dropped': { page: onTags(/\n/g, SHARES, () => ' '), formats: ['text', 'markdown'] },
  'lines broken': {
    page: onTags(/[\t|](?=\d)/g, SHARES, (mark) => `${mark}\n`),
    formats: ['text', 'markdown'],
  },
};
