/** Reports that are too much alike. */

import type { Rule } from '../rule.js';

const LIKE = '国办公开办函〔2021〕30号: 内容雷同、敷衍塞责 is held against the agency';

export const COPY_RULES = [
  {
    id: 'report_repeated',
    table: '',
    scope: 'reports',
    severity: 'notice',
    zh: '同一机关同一年度有多份报告',
    en: 'several reports of one agency on one year',
    source: '政府信息公开条例 art. 49: one report a year',
  },
  {
    id: 'tables_copied',
    table: '',
    scope: 'reports',
    severity: 'warning',
    zh: '整表数字与另一机关或另一年度的报告完全相同',
    en: 'all figures of a table are those of a report of another agency or year',
    source: LIKE,
  },
  {
    id: 'text_copied',
    table: '',
    scope: 'reports',
    severity: 'notice',
    zh: '正文与另一机关或另一年度的报告几乎相同',
    en: 'the running text is nearly that of a report of another agency or year',
    source: LIKE,
  },
] as const satisfies readonly Rule[];
