/** Names outside the title: whom the report says it is by, whom to ask, who signed it. */

import { isAgency, MEDIA, namesPlace } from './agency-names.js';
import { dayIn } from './dates.js';
import type { Evidence } from './evidence.js';

/** 本报告由X根据…编制; X编制本报告. */
const COMPILERS: readonly RegExp[] = [
  /(?:本(?:年度)?报告|年度报告)(?:系|是)?由([^，。、；（）()]{3,40}?)(?:根据|依据|按照|依照|编制|汇总|发布|公布|负责)/,
  /(?:现(?:将)?(?:公布|发布|公开)|编制(?:了|完成)?|特编制)([^，。、；（）()]{3,40}?)(?:关于)?20\d\d年度?(?:政府|政务)?信息公开[^，。]{0,8}(?:报告|年报)/,
  /(?:^|[。\n])([^，。、；（）()\n]{4,40}?)编制(?:了)?本报告/,
  /[，,]由([^，。、；（）()\n]{4,40}?)编制20\d\d年?度?(?:政府|政务)信息公开/,
];
const CONTACT =
  /(?:(?:请|可)(?:直接)?(?:与|向|同|联系|致电)|(?:联系|咨询)单位[:：])([^，。、；（）()\n]{2,40}?)(?=联系|咨询|反映|[（(，、。；]|$)/gm;
/** An office inside an agency: 政务公开办公室, 综合股, 政策法规科. */
const OFFICE =
  /(?:政府信息公开(?:办公室|办)|(?:综合|政策|法规|法制|政务|公开|信息|宣传|秘书|文秘|行政|党政|人事|监督|督查|社会|事务|管理|服务|协调|业务|审批|政工)+(?:办公室|办|科|股|处|室|组|中心)|办公室)$/;
/** A government's own office is an agency too: which of the two is meant only 我办 or 我县 tells. */
const GOVERNMENT = /人民政府$/;
const OWN_OFFICE = /我办|本办/;
/** The day at the foot, with or without the name in front of it. */
const SIGNED_DAY =
  /^([^。；，、：:\d]{0,45}?)[（(]?((?:20\d\d|二[〇○零OＯ0一二三四五六七八九]{3}|２０[０-９]{2})年[\d０-９一二三四五六七八九十]{1,3}月[\d０-９一二三四五六七八九十]{1,3}日)[）)]?$/;

/** Outside the title only a name that says where the agency is can be trusted. */
export function fullName(text: string | undefined): string | null {
  const name = text?.replace(/\s+/g, '') ?? '';
  return isAgency(name) && namesPlace(name) ? name : null;
}

/** A publisher's name that is not one of the media that pass reports on. */
export function publisher(text: string | undefined): string | null {
  return text !== undefined && MEDIA.test(text) ? null : fullName(text);
}

/** Whom the preface names as the one that reports. */
export function compiler({ preface }: Evidence): string | null {
  const flat = preface.replace(/[^\S\n]+/g, '');
  for (const pattern of COMPILERS) {
    const name = fullName(pattern.exec(flat)?.[1]);
    if (name) return name;
  }
  return null;
}

interface Signed {
  /** What stands before the day, or above it where it stands alone. */
  readonly name: string;
  readonly day: string;
}

/** The day and the name at the foot: of the last paragraphs, or those behind the last heading where a page goes on below. */
function signed({ closing, foot }: Evidence): Signed | null {
  return signedIn(closing, 'findLastIndex') ?? signedIn(foot, 'findIndex');
}

function signedIn(lines: readonly string[], find: 'findIndex' | 'findLastIndex'): Signed | null {
  const flat = lines.map((line) => line.replace(/\s+/g, ''));
  const at = flat[find]((line) => SIGNED_DAY.test(line));
  const [, name = '', day = ''] = SIGNED_DAY.exec(flat[at] ?? '') ?? [];
  return at < 0 ? null : { name: name === '' ? (lines[at - 1] ?? '') : name, day };
}

/** The day at the foot of the report. */
export const signedDay = (evidence: Evidence): string | null => dayIn(signed(evidence)?.day ?? '');

/** The name signed above or before the date at the foot of the report. */
export const signature = (evidence: Evidence): string | null => fullName(signed(evidence)?.name);

/** 某县某局文件, alone on its line above the title. */
const LETTERHEAD = /^(.{3,45})文件$/;

/** Whose letterhead the report is printed on; none where two are. */
export function letterhead({ opening }: Evidence): string | null {
  return onlyName(opening.map(({ text }) => fullName(LETTERHEAD.exec(text.replace(/\s+/g, ''))?.[1])));
}

/** Whom to ask: the agency, or an office inside it. */
export function contact({ preface }: Evidence): string | null {
  const flat = preface.replace(/[^\S\n]+/g, '');
  return onlyName([...flat.matchAll(CONTACT)].map(([, name = '']) => agencyOf(name, OWN_OFFICE.test(flat))));
}

/** The name that is found, however often; null where there is none, or another beside it. */
function onlyName(found: readonly (string | null)[]): string | null {
  const [only = null, ...others] = new Set(found.filter((name) => name !== null));
  return others.length === 0 ? only : null;
}

/** The agency of whom to ask. `ownOffice` says that the text speaks of itself as 我办. */
function agencyOf(name: string, ownOffice: boolean): string | null {
  const office = OFFICE.exec(name)?.[0];
  if (office === undefined) return fullName(name);
  const agency = name.slice(0, -office.length);
  if (office === '办公室' && GOVERNMENT.test(agency)) return fullName(ownOffice ? name : agency);
  return isAgency(agency) ? fullName(agency) : fullName(name);
}
