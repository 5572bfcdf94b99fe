import { PROACTIVE } from '../forms.js';
import { printProactive, printReport } from '../print.js';
import {
  cell,
  type Printed,
  type PrintedCell,
  type PrintedRow,
  type PrintedTable,
  setTruth,
  tablesOf,
} from '../printed.js';
import { ALL_FORMATS, HTML_FORMATS, TEXT_FORMATS } from '../render/formats.js';
import { composeReport } from '../report.js';
import type { CellKey } from '../truth.js';
import type { Dialect, DialectContext } from './dialect.js';
import { dropRow, insertRow, splitTable } from './rows.js';

function only(printed: Printed, name: 'proactive' | 'applications' | 'remedies'): PrintedTable {
  const [table] = tablesOf(printed, name);
  if (!table) throw new Error(`the report has no table "${name}"`);
  return table;
}

function replaceTable(printed: Printed, table: PrintedTable, blocks: Printed['blocks']): void {
  printed.blocks.splice(printed.blocks.indexOf(table), 1, ...blocks);
}

/** Rows of table 三 that can go without breaking the frame of the table: not the first of a group. */
function looseRows(table: PrintedTable): PrintedRow[] {
  return table.rows.filter(
    (row) => row.item !== undefined && row.cells[0]?.rowspan === 1 && row.cells[0].key === undefined,
  );
}

function rowsMissing({ printed, random }: DialectContext): void {
  for (const name of ['proactive', 'applications'] as const) {
    const table = only(printed, name);
    for (const row of random.shuffle(looseRows(table)).slice(0, name === 'proactive' ? 1 : 2)) {
      for (const current of row.cells) if (current.key) setTruth(printed, current.key, '', 'absent');
      dropRow(table, row);
    }
  }
}

/** The same row twice with the same figures. */
function rowsDoubled({ printed, random }: DialectContext): void {
  const table = only(printed, 'applications');
  const row = random.pick(looseRows(table));
  insertRow(table, table.rows.indexOf(row) + 1, {
    ...row,
    cells: row.cells.map(({ key: _key, ...rest }): PrintedCell => ({ ...rest })),
  });
}

/** Two neighbouring rows of one group have changed places; labels and figures still belong together. */
function rowsOutOfOrder({ printed, random }: DialectContext): void {
  const table = only(printed, 'applications');
  const loose = new Set(looseRows(table).filter((row) => row.cells[0]?.colspan === 1));
  const places = table.rows.flatMap((row, at) =>
    loose.has(row) && loose.has(table.rows[at + 1] as PrintedRow) ? [at] : [],
  );
  const at = random.pick(places);
  const [first, second] = [table.rows[at], table.rows[at + 1]];
  if (first && second) table.rows.splice(at, 2, second, first);
}

const OTHER_DOCUMENTS = '其他主动公开文件';

/** Hubei adds a third row to the first block of the 2019 form. */
function hubeiRow({ printed, random }: DialectContext): void {
  const table = only(printed, 'proactive');
  const at = table.rows.findIndex((row) => row.item === 'proactive/normative_documents');
  const model = table.rows[at];
  if (!model) return;
  const cells = model.cells.map((current): PrintedCell => {
    if (current.key === undefined) return { ...current, text: OTHER_DOCUMENTS };
    const key = current.key.replace('normative_documents', 'other_documents') as CellKey;
    const value = String(random.int(0, 260));
    setTruth(printed, key, value, 'reported');
    return { ...current, key, text: value };
  });
  table.rows.splice(at + 1, 0, { item: 'proactive/other_documents', cells });
}

/** Four purchases in four rows: the first counts, as noted. */
function procurementRows({ printed, random }: DialectContext): void {
  const table = only(printed, 'proactive');
  const row = table.rows.find((candidate) => candidate.item === 'proactive/procurement');
  if (!row) return;
  for (const current of row.cells) {
    if (current.key === undefined) continue;
    current.text = String(random.int(1, 60));
    setTruth(printed, current.key, current.text, 'noted');
  }
  for (const amount of [35, 62, 111]) {
    const cells = row.cells.map(
      ({ key, ...rest }): PrintedCell => (key ? { ...rest, text: String(amount + random.int(0, 9)) } : rest),
    );
    table.rows.push({ cells });
  }
}

