/** The same table in two reports. */

import { type Attached, type ReportHead, reportWords } from '../attached.js';
import { compose } from '../compose.js';
import type { Words } from '../words.js';
import { TABLE_WORDS } from '../words.js';
import { relationOf } from './others.js';
import type { PrintedTable } from './prints.js';

export interface TableOf {
  readonly report: ReportHead;
  readonly table: PrintedTable;
}

/** The finding at the later of two reports with the same print; null when they may well have the same table. */
export function copiedTable(one: TableOf, another: TableOf): Attached | null {
  const [first, later] = inYearOrder(one, another);
  const relation = relationOf(first.report, later.report);
  if (relation === null) return null;
  const { filled, largest } = later.table;
  const name = reportWords(first.report);
  const words: Words[] = [
    {
      zh: `${TABLE_WORDS[largest.table].zh} ${filled} 个非零数字与${relation.zh}${name.zh}相同`,
      en: `all ${filled} figures of ${TABLE_WORDS[largest.table].en} that are not zero are those of ${name.en} ${relation.en}`,
    },
  ];
  const finding = compose({
    rule: 'tables_copied',
    at: null,
    table: largest.table,
    cells: [largest, { ...first.table.largest, reportId: first.report.id }],
    words,
  });
  return { report: later.report, finding };
}

function inYearOrder(one: TableOf, another: TableOf): [TableOf, TableOf] {
  const [a, b] = [one.report, another.report];
  const isBefore = a.year === b.year ? a.seq < b.seq : a.year < b.year;
  return isBefore ? [one, another] : [another, one];
}
