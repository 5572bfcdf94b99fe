/**
 * Table 四, 政府信息公开行政复议、行政诉讼情况, as data; the same in both editions
 * (国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号): three paths with five results each, one row of figures.
 */

import type { FormLabel } from './applications.js';

export const REMEDY_PATHS = [
  { code: 'review', zh: '行政复议', en: 'administrative review', variants: [] },
  {
    code: 'litigation_direct',
    zh: '未经复议直接起诉',
    en: 'litigation without prior review',
    variants: ['未经复议直接诉讼', '直接起诉'],
  },
  {
    code: 'litigation_after_review',
    zh: '复议后起诉',
    en: 'litigation after review',
    variants: ['复议后诉讼', '经复议后起诉'],
  },
] as const satisfies readonly FormLabel[];

export const REMEDY_RESULTS = [
  { code: 'upheld', zh: '结果维持', en: 'upheld', variants: ['维持'] },
  { code: 'corrected', zh: '结果纠正', en: 'corrected', variants: ['纠正'] },
  { code: 'other_result', zh: '其他结果', en: 'other result', variants: ['其它结果'] },
  { code: 'pending', zh: '尚未审结', en: 'pending', variants: ['未审结'] },
  { code: 'total', zh: '总计', en: 'total', variants: ['合计', '总数', '共计'] },
] as const satisfies readonly FormLabel[];

/** Heads the two litigation paths; a column under it alone cannot be placed. */
export const LITIGATION_LABEL = '行政诉讼';

export type RemedyPath = (typeof REMEDY_PATHS)[number]['code'];
export type RemedyResult = (typeof REMEDY_RESULTS)[number]['code'];
