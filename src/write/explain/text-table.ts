/** One table of the form for a terminal: the mapped rows in columns, each above the row it was found in. */

import { REMEDY_PATHS } from '../../form/index.js';
import type { ExplainedCell, ExplainedHeader, ExplainedRow, Explanation } from '../../model/explanation.js';
import type { FormTable } from '../../model/report.js';
import { formatLocator } from '../locator.js';
import { cut, displayWidth, pad, padLeft } from '../width.js';
import type { Paint } from './paint.js';
import { columnLabel, type Remark, remarks, stateCounts, usualReason } from './reasons.js';
import type { BlockView, RowView, TableView } from './view.js';
import { counted, MATCH_MEANINGS, matchWords, oneLine, STATE_SIGNS, signed, TABLE_NAMES } from './words.js';

export interface Style {
  /** Places of a line. */
  readonly width: number;
  readonly paint: Paint;
}

const LABEL_WIDTH = 34;
/** Column labels longer than this are cut. */
const COLUMN_WIDTH = 16;
const INDENT = '    ';
/** An excerpt shorter than this says nothing; a narrow terminal breaks the line instead. */
const SHORTEST_EXCERPT = 40;

/** The lines of a table. */
export function tableText(view: TableView, explanation: Explanation, style: Style): string[] {
  const { paint } = style;
  const { zh, en } = TABLE_NAMES[view.table];
  const rows = view.blocks.flatMap((block) => block.rows);
  const title = `${paint(zh, 'heading')}  ${en} (${view.table})`;
  if (rows.length === 0)
    return [title, paint('  not found in the report', 'unreadable'), ...leftOver(view, style)];
  const states = [...stateCounts(rows)].map(([state, n]) => paint(`${n} ${state}`, state)).join(', ');
  const usual = usualReason(view);
  return [
    title,
    `  ${states}`,
    ...(usual === ''
      ? []
      : [`  ${paint(`reported values are ${usual}, unless a line says otherwise`, 'faint')}`]),
    ...headersOf(view, explanation).flatMap((header) => headerText(header, style)),
    ...sharedRows(view).map((row) => foundText(row, style, '  ')),
    ...view.blocks.flatMap((block) => blockText(view, block, usual, style)),
    ...leftOver(view, style),
  ];
}

/** The headers of the rows shown; without any, those under which no row stands. */
function headersOf({ table, found }: TableView, { headers }: Explanation): ExplainedHeader[] {
  const used = new Set(
    found.flatMap(({ header, cells }) => (header === null || cells.length === 0 ? [] : [header])),
  );
  if (used.size === 0) return headers.filter((header) => header.table === table);
  return [...used].sort((a, b) => a - b).flatMap((at) => headers[at] ?? []);
}

function headerText({ table, rows, columns }: ExplainedHeader, { width, paint }: Style): string[] {
  const lines = rows.map(
    ({ text, locator }) => `  header  ${formatLocator(locator)}  ${cut(oneLine(text), width - 40)}`,
  );
  const slots = columns.length > 0 ? columnSlots(table, columns) : 'the header does not tell them';
  return [...lines, `  columns ${slots}`].map((line) => paint(line, 'faint'));
}

/** `自然人 4, 商业企业 5`: grid columns, counted from 1; in table 四 after the path they stand under. */
function columnSlots(table: FormTable, columns: ExplainedHeader['columns']): string {
  let before = '';
  return columns
    .map(({ code, from, to, trusted }) => {
      const [path = '', result] = code.split('/');
      const head = result === undefined || path === before ? '' : `${pathLabel(path)}: `;
      before = path;
      const range = to - from > 1 ? `${from + 1}-${to}` : `${from + 1}`;
      return `${head}${columnLabel(table, result ?? code)} ${range}${trusted ? '' : ' (label not of the form)'}`;
    })
    .join(', ');
}

function pathLabel(path: string): string {
  return REMEDY_PATHS.find(({ code }) => code === path)?.zh ?? path;
}

/** Rows that give several rows of the form, as the figures of table 四 do. */
function sharedRows({ table, found }: TableView): readonly ExplainedRow[] {
  return table === 'remedies' ? found.filter(({ cells }) => cells.length > 0) : [];
}

