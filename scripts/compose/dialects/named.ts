import { APPLICANTS, REMEDY_PATHS, REMEDY_RESULTS } from '../forms.js';
import {
  type Block,
  blankOut,
  type PrintedCell,
  type PrintedRow,
  type PrintedTable,
  tablesOf,
  valueCells,
} from '../printed.js';
import type { Random } from '../random.js';
import { HTML_FORMATS, TEXT_FORMATS } from '../render/formats.js';
import type { Dialect, DialectContext } from './dialect.js';

/** Values that are printed with the names of their columns, and no table around them. */

interface NamedRow {
  /** Headings above it, the outermost first. */
  readonly above: readonly string[];
  readonly label: string;
  readonly values: readonly { readonly name: string; readonly text: string }[];
}

/** Labels without the ends of their lines in the printed form. */
const inOneLine = ({ text }: { readonly text: string }): string => text.replace(/\n/g, '');
const isValue = ({ key }: PrintedCell): boolean => key !== undefined;

/** The rows of a table, each value with its name. */
function namedRows(table: PrintedTable): NamedRow[] {
  if (table.table === 'remedies') return paths(table.rows.find(({ item }) => item !== undefined));
  const rows: NamedRow[] = [];
  let above: string[] = [];
  let measures: string[] = [];
  for (const { cells, item, head } of table.rows) {
    const labels = cells.filter((cell) => !isValue(cell)).map(inOneLine);
    if (item === undefined) {
      if (head !== undefined && cells.length === 1) above = labels;
      else if (head !== undefined) measures = labels.slice(1);
      continue;
    }
    const names = table.table === 'proactive' ? measures : APPLICANTS.map(([, text]) => inOneLine({ text }));
    const values = cells.filter(isValue).map(({ text }, at) => ({ name: names[at] ?? '', text }));
    rows.push({ above: [...above, ...labels.slice(0, -1)], label: labels.at(-1) ?? '', values });
    above = [];
  }
  return rows;
}

function paths(row: PrintedRow | undefined): NamedRow[] {
  return REMEDY_PATHS.map(([, label], path) => ({
    above: path === 1 ? ['行政诉讼'] : [],
    label,
    values: REMEDY_RESULTS.map(([, name], at) => ({
      name: inOneLine({ text: name }),
      text: row?.cells[path * REMEDY_RESULTS.length + at]?.text ?? '',
    })),
  }));
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** How a row is set: its lines, and the elements around them in a page. */
type Setting = (
  row: NamedRow,
  random: Random,
) => { readonly lines: readonly string[]; readonly html: string };

const list: Setting = ({ label, values }) =>
  listOf(
    label,
    values.map(({ name, text }) => `${name}：${text}`),
  );

function listOf(label: string, lines: readonly string[]): ReturnType<Setting> {
  const items = lines.map((line) => `<dd>${escaped(line)}</dd>`).join('');
  return { lines: [label, ...lines], html: `<dl><dt>${escaped(label)}</dt>${items}</dl>` };
}

const cards: Setting = ({ label, values }) => ({
  lines: [label, ...values.map(({ name, text }) => `${name} ${text}`)],
  html: `<div class="card"><div class="title">${escaped(label)}</div><ul>${values
    .map(({ name, text }) => `<li><span>${escaped(name)}</span><em>${escaped(text)}</em></li>`)
    .join('')}</ul></div>`,
});

const sentence: Setting = ({ label, values }) => {
  const text = `${label}：${values.map(({ name, text: figure }) => `${name}${figure}`).join('，')}。`;
  return { lines: [text], html: `<p>${escaped(text)}</p>` };
};

/** One name of some rows of table 三 is gone: nobody can tell whose the figure is. */
const nameless: Setting = (row, random) => {
  const lost =
    row.values.length === APPLICANTS.length && random.chance(0.2) ? random.int(0, row.values.length - 1) : -1;
  return listOf(
    row.label,
    row.values.map(({ name, text }, at) => (at === lost ? text : `${name}：${text}`)),
  );
};

function set(setting: Setting, blanks: number) {
  return ({ printed, random }: DialectContext): void => {
    for (const cell of valueCells(printed))
      if (cell.text === '0' && random.chance(blanks)) blankOut(printed, cell);
    const tables = new Set<Block>(tablesOf(printed));
    printed.blocks = printed.blocks.map((block): Block => {
      if (block.kind !== 'table' || !tables.has(block)) return block;
      const rows = namedRows(block).map((row) => ({ above: row.above, ...setting(row, random) }));
      return {
        kind: 'html',
        html: rows
          .map(({ above, html }) => above.map((text) => `<h4>${escaped(text)}</h4>`).join('') + html)
          .join('\n'),
        lines: rows.flatMap(({ above, lines }) => [...above, ...lines]),
      };
    });
  };
}

function dialect(id: string, shows: string, kind: Dialect['kind'], apply: Dialect['apply']): Dialect {
  return {
    id,
    shows,
    kind,
    group: 'layout',
    formats: [...HTML_FORMATS, ...TEXT_FORMATS],
    combines: false,
    apply,
  };
}

export const NAMED_DIALECTS: readonly Dialect[] = [
  dialect('named-list', 'no table: a list of `name：value` below each label', 'complete', set(list, 0.3)),
  dialect('named-cards', 'no table: cards with names and values', 'complete', set(cards, 0)),
  dialect('named-sentences', 'no table: a sentence for each row', 'complete', set(sentence, 0)),
  dialect(
    'named-some-lost',
    'no table: values with their names, some names lost',
    'lossy',
    set(nameless, 0.3),
  ),
];
