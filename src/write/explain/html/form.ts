/** The right side of the page: the mapped form, laid out as the official one. */

import { APPLICANTS, APPLICATION_GROUPS, type FormLabel, LITIGATION_LABEL } from '../../../form/index.js';
import type { BlockView, RowView, TableView } from '../view.js';
import { TABLE_NAMES } from '../words.js';
import { rowHead, valueCell } from './cell.js';
import { html, type Markup, NOTHING, when } from './markup.js';

/** A table of the form. */
export function formMarkup(view: TableView): Markup {
  const { zh, en } = TABLE_NAMES[view.table];
  const caption = html`<caption><span lang="zh">${zh}</span> <span class="en">${en}</span></caption>`;
  return html`<div class="scroll"><table class="form ${view.table}">${caption}${BODIES[view.table](view)}</table></div>`;
}

const BODIES: Readonly<Record<TableView['table'], (view: TableView) => Markup>> = {
  proactive: ({ blocks }) => proactiveBody(blocks),
  applications: ({ blocks }) => html`${blocks.map(applicationsBody)}`,
  remedies: ({ blocks }) => html`${blocks.map(remediesBody)}`,
};

/** A label with its English gloss below. */
function gloss({ zh, en }: Pick<FormLabel, 'zh' | 'en'>): Markup {
  return html`<span lang="zh">${zh}</span><span class="en">${softened(en)}</span>`;
}

/** Long words may be parted where a narrow column makes them. */
function softened(en: string): string {
  return en.replace(/([a-z]{3,})(mercial|zations?|tutions?|prises?)\b/g, '$1\u00ad$2');
}

function proactiveBody(blocks: readonly BlockView[]): Markup {
  const width = Math.max(...blocks.map(({ columns }) => columns.length));
  return html`${blocks.map((block) => proactiveBlock(block, width))}`;
}

function proactiveBlock({ title, columns, rows }: BlockView, width: number): Markup {
  const span = (at: number) => (at === columns.length - 1 ? width - at : 1);
  const heads = columns.map(
    (column, at) => html`<th scope="col" colspan="${span(at)}">${gloss(column)}</th>`,
  );
  const lines = rows.map((row) => {
    const cells = row.cells.map((cell, at) => valueCell(cell, html` colspan="${span(at)}"`));
    return html`<tr>${rowHead('proactive', row, 1)}${cells}</tr>`;
  });
  return html`<tbody>
<tr><th class="group" colspan="${width + 1}" scope="rowgroup" lang="zh">${title === '' ? '—' : title}</th></tr>
<tr><th scope="col" lang="zh">信息内容</th>${heads}</tr>
${lines}</tbody>`;
}

/** 自然人 and 总计 stand alone; the five between them are 法人或其他组织. */
const ORGANIZATIONS = APPLICANTS.slice(1, -1);

function applicationsBody({ rows }: BlockView): Markup {
  const [person, total] = [APPLICANTS[0], APPLICANTS[APPLICANTS.length - 1] ?? APPLICANTS[0]];
  const organizations = ORGANIZATIONS.map((applicant) => html`<th scope="col">${gloss(applicant)}</th>`);
  return html`<colgroup><col class="outer"><col class="outer"><col class="label"><col span="7"></colgroup><thead>
<tr><td colspan="3" rowspan="3"></td><th colspan="7" scope="colgroup" lang="zh">申请人情况<span class="en" lang="en">applicants</span></th></tr>
<tr><th rowspan="2" scope="col">${gloss(person)}</th><th colspan="5" scope="colgroup" lang="zh">法人或其他组织<span class="en" lang="en">legal persons and other organizations</span></th><th rowspan="2" scope="col">${gloss(total)}</th></tr>
<tr>${organizations}</tr>
</thead><tbody>${rows.map((row, at) => applicationRow(row, at, rows))}</tbody>`;
}

const GROUPS = new Map(
  APPLICATION_GROUPS.map(({ code, number, zh, en }) => [
    code as string,
    { zh: `${number}${number.length === 1 ? '、' : ''}${zh}`, en },
  ]),
);
/** Groups whose rows stand one step further in. */
const INNER = new Set(['denied', 'unavailable', 'rejected', 'other']);

/** The group a row is printed in: the one-row 其他处理 is its own. */
function groupOf({ group, code }: RowView): string {
  return code === 'other' ? 'outcomes' : group;
}

function applicationRow(row: RowView, at: number, rows: readonly RowView[]): Markup {
  const group = groupOf(row);
  const before = rows[at - 1];
  const cells = row.cells.map((cell) => valueCell(cell));
  if (group === 'intake') return html`<tr>${rowHead('applications', row, 3)}${cells}</tr>`;
  const opensOutcomes = !before || groupOf(before) === 'intake';
  const outcomes = when(opensOutcomes, () =>
    groupHead(
      'outcomes',
      runLength(rows, at, (one) => groupOf(one) !== 'intake'),
    ),
  );
  if (!INNER.has(group)) return html`<tr>${outcomes}${rowHead('applications', row, 2)}${cells}</tr>`;
  const opensGroup = !before || groupOf(before) !== group;
  const inner = opensGroup
    ? groupHead(
        group,
        runLength(rows, at, (one) => groupOf(one) === group),
      )
    : NOTHING;
  return html`<tr>${outcomes}${inner}${rowHead('applications', row, 1)}${cells}</tr>`;
}

function groupHead(group: string, length: number): Markup {
  const label = GROUPS.get(group) ?? { zh: group, en: '' };
  return html`<th class="group" rowspan="${length}" scope="rowgroup">${gloss(label)}</th>`;
}

function runLength(rows: readonly RowView[], from: number, within: (row: RowView) => boolean): number {
  const end = rows.findIndex((row, at) => at > from && !within(row));
  return (end < 0 ? rows.length : end) - from;
}

/** One row of figures under the paths, those of 行政诉讼 under a head of their own. */
function remediesBody({ columns, rows }: BlockView): Markup {
  const litigation = rows.filter(({ code }) => code !== 'review');
  const direct = rows.filter(({ code }) => code === 'review');
  const wide = columns.length;
  const head = (row: RowView, height: number) =>
    html`<th id="r-remedies-${row.code}" colspan="${wide}" rowspan="${height}" scope="colgroup">${gloss(row)}</th>`;
  const results = (height: number) =>
    columns.map((column) => html`<th scope="col" rowspan="${height}">${gloss(column)}</th>`);
  const court = when(
    litigation.length > 0,
    () =>
      html`<th colspan="${wide * litigation.length}" scope="colgroup" lang="zh">${LITIGATION_LABEL}<span class="en" lang="en">litigation</span></th>`,
  );
  return html`<thead>
<tr>${direct.map((row) => head(row, 1))}${court}</tr>
<tr>${direct.flatMap(() => results(litigation.length > 0 ? 2 : 1))}${litigation.map((row) => head(row, 1))}</tr>
<tr>${litigation.flatMap(() => results(1))}</tr>
</thead><tbody><tr>${rows.flatMap(({ cells }) => cells.map((cell) => valueCell(cell)))}</tr></tbody>`;
}