function blockText(view: TableView, block: BlockView, usual: string, style: Style): string[] {
  const names = block.columns.map(({ code }) => cut(columnLabel(view.table, code), COLUMN_WIDTH));
  const widths = names.map((name, col) =>
    Math.max(displayWidth(name), ...block.rows.map(({ cells }) => displayWidth(shown(cells[col] ?? null)))),
  );
  const heads = names.map((name, col) => padLeft(name, widths[col] ?? 0)).join('  ');
  return [
    '',
    style.paint(`  ${pad(block.title, LABEL_WIDTH)}  ${heads}`.trimEnd(), 'strong'),
    ...block.rows.flatMap((row) => rowText(view, row, widths, usual, style)),
  ];
}

function rowText(
  view: TableView,
  row: RowView,
  widths: readonly number[],
  usual: string,
  style: Style,
): string[] {
  const { paint } = style;
  const values = row.cells.map((cell, col) => {
    const value = padLeft(shown(cell), widths[col] ?? 0);
    return cell ? paint(value, cell.cell.state) : value;
  });
  const shared = new Set(sharedRows(view));
  return [
    `  ${pad(cut(row.zh, LABEL_WIDTH), LABEL_WIDTH)}  ${values.join('  ')}  ${row.code}`,
    ...row.found.filter((found) => !shared.has(found)).map((found) => foundText(found, style, INDENT)),
    ...remarks(row, usual).flatMap((remark) => remarkText(remark, row, style)),
  ];
}

function shown(explained: ExplainedCell | null): string {
  return explained ? signed(explained.cell.value, explained.cell.state) : '';
}

function foundText(row: ExplainedRow, { width, paint }: Style, indent: string): string {
  const unsure = row.match?.kind !== 'exact' && row.table !== 'remedies';
  const how = row.unused === '' ? matchWords(row) : `not used (${row.unused})`;
  const start = `${indent}${how}  ${formatLocator(row.locator)}  `;
  const text = cut(oneLine(row.text), Math.max(SHORTEST_EXCERPT, width - displayWidth(start)));
  const line = `${paint(start, row.unused === '' && unsure ? 'noted' : 'faint')}${paint(text, 'faint')}`;
  const meaning = unsure && row.match ? `\n${indent}  ${MATCH_MEANINGS[row.match.kind]}` : '';
  return line + meaning;
}

/** What is printed is told again where the row as found does not show which cell is meant. */
function remarkText({ state, reason, cells }: Remark, row: RowView, { paint, width }: Style): string[] {
  const all = cells.length === row.cells.length && cells.length > 1;
  const names = cells.map(({ cell }) => columnLabel(cell.table, cell.column));
  const line = (which: string) =>
    paint(`${INDENT}${STATE_SIGNS[state] || '='} ${state}: ${which}: ${reason}`, state);
  const printed = cells.filter(({ cell }) => cell.raw !== '' && (cell.slot ?? -1) >= 0);
  if (all || state === 'reported' || printed.length < cells.length)
    return [line(all ? 'all columns' : names.join(', '))];
  return printed.map(({ cell }, at) =>
    line(`${names[at] ?? ''} “${cut(oneLine(cell.raw), width / 2)}” ${formatLocator(cell.locator)}`),
  );
}

/** Rows that were not mapped and stand at no row of the form, and rows that carry a label only. */
function leftOver({ unmapped, found }: TableView, { width, paint }: Style): string[] {
  const shown = new Set(
    found.flatMap(({ code, text, unused }) => (code === '' ? [] : [`${unused}/${text}`])),
  );
  const lost = unmapped.filter(({ reason, raw }) => !shown.has(`${reason}/${raw}`));
  const lines = lost.flatMap(({ locator, reason, raw }) => [
    paint(`  ! ${formatLocator(locator)}: ${reason}`, 'unreadable'),
    `${INDENT}${cut(oneLine(raw), width - INDENT.length)}`,
  ]);
  const labels = found.filter(({ code, figures, unused }) => code === '' && figures === 0 && unused !== '');
  const texts = cut(labels.map(({ text }) => oneLine(text)).join('; '), width - INDENT.length);
  return [
    ...(unmapped.length > 0
      ? [
          '',
          `  ${counted(unmapped.length, 'row')} not mapped${lost.length < unmapped.length ? ', those of the form are shown above' : ''}`,
          ...lines,
        ]
      : []),
    ...(labels.length > 0
      ? [
          '',
          `  ${counted(labels.length, 'row')} without figures, not used`,
          `${INDENT}${paint(texts, 'faint')}`,
        ]
      : []),
  ];
}
