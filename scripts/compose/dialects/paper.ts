import { tablesOf } from '../printed.js';
import { type Format, PDF_FORMATS } from '../render/formats.js';
import type { Dialect, DialectContext } from './dialect.js';

const CHROMIUM_ONLY: readonly Format[] = ['pdf-chromium'];

/** Writer reads rules from each cell's own style, Chromium from either. */
function cellStyle(css: string, attributes?: string) {
  return ({ printed }: DialectContext) => {
    for (const table of tablesOf(printed)) {
      if (attributes !== undefined) table.attributes = attributes;
      for (const row of table.rows) for (const current of row.cells) current.css = css;
    }
  };
}

function sheet(css: string) {
  return ({ printed }: DialectContext) => {
    printed.css += css;
  };
}

const NO_RULES = 'border="0" cellspacing="0" cellpadding="2"';

/** Rules above and below the table and below its header only. */
function threeLines({ printed }: DialectContext): void {
  for (const table of tablesOf(printed)) {
    table.attributes = NO_RULES;
    const last = table.rows.length - 1;
    const headEnd = Math.max(0, table.headRows - 1);
    for (const [at, row] of table.rows.entries()) {
      const top = at === 0 ? 'border-top:1.2pt solid #000;' : '';
      const bottom = at === last || at === headEnd ? 'border-bottom:0.8pt solid #000;' : '';
      for (const current of row.cells) current.css = `border:none;${top}${bottom}`;
    }
  }
}

/** Large pale letters and digits over every page. */
const WATERMARK =
  'body::before{content:"内部资料 2023 0012";position:fixed;top:40%;left:5%;font-size:52pt;color:rgba(0,0,0,.13);transform:rotate(-32deg)}';

/** A page ends inside table 三. */
function pageBreak(repeatHead: boolean, breaks: number) {
  return ({ printed, random }: DialectContext) => {
    const [table] = tablesOf(printed, 'applications');
    if (!table) return;
    if (repeatHead) table.attributes += ' data-repeat';
    printed.css += repeatHead ? 'thead{display:table-header-group}' : '';
    const rows = random.shuffle(table.rows.slice(table.headRows + 1)).slice(0, breaks);
    for (const row of rows) row.css = 'break-before:page';
    printed.paper.headerText = random.chance(0.5) ? '政府信息公开工作年度报告' : '';
  };
}

/** Lines of text that push the tables down, so that pages end in any row of them. */
function pushedDown({ printed, random }: DialectContext): void {
  const lines = Array.from({ length: random.int(1, 26) }, (_, at) => ({
    kind: 'paragraph' as const,
    text: `${at + 1}.按月检查栏目更新情况，及时处理网民留言。`,
  }));
  printed.blocks.splice(2, 0, ...lines);
}

function landscape({ printed }: DialectContext): void {
  printed.css += '@page{size:A4 landscape}';
  printed.paper.landscape = true;
}

function rotated(degrees: 90 | 270) {
  return (context: DialectContext) => {
    landscape(context);
    context.printed.paper.rotated = degrees;
  };
}

function runningHeader({ printed, report }: DialectContext): void {
  printed.paper.headerText = `${report.printedName}　${report.year}年度　第1号`;
}

/** Two pages on one sheet. */
const TWO_UP = '@page{size:420mm 297mm}body{column-count:2;column-gap:20mm;column-rule:0.5pt solid #999}';

const FILLED_RULES =
  'table{border-collapse:separate;border-spacing:0.5pt;background:#000}td{border:none;background:#fff}';

function dialect(
  id: string,
  shows: string,
  apply: Dialect['apply'],
  formats: readonly Format[] = CHROMIUM_ONLY,
): Dialect {
  return { id, shows, kind: 'complete', group: 'paper', formats, apply };
}

export const PAPER_DIALECTS: readonly Dialect[] = [
  dialect('borderless', 'tables without any rule', cellStyle('border:none', NO_RULES), PDF_FORMATS),
  dialect('double-rules', 'double rules', cellStyle('border:2.5pt double #000'), PDF_FORMATS),
  dialect(
    'spaced-rules',
    'every cell has a box of its own',
    sheet('table{border-collapse:separate;border-spacing:2pt}'),
  ),
  dialect('dashed-rules', 'dashed rules', cellStyle('border:0.7pt dashed #000'), PDF_FORMATS),
  dialect('dotted-rules', 'dotted rules', cellStyle('border:0.7pt dotted #000'), PDF_FORMATS),
  dialect('filled-rules', 'rules are gaps over a filled rectangle', sheet(FILLED_RULES)),
  dialect('hair-rules', 'grey hair rules', cellStyle('border:0.1pt solid #bbb'), PDF_FORMATS),
  dialect('three-lines', 'rules only above, below and under the header', threeLines, PDF_FORMATS),
  dialect(
    'horizontal-rules',
    'no vertical rules',
    cellStyle(
      'border-left:none;border-right:none;border-top:0.5pt solid #000;border-bottom:0.5pt solid #000',
    ),
    PDF_FORMATS,
  ),
  dialect(
    'shaded-cells',
    'no rules, cells told apart by shading',
    sheet('td{border:none;background:#eef}table{border-collapse:separate;border-spacing:1.5pt}'),
  ),
  dialect(
    'narrow-columns',
    'labels wrap over many lines in narrow columns',
    sheet('table{table-layout:fixed}'),
  ),
  dialect('top-left', 'cells set top left', sheet('td{vertical-align:top;text-align:left}')),
  dialect('bottom-right', 'cells set bottom right', sheet('td{vertical-align:bottom;text-align:right}')),
  dialect(
    'small-type',
    'tables in very small type',
    sheet('table{font-size:5.5pt;line-height:1.1}td{padding:0.5pt}'),
  ),
  dialect('wide-spacing', 'characters set apart', sheet('td{letter-spacing:0.28em}')),
  dialect(
    'justified',
    'words spread over the width of the cell',
    sheet('td{text-align:justify;text-align-last:justify}'),
  ),
  dialect('tight-cells', 'no space between text and rule', sheet('td{padding:0}table{width:auto}')),
  dialect('sans-font', 'another typeface', sheet('body{font-family:"WenQuanYi Zen Hei"}')),
  dialect('watermark', 'a watermark with digits over the tables', sheet(WATERMARK)),
  dialect('landscape', 'landscape pages', landscape),
  dialect('rotated-90', 'pages turned by 90 degrees that read upright', rotated(90)),
  dialect('rotated-270', 'pages turned by 270 degrees that read upright', rotated(270)),
  dialect('page-break', 'a page ends inside table 三', pageBreak(false, 1)),
  dialect('page-break-head', 'a page ends inside table 三, the header is repeated', pageBreak(true, 1)),
  dialect('page-breaks', 'table 三 over four pages', pageBreak(false, 3)),
  dialect('pushed-down', 'a page ends wherever it happens to', pushedDown, PDF_FORMATS),
  dialect('two-up', 'two pages side by side on one sheet', sheet(TWO_UP)),
  dialect('running-header', 'a running header with figures', runningHeader),
];
