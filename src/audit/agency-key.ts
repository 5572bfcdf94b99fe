/** Which reports are of one agency: by its id, else by its name where that can mean one agency only. */

import { unpackUpper } from '../form/divisions/format.js';
import { UPPER } from '../form/divisions/upper.js';
import type { AuditReport } from './report.js';

const REMARK = /[（(][^（）()]*[）)]$/;
/** 我县水利局, 市水利局: whose, only the document told. */
const NOT_NAMED = /^(?:[我本全]|[省市县区旗州盟镇乡])/;
const PLACE = /^([^省市县区旗州盟]{1,9}(?:省|自治区|自治州|自治县|地区|市|州|盟|县|区|旗))(.*)$/u;
/** Bodies whose area is no division have a name of their own. */
const OWN_AREA = /^(?:国家|中国|全国|最高|.{2,}(?:海关|流域管理局|水利委员会|生产建设兵团))/u;
const SHORTEST = 4;

let shared: ReadonlySet<string> | undefined;

/** Names that several counties or prefectures have: 鼓楼区, 朝阳区. */
function sharedNames(): ReadonlySet<string> {
  if (shared === undefined) {
    const seen = new Set<string>();
    const twice = new Set<string>();
    for (const { name, until } of unpackUpper(UPPER)) {
      if (until !== undefined) continue;
      if (seen.has(name)) twice.add(name);
      seen.add(name);
    }
    shared = twice;
  }
  return shared;
}

/** Empty when the report cannot be laid beside those of other years. */
export function agencyKey({ agencyId, agency }: Pick<AuditReport, 'agencyId' | 'agency'>): string {
  if (agencyId !== '') return `id:${agencyId}`;
  const name = agency.normalize('NFKC').replace(/\s+/gu, '').replace(REMARK, '');
  return isUnambiguous(name) ? `name:${name}` : '';
}

/** A town's name alone, a place that several have, or no place at all could be anybody's. */
function isUnambiguous(name: string): boolean {
  if (name.length < SHORTEST || NOT_NAMED.test(name)) return false;
  if (OWN_AREA.test(name)) return true;
  const [, place, rest = ''] = PLACE.exec(name) ?? [];
  if (place === undefined) return false;
  return !sharedNames().has(place) || PLACE.test(rest);
}
