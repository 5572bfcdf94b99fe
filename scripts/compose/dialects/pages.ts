import { APPLICANTS } from '../forms.js';
import { printReport } from '../print.js';
import { type Block, type Printed, type PrintedTable, tablesOf } from '../printed.js';
import { HTML_FORMATS } from '../render/formats.js';
import { realTable } from '../render/html.js';
import { composeReport } from '../report.js';
import type { Dialect, DialectContext } from './dialect.js';

/** Table 三 of the same agency with other figures. */
function decoy({ report }: DialectContext): PrintedTable {
  const other = composeReport(`${report.seed}-decoy`, {
    agency: report.agency.name,
    year: report.year,
    edition: report.edition,
    oneRowOther: report.oneRowOther,
  });
  const [table] = tablesOf(printReport(other), 'applications');
  if (!table) throw new Error('the copy has no table');
  for (const row of table.rows)
    for (const current of row.cells) if (current.key) current.text = `${Number(current.text) + 7}`;
  return table;
}

type Hiding = (table: string) => string;

const BY_STYLE: Hiding = (table) => `<div style="display:none">${table}</div>`;
const BY_CLASS: Hiding = (table) => `<div class="old-version">${table}</div>`;
const BY_ATTRIBUTE: Hiding = (table) => `<div hidden>${table}</div>`;
const BY_VISIBILITY: Hiding = (table) => `<div style="visibility: hidden; height:0">${table}</div>`;
const IN_TEMPLATE: Hiding = (table) => `<template>${table}</template>`;
const IN_TEXTAREA: Hiding = (table) =>
  `<textarea style="display:none">${table.replace(/</g, '&lt;')}</textarea>`;
const IN_COMMENT: Hiding = (table) => `<!-- ${table} -->`;

function hiddenCopy(hide: Hiding, place: 'before' | 'after', css = '') {
  return (context: DialectContext) => {
    const { printed } = context;
    const [real] = tablesOf(printed, 'applications');
    if (!real) return;
    const block: Block = { kind: 'html', html: hide(realTable(decoy(context))), lines: [] };
    const at = printed.blocks.indexOf(real);
    printed.blocks.splice(place === 'before' ? at : at + 1, 0, block);
    printed.css += css;
  };
}

const LAYOUT_TABLE =
  '<table width="1000" align="center"><tr><td width="20">&nbsp;</td><td>%s</td><td width="20">&nbsp;</td></tr></table>';
const NESTED =
  '<table width="98%"><tr><td><table><tr><td colspan="2">字号：大 中 小</td></tr><tr><td></td><td>%s</td></tr></table></td></tr></table>';
const MANY_EMPTY = `<table><tr>${'<td></td>'.repeat(120)}</tr></table><table><tr><td>%s</td></tr></table>`;

function wrapped(wrapper: string) {
  return ({ printed }: DialectContext) => {
    printed.wrapper = wrapper;
  };
}

/** Published as pictures, whose files are not at hand: the headings stay. */
function pictures({ printed }: DialectContext): void {
  for (const table of tablesOf(printed)) {
    const image = `<p><img src="./W0${table.table.length}20230117${table.rows.length}.png" alt="" width="640"></p>`;
    printed.blocks.splice(printed.blocks.indexOf(table), 1, { kind: 'html', html: image, lines: [] });
    for (const cell of printed.truth.values()) {
      if (cell.table !== table.table) continue;
      cell.value = '';
      cell.state = 'absent';
    }
  }
}

/** Word's markup: paragraphs and spans in every cell, conditional comments, odd tags. */
function wordMarkup({ printed }: DialectContext): void {
  for (const table of tablesOf(printed)) {
    for (const row of table.rows) {
      for (const current of row.cells) {
        const text =
          current.text === ''
            ? '&nbsp;'
            : current.text.replace(/\n/g, '</span></p><p class="MsoNormal"><span>');
        current.html = `<p class="MsoNormal" align="center"><span lang="EN-US" style="font-size:10.5pt">${text}<o:p></o:p></span></p>`;
      }
    }
    table.attributes = 'class="MsoTableGrid" border="1" cellspacing="0" cellpadding="0" style="border:none"';
  }
  addBefore(printed, '<!--[if !supportLists]--><span>&nbsp;</span><!--[endif]-->');
}

