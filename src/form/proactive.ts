/**
 * Table 二, 主动公开政府信息情况, as data: blocks named after the items of 第二十条 of the 政府信息公开条例.
 * Sources: 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号.
 */

import type { FormLabel } from './applications.js';

export interface ProactiveMeasure extends FormLabel {
  readonly unit: 'count' | '10k_cny';
}

export const PROACTIVE_ITEMS = [
  { code: 'regulations', zh: '规章', en: 'regulations', variants: ['政府规章', '部门规章'] },
  {
    code: 'normative_documents',
    zh: '行政规范性文件',
    en: 'normative documents',
    variants: ['规范性文件', '规范性档案'],
  },
  {
    code: 'other_documents',
    zh: '其他主动公开文件',
    en: 'other documents disclosed on own initiative',
    variants: ['其他文件'],
  },
  { code: 'licensing', zh: '行政许可', en: 'administrative licensing', variants: [] },
  {
    code: 'other_services',
    zh: '其他对外管理服务事项',
    en: 'other services to the public',
    variants: ['其他对外管理服务', '对外管理服务事项'],
  },
  { code: 'penalties', zh: '行政处罚', en: 'administrative penalties', variants: [] },
  { code: 'coercion', zh: '行政强制', en: 'administrative coercion', variants: ['行政强制措施'] },
  { code: 'fees', zh: '行政事业性收费', en: 'administrative fees', variants: [] },
  { code: 'procurement', zh: '政府集中采购', en: 'central government procurement', variants: ['集中采购'] },
] as const satisfies readonly FormLabel[];

export const PROACTIVE_MEASURES = [
  {
    code: 'issued',
    unit: 'count',
    zh: '本年制发件数',
    en: 'issued in the year',
    variants: ['本年发件数', '本年发件', '制发件数', '本年制发数', '本年制发数量', '本年新制发件数'],
  },
  {
    code: 'repealed',
    unit: 'count',
    zh: '本年废止件数',
    en: 'repealed in the year',
    variants: ['年废止件数', '废止件数', '本年废止数', '本年废止数量', '本年废止件'],
  },
  {
    code: 'in_force',
    unit: 'count',
    zh: '现行有效件数',
    en: 'in force',
    variants: ['现行有效件', '现行有效数', '有效件数', '现行有效数量'],
  },
  {
    code: 'made',
    unit: 'count',
    zh: '本年新制作数量',
    en: 'newly made in the year',
    variants: ['本年新制作数', '新制作数量', '本年制作数量'],
  },
  {
    code: 'disclosed',
    unit: 'count',
    zh: '本年新公开数量',
    en: 'newly disclosed in the year',
    variants: ['本年新公开数', '新公开数量', '本年公开数量'],
  },
  {
    code: 'disclosed_total',
    unit: 'count',
    zh: '对外公开总数量',
    en: 'disclosed in total',
    variants: ['对外公开总数', '公开总数量', '对外公开数量'],
  },
  {
    code: 'items_previous_year',
    unit: 'count',
    zh: '上一年项目数量',
    en: 'items of the year before',
    variants: ['上年项目数量', '上一年项目数', '上一年度项目数量'],
  },
  {
    code: 'items_change',
    unit: 'count',
    zh: '本年增/减',
    en: 'change in the year',
    variants: ['本年增减', '本年度增/减'],
  },
  {
    code: 'decisions',
    unit: 'count',
    zh: '本年处理决定数量',
    en: 'decisions of the year',
    variants: ['处理决定数量', '处理决定数', '本年处理决定数', '年处理决定数量'],
  },
  {
    code: 'amount_10k_cny',
    unit: '10k_cny',
    zh: '本年收费金额（单位：万元）',
    en: 'amount in 10,000 yuan',
    variants: ['本年收费金额', '收费金额', '采购总金额', '采购金额', '年收费金额'],
  },
  {
    code: 'projects',
    unit: 'count',
    zh: '采购项目数量',
    en: 'procurement projects',
    variants: ['采购项目数', '项目数量'],
  },
] as const satisfies readonly ProactiveMeasure[];

export type ProactiveItem = (typeof PROACTIVE_ITEMS)[number]['code'];
export type ProactiveMeasureCode = (typeof PROACTIVE_MEASURES)[number]['code'];

/** One block of table 二: a header row and the rows below it. */
export interface ProactiveBlock {
  /** Number of the 项 of 第二十条 that heads the block. */
  readonly clause: '一' | '五' | '六' | '八' | '九';
  readonly edition: '2019' | '2021';
  readonly measures: readonly ProactiveMeasureCode[];
  readonly items: readonly ProactiveItem[];
}

export const PROACTIVE_BLOCKS = [
  {
    edition: '2021',
    clause: '一',
    measures: ['issued', 'repealed', 'in_force'],
    items: ['regulations', 'normative_documents'],
  },
  { edition: '2021', clause: '五', measures: ['decisions'], items: ['licensing'] },
  { edition: '2021', clause: '六', measures: ['decisions'], items: ['penalties', 'coercion'] },
  { edition: '2021', clause: '八', measures: ['amount_10k_cny'], items: ['fees'] },
  {
    edition: '2019',
    clause: '一',
    measures: ['made', 'disclosed', 'disclosed_total'],
    items: ['regulations', 'normative_documents'],
  },
  {
    edition: '2019',
    clause: '五',
    measures: ['items_previous_year', 'items_change', 'decisions'],
    items: ['licensing', 'other_services'],
  },
  {
    edition: '2019',
    clause: '六',
    measures: ['items_previous_year', 'items_change', 'decisions'],
    items: ['penalties', 'coercion'],
  },
  { edition: '2019', clause: '八', measures: ['items_previous_year', 'items_change'], items: ['fees'] },
  { edition: '2019', clause: '九', measures: ['projects', 'amount_10k_cny'], items: ['procurement'] },
] as const satisfies readonly ProactiveBlock[];
