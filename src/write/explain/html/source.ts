/** The left side of the page: the report as the document model has it, every cell marked with what became of it. */

import type { Block, Cell, Paragraph, Table } from '../../../model/document.js';
import type { Explanation, SourcePlace } from '../../../model/explanation.js';
import { formatLocator } from '../../locator.js';
import { counted, oneLine } from '../words.js';
import { type Roles, sourceId } from './links.js';
import { type Look, lookAt } from './look.js';
import { html, type Markup, NOTHING } from './markup.js';

/** Running text longer than this, in characters, is folded away. */
const LONGEST_OPEN_TEXT = 120;
const LONGEST_SUMMARY = 40;

/** All blocks in reading order. */
export function sourceMarkup(explanation: Explanation, roles: Roles): Markup {
  const parts: Markup[] = [];
  let prose: { readonly paragraph: Paragraph; readonly block: number }[] = [];
  const flush = () => {
    if (prose.length > 0) parts.push(proseMarkup(prose));
    prose = [];
  };
  for (const [block, content] of explanation.document.blocks.entries()) {
    if (content.kind === 'paragraph' && !hasRole(roles, block)) {
      if (content.text !== '') prose.push({ paragraph: content, block });
      continue;
    }
    flush();
    parts.push(blockMarkup(content, block, explanation, roles));
  }
  flush();
  return html`${parts}`;
}

function hasRole(roles: Roles, block: number): boolean {
  const { cells, row, header } = roles.at({ block, row: 0, col: 0 });
  return cells.length > 0 || row !== null || header !== null;
}

function blockMarkup(content: Block, block: number, explanation: Explanation, roles: Roles): Markup {
  return content.kind === 'table'
    ? tableMarkup(content, block, explanation, roles)
    : paragraphMarkup(content, { block, row: 0, col: 0 }, roles);
}

/** A paragraph that was read as a cell of a table. */
function paragraphMarkup({ text }: Paragraph, place: SourcePlace, roles: Roles): Markup {
  const look = lookAt(place, text, roles);
  return html`<p lang="zh" id="${sourceId(place)}"${attributes(look, place)}>${content(look, text)}</p>`;
}

function attributes({ className, title }: Look, place: SourcePlace): Markup {
  const key = className === '' ? NOTHING : html` data-k="${sourceId(place)}"`;
  const why = title === '' ? NOTHING : html` title="${title}"`;
  return html`${className === '' ? NOTHING : html` class="${className}"`}${key}${why}`;
}

function content({ href, sign }: Look, text: string): Markup {
  const mark = sign === '' ? NOTHING : html`<sup class="sign">${sign}</sup>`;
  return href === '' ? html`${text}${mark}` : html`<a href="#${href}">${text}${mark}</a>`;
}

function proseMarkup(prose: readonly { readonly paragraph: Paragraph; readonly block: number }[]): Markup {
  const lines = prose.map(
    ({ paragraph, block }) =>
      html`<p id="${sourceId({ block, row: 0, col: 0 })}" class="${paragraph.heading ? 'prose heading' : 'prose'}" title="${formatLocator(paragraph.locator)}">${paragraph.text}</p>`,
  );
  const length = prose.reduce((sum, { paragraph }) => sum + paragraph.text.length, 0);
  if (length <= LONGEST_OPEN_TEXT) return html`<div lang="zh">${lines}</div>`;
  const first = oneLine(prose[0]?.paragraph.text ?? '').slice(0, LONGEST_SUMMARY);
  return html`<details class="fold"><summary>${counted(prose.length, 'paragraph')}: <span lang="zh">${first}…</span></summary><div lang="zh">${lines}</div></details>`;
}

const LAYOUTS: Readonly<Record<Table['layout'], string>> = {
  grid: 'cells from markup or ruling lines',
  aligned: 'columns found from white space',
  delimited: 'cells parted by tabs or pipes, spans unknown',
};

function tableMarkup(table: Table, block: number, { otherTables }: Explanation, roles: Roles): Markup {
  const other = otherTables.find((candidate) => candidate.block === block);
  const where =
    table.locator.kind === 'table' ? '' : `${formatLocator(table.locator).replace(/ bbox.*/, '')} · `;
  const facts = `${where}${LAYOUTS[table.layout]} · ${table.rowCount} × ${table.colCount}`;
  const rows = gridRows(table).map(
    (cells) =>
      html`<tr>${cells.map((cell) => (cell ? cellMarkup(cell, block, roles) : html`<td class="void"></td>`))}</tr>`,
  );
  const grid = html`<div class="scroll"><table class="source" lang="zh"><caption lang="en">Table ${table.index} <small>${facts}</small></caption><tbody>${rows}</tbody></table></div>`;
  if (!other) return grid;
  return html`<details class="fold"><summary>Table ${table.index}, not of the form: ${other.reason}</summary>${grid}</details>`;
}

/** Cells row by row; null where a slot is neither a cell nor covered by one. */
function gridRows(table: Table): (Cell | null)[][] {
  const covered = new Set<string>();
  const starts = new Map(table.cells.map((cell) => [`${cell.row},${cell.col}`, cell]));
  return Array.from({ length: table.rowCount }, (_, row) => {
    const cells: (Cell | null)[] = [];
    for (let col = 0; col < table.colCount; col++) {
      if (covered.has(`${row},${col}`)) continue;
      const cell = starts.get(`${row},${col}`);
      cells.push(cell ?? null);
      for (let y = 0; y < (cell?.rowSpan ?? 1); y++)
        for (let x = 0; x < (cell?.colSpan ?? 1); x++) covered.add(`${row + y},${col + x}`);
    }
    return cells;
  });
}

function cellMarkup(cell: Cell, block: number, roles: Roles): Markup {
  const { rowSpan, colSpan, row, col } = cell;
  const rows = rowSpan > 1 ? html` rowspan="${rowSpan}"` : NOTHING;
  const cols = colSpan > 1 ? html` colspan="${colSpan}"` : NOTHING;
  const place = { block, row, col };
  const look = lookAt(place, cell.text, roles);
  return html`<td id="${sourceId(place)}"${rows}${cols}${attributes(look, place)}>${content(look, cell.text)}</td>`;
}
