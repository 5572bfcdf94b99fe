import { cell, type PrintedCell, type PrintedRow, reprint, tablesOf, valueCells } from '../printed.js';
import { ALL_FORMATS, DOCX_FORMATS, type Format, HTML_FORMATS, TEXT_FORMATS } from '../render/formats.js';
import type { CellKey } from '../truth.js';
import type { Dialect, DialectContext } from './dialect.js';

type ValueCell = PrintedCell & { key: CellKey };

/** Rows of table 三 with something other than zeros. */
function busyRows({ printed }: DialectContext): PrintedRow[] {
  const [table] = tablesOf(printed, 'applications');
  return (table?.rows ?? []).filter((row) => row.cells.some(({ key, text }) => key && text !== '0'));
}

function firstValue(row: PrintedRow): number {
  return row.cells.findIndex((current) => current.key !== undefined);
}

/** An empty cell too many before the figures: everything stands one column to the right. */
function rowsShifted(context: DialectContext): void {
  for (const row of context.random.shuffle(busyRows(context)).slice(0, 2))
    row.cells.splice(firstValue(row), 0, cell(''));
}

/** A figure was lost together with its cell: the rest has moved to the left. */
function cellsLost(context: DialectContext): void {
  for (const row of context.random.shuffle(busyRows(context)).slice(0, 2)) {
    row.cells.splice(firstValue(row) + context.random.int(1, 4), 1);
  }
}

/** Figures of neighbouring columns have run together: 89 and 8 are 898. */
function cellsFused(context: DialectContext): void {
  for (const row of context.random.shuffle(busyRows(context)).slice(0, 3)) {
    const at = firstValue(row) + context.random.int(0, 5);
    const [left, right] = row.cells.slice(at, at + 2);
    if (left && right) row.cells.splice(at, 2, cell(left.text + right.text, 2));
  }
}

/** One zero across all columns of a row. */
function zerosMerged({ printed }: DialectContext): void {
  const [table] = tablesOf(printed, 'applications');
  for (const row of table?.rows ?? []) {
    const values = row.cells.filter((current) => current.key !== undefined);
    if (values.length === 0 || values.some(({ text }) => text !== '0')) continue;
    row.cells = [...row.cells.filter((current) => current.key === undefined), cell('0', values.length)];
  }
}

function some(context: DialectContext, count: number): ValueCell[] {
  return context.random.shuffle(valueCells(context.printed)).slice(0, count);
}

/** A footnote mark behind the figure must not become a digit of it. */
function footnotes(context: DialectContext): void {
  for (const target of some(context, 6)) {
    const figure = target.text;
    reprint(context.printed, target, `${figure}①`, figure, 'noted');
    target.html = context.random.pick([`${figure}<sup>①</sup>`, `${figure}<sup>[1]</sup>`, `${figure}①`]);
  }
}

/** As before, with a raised 1 that only the markup tells from a digit. */
function raisedDigits(context: DialectContext): void {
  for (const target of some(context, 6)) {
    reprint(context.printed, target, target.text, target.text, 'noted');
    target.html = `${target.text}<sup>1</sup>`;
  }
}

/** Letters and digits that readers do not see and copies contain. */
function copyGuard(context: DialectContext): void {
  for (const target of some(context, 60)) {
    const guard = context.random.pick(['7', '12', 'p1EanqF', '0', 'x9']);
    target.html = `<span style="display:none">${guard}</span>${target.text}`;
  }
}

/** A corrected figure: the old one is struck through. */
function struckFigures(context: DialectContext): void {
  for (const target of some(context, 6)) {
    target.html = `<del>${context.random.int(1, 9)}</del>${target.text}`;
  }
}

/** Minus signs of several kinds; the change of a number of items may be negative. */
function minusSigns({ printed, random }: DialectContext): void {
  for (const target of valueCells(printed, 'proactive')) {
    if (!target.key.endsWith('items_change')) continue;
    const change = random.int(1, 40);
    reprint(printed, target, `${random.pick(['-', '－', '−', '﹣'])}${change}`, `-${change}`, 'reported');
  }
}

/** Where a merged cell can be told from two. */
const WITH_SPANS: readonly Format[] = [...HTML_FORMATS, ...DOCX_FORMATS];

/** Rows too long or too short can only be told in HTML: other formats fill them up. */
function lossy(id: string, shows: string, apply: Dialect['apply'], formats: readonly Format[]): Dialect {
  return {
    id,
    shows,
    kind: 'lossy',
    group: 'structure',
    formats,
    wishes: { kind: 'county' },
    combines: false,
    apply,
  };
}

function figures(id: string, shows: string, apply: Dialect['apply'], formats: readonly Format[]): Dialect {
  return { id, shows, kind: 'complete', group: 'values', formats, combines: false, apply };
}

export const DAMAGE_DIALECTS: readonly Dialect[] = [
  lossy('rows-shifted', 'figures of some rows stand one column to the right', rowsShifted, HTML_FORMATS),
  lossy('cells-lost', 'some rows lack a cell', cellsLost, HTML_FORMATS),
  lossy('cells-fused', 'figures of neighbouring columns have run together', cellsFused, WITH_SPANS),
  lossy('zeros-merged', 'one zero across all columns of a row', zerosMerged, [
    ...WITH_SPANS,
    ...TEXT_FORMATS,
  ]),
  figures('footnotes', 'footnote marks behind figures', footnotes, ALL_FORMATS),
  figures('raised-digits', 'footnote marks that are raised digits', raisedDigits, [
    ...HTML_FORMATS,
    ...DOCX_FORMATS,
    'pdf-chromium',
  ]),
  figures('copy-guard', 'hidden letters and digits inside cells', copyGuard, HTML_FORMATS),
  figures('struck-figures', 'old figures struck through beside the right ones', struckFigures, [
    ...HTML_FORMATS,
    // LibreOffice drops the line when it reads HTML, and the figure with it is one of two digits in print.
    'docx-pandoc',
    'pdf-chromium',
  ]),
  {
    ...figures('minus-signs', 'minus signs of several kinds', minusSigns, ALL_FORMATS),
    wishes: { edition: '2019' },
  },
];
