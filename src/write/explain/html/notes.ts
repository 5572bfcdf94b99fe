/** Below each table of the form: what a person should know of its cells, and how its rows were recognised. */

import type { ExplainedHeader, ExplainedRow, Explanation } from '../../../model/explanation.js';
import { formatLocator } from '../../locator.js';
import { columnLabel, type Remark, type SharedRemark, sharedRemarks, usualReason } from '../reasons.js';
import type { RowView, TableView } from '../view.js';
import { counted, matchWords, STATE_SIGNS } from '../words.js';
import { formId, formRowId, sourceId } from './links.js';
import { html, type Markup, NOTHING, when } from './markup.js';

/** More rows than this with the same remark are folded away. */
const MOST_OPEN_ROWS = 4;

/** The notes of one table. */
export function notesMarkup(view: TableView, explanation: Explanation): Markup {
  const usual = usualReason(view);
  const rows = view.blocks.flatMap((block) => block.rows);
  const told = [...sharedRemarks(rows, usual).map(remarkMarkup), ...unmappedMarkup(view)];
  const notes = when(told.length > 0, () => html`<ul class="notes">${told}</ul>`);
  const sentence = html`<p class="usual">Reported values are ${usual}, unless a note says otherwise.</p>`;
  return html`${usual === '' ? NOTHING : sentence}${notes}${rowsMarkup(view, explanation)}`;
}

/** One line for a single entry, a list below the reason for several. */
function note(chip: Markup, reason: string, entries: readonly Markup[]): Markup {
  const [only] = entries;
  if (only && entries.length === 1) return html`<li>${chip} ${reason}: ${only}</li>`;
  const list = html`<ul>${entries.map((entry) => html`<li>${entry}</li>`)}</ul>`;
  return entries.length <= MOST_OPEN_ROWS
    ? html`<li>${chip} ${reason}:${list}</li>`
    : html`<li><details><summary>${chip} ${reason}: ${counted(entries.length, 'row')}</summary>${list}</details></li>`;
}

function remarkMarkup({ state, reason, rows }: SharedRemark): Markup {
  const chip = html`<b class="chip st-${state}">${STATE_SIGNS[state] || '='} ${state}</b>`;
  return note(
    chip,
    reason,
    rows.map(({ row, remark }) => html`<span lang="zh">${row.zh}</span>: ${columnsMarkup(row, remark)}`),
  );
}

function columnsMarkup(row: RowView, { state, cells }: Remark): Markup {
  if (cells.length === row.cells.length && cells.length > 1) return html`all columns`;
  const links = cells.map((one) => {
    const { raw, table, column, locator } = one.cell;
    const printed = html` <q lang="zh">${raw}</q> <small>${formatLocator(locator)}</small>`;
    return html` <a href="#${formId(one)}" lang="zh">${columnLabel(table, column)}</a>${raw === '' || state === 'reported' ? NOTHING : printed}`;
  });
  return html`${links}`;
}

function unmappedMarkup({ unmapped }: TableView): Markup[] {
  return [...new Set(unmapped.map(({ reason }) => reason))].map((reason) =>
    note(
      html`<b class="chip lost">! not mapped</b>`,
      reason,
      unmapped
        .filter((row) => row.reason === reason)
        .map(({ raw, locator }) => html`<q lang="zh">${raw}</q> <small>${formatLocator(locator)}</small>`),
    ),
  );
}

function rowsMarkup({ found }: TableView, { headers }: Explanation): Markup {
  if (found.length === 0) return NOTHING;
  const used = [...new Set(found.flatMap(({ header }) => (header === null ? [] : [header])))];
  const heads = used.flatMap((at) => (headers[at] ? [headerMarkup(headers[at], at)] : []));
  return html`<details class="trace"><summary>${counted(found.length, 'row')} as found, ${counted(used.length, 'header')}</summary>
<div class="scroll"><table class="rows"><thead><tr><th scope="col">row as found</th><th scope="col">where</th><th scope="col">taken for</th><th scope="col">label</th><th scope="col">header</th></tr></thead>
<tbody>${heads}${found.map(foundMarkup)}</tbody></table></div></details>`;
}

function headerMarkup({ table, rows, columns }: ExplainedHeader, at: number): Markup {
  const names = columns.map(
    ({ code, trusted }) => columnLabel(table, code.split('/').at(-1) ?? '') + (trusted ? '' : '?'),
  );
  const texts = rows.map(({ text }) => html`<div lang="zh">${text}</div>`);
  const first = rows[0];
  return html`<tr class="header"><td>${texts}</td><td>${first ? formatLocator(first.locator) : ''}</td><td colspan="2" lang="zh">${names.length > 0 ? names.join(' ') : html`<span lang="en">columns cannot be told from it</span>`}</td><td>${at + 1}</td></tr>`;
}

function foundMarkup(row: ExplainedRow): Markup {
  const { code, table, text, locator, place, header, unused, figures } = row;
  const source = html`<span lang="zh">${text}</span>`;
  const target =
    code === '' || table === 'remedies'
      ? html`${code || '—'}`
      : html`<a href="#${formRowId(table, code)}">${code}</a>`;
  const lost = unused !== '' && figures > 0 ? html` class="lost"` : NOTHING;
  return html`<tr${lost}><td>${place ? html`<a href="#${sourceId(place)}">${source}</a>` : source}</td><td>${formatLocator(locator)}</td><td>${target}</td><td>${matchWords(row)}${unused === '' ? NOTHING : html`<br>${unused}`}</td><td>${header === null ? '—' : header + 1}</td></tr>`;
}
