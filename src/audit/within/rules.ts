/** What a report must satisfy by itself. */

import type { Rule } from '../rule.js';

const FORM = '国办公开办函〔2021〕30号, 〔2019〕60号, form';
const FILLING = '国办公开办函〔2021〕30号, 〔2019〕60号, filling rules (填表说明: 勾稽关系)';
const EDITIONS = '国办公开办函〔2021〕30号 (reports on 2021 and later), 〔2019〕60号 (2019 and 2020)';
const PRACTICE = 'practice: no clause, a comparison';

export const WITHIN_RULES = [
  {
    id: 'applications_balance',
    table: 'applications',
    scope: 'report',
    severity: 'error',
    zh: '新收＋上年结转应等于办理结果总计＋结转下年度',
    en: 'received + carried over in must equal outcomes + carried over out',
    source: FILLING,
  },
  {
    id: 'applications_outcomes',
    table: 'applications',
    scope: 'report',
    severity: 'error',
    zh: '各项办理结果之和应等于（七）总计',
    en: 'the outcomes must sum to the total of outcomes',
    source: FILLING,
  },
  {
    id: 'applications_row',
    table: 'applications',
    scope: 'report',
    severity: 'error',
    zh: '自然人与五类法人组织之和应等于总计',
    en: 'natural persons and the five kinds of organizations must sum to the total',
    source: FORM,
  },
  {
    id: 'remedies_sum',
    table: 'remedies',
    scope: 'report',
    severity: 'error',
    zh: '四种结果之和应等于总计',
    en: 'the four results must sum to the total',
    source: FORM,
  },
  {
    id: 'negative_count',
    table: '',
    scope: 'report',
    severity: 'error',
    zh: '数量不得为负（“本年增/减”除外）',
    en: 'a count cannot be negative (change in the year excepted)',
    source: FORM,
  },
  {
    id: 'fractional_count',
    table: '',
    scope: 'report',
    severity: 'error',
    zh: '件数应为整数',
    en: 'a count is a whole number',
    source: FORM,
  },
  {
    id: 'absurd_count',
    table: '',
    scope: 'report',
    severity: 'warning',
    zh: '数字大得不合常理',
    en: 'a figure beyond all plausible size',
    source: PRACTICE,
  },
  {
    id: 'cells_blank',
    table: '',
    scope: 'report',
    severity: 'notice',
    zh: '应填的单元格为空（无则填“0”）',
    en: 'cells that must be filled are blank (a zero is written as 0)',
    source: FORM,
  },
  {
    id: 'rows_absent',
    table: '',
    scope: 'report',
    severity: 'notice',
    zh: '表格缺行或缺表',
    en: 'rows of the form, or a whole table, are not printed',
    source: FORM,
  },
  {
    id: 'edition_year',
    table: '',
    scope: 'report',
    severity: 'notice',
    zh: '所用格式不是该年度的格式',
    en: 'the form is not the one for the year',
    source: EDITIONS,
  },
  {
    id: 'period_year',
    table: '',
    scope: 'report',
    severity: 'notice',
    zh: '统计期限不是报告年度',
    en: 'the statistics period is not the year of the report',
    source: '政府信息公开条例 art. 49, 50: the report is about the year before',
  },
] as const satisfies readonly Rule[];
