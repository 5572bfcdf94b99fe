import { APPLICANTS, REMEDY_PATHS, REMEDY_RESULTS } from '../forms.js';
import {
  cell,
  type Printed,
  type PrintedCell,
  type PrintedRow,
  type PrintedTable,
  setTruth,
  tablesOf,
} from '../printed.js';
import { ALL_FORMATS } from '../render/formats.js';
import type { Dialect, DialectContext } from './dialect.js';
import { insertRow } from './rows.js';

/** Header rows of table 三: all applicants, kinds of applicants, kinds of organisations. */
interface ApplicationHead {
  all: PrintedRow;
  kinds: PrintedRow;
  organisations: PrintedRow;
  rows: PrintedRow[];
}

function application(printed: Printed): { table: PrintedTable; head: ApplicationHead } {
  const [table] = tablesOf(printed, 'applications');
  const [all, kinds, organisations, ...rows] = table?.rows ?? [];
  if (!table || !all || !kinds || !organisations) throw new Error('table 三 has no header');
  return { table, head: { all, kinds, organisations, rows } };
}

function valuesOf(row: PrintedRow): PrintedCell[] {
  return row.cells.filter((current) => current.key !== undefined);
}

function labelsOf(row: PrintedRow): PrintedCell[] {
  return row.cells.filter((current) => current.key === undefined);
}

/** The column 总计 stands first. */
function totalFirst({ printed }: DialectContext): void {
  const { head } = application(printed);
  const total = head.kinds.cells.pop();
  if (total) head.kinds.cells.unshift(total);
  for (const row of head.rows) {
    const values = valuesOf(row);
    const last = values.pop();
    row.cells = [...labelsOf(row), ...(last ? [last] : []), ...values];
  }
}

/** The five kinds of organisations stand in the opposite order. */
function organisationsReversed({ printed }: DialectContext): void {
  const { head } = application(printed);
  head.organisations.cells.reverse();
  for (const row of head.rows) {
    const [person, ...rest] = valuesOf(row);
    const total = rest.pop();
    if (person && total) row.cells = [...labelsOf(row), person, ...rest.reverse(), total];
  }
}

/** One kind of organisation has no column; nobody of that kind asked, so the totals hold without it. */
function columnMissing({ printed, random }: DialectContext): void {
  const { head } = application(printed);
  const gone = random.int(1, APPLICANTS.length - 2);
  const widen = (target: PrintedCell | undefined) => {
    if (target) target.colspan -= 1;
  };
  widen(head.all.cells.at(-1));
  widen(head.kinds.cells[1]);
  head.organisations.cells.splice(gone - 1, 1);
  for (const row of head.rows) {
    const values = valuesOf(row);
    const [dropped, total] = [values[gone], values.at(-1)];
    if (!dropped?.key || !total?.key) continue;
    const count = countIn(printed, dropped);
    setTruth(printed, dropped.key, '', 'absent');
    // A total that is a mark, or that the missing column adds nothing to, stays as it is printed.
    if (count > 0) {
      total.text = String(countIn(printed, total) - count);
      setTruth(printed, total.key, total.text, 'reported');
    }
    row.cells = row.cells.filter((current) => current !== dropped);
  }
}

/** What a cell counts, however it is printed; nothing for a blank or a mark. */
function countIn({ truth }: DialectContext['printed'], { key, text }: PrintedCell): number {
  return Number((key ? truth.get(key)?.value : text) ?? 0);
}

/** A column of subtotals for the organisations, which the form does not have. */
function subtotalColumn({ printed }: DialectContext): void {
  const { head } = application(printed);
  const kinds = head.kinds.cells[1];
  const all = head.all.cells.at(-1);
  if (kinds) kinds.colspan += 1;
  if (all) all.colspan += 1;
  head.organisations.cells.push(cell('小计'));
  for (const row of head.rows) {
    const parts = valuesOf(row)
      .slice(1, -1)
      .map((current) => countIn(printed, current));
    row.cells.splice(-1, 0, cell(String(parts.reduce((sum, part) => sum + part, 0))));
  }
}

/** A row of subtotals at the end of each group. */
function subtotalRows({ printed }: DialectContext): void {
  const { table } = application(printed);
  const groups = table.rows.flatMap((row) =>
    row.cells
      .filter((current) => /^（[三四五六]）/.test(current.text) && current.rowspan > 1)
      .map((group) => ({ row, group })),
  );
  for (const { row, group } of groups) {
    const first = table.rows.indexOf(row);
    const members = table.rows.slice(first, first + group.rowspan);
    const sums = APPLICANTS.map((_, at) =>
      members.reduce((sum, member) => {
        const current = valuesOf(member)[at];
        return sum + (current ? countIn(printed, current) : 0);
      }, 0),
    );
    const last = first + group.rowspan - 1;
    insertRow(table, last, { cells: [cell('小计'), ...sums.map((sum) => cell(String(sum)))] });
    const [subtotal, member] = [table.rows[last], table.rows[last + 1]];
    if (subtotal && member) table.rows.splice(last, 2, member, subtotal);
  }
}

