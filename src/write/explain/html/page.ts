/** An explanation as one self-contained page: the report on the left, the mapped form on the right. */

import { createHash } from 'node:crypto';
import type { Explanation } from '../../../model/explanation.js';
import { CELL_STATES, type MappedReport } from '../../../model/report.js';
import { reportFacts } from '../facts.js';
import { stateCounts } from '../reasons.js';
import { EVERYTHING, type ShownReport, selectFindings, selectViews } from '../select.js';
import { formView, type TableView } from '../view.js';
import { documentFacts, STATE_LABELS, signed, TABLE_NAMES } from '../words.js';
import { findingsMarkup, marksOf } from './findings.js';
import { formMarkup } from './form.js';
import { Roles } from './links.js';
import { html, Markup, NOTHING, when } from './markup.js';
import { notesMarkup } from './notes.js';
import { SCRIPT } from './script.js';
import { sourceMarkup } from './source.js';
import { STYLE } from './style.js';

/** The page as text. It loads nothing, and its policy forbids whatever the report may try to load or run. */
export function renderHtml(
  explanation: Explanation,
  { source, selection = EVERYTHING, findings = [] }: ShownReport,
): string {
  const told = selectFindings(findings, selection);
  const views = selectViews(formView(explanation), selection);
  const title = explanation.report.metadata.title.value || source;
  const page = html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · explained</title>
<style>${new Markup(STYLE + marksOf(told, views))}</style>
</head>
<body>
${headMarkup(explanation, source, views)}
<main>
<section class="left" aria-label="the report as read" tabindex="0"><h2>The report as read</h2>${sourceMarkup(explanation, new Roles(explanation))}</section>
<section class="right" aria-label="the form as mapped"><h2>The form as mapped</h2>${findingsMarkup(told, views)}${views.map((view) => viewMarkup(view, explanation))}</section>
</main>
<output id="why">Point at a cell to see where it comes from; follow it to the other side.</output>
<script>${new Markup(SCRIPT)}</script>
</body>
</html>
`;
  return page.text;
}

function policy(): string {
  const hash = createHash('sha256').update(SCRIPT).digest('base64');
  return `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

function headMarkup(explanation: Explanation, source: string, views: readonly TableView[]): Markup {
  const { report, document } = explanation;
  const { status, edition, cellsRead, cellsExpected, attention, metadata } = report;
  const facts = [source, ...documentFacts(document)].join(' · ');
  return html`<header>
<h1 lang="zh">${metadata.title.value || 'untitled report'}</h1>
<p class="facts">${facts}</p>
<p><b class="chip status-${status}">${status}</b> form of ${edition || '?'}, ${cellsRead} of ${cellsExpected} cells read${when(attention !== '', () => html`: <strong>${attention}</strong>`)}</p>
${legend(views)}
${metadataMarkup(report)}
</header>`;
}

/** The states with the number of their cells: the legend of the page. */
function legend(views: readonly TableView[]): Markup {
  const counts = stateCounts(views.flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows)));
  const chips = CELL_STATES.map((state) => {
    const sample = signed(
      state === 'blank' || state === 'absent' || state === 'unreadable' ? '' : '7',
      state,
    );
    const { zh = '', en = '' } = STATE_LABELS.get(state) ?? {};
    return html`<li title="${en}"><b class="chip st-${state}">${sample}</b> ${state} <span lang="zh">${zh}</span> <b>${counts.get(state) ?? 0}</b></li>`;
  });
  return html`<ul class="legend">${chips}</ul>`;
}

function metadataMarkup(report: MappedReport): Markup {
  const rows = reportFacts(report).map(({ zh, en, value, why }) => {
    const shown = value === '' ? html`<i>not found</i>` : html`<span lang="zh">${value}</span>`;
    return html`<div><dt>${en} <span lang="zh">${zh}</span></dt><dd>${shown} <small>${why}</small></dd></div>`;
  });
  return html`<dl>${rows}</dl>`;
}

function viewMarkup(view: TableView, explanation: Explanation): Markup {
  const { zh, en } = TABLE_NAMES[view.table];
  const found = view.blocks.length > 0;
  const missing = html`<p class="missing"><b class="chip lost">! not found</b> <span lang="zh">${zh}</span> ${en}</p>`;
  return html`<article>${found ? formMarkup(view) : missing}${found || view.unmapped.length > 0 ? notesMarkup(view, explanation) : NOTHING}</article>`;
}