/** A section on the year before, with that year's tables, at the end of the page. */
function lastYearAppended({ printed, report, random }: DialectContext): void {
  const earlier = composeReport(`${report.seed}-before`, {
    agency: report.agency.name,
    year: report.year - 1,
    edition: report.edition,
  });
  const tables = printReport(earlier).blocks.filter((block) => block.kind === 'table');
  const title = `${report.printedName}${report.year - 1}年政府信息公开工作年度报告`;
  printed.blocks.push({ kind: 'heading', level: 1, text: title });
  const headings = [
    '一、主动公开政府信息情况',
    '二、收到和处理政府信息公开申请情况',
    '三、行政复议、行政诉讼情况',
  ];
  for (const [at, table] of tables.entries()) {
    printed.blocks.push({ kind: 'heading', level: 2, text: `${report.year - 1}年${headings[at]?.slice(2)}` });
    printed.blocks.push({ ...table, true: false });
  }
  random.next();
}

/** Columns of the first block from the other edition, the rest from the report's own. */
function hybrid({ printed, report, random }: DialectContext): void {
  const table = only(printed, 'proactive');
  const foreign = report.edition === '2021' ? '2019' : '2021';
  const [block] = PROACTIVE[foreign];
  if (!block) return;
  const [, header, ...rows] = printProactive(report).rows.slice(0, 2 + block.rows.length);
  const target = table.rows.slice(0, 2 + block.rows.length);
  const head = target[1];
  if (!header || !head) return;
  for (const [at, [, label]] of block.measures.entries()) {
    const current = head.cells[at + 1];
    if (current) current.text = label;
  }
  for (const [index, row] of rows.entries()) {
    const cells = target[index + 2]?.cells ?? [];
    for (const [at, [measure]] of block.measures.entries()) {
      const current = cells[at + 1];
      if (!current?.key) continue;
      printed.truth.delete(current.key);
      const item = row.item?.split('/')[1] ?? '';
      current.key = `proactive/${item}/${measure}`;
      current.text = String(random.int(0, 40));
      setTruth(printed, current.key, current.text, 'reported');
    }
  }
  printed.facts.edition = 'mixed';
}

function cutTable(repeatHead: boolean) {
  return ({ printed, random }: DialectContext) => {
    const table = only(printed, 'applications');
    const [first, second] = splitTable(
      table,
      random.int(table.headRows + 3, table.rows.length - 3),
      repeatHead,
    );
    const pageNumber = {
      kind: 'paragraph' as const,
      text: `— ${random.int(2, 6)} —`,
      css: 'text-align:center',
    };
    replaceTable(printed, table, [first, pageNumber, second]);
  };
}

/** Every row of table 三 is a table by itself. */
function oneRowTables({ printed }: DialectContext): void {
  const table = only(printed, 'applications');
  const pieces: PrintedTable[] = [];
  let rest = table;
  while (rest.rows.length > (pieces.length === 0 ? table.headRows : 1)) {
    const [first, second] = splitTable(rest, pieces.length === 0 ? table.headRows : 1, false);
    pieces.push(first);
    rest = second;
  }
  replaceTable(printed, table, [...pieces, rest]);
}

/** 商业|企业 are two rows of cells instead of one cell with a break. */
function splitHeader({ printed }: DialectContext): void {
  const table = only(printed, 'applications');
  const third = table.rows[2];
  if (!third) return;
  for (const row of table.rows.slice(0, 2)) {
    for (const current of row.cells) if (current.rowspan > 1) current.rowspan += 1;
  }
  const halves = third.cells.map((current) => {
    const flat = current.text.replace('\n', '');
    const middle = Math.ceil(flat.length / 2);
    return [flat.slice(0, middle), flat.slice(middle)] as const;
  });
  third.cells = halves.map(([upper]) => cell(upper));
  table.rows.splice(3, 0, { cells: halves.map(([, lower]) => cell(lower)) });
  table.headRows += 1;
}

