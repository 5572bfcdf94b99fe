/** Rows of named values as tables of the form: a header of the names, below it a row for each label. */

import type { Cell, Locator, Table } from '../../../model/document.js';
import type { NamedRow, NamedValue, Printed } from './open-row.js';

/** Names of the columns of a table in the order first printed. */
type Columns = ReadonlyMap<string, Printed>;

/** The tables that rows of one kind make, each with the block where it begins: a row printed again begins the next. */
export function tablesOf(
  rows: readonly NamedRow[],
  index: number,
): { readonly block: number; readonly table: Table }[] {
  return copiesOf(rows).map((copy, at) => {
    const lines = copy[0]?.kind === 'result' ? pathsAsOneRow(copy) : rowsByHeader(copy);
    const [block = 0] = copy[0]?.blocks ?? [];
    return { block, table: tableFrom(lines, index + at) };
  });
}

/** Two printings of a table, told by a row that comes again. */
function copiesOf(rows: readonly NamedRow[]): NamedRow[][] {
  const copies: NamedRow[][] = [];
  let seen = new Set<string>();
  for (const row of rows) {
    if (copies.length === 0 || seen.has(row.code)) {
      copies.push([]);
      seen = new Set();
    }
    seen.add(row.code);
    copies.at(-1)?.push(row);
  }
  return copies;
}

interface PlacedText extends Printed {
  readonly col: number;
  readonly colSpan: number;
}

type Line = readonly PlacedText[];

/** Tables 二 and 三: rows with the same names stand under one header. */
function rowsByHeader(rows: readonly NamedRow[]): Line[] {
  const lines: Line[] = [];
  const isMeasured = rows[0]?.kind === 'measure';
  for (const part of isMeasured ? partsWithOneHeader(rows) : [rows]) {
    const columns = columnsOf(part.flatMap(({ values }) => values));
    const [first] = part;
    const head = { text: isMeasured ? '信息内容' : '', locator: first?.label.locator ?? NOWHERE };
    const headings = (row: NamedRow | undefined): Line[] =>
      (row?.above ?? []).map((above) => [{ ...above, col: 0, colSpan: columns.size + 1 }]);
    lines.push(...headings(first), [
      { ...head, col: 0, colSpan: 1 },
      ...[...columns.values()].map((name, at) => ({ ...name, col: at + 1, colSpan: 1 })),
    ]);
    for (const row of part) {
      if (row !== first) lines.push(...headings(row));
      lines.push([{ ...row.label, col: 0, colSpan: 1 }, ...placed(row.values, columns, 1)]);
    }
  }
  return lines;
}

const NOWHERE: Locator = { kind: 'line', line: 0 };

/** Table 二 has a header for each block: those of which the names differ, or which a heading parts. */
function partsWithOneHeader(rows: readonly NamedRow[]): NamedRow[][] {
  const parts: NamedRow[][] = [];
  for (const row of rows) {
    const names = (of: NamedRow | undefined) => of?.values.map(({ code }) => code).join();
    const last = parts.at(-1);
    if (last === undefined || row.above.length > 0 || names(last[0]) !== names(row)) parts.push([row]);
    else last.push(row);
  }
  return parts;
}

/** Table 四: the paths side by side, their results below them, and one row of figures. */
function pathsAsOneRow(paths: readonly NamedRow[]): Line[] {
  const heads: PlacedText[] = [];
  const names: PlacedText[] = [];
  const figures: PlacedText[] = [];
  for (const { label, values } of paths) {
    if (values.length === 0) continue;
    const left = figures.length;
    heads.push({ ...label, col: left, colSpan: values.length });
    const columns = columnsOf(values);
    names.push(...[...columns.values()].map((name, at) => ({ ...name, col: left + at, colSpan: 1 })));
    figures.push(...placed(values, columns, left));
  }
  return [heads, names, figures];
}

function columnsOf(values: readonly NamedValue[]): Columns {
  const columns = new Map<string, Printed>();
  for (const { code, name } of values) if (!columns.has(code)) columns.set(code, name);
  return columns;
}

function placed(values: readonly NamedValue[], columns: Columns, left: number): PlacedText[] {
  const codes = [...columns.keys()];
  return values.map(({ code, value }) => ({ ...value, col: left + codes.indexOf(code), colSpan: 1 }));
}

function tableFrom(lines: readonly Line[], index: number): Table {
  const cells = lines.flatMap((line, row) =>
    [...line].sort((a, b) => a.col - b.col).map((cell): Cell => ({ ...cell, row, rowSpan: 1 })),
  );
  return {
    kind: 'table',
    index,
    layout: 'grid',
    rowCount: lines.length,
    colCount: Math.max(0, ...cells.map(({ col, colSpan }) => col + colSpan)),
    cells,
    locator: cells[0]?.locator ?? NOWHERE,
  };
}
