import { type Block, fullGridRows, type Printed, type PrintedCell, type PrintedTable } from '../printed.js';
import { LINE_LAYOUTS, tableLines } from './lines.js';

export interface HtmlOptions {
  charset: 'utf-8' | 'gbk';
  /** Puts navigation, index table and footer around the article. */
  chrome?: (article: string, printed: Printed) => string;
  /** Style for paper, or for Writer, which needs rules on every cell. */
  css: string;
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function inner(cell: PrintedCell): string {
  return cell.html ?? escapeHtml(cell.text).replace(/\n/g, '<br>');
}

function spanAttributes(cell: PrintedCell): string {
  const colspan = cell.colspan > 1 ? ` colspan="${cell.colspan}"` : '';
  const rowspan = cell.rowspan > 1 ? ` rowspan="${cell.rowspan}"` : '';
  return colspan + rowspan;
}

function styleAttribute(css: string | undefined): string {
  return css ? ` style="${css}"` : '';
}

function tableCell(cell: PrintedCell): string {
  return `<td${spanAttributes(cell)}${styleAttribute(cell.css)}>${inner(cell)}</td>`;
}

/** A real `<table>`; header rows go into `<thead>` only when they are to be repeated on every page. */
export function realTable(table: PrintedTable, repeatHead = false): string {
  const rows = table.rows.map(
    (row) => `<tr${styleAttribute(row.css)}>${row.cells.map(tableCell).join('')}</tr>`,
  );
  const head = repeatHead ? `<thead>${rows.slice(0, table.headRows).join('\n')}</thead>` : '';
  const body = (repeatHead ? rows.slice(table.headRows) : rows).join('\n');
  return `<table ${table.attributes}>${head}<tbody>\n${body}\n</tbody></table>`;
}

function withoutSpans(table: PrintedTable, rows: PrintedCell[][]): string {
  const lines = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${inner(cell)}</td>`).join('')}</tr>`);
  return `<table ${table.attributes}><tbody>\n${lines.join('\n')}\n</tbody></table>`;
}

/** Rows and cells as `div`s with `display: table`; a span can only be told by the classes. */
function divTable(table: PrintedTable): string {
  const rows = fullGridRows(table).map(
    (cells) =>
      `<div class="tr">${cells.map((cell) => `<div class="td">${inner(cell)}</div>`).join('')}</div>`,
  );
  return `<div class="table">\n${rows.join('\n')}\n</div>`;
}

/** A CSS grid: one flat run of `div`s, placed by their spans alone. */
function gridTable(table: PrintedTable): string {
  const width = fullGridRows(table)[0]?.length ?? 1;
  const cells = table.rows
    .flatMap((row) => row.cells)
    .map(
      (cell) =>
        `<div style="grid-column:span ${cell.colspan};grid-row:span ${cell.rowspan}">${inner(cell)}</div>`,
    );
  return `<div class="grid" style="grid-template-columns:repeat(${width},auto)">\n${cells.join('\n')}\n</div>`;
}

function tableHtml(table: PrintedTable, printed: Printed): string {
  if (LINE_LAYOUTS.has(printed.layout)) return lineHtml(tableLines(table, printed.layout), printed);
  if (printed.layout === 'full-grid') return withoutSpans(table, fullGridRows(table));
  if (printed.layout === 'compact') {
    return withoutSpans(
      table,
      table.rows.map((row) => row.cells),
    );
  }
  if (printed.layout === 'divs') return divTable(table);
  if (printed.layout === 'grid') return gridTable(table);
  return realTable(table, table.attributes.includes('data-repeat'));
}

function lineHtml(lines: string[], printed: Printed): string {
  if (printed.layout === 'lines' || printed.layout === 'lines-pipe') {
    return `<div>${lines.map(escapeHtml).join('<br>\n')}</div>`;
  }
  return lines.map((line) => `<p>${line === '' ? '&nbsp;' : escapeHtml(line)}</p>`).join('\n');
}

function blockHtml(block: Block, printed: Printed): string {
  if (block.kind === 'heading') return `<h${block.level}>${escapeHtml(block.text)}</h${block.level}>`;
  if (block.kind === 'paragraph') {
    return `<p${styleAttribute(block.css)}>${block.html ?? escapeHtml(block.text)}</p>`;
  }
  if (block.kind === 'html') return block.html;
  return tableHtml(block, printed);
}

const SHARED_CSS = '.table{display:table}.tr{display:table-row}.td{display:table-cell}.grid{display:grid}';

/** The whole document. `printed.translate` is left to the caller, since it also holds for plain text. */
export function renderHtml(printed: Printed, options: HtmlOptions): string {
  const blocks = printed.blocks.map((block) => blockHtml(block, printed)).join('\n');
  const title = printed.title === '' ? '' : `<h1>${escapeHtml(printed.title)}</h1>\n`;
  const article = printed.wrapper.replace('%s', () => `${title}${blocks}`);
  const meta = options.chrome
    ? Object.entries(printed.page.metaTags)
        .map(([name, value]) => `<meta name="${name}" content="${escapeHtml(value)}">`)
        .join('\n')
    : '';
  const body = options.chrome
    ? options.chrome(article, printed)
    : `<div class="article">\n${article}\n</div>`;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="${options.charset}">
<title>${escapeHtml(printed.page.pageTitle)}</title>
${meta}
<style>${SHARED_CSS}${options.css}${printed.css}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