function trailingColumns({ printed }: DialectContext): void {
  for (const table of tablesOf(printed)) {
    for (const row of table.rows) row.cells.push(cell(''), cell(''));
  }
}

function emptyLastRow({ printed }: DialectContext): void {
  for (const table of tablesOf(printed)) {
    const width = table.rows.at(-1)?.cells.length ?? 1;
    table.rows.push({ cells: Array.from({ length: width }, () => cell('')) });
  }
}

/** The heading line of the first block is missing: the table starts at 信息内容. */
function missingClause({ printed }: DialectContext): void {
  only(printed, 'proactive').rows.splice(0, 1);
}

/** 处罚 and 强制 have three cells of 0 under one header. */
function threeZeros({ printed }: DialectContext): void {
  for (const row of only(printed, 'proactive').rows) {
    if (row.item !== 'proactive/penalties' && row.item !== 'proactive/coercion') continue;
    const value = row.cells[1];
    if (!value?.key) continue;
    value.colspan = 1;
    value.text = '0';
    setTruth(printed, value.key, '0', 'reported');
    row.cells.push(cell('0'), cell('0'));
  }
}

/** The number and the words of a group label are two cells over each other: （三） | 不予公开. */
function splitGroupLabel({ printed }: DialectContext): void {
  for (const row of only(printed, 'applications').rows) {
    for (const current of row.cells) {
      if (current.rowspan > 1 && /^（[一二三四五六]）/.test(current.text))
        current.text = current.text.replace('）', '）\n');
    }
  }
}

const WITH_CELLS = ALL_FORMATS;

function dialect(
  id: string,
  shows: string,
  apply: Dialect['apply'],
  rest: Partial<Omit<Dialect, 'id' | 'shows' | 'apply'>> = {},
): Dialect {
  return { id, shows, kind: 'complete', group: 'structure', formats: WITH_CELLS, apply, ...rest };
}

export const STRUCTURE_DIALECTS: readonly Dialect[] = [
  dialect('form-2019-later', 'the 2019 form in a report for a later year', () => undefined, {
    wishes: { year: 2023, edition: '2019' },
  }),
  dialect('form-2021-early', 'the 2021 form in a report for 2020', () => undefined, {
    wishes: { year: 2020, edition: '2021' },
  }),
  dialect('one-row-other', 'the 2021 form with 其他处理 as one row', () => undefined, {
    wishes: { edition: '2021', oneRowOther: true },
  }),
  dialect('rows-missing', 'rows of the form are missing', rowsMissing),
  dialect('rows-doubled', 'a row stands twice with the same figures', rowsDoubled),
  dialect('rows-out-of-order', 'two rows have changed places', rowsOutOfOrder),
  dialect('hubei-row', 'the extra row 其他主动公开文件 of Hubei', hubeiRow, {
    wishes: { year: 2020, edition: '2019' },
  }),
  dialect('procurement-rows', 'four rows 政府集中采购', procurementRows, {
    wishes: { edition: '2019' },
    combines: false,
  }),
  dialect('last-year-appended', "the year before's tables follow on the same page", lastYearAppended, {
    combines: false,
  }),
  dialect('hybrid', 'the first block of table 二 has the other form’s columns', hybrid),
  dialect('cut', 'table 三 is cut in two by a page number', cutTable(false)),
  dialect('cut-head', 'table 三 is cut in two, the header stands on both halves', cutTable(true)),
  dialect('one-row-tables', 'every row of table 三 is a table by itself', oneRowTables, {
    formats: HTML_FORMATS,
  }),
  dialect('split-header', 'header words in two rows of cells: 商业 | 企业', splitHeader),
  dialect('trailing-columns', 'empty columns at the end of every table', trailingColumns),
  dialect('empty-last-row', 'an empty row at the end of every table', emptyLastRow),
  dialect('missing-clause', 'the heading line of the first block is missing', missingClause),
  dialect('three-zeros', 'three zeros in rows that have one column', threeZeros, {
    wishes: { edition: '2021' },
    formats: [...HTML_FORMATS, ...TEXT_FORMATS],
    combines: false,
  }),
  dialect('split-group-label', 'the number of a group stands above its words', splitGroupLabel),
];
