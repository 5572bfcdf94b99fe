/** What kind of agency a name is of, from the name without its place. */

import { type AgencyKind, BUREAU_SPELLINGS } from '../../form/agencies.js';
import type { Level } from './division.js';

interface KindRule {
  readonly kind: AgencyKind;
  readonly pattern: RegExp;
}

/** Local organs of national bodies whose area is a division: their names may use its short form (沧州气象局). */
export const VERTICAL_OF_DIVISION =
  /^(?:省|市)?(?:气象(?:局|部门)|税务局|邮政管理局|海事局|证监局|监管局|监管分局|监管办公室|银保监局|银保监分局|金融监管局|调查总队|调查队|通信管理局|烟草专卖局|消防救援[总支]队|(?:煤矿|矿山)安全监察局)$/;

const OFFICE =
  /^(?:人民)?(?:政府办(?:公室|公厅)?|政府综合办公室|办公[室厅]|党政(?:综合)?办公室|党政办|府办)$/;

/** The first that fits decides. */
const RULES: readonly KindRule[] = [
  { kind: 'general_office', pattern: OFFICE },
  {
    kind: 'vertical_bureau',
    pattern:
      /税务局|税务分局|气象(?:局|部门|台)|海关$|海事局|邮政管理局|调查总?队$|证监局|银保监|监管分局$|(?<!药品|市场|质量|地方金融|金融|安全)监管局$|烟草专卖局|消防救援|边防检查|通信管理局|人民银行|外汇管理局|(?:煤矿|矿山)安全监察/,
  },
  { kind: 'branch', pattern: /分局$/ },
  {
    kind: 'zone_committee',
    pattern: /(?:管理委员会|管委会)(?:办公室)?$|(?:开发|产业园|工业园|高新|景|保税|示范|度假)区$|园区$/,
  },
  {
    kind: 'mass_organization',
    pattern:
      /供销|残疾人联合会|残联$|红十字会|妇女联合会|妇联$|工商业联合会|工商联$|科学技术协会|科协$|总工会|共青团|文学艺术界联合会|文联$|归国华侨联合会|侨联$/,
  },
  { kind: 'enterprise', pattern: /公司$|集团$|银行$/ },
  {
    kind: 'public_institution',
    pattern: /(?:中心|学校|[中小大]学|幼儿园|学院|医院|馆|研究[院所]|站|台|队|所|院|场|社)$/,
  },
  { kind: 'committee', pattern: /(?:委员会|委)$/ },
  { kind: 'bureau', pattern: /(?:局|厅|办公室|办|署|处|部|会)$/ },
];

/** The own name of a government: nothing, 人民政府, 行政公署. */
const GOVERNMENT = /^(?:人民政府|政府|行政公署|行署)?$/;
const OF_TOWN = /^(?:人民政府|政府|街道办事处|办事处|街道办|办)?$/;

/** The kind of the agency with the name `body` in a place of this level. */
export function kindOf(body: string, level: Level, place: string): AgencyKind {
  if (level === 'town' && OF_TOWN.test(body)) return place.endsWith('街道') ? 'street_office' : 'township';
  if (level !== 'town' && GOVERNMENT.test(body)) return 'government';
  return /街道(?:办事处|办)?$/.test(body) ? 'street_office' : ruled(body);
}

/** The kind of a name whose place is not known. */
export function kindOfName(name: string): AgencyKind | '' {
  if (name === '') return '';
  if (/街道(?:办事处|办)?$|办事处$/.test(name)) return name.includes('驻') ? 'other' : 'street_office';
  if (/[镇乡]$|苏木$|(?:[镇乡]|苏木)(?:人民)?政府$/.test(name)) return 'township';
  if (/政府$/.test(name)) return 'government';
  if (/政府办(?:公室|公厅)?$/.test(name)) return 'general_office';
  return ruled(name);
}

function ruled(body: string): AgencyKind {
  return RULES.find(({ pattern }) => pattern.test(body))?.kind ?? 'other';
}

/** 和 between two subjects, which spellings of one bureau have or leave out. */
const AND =
  /(?:和|与|及|、)(?=社会|改革|信息|城乡|规划|旅游|体育|生态|健康|计划|科学|技术|商务|粮食|物资|住房|广电|广播|电视|新闻|出版|草原|林业|宗教|水利|园林|绿化|执法|行政|机关|服务|劳动|就业|人才|外事|侨务|金融|大数据|政务|应急|军人|食品|药品|质量|知识|文物|民政|农村)/g;

/** The agency within its region, the same for the spellings in use: `government`, `水利局`. */
export function bodyKey(body: string, kind: AgencyKind): string {
  if (GOVERNMENT.test(body) || OF_TOWN.test(body) || OFFICE.test(body)) return kind;
  const own = body.replace(/^(?:人民政府|政府)(?=.)/, '');
  const spelled = BUREAU_SPELLINGS[own] ?? own;
  return spelled.replace(AND, '').replace(/管委会/, '管理委员会');
}
