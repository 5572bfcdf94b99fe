/** The codes of the dataset with their labels: what `codebook.csv` and `nianbao codebook` show. */

import { AGENCY_KINDS } from './agencies.js';
import { APPLICANTS, APPLICATION_ITEMS } from './applications.js';
import { PROACTIVE_ITEMS, PROACTIVE_MEASURES } from './proactive.js';
import { REMEDY_PATHS, REMEDY_RESULTS } from './remedies.js';
import { STATEMENT_SUBJECTS } from './statements.js';

export interface CodeEntry {
  /** File of the dataset without its ending; `*` for codes that stand in several files. */
  readonly table: string;
  /** Column that holds the code. */
  readonly axis: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

type Labelled = { readonly code: string; readonly zh: string; readonly en: string; readonly number?: string };

const STATES: readonly Labelled[] = [
  { code: 'reported', zh: '照录数字', en: 'a bare number was printed' },
  { code: 'noted', zh: '带说明或单位的数字', en: 'a number with a remark or a unit' },
  { code: 'blank', zh: '空白', en: 'an empty cell, or a mark that stands for one' },
  { code: 'absent', zh: '表中无此行', en: 'the table of the report does not have this row' },
  { code: 'unreadable', zh: '无法确认', en: 'something is printed and no single number can be placed here' },
  { code: 'recognized', zh: '图像识别', en: 'read from a scan or a picture, two readings agree' },
  {
    code: 'inferred',
    zh: '依勾稽关系推定',
    en: "not placeable from the layout alone; the form's arithmetic leaves one value",
  },
];

const STATUSES: readonly Labelled[] = [
  { code: 'complete', zh: '完整', en: 'all tables of the edition found, every cell accounted for' },
  { code: 'partial', zh: '部分', en: 'something of the form is missing or unreadable' },
  { code: 'no_tables', zh: '无表格', en: 'text but no form table' },
  { code: 'needs_ocr', zh: '需要识别', en: 'a scan or pictures, and no recognition engine' },
  { code: 'failed', zh: '失败', en: 'could not be read; see error_code' },
];

const EDITIONS: readonly Labelled[] = [
  { code: '2019', zh: '2019年试行格式', en: '2019 trial form (国办公开办函〔2019〕60号)' },
  { code: '2021', zh: '2021年格式', en: '2021 form (国办公开办函〔2021〕30号)' },
  { code: 'mixed', zh: '混合', en: 'blocks of both forms in one report' },
];

const UNITS: readonly Labelled[] = [
  { code: 'count', zh: '件、项', en: 'number of documents, items or decisions' },
  { code: '10k_cny', zh: '万元', en: 'ten thousand yuan' },
];

const SEVERITIES: readonly Labelled[] = [
  { code: 'error', zh: '错误', en: 'breaks arithmetic the form itself requires' },
  { code: 'warning', zh: '警告', en: 'contradicts another year or the text' },
  { code: 'notice', zh: '提示', en: 'form or publication practice' },
];

const AXES: readonly (readonly [table: string, axis: string, labels: readonly Labelled[]])[] = [
  ['reports', 'status', STATUSES],
  ['reports', 'edition', EDITIONS],
  ['reports', 'agency_kind', AGENCY_KINDS],
  ['*', 'state', STATES],
  ['applications', 'item', APPLICATION_ITEMS],
  ['applications', 'applicant', APPLICANTS],
  ['proactive', 'item', PROACTIVE_ITEMS],
  ['proactive', 'measure', PROACTIVE_MEASURES],
  ['proactive', 'unit', UNITS],
  ['remedies', 'path', REMEDY_PATHS],
  ['remedies', 'result', REMEDY_RESULTS],
  ['findings', 'severity', SEVERITIES],
  ['statements', 'subject', STATEMENT_SUBJECTS],
];

/** Every code in form order. */
export function codebook(): readonly CodeEntry[] {
  return AXES.flatMap(([table, axis, labels]) =>
    labels.map((label) => ({ table, axis, code: label.code, zh: numbered(label), en: label.en })),
  );
}

/** The label as the form prints it: `一、…`, `（一）…`, `1.…`. */
function numbered({ number, zh }: Labelled): string {
  if (!number) return zh;
  if (number.startsWith('（')) return number + zh;
  return /\d/.test(number) ? `${number}.${zh}` : `${number}、${zh}`;
}
