import type { Agency } from '../agencies.js';
import type { Random } from '../random.js';

/** Where a document names its agency, besides or instead of the title. */
export type NamedIn =
  | 'title'
  | 'publisher'
  | 'source'
  | 'meta'
  | 'breadcrumb'
  | 'contact'
  | 'preface'
  | 'foot';

export const NAMED_IN: readonly NamedIn[] = [
  'title',
  'publisher',
  'source',
  'meta',
  'breadcrumb',
  'contact',
  'preface',
  'foot',
];

/** Names a publisher's field gives that say not which agency it is. */
export const SHORT_NAMES = [
  '市政府办',
  '县政府办',
  '交通局',
  '信息公开办',
  '办公室',
  '管理员',
  '区府办',
] as const;

/** Who passes reports on. */
export function mediaOf({ path }: Agency): string {
  const place = path.at(-1) ?? '省';
  return `${place}融媒体中心`;
}

/** The office of the agency that answers questions. */
const OFFICES = ['', '', '办公室', '政务公开办公室', '政策法规科', '综合股'] as const;

export interface ContactWishes {
  /** A full name, or 我局. */
  name: string;
  address: string;
  phone: string;
  postcode: string;
}

/** Whom to ask, as prefaces put it. */
export function drawContact(random: Random, { name, address, phone, postcode }: ContactWishes): string {
  const office = random.pick(OFFICES);
  return random.pick([
    `如对本报告有疑问，请与${name}${office}联系（地址：${address}，邮编：${postcode}，电话：${phone}）。`,
    `如有疑问，请致电${name}${office}（电话：${phone}）。`,
    `社会公众可登录网站查阅，有疑问请与${name}${office}联系，地址：${address}，联系电话：${phone}，邮政编码：${postcode}。`,
    `如对本报告有任何疑问，请直接与${name}${office}联系，联系地址：${address}；电话：${phone}；传真：${phone}。`,
    `联系单位：${name}，通讯地址：${address}，咨询电话：${phone}。`,
  ]);
}

const STREETS = [
  '人民路12号',
  '中山六路1号',
  '解放大道88号',
  '建设街6号',
  '政府大院3号楼',
  '迎宾大道行政中心A座',
] as const;

/** An address: with all the places above the agency, the last of them, or none. */
export function drawAddress(random: Random, { path }: Agency): string {
  const from = random.pick([0, Math.max(0, path.length - 1), path.length]);
  return path.slice(from).join('') + random.pick(STREETS);
}

/** What a report copied from another one says of that one's agency. */
export function otherAgencySentence(random: Random, { path }: Agency): string {
  const above = path.at(-1) ?? '北京市';
  return random.pick([
    `申请人可以向${above}人民政府办公室提出申请，也可以登录${above}人民政府网站查询。`,
    '公民、法人或者其他组织可以向市政府及市政府办公室提出政府信息公开申请。',
    '应城市人民政府信息公开指南对申请的方式另有说明。',
    `按照${above}人民政府办公室的统一部署，完成了信息公开专栏的维护。`,
    `参照${above}财政局等单位的做法，完善了制度。`,
  ]);
}

/** A list of links to other reports, as many pages have it before or behind the article. */
export function drawLinks(random: Random, agency: Agency, year: number): string[] {
  const place = agency.path.at(-1) ?? '全国';
  const years = [year - 3, year - 2, year - 1, year + 1].map((other) => `${other}年政府信息公开工作年度报告`);
  const others = ['教育局', '水利局', '民政局', '财政局']
    .filter((bureau) => !agency.name.endsWith(bureau))
    .map((bureau) => `${place}${bureau}${year + random.pick([-1, 0])}年政府信息公开工作年度报告`);
  const own = [year - 2, year - 1].map((other) => `${agency.name}${other}年政府信息公开工作年度报告`);
  return random.pick([years, others, own, [...years, ...others]]);
}
