/** Cells of the form: a value with its state, a row head with how its label was recognised. */

import type { ExplainedCell } from '../../../model/explanation.js';
import type { FormTable } from '../../../model/report.js';
import type { RowView } from '../view.js';
import { matchWords, STATE_LABELS, signed } from '../words.js';
import { formId, formRowId, sourceId, whyCell, whyRow } from './links.js';
import { html, type Markup, NOTHING } from './markup.js';

/** A value cell; `attributes` are further ones of its tag. */
export function valueCell(explained: ExplainedCell | null, attributes: Markup = NOTHING): Markup {
  if (!explained) return html`<td class="void"${attributes}></td>`;
  const { cell, place } = explained;
  const id = formId(explained);
  const key = place ? sourceId(place) : id;
  const state = STATE_LABELS.get(cell.state)?.en ?? '';
  const shown = html`${signed(cell.value, cell.state)}<span class="sr"> ${cell.state === 'reported' ? '' : state}</span>`;
  const content = place ? html`<a href="#${key}">${shown}</a>` : shown;
  return html`<td id="${id}" class="v st-${cell.state}" data-k="${key}"${attributes} title="${whyCell(explained)}">${content}</td>`;
}

/** The head of a row, with a link to its printed label and a badge unless that is exactly the form's. */
export function rowHead(table: FormTable, row: RowView, colspan: number): Markup {
  const found = row.found.find(({ cells }) => cells.length > 0) ?? row.found[0];
  const label = html`<span lang="zh">${row.zh}</span><span class="en">${row.en}</span>`;
  const key = found?.place ? sourceId(found.place) : '';
  const title = found ? whyRow(found) : `${row.code}: no row with this label was found`;
  const badge =
    found && found.match?.kind !== 'exact' ? html` <span class="badge">${matchWords(found)}</span>` : NOTHING;
  const content = key === '' ? label : html`<a href="#${key}">${label}</a>`;
  const data = key === '' ? NOTHING : html` data-k="${key}"`;
  return html`<th id="${formRowId(table, row.code)}" class="row" colspan="${colspan}" scope="row"${data} title="${title}">${content}${badge}</th>`;
}
