import type { Random } from '../random.js';
import { drawDay, later } from './days.js';

/** Names of the metadata tables by region: `P` the publisher, `D` days, `T` the title, other words a value of their own. */
const TABLES: Readonly<Record<string, readonly (readonly [name: string, what: string])[]>> = {
  gansu: [
    ['索引号', 'index'],
    ['公开方式', '主动公开'],
    ['发布机构', 'P'],
    ['组配分类', '政府信息公开年报'],
    ['文件编号', ''],
    ['发文日期', 'D'],
    ['成文日期', 'C'],
    ['有效性', '有效'],
  ],
  jiangsu: [
    ['索引号', 'index'],
    ['分类', '政务公开'],
    ['发布机构', 'P'],
    ['发文日期', 'D'],
    ['标题', 'T'],
    ['文号', '无'],
    ['主题词', '信息公开 报告'],
    ['内容概述', 'T'],
    ['时效', '有效'],
    ['文件下载', ''],
  ],
  zhejiang: [
    ['信息索引号', 'index'],
    ['信息名称', 'T'],
    ['发布机构', 'P'],
    ['成文日期', 'D'],
    ['公开方式', '主动公开'],
    ['登记号', ''],
  ],
  anhui: [
    ['索引号', 'index'],
    ['组配分类', '政府信息公开年度报告'],
    ['发布机构', 'P'],
    ['发文日期', 'C'],
    ['发布文号', ''],
    ['关键词', '政府信息公开'],
    ['信息来源', 'P'],
    ['主题导航', '综合政务'],
    ['信息名称', 'T'],
    ['内容概述', 'T'],
    ['发布日期', 'D'],
  ],
  hubei: [
    ['名称', 'T'],
    ['索引号', 'index'],
    ['发布日期', 'D'],
    ['发布机构', 'P'],
    ['文号', '无'],
    ['文件分类', '其他'],
    ['所属机构', 'P'],
  ],
  henan: [
    ['索引号', 'index'],
    ['主题分类', '综合政务'],
    ['发布机构', 'P'],
    ['关键词', '年报'],
    ['文号', ''],
    ['成文日期', 'C'],
    ['发布日期', 'D'],
    ['体裁', '报告'],
    ['生效日期', ''],
    ['废止日期', ''],
  ],
  yunnan: [
    ['索引号', 'index'],
    ['公开目录', '政府信息公开年报'],
    ['发布机构', 'P'],
    ['发布日期', 'D'],
    ['名称', 'T'],
    ['时效性', '有效'],
  ],
  ganzhou: [
    ['公开形式', '主动公开'],
    ['责任部门', 'P'],
    ['生成日期', 'D'],
    ['是否有效', '有效'],
  ],
};

export interface FieldWishes {
  /** Empty, a full name, or a short one such as 市政府办. */
  publisher: string;
  title: string;
  publishedOn: string;
  year: number;
}

/** A metadata table of one of the regions; the day it was written lies up to a month before the day it was published. */
export function drawFields(random: Random, wishes: FieldWishes): [name: string, value: string][] {
  const table = random.pick(Object.values(TABLES));
  const written = later(wishes.publishedOn, -random.int(0, 30));
  return table.map(([name, what]) => {
    if (what === 'P') return [name, wishes.publisher];
    if (what === 'T') return [name, wishes.title];
    if (what === 'D') return [name, drawDay(random, wishes.publishedOn)];
    if (what === 'C') return [name, drawDay(random, written)];
    return [name, what === 'index' ? indexNumber(random, wishes.year) : what];
  });
}

/** 索引号: its year is often another one than that of the report or the publication; it may be lost. */
function indexNumber(random: Random, year: number): string {
  const serial = String(random.int(1, 99_999)).padStart(5, '0');
  return random.pick([
    `${random.int(10_000_000, 99_999_999)}X/${year - 1}-${serial}`,
    `${year}-${serial}`,
    `01${random.int(1_000_000, 9_999_999)}/${year + 1}-${serial}`,
    `/${year + 1}-None`,
    '',
  ]);
}
