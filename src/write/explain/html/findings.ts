/** What the audit says of the report: a list above the form, and marks on the cells it speaks of. */

import type { Finding, FindingCell } from '../../../model/finding.js';
import { formatLocator } from '../../locator.js';
import { columnLabel } from '../reasons.js';
import type { TableView } from '../view.js';
import { cellId } from './links.js';
import { html, type Markup, when } from './markup.js';

/** The findings, each with links to its cells. */
export function findingsMarkup(findings: readonly Finding[], views: readonly TableView[]): Markup {
  const shown = shownIds(views);
  const items = findings.map(
    ({ rule, severity, zh, en, cells }) =>
      html`<li><b class="chip sev-${severity}">${severity}</b> <span lang="zh">${zh}</span> <span class="en">${en}</span> <small>${rule}${cells.map((cell) => cellMarkup(cell, shown))}</small></li>`,
  );
  return when(
    items.length > 0,
    () =>
      html`<section class="findings" aria-label="findings of the audit"><h3>Findings of the audit</h3><ul class="notes">${items}</ul></section>`,
  );
}

function cellMarkup(cell: FindingCell, shown: ReadonlySet<string>): Markup {
  const { table, row, column, value, locator } = cell;
  const id = cellId(cell);
  const place = typeof locator === 'string' ? locator : formatLocator(locator);
  const name = html`<span lang="zh">${columnLabel(table, column)}</span> ${value === '' ? 'blank' : value}`;
  const linked = shown.has(id)
    ? html`<a href="#${id}" title="${row} / ${column}, ${place}">${name}</a>`
    : name;
  return html` · ${linked}`;
}

/** Style rules that frame the cells at fault; ids are made of codes, so nothing in them needs escaping. */
export function marksOf(findings: readonly Finding[], views: readonly TableView[]): string {
  const shown = shownIds(views);
  const ids = findings
    .flatMap(({ table, item, column }) => (table === '' ? [] : [cellId({ table, row: item, column })]))
    .filter((id) => shown.has(id));
  if (ids.length === 0) return '';
  return `${[...new Set(ids)].map((id) => `#${id}`).join(', ')} { outline: 3px solid #b3261e; outline-offset: -3px; }\n`;
}

function shownIds(views: readonly TableView[]): ReadonlySet<string> {
  const cells = views.flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows.flatMap((row) => row.cells)));
  return new Set(cells.flatMap((explained) => (explained === null ? [] : [cellId(explained.cell)])));
}
