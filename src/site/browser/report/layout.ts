/** The three tables as the official form lays them out, filled with the cells of one report. Pure: rows in, rows out. */

import { APPLICATION_GROUPS, PROACTIVE_BLOCKS, type ProactiveBlock } from '../../../form/index.js';
import type { CellView } from '../data/report.js';
import {
  APPLICANTS,
  APPLICATION_ITEMS,
  axisLabel,
  type Label,
  PROACTIVE_ITEMS,
  REMEDY_PATHS,
  REMEDY_RESULTS,
} from '../labels.js';

/** A row of figures. `heads` stand before it, each over as many rows as it heads. */
export interface FormRow {
  readonly code: string;
  readonly label: Label;
  /** Columns that the label takes. */
  readonly labelSpan: number;
  readonly heads: readonly { readonly label: Label; readonly rows: number }[];
  /** Keys of the cells, `table/row/column`. */
  readonly keys: readonly string[];
}

/** Rows under a header of their own: one 项 of table 二. */
export interface FormBlock {
  readonly title: string;
  readonly columns: readonly Label[];
  readonly rows: readonly FormRow[];
}

export type Cells = ReadonlyMap<string, CellView>;

const CLAUSES = '一五六八九';

/** Labels that an edition or a block prints otherwise than the codebook. */
const PRINTED: Readonly<Record<string, string>> = {
  '2019/normative_documents': '规范性文件',
  '九/amount_10k_cny': '采购总金额',
};

function printed(label: Label, ...places: readonly string[]): Label {
  const zh = places.map((place) => PRINTED[`${place}/${label.code}`]).find((one) => one !== undefined);
  return zh === undefined ? label : { ...label, zh };
}

/** Blocks of table 二, each in the edition that its cells show. */
export function proactiveBlocks(cells: Cells): FormBlock[] {
  const blocks = [...(PROACTIVE_BLOCKS as readonly ProactiveBlock[])].sort(
    (a, b) => CLAUSES.indexOf(a.clause) - CLAUSES.indexOf(b.clause),
  );
  return blocks.map((block) => proactiveBlock(block, cells)).filter(({ rows }) => rows.length > 0);
}

function proactiveBlock({ clause, edition, measures, items }: ProactiveBlock, cells: Cells): FormBlock {
  const own = PROACTIVE_ITEMS.filter(
    ({ code }) => items.includes(code) || (clause === '一' && code === 'other_documents'),
  );
  const rows = own.flatMap(({ code }): FormRow[] => {
    const keys = measures.map((measure) => `proactive/${code}/${measure}`);
    if (!keys.some((key) => cells.get(key)?.edition === edition)) return [];
    return [
      { code, label: printed(axisLabel('proactive', 'row', code), edition), labelSpan: 1, heads: [], keys },
    ];
  });
  const columns = measures.map((measure) => printed(axisLabel('proactive', 'column', measure), clause));
  return { title: `第二十条第（${clause}）项`, columns, rows };
}

/** Groups whose rows stand one step further in; the one-row 其他处理 of the 2019 form stands with the outcomes. */
const INNER: ReadonlySet<string> = new Set(['denied', 'unavailable', 'rejected', 'other']);

const GROUPS: ReadonlyMap<string, Label> = new Map(
  APPLICATION_GROUPS.map(({ code, number, zh, en }) => [
    code,
    { code, zh: `${number}${number.length === 1 ? '、' : ''}${zh}`, en },
  ]),
);

interface Placed {
  readonly code: string;
  readonly group: string;
}

/** Rows of table 三 that the report has, the groups before the first row of each. */
export function applicationRows(cells: Cells): FormRow[] {
  const own: Placed[] = APPLICATION_ITEMS.filter(({ code }) =>
    APPLICANTS.some((applicant) => cells.has(`applications/${code}/${applicant.code}`)),
  ).map(({ code, group }) => ({ code, group: code === 'other' ? 'outcomes' : group }));
  return own.map((row, at) => ({
    code: row.code,
    label: axisLabel('applications', 'row', row.code),
    labelSpan: row.group === 'intake' ? 3 : INNER.has(row.group) ? 1 : 2,
    heads: headsAt(own, at),
    keys: APPLICANTS.map(({ code }) => `applications/${row.code}/${code}`),
  }));
}

function headsAt(rows: readonly Placed[], at: number): FormRow['heads'] {
  const group = rows[at]?.group ?? '';
  const before = rows[at - 1]?.group ?? '';
  const heads: { label: Label; rows: number }[] = [];
  if (group !== 'intake' && (at === 0 || before === 'intake')) {
    heads.push(
      head(
        'outcomes',
        runLength(rows, at, (one) => one !== 'intake'),
      ),
    );
  }
  if (INNER.has(group) && group !== before)
    heads.push(
      head(
        group,
        runLength(rows, at, (one) => one === group),
      ),
    );
  return heads;
}

const head = (group: string, rows: number): { label: Label; rows: number } => ({
  label: GROUPS.get(group) ?? { code: group, zh: group, en: group },
  rows,
});

function runLength(rows: readonly Placed[], from: number, within: (group: string) => boolean): number {
  const end = rows.findIndex(({ group }, at) => at > from && !within(group));
  return (end < 0 ? rows.length : end) - from;
}

/** Paths of table 四 that the report has, each with its five results. */
export function remedyPaths(cells: Cells): FormRow[] {
  return REMEDY_PATHS.flatMap(({ code }): FormRow[] => {
    const keys = REMEDY_RESULTS.map((result) => `remedies/${code}/${result.code}`);
    if (!keys.some((key) => cells.has(key))) return [];
    return [{ code, label: axisLabel('remedies', 'row', code), labelSpan: 1, heads: [], keys }];
  });
}

/** Cells that none of the tables above shows: codes that this version of the form does not have. */
export function otherCells(cells: Cells): CellView[] {
  const shown = new Set([
    ...proactiveBlocks(cells).flatMap(({ rows }) => rows.flatMap(({ keys }) => keys)),
    ...applicationRows(cells).flatMap(({ keys }) => keys),
    ...remedyPaths(cells).flatMap(({ keys }) => keys),
  ]);
  return [...cells.values()].filter(({ key }) => !shown.has(key));
}