/** A title in angle brackets is swallowed as a tag. */
function strayTag({ printed }: DialectContext): void {
  addBefore(printed, '<p>按照<中华人民共和国政府信息公开工作年度报告格式>的要求编制。格式></p>');
}

function addBefore(printed: Printed, html: string): void {
  printed.blocks.unshift({ kind: 'html', html, lines: [] });
}

/** A small table of the text itself, with figures: posts by channel. */
function proseTable({ printed, random }: DialectContext): void {
  const figures = [random.int(3, 90), random.int(2, 60), random.int(1, 40)];
  const html = `<table border="1"><tr><td>渠道</td><td>网站</td><td>微信公众号</td><td>公开栏</td></tr><tr><td>发布数量（条）</td>${figures
    .map((value) => `<td>${value}</td>`)
    .join('')}</tr></table>`;
  printed.blocks.splice(3, 0, { kind: 'html', html, lines: [] });
}

/** The quarterly table of applicants, shown beside the yearly one. */
function quarterTable({ printed, random }: DialectContext): void {
  const cells = APPLICANTS.map(([, label]) => `<td>${label.replace('\n', '')}</td>`).join('');
  const values = APPLICANTS.map(() => `<td>${random.int(1, 30)}</td>`).join('');
  const html = `<table border="1"><tr><td>第四季度申请人情况</td>${cells}</tr><tr><td>申请数量</td>${values}</tr></table>`;
  printed.blocks.push({ kind: 'html', html, lines: [] });
}

function dialect(id: string, shows: string, apply: Dialect['apply']): Dialect {
  return { id, shows, kind: 'complete', group: 'page', formats: HTML_FORMATS, apply };
}

const HIDDEN_CLASS = '.old-version{display:none}';

export const PAGE_DIALECTS: readonly Dialect[] = [
  dialect(
    'hidden-style',
    'a copy with other figures hidden by style, before the real table',
    hiddenCopy(BY_STYLE, 'before'),
  ),
  dialect('hidden-style-after', 'the hidden copy follows the real table', hiddenCopy(BY_STYLE, 'after')),
  dialect(
    'hidden-class',
    'a copy hidden by a class of the style sheet',
    hiddenCopy(BY_CLASS, 'before', HIDDEN_CLASS),
  ),
  dialect('hidden-attribute', 'a copy with the attribute hidden', hiddenCopy(BY_ATTRIBUTE, 'before')),
  dialect('hidden-visibility', 'a copy with visibility: hidden', hiddenCopy(BY_VISIBILITY, 'before')),
  dialect('hidden-template', 'a copy inside a template element', hiddenCopy(IN_TEMPLATE, 'before')),
  dialect('hidden-textarea', 'a copy as text of a hidden textarea', hiddenCopy(IN_TEXTAREA, 'before')),
  dialect('hidden-comment', 'a copy inside an HTML comment', hiddenCopy(IN_COMMENT, 'before')),
  dialect('layout-table', 'the article stands in a layout table', wrapped(LAYOUT_TABLE)),
  dialect('nested-tables', 'the article stands in nested layout tables', wrapped(NESTED)),
  dialect('many-empty-cells', 'a wrapper table with a hundred empty cells', wrapped(MANY_EMPTY)),
  { ...dialect('pictures', 'the tables are pictures', pictures), combines: false },
  dialect('word-markup', 'markup pasted out of Word', wordMarkup),
  dialect('stray-tag', 'a title in angle brackets is swallowed as a tag', strayTag),
  dialect('prose-table', 'a table of the text with figures of its own', proseTable),
  dialect('quarter-table', 'a table of applicants that is not table 三', quarterTable),
];
