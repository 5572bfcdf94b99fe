/** Explanations for the tests of their renderers. */
import { explainDocument } from '../../src/map/index.js';
import type { Explanation } from '../../src/model/explanation.js';
import type { Finding } from '../../src/model/finding.js';
import {
  applicationsTable,
  consistentFigures,
  document,
  ITEM_LABELS,
  paragraphs,
  table,
} from '../map/documents.js';

/** Texts that would be markup, an attribute, or a command to a terminal. */
export const HOSTILE = {
  cell: '\u001b[31m\u202e<script>alert(1)</script>',
  remark: '3（" onmouseover="alert(2)）',
  label: "<img src=x onerror='alert(3)'>本省自定的一行",
  title: '某某县水利局2023年政府信息公开工作年度报告</title><script>alert(4)</script>',
} as const;

const COPY = 2;

/** A 2021 form with one cell of nearly every kind, a misprint, a row of its own, an alien table. */
export function someExplanation(): Promise<Explanation> {
  const figures = consistentFigures().map((row) => [...row]);
  figures[0] = ['20', '3（含修订1件）', '', '/', '无法统计', '0', '25'];
  figures[2] = [HOSTILE.cell, HOSTILE.remark, '0', '0', '0', '0', '18'];
  const labels = ITEM_LABELS.map((label) =>
    label.includes('第三方')
      ? HOSTILE.label
      : label.includes('法律行政法规')
        ? '2.其他法律行政止公开'
        : label,
  );
  return explainDocument(
    document(
      ...paragraphs(HOSTILE.title, HOSTILE.cell),
      table(
        [
          ['第二十条第（五）项', ''],
          ['信息内容', '本年处理决定数量'],
          ['行政许可', '162'],
        ],
        1,
      ),
      applicationsTable(figures, labels),
      table([['联系人', HOSTILE.cell]], COPY + 1),
    ),
  );
}

/** An error of table 三, with a text that would be markup and one that would command a terminal. */
export function someFinding(): Finding {
  const at = { table: 'applications', column: 'total' } as const;
  const locator = 'table 2 row 4 col 10';
  return {
    ...at,
    rule: 'applicant_sum',
    severity: 'error',
    item: 'received_new',
    expected: '23',
    actual: '25',
    difference: '2',
    cells: [{ ...at, row: 'received_new', value: '25', locator }],
    zh: `各类申请人之和应等于总计：20+3 = 23 ≠ 25 ${HOSTILE.label}`,
    en: `the applicants must sum to the total ${HOSTILE.cell}`,
  };
}
