/** What can be the name of an agency. */

import { NATIONAL_BODIES } from '../../form/agencies.js';
import { UNSURE } from '../../model/document.js';

/** Endings of the names of the bodies that publish such reports (条例 art. 2, 54, 55). */
const ENDING =
  /(?:人民政府|政府|行政公署|行署|办公室|办公厅|办事处|办|局|委员会|委|厅|部|院|乡|镇|街道|省|市|县|区|旗|州|盟|苏木|管委会|中心|社|署|处|站|队|会|所|馆|集团|公司|学校|中学|小学|大学|学院|园|场|海关|银行|总行|支行|分行|法院|检察院|联合会|联合社|总社|兵团|师|团)(?:[（(][^（）()]{2,20}[）)])?$/;
const LONGEST_NAME = 45;
const SHORTEST_NAME = 3;
/** Not a name but a word for one: 我局, 本机关, 各部门, 市政府办. */
const STAND_IN =
  /^(?:我|本|各|该|其|全|市|县|区|省|镇|乡|州|旗|街道)(?:级|属|直)?(?:人民)?(?:政府|局|委|办|机关|单位|部门|镇|乡|街道|市|县|区|旗|省|州|院|厅|部|社|会|队|校|中心)*(?:办公室|办)?$/;
/** Words that occur in sections of a site, not in names of agencies. */
const NOT_A_NAME =
  /[。，、；：！？“”"《》<>\d]|信息公开|公开年报|年度报告|首页|专栏|目录|网站|平台|门户|公开办|记者|作者|管理员|点击|浏览|^(?:政务|信息|法定|[现兹特](?:将|予|公布|公开|发布|编制))/;
/** Mirrors of portals put their own name, or a brand, in the place of names. */
const BRAND = /官网|官方|网页|手机版|app|bet|娱乐(?!场所)|棋牌|博彩|投注|注册|登录|下载|直播|www|\.com/i;

const NATIONAL: ReadonlySet<string> = new Set(
  Object.entries(NATIONAL_BODIES).flatMap(([name, others]) => [name, ...others]),
);

/** Whether a text is the full name of an agency; abbreviations and stand-ins are not. */
export function isAgency(text: string): boolean {
  if (text.length < SHORTEST_NAME || text.length > LONGEST_NAME) return false;
  return (
    ENDING.test(text) &&
    !STAND_IN.test(text) &&
    !NOT_A_NAME.test(text) &&
    !BRAND.test(text) &&
    !text.includes(UNSURE)
  );
}

/** Whether a text would be the name of an agency if its unsure characters were known. */
export function couldBeAgency(text: string): boolean {
  return isAgency(text.replaceAll(UNSURE, ANY_CHARACTER));
}

const ANY_CHARACTER = '某';

/** Whether a name says where the agency is: without a place `交通局` could be any. */
export function namesPlace(text: string): boolean {
  return (
    /.{1,12}(?:省|市|县|区|旗|州|盟|乡|镇|街道|苏木|新区|开发区|自治)/.test(text) ||
    /.{1,6}(?:园区|海关|兵团)/.test(text) ||
    /^(?:国家|中华|中国|全国)/.test(text) ||
    NATIONAL.has(text)
  );
}

/** Who passes a report on, not who reports: a source line often names the county's media centre. */
export const MEDIA = /融媒|媒体|新闻|日报|电视|广播(?!电视局)|信息中心|网信/;

/** How a report speaks of its agency, and the names that can stand behind that. */
const STAND_INS: readonly (readonly [standIn: RegExp, name: RegExp])[] = [
  [/我局|本局/, /局|署|队/],
  [/我镇/, /镇/],
  [/我乡/, /乡|苏木/],
  [/我街道|我街|我办事处/, /街|办事处/],
  [/我厅|本厅/, /厅/],
  [/我委|本委/, /委/],
  [/我部|本部(?!门)/, /部/],
  [/我院|本院/, /院/],
  [/我中心|本中心/, /中心/],
  [/我社|本社/, /社/],
  [/我办|本办/, /办(?:公室|公厅)?$|办事处$/],
];

/** Whether a name can be that of the agency the text calls `我局`, `我镇` …; without such a word any name can. */
export function answersTo(text: string, name: string): boolean {
  const used = STAND_INS.filter(([standIn]) => standIn.test(text));
  return used.length === 0 || used.some(([, pattern]) => pattern.test(name));
}