/** A first column of serial numbers: figures that are none. */
function serialColumn({ printed }: DialectContext): void {
  const { table, head } = application(printed);
  head.all.cells.unshift(cell('序号', 1, table.headRows));
  for (const [at, row] of head.rows.entries()) row.cells.unshift(cell(String(at + 1)));
}

/** A row of column numbers under the header, as statistical forms have it. */
function columnNumbers({ printed }: DialectContext): void {
  const { table } = application(printed);
  const numbers = APPLICANTS.map((_, at) => cell(String(at + 1)));
  table.rows.splice(table.headRows, 0, { cells: [cell('栏次', 3), ...numbers] });
  table.headRows += 1;
}

function unitRow({ printed }: DialectContext): void {
  for (const table of tablesOf(printed)) {
    const width = (table.rows[0]?.cells ?? []).reduce((sum, current) => sum + current.colspan, 0);
    table.rows.unshift({ cells: [cell('单位：件', width)] });
    if (table.headRows > 0) table.headRows += 1;
  }
}

/** 行政诉讼 stands before 行政复议. */
function litigationFirst({ printed }: DialectContext): void {
  const [table] = tablesOf(printed, 'remedies');
  const [first, second, , values] = table?.rows ?? [];
  const results = REMEDY_RESULTS.length;
  first?.cells.reverse();
  if (second) second.cells = [...second.cells.slice(results), ...second.cells.slice(0, results)];
  if (values) values.cells = [...values.cells.slice(results), ...values.cells.slice(0, results)];
}

/** Table 四 with a row for each path. */
function remedyRows({ printed }: DialectContext): void {
  const [table] = tablesOf(printed, 'remedies');
  const values = table?.rows.at(-1)?.cells ?? [];
  if (!table) return;
  const results = REMEDY_RESULTS.length;
  const labels = ['行政复议', '行政诉讼（未经复议直接起诉）', '行政诉讼（复议后起诉）'];
  table.rows = [
    { cells: [cell('情况'), ...REMEDY_RESULTS.map(([, label]) => cell(label))] },
    ...REMEDY_PATHS.map(([path], at) => ({
      item: `remedies/${path}`,
      cells: [cell(labels[at] ?? ''), ...values.slice(at * results, (at + 1) * results)],
    })),
  ];
  table.headRows = 1;
}

/** The columns of the first block of table 二 stand in the opposite order. */
function measuresReversed({ printed }: DialectContext): void {
  const [table] = tablesOf(printed, 'proactive');
  for (const row of table?.rows.slice(1, 4) ?? []) {
    const [label, ...rest] = row.cells;
    if (label) row.cells = [label, ...rest.reverse()];
  }
}

/** Table 四 with its heading stands before table 三. */
function remediesBeforeApplications({ printed }: DialectContext): void {
  const [third] = tablesOf(printed, 'applications');
  const [fourth] = tablesOf(printed, 'remedies');
  if (!third || !fourth) return;
  const from = printed.blocks.indexOf(fourth) - 1;
  const moved = printed.blocks.splice(from, 2);
  printed.blocks.splice(printed.blocks.indexOf(third) - 1, 0, ...moved);
}

function dialect(id: string, shows: string, apply: Dialect['apply'], combines?: false): Dialect {
  const base: Dialect = {
    id,
    shows,
    kind: 'complete',
    group: 'structure',
    formats: ALL_FORMATS,
    wishes: { kind: 'county' },
    apply,
  };
  return combines === false ? { ...base, combines } : base;
}

export const COLUMN_DIALECTS: readonly Dialect[] = [
  dialect('total-first', 'the column 总计 stands first', totalFirst),
  dialect('organisations-reversed', 'the organisations stand in the opposite order', organisationsReversed),
  dialect('column-missing', 'a kind of organisation has no column', columnMissing),
  dialect('subtotal-column', 'a column of subtotals the form does not have', subtotalColumn),
  dialect('subtotal-rows', 'a row of subtotals in each group', subtotalRows),
  dialect('serial-column', 'a first column of serial numbers', serialColumn),
  dialect('column-numbers', 'a row of column numbers under the header', columnNumbers),
  dialect('unit-row', 'a line with the unit above each table', unitRow),
  dialect('litigation-first', '行政诉讼 stands before 行政复议', litigationFirst),
  dialect('remedy-rows', 'table 四 with a row for each path', remedyRows),
  dialect(
    'measures-reversed',
    'the columns of the first block of table 二 stand in the opposite order',
    measuresReversed,
  ),
  dialect('tables-swapped', 'table 四 stands before table 三', remediesBeforeApplications),
];
