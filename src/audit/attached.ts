/** Findings that come of more than one report, each with the report it is shown at. */

import type { Finding } from '../model/finding.js';
import type { Facts } from './facts.js';
import type { Words } from './words.js';

/** Which report is meant. */
export type ReportHead = Pick<Facts, 'seq' | 'id' | 'agency' | 'key' | 'year' | 'publishedOn'>;

export interface Attached {
  readonly report: ReportHead;
  readonly finding: Finding;
}

/** `2022 年报告 1a2b3c4d5e6f（2023-01-20 发布）`. */
export function reportWords({ id, year, publishedOn }: ReportHead): Words {
  const day =
    publishedOn === ''
      ? { zh: '', en: '' }
      : { zh: `（${publishedOn} 发布）`, en: ` (published ${publishedOn})` };
  return {
    zh: `${year === '' ? '' : `${year} 年`}报告 ${id}${day.zh}`,
    en: `report ${id}${year === '' ? '' : ` on ${year}`}${day.en}`,
  };
}
