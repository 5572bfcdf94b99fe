import {
  APPLICANTS,
  CARRIED_IN,
  CARRIED_OUT,
  CORNER_NOTE,
  type Label,
  PROACTIVE,
  type ProactiveBlock,
  RECEIVED_NEW,
  REMEDY_PATHS,
  REMEDY_RESULTS,
  RESULTS_LABEL,
  type ResultGroup,
  resultGroups,
  SECTION_HEADINGS,
  SECTION_HEADINGS_LONG,
  type TableName,
} from './forms.js';
import { pageDetails } from './page.js';
import {
  type Block,
  cell,
  fact,
  type Printed,
  type PrintedCell,
  type PrintedRow,
  type PrintedTable,
} from './printed.js';
import { composeProse } from './prose.js';
import type { Report } from './report.js';
import { cellKey, type Truth } from './truth.js';

/** Grid columns that the row labels of table 三 take. */
const LABEL_COLUMNS = 3;
const APPLICATION_HEAD_ROWS = 3;

function valueCell(report: Report, table: TableName, row: string, column: string, colspan = 1): PrintedCell {
  const key = cellKey(table, row, column);
  return { text: report.figures.get(key) ?? '', colspan, rowspan: 1, key };
}

function proactiveBlock(report: Report, block: ProactiveBlock): PrintedRow[] {
  const width = block.spans.reduce((sum, span) => sum + span, 0);
  const span = (at: number) => block.spans[at] ?? 1;
  const header: PrintedRow = {
    head: block.clause,
    cells: [cell('信息内容', span(0)), ...block.measures.map(([, label], at) => cell(label, span(at + 1)))],
  };
  const rows = block.rows.map(
    ([item, label]): PrintedRow => ({
      item: `proactive/${item}`,
      cells: [
        cell(label, span(0)),
        ...block.measures.map(([measure], at) => valueCell(report, 'proactive', item, measure, span(at + 1))),
      ],
    }),
  );
  return [{ head: block.clause, cells: [cell(block.clause, width)] }, header, ...rows];
}

function plainTable(table: TableName, rows: PrintedRow[], headRows: number): PrintedTable {
  const attributes = 'border="1" cellspacing="0" cellpadding="0"';
  return { kind: 'table', table, rows, headRows, attributes, true: true };
}

export function printProactive(report: Report): PrintedTable {
  const rows = PROACTIVE[report.edition].flatMap((block) => proactiveBlock(report, block));
  return plainTable('proactive', rows, 0);
}

function applicationHead(): PrintedRow[] {
  const organisations = APPLICANTS.slice(1, -1);
  return [
    {
      cells: [cell(CORNER_NOTE, LABEL_COLUMNS, APPLICATION_HEAD_ROWS), cell('申请人情况', APPLICANTS.length)],
    },
    { cells: [cell('自然人', 1, 2), cell('法人或其他组织', organisations.length), cell('总计', 1, 2)] },
    { cells: organisations.map(([, label]) => cell(label)) },
  ];
}

function applicationRow(report: Report, item: string, labels: PrintedCell[]): PrintedRow {
  const values = APPLICANTS.map(([applicant]) => valueCell(report, 'applications', item, applicant));
  return { item: `applications/${item}`, cells: [...labels, ...values] };
}

function groupRows(report: Report, group: ResultGroup): PrintedRow[] {
  if (!('rows' in group)) return [applicationRow(report, group.item, [cell(group.label, LABEL_COLUMNS - 1)])];
  return group.rows.map(([item, label], at) =>
    applicationRow(
      report,
      item,
      at === 0 ? [cell(group.label, 1, group.rows.length), cell(label)] : [cell(label)],
    ),
  );
}

export function printApplications(report: Report): PrintedTable {
  const single = ([item, label]: Label) => applicationRow(report, item, [cell(label, LABEL_COLUMNS)]);
  const results = resultGroups(report.oneRowOther).flatMap((group) => groupRows(report, group));
  results[0]?.cells.unshift(cell(RESULTS_LABEL, 1, results.length));
  const rows = [
    ...applicationHead(),
    single(RECEIVED_NEW),
    single(CARRIED_IN),
    ...results,
    single(CARRIED_OUT),
  ];
  return plainTable('applications', rows, APPLICATION_HEAD_ROWS);
}

export function printRemedies(report: Report): PrintedTable {
  const results = REMEDY_RESULTS.length;
  const headers = (rowspan: number) => REMEDY_RESULTS.map(([, label]) => cell(label, 1, rowspan));
  const [, direct, after] = REMEDY_PATHS;
  const values = REMEDY_PATHS.flatMap(([path]) =>
    REMEDY_RESULTS.map(([result]) => valueCell(report, 'remedies', path, result)),
  );
  const rows: PrintedRow[] = [
    { cells: [cell('行政复议', results), cell('行政诉讼', results * 2)] },
    { cells: [...headers(2), cell(direct?.[1] ?? '', results), cell(after?.[1] ?? '', results)] },
    { cells: [...headers(1), ...headers(1)] },
    { item: 'remedies/all', cells: values },
  ];
  return plainTable('remedies', rows, 3);
}

function firstTruth(report: Report): Truth {
  const truth: Truth = new Map();
  for (const [key, value] of report.figures) {
    const [table, row = '', column = ''] = key.split('/') as [TableName, string, string];
    truth.set(key, { table, row, column, value, state: 'reported' });
  }
  return truth;
}

function blocksOf(report: Report): Block[] {
  const prose = composeProse(report);
  const titles = report.random.fork('headings').chance(0.25) ? SECTION_HEADINGS_LONG : SECTION_HEADINGS;
  const heading = (at: number): Block => ({ kind: 'heading', text: titles[at] ?? '', level: 2 });
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
  return [
    paragraph(prose.preface),
    heading(0),
    ...prose.overview.map(paragraph),
    heading(1),
    printProactive(report),
    heading(2),
    printApplications(report),
    heading(3),
    printRemedies(report),
    heading(4),
    ...prose.problems.map(paragraph),
    heading(5),
    ...prose.other.map(paragraph),
    ...prose.signature.map((text): Block => ({ kind: 'paragraph', text, css: 'text-align:right' })),
  ];
}

/** The report in its plainest correct print: official labels, official spans, every cell filled. */
export function printReport(report: Report): Printed {
  const title = `${report.printedName}${report.year}年政府信息公开工作年度报告`;
  return {
    title,
    blocks: blocksOf(report),
    layout: 'table',
    css: '',
    wrapper: '%s',
    page: pageDetails(report, title),
    paper: { landscape: false, rotated: 0, headerText: '', pageNumbers: true },
    translate: (text) => text,
    truth: firstTruth(report),
    facts: {
      agencyNames: report.agencyNames,
      year: String(report.year),
      edition: report.edition,
      title: fact(title),
      periodStart: fact(report.periodStart),
      periodEnd: fact(report.periodEnd),
      publishedOn: fact(report.publishedOn),
      region: {
        codes: report.agency.codes,
        above: report.agency.shared ? (report.agency.path.at(-1) ?? '') : '',
        unlisted: report.agency.unlisted,
      },
    },
  };
}
