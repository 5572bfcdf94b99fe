/** What the reports of one agency on consecutive years must agree on. */

import type { Rule } from '../rule.js';

const CARRY =
  '国办公开办函〔2021〕30号, 〔2019〕60号, form: 二、上年结转 is what 四、结转下年度 was a year before';
const STOCK = '国办公开办函〔2021〕30号, form: 第二十条第（一）项, documents in force after issue and repeal';
const ITEMS = '国办公开办函〔2019〕60号, form: 上一年项目数量, 本年增/减';
const PRACTICE = 'practice: no clause, a comparison';

export const YEAR_RULES = [
  {
    id: 'years_carried_over',
    table: 'applications',
    scope: 'years',
    severity: 'warning',
    zh: '上年结转应等于上一年度报告的结转下年度',
    en: 'carried over in must equal what the report of the year before carried over',
    source: CARRY,
  },
  {
    id: 'years_in_force',
    table: 'proactive',
    scope: 'years',
    severity: 'warning',
    zh: '现行有效件数应等于上年现行有效＋本年制发－本年废止',
    en: 'in force must equal in force a year before + issued − repealed',
    source: STOCK,
  },
  {
    id: 'years_items',
    table: 'proactive',
    scope: 'years',
    severity: 'warning',
    zh: '上一年项目数量应等于上年报告的上一年项目数量＋增减',
    en: 'items of the year before must equal items and change in the report of that year',
    source: ITEMS,
  },
  {
    id: 'years_unit',
    table: '',
    scope: 'years',
    severity: 'warning',
    zh: '与相邻年度相差约一万倍，疑似计量单位有误（元/万元、件/万件）',
    en: 'about 10,000 times as much as in a neighbouring year, or as little: a wrong unit (yuan for 10,000 yuan) is likely',
    source: PRACTICE,
  },
  {
    id: 'years_jump',
    table: '',
    scope: 'years',
    severity: 'warning',
    zh: '与相邻年度相差十倍以上',
    en: 'more than ten times as much as in a neighbouring year, or less than a tenth',
    source: PRACTICE,
  },
] as const satisfies readonly Rule[];
