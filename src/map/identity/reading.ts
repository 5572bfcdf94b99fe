/** Readings of an agency's name: in which place it is, and what it is there. */

import { type Chain, chainsAt } from './chains.js';
import type { Division } from './division.js';
import type { Gazetteer } from './gazetteer.js';
import { VERTICAL_OF_DIVISION } from './kinds.js';

export interface Reading {
  readonly place: Division;
  /** The name without its places. */
  readonly body: string;
  /** A town that the lists do not have, in a county that they have. */
  readonly unlistedTown: string;
  /** Nothing above the town is named, or the place only without its ending: other evidence must not object. */
  readonly weak: boolean;
}

/** National bodies in front of the names of their local organs. */
const NATIONAL_OWNER =
  /^(?:国家税务总局|国家统计局|中国人民银行|中国证券监督管理委员会|中国证监会|中国银行保险监督管理委员会|中国银保监会|国家金融监督管理总局|国家外汇管理局|国家能源局|国家矿山安全监察局|国家煤矿安全监察局|国家邮政局|中华人民共和国)(?=.{2})/;
const ZONE =
  /^.{0,14}?(?:开发区|工业园|产业园|科技园|园区|新区|新城|高新区|经开区|保税区|示范区|试验区|度假区|合作区|风景区|风景名胜区|管理区)/;
const BRANCH = /^(.*?局)(.{2,12}?)(分局)$/;
const UNLISTED_TOWN =
  /^([\u3400-\u9fff]{1,8}?(?:街道|镇|乡|苏木))(人民政府.*|政府.*|办事处|街道办|办|党政.*|)$/;
/** A county or city that the lists do not have; 社区, 景区 and 城市管理 are none. */
const UNLISTED_COUNTY =
  /^[\u3400-\u9fff]{1,8}?(?:县|旗|盟|州|(?<!城)市(?!场)|(?<![社景园灌库校片街牧老特辖务边新发税范验护假作理业济开商])区)(?:人民政府|政府|.{1,20}(?:局|委员会|委|厅|办公室|办|中心)$|$)/;
/** 黄山市场监督管理局 is no 场监督管理局 of 黄山市: the ending of the city is the beginning of the bureau. */
const SWALLOWED = /^(?:场监[督管]|政管理|政工程|政设施|政园林|政公用)/;

/** Every place the name can be of; places of equal right are all listed. */
export function readName(name: string, gazetteer: Gazetteer): Reading[] {
  const owner = NATIONAL_OWNER.exec(name)?.[0] ?? '';
  const text = name.slice(owner.length);
  const readings = chainsAt(text, gazetteer).flatMap((chain) => {
    const reading = readChain(chain, text, owner !== '', gazetteer);
    return reading === null ? [] : [{ ...reading, end: chain.end }];
  });
  const longest = Math.max(...readings.map(({ end }) => end));
  return readings.filter(({ end }) => end === longest).map(({ end: _, ...reading }) => reading);
}

function readChain(chain: Chain, text: string, owned: boolean, gazetteer: Gazetteer): Reading | null {
  const place = chain.places.at(-1);
  if (place === undefined) return null;
  const body = text.slice(chain.end);
  const bareOnly = chain.bare && chain.places.length === 1;
  const bareLast = bareOnly || (chain.bare && chain.places.length === 2 && place.level === 'prefecture');
  if (bareLast && !bareMakesSense(place, body, owned, gazetteer)) return null;
  if (SWALLOWED.test(body) && text[chain.end - 1] === '市') return null;
  const weak = bareOnly || (place.level === 'town' && chain.places.length === 1);
  return readBody({ place, body, unlistedTown: '', weak }, gazetteer);
}

/** 沧州气象局, 大连长兴岛经济技术开发区: not 东海局 or 平安银行. */
function bareMakesSense(place: Division, body: string, owned: boolean, gazetteer: Gazetteer): boolean {
  if (VERTICAL_OF_DIVISION.test(body)) return owned || place.level !== 'county';
  const only = new Set(gazetteer.bare(stemBefore(place, gazetteer)).map(({ lasting }) => lasting)).size === 1;
  return (place.level === 'prefecture' || isCityState(place)) && only && ZONE.test(body);
}

function stemBefore({ name }: Division, gazetteer: Gazetteer): string {
  for (let length = name.length; length > 1; length -= 1) {
    const stem = name.slice(0, length);
    if (gazetteer.bare(stem).some((place) => place.name === name)) return stem;
  }
  return '';
}

function readBody(reading: Reading, gazetteer: Gazetteer): Reading | null {
  const { place, body } = reading;
  const branch = BRANCH.exec(body);
  if (branch) return readBranch(reading, branch, gazetteer);
  if (place.level === 'town') return reading;
  if (ZONE.test(body)) return place.level === 'province' && !isCityState(place) ? null : reading;
  const [, unlistedTown = ''] = UNLISTED_TOWN.exec(body) ?? [];
  if (unlistedTown !== '') {
    const inCounty = place.level === 'county' || isCityWithoutCounties(place);
    return inCounty ? { ...reading, unlistedTown, body: body.slice(unlistedTown.length) } : null;
  }
  return UNLISTED_COUNTY.test(body) ? null : reading;
}

/** 文山州生态环境局马关分局 is in 马关县; 武汉市生态环境局东湖新技术开发区分局 only in 武汉市. */
function readBranch(reading: Reading, branch: RegExpExecArray, gazetteer: Gazetteer): Reading | null {
  const [, bureau = '', where = '', end = ''] = branch;
  const within = [...gazetteer.upper(where), ...gazetteer.bare(where)].filter(
    ({ code, until }) =>
      until === undefined && code !== reading.place.code && code.startsWith(start(reading.place)),
  );
  const [only, ...more] = new Set(within);
  if (only !== undefined && more.length === 0) return { ...reading, place: only, body: bureau + end };
  return /[县旗市]$|(?<![发园景新])区$/.test(where) ? null : reading;
}

function start({ code, level }: Division): string {
  return level === 'province' ? code.slice(0, 2) : level === 'prefecture' ? code.slice(0, 4) : code;
}

const isCityState = ({ code }: Division): boolean => /^(?:11|12|31|50)0000$/.test(code);
/** 东莞市, 中山市, 儋州市 and 嘉峪关市 have towns and no counties. */
const isCityWithoutCounties = ({ code }: Division): boolean => /^(?:4419|4420|4604|6202)00$/.test(code);
