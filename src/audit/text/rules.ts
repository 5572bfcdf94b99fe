/** What the running text says against what the tables say. */

import type { Rule } from '../rule.js';

const OVERVIEW = '国办公开办函〔2021〕30号, 〔2019〕60号: section 一 states in words what the tables count';

export const TEXT_RULES = [
  {
    id: 'text_applications',
    table: 'applications',
    scope: 'text',
    severity: 'warning',
    zh: '正文所述申请数量应与表三一致',
    en: 'applications in the text must be those of table 三',
    source: OVERVIEW,
  },
  {
    id: 'text_remedies',
    table: 'remedies',
    scope: 'text',
    severity: 'warning',
    zh: '正文所述行政复议、行政诉讼数量应与表四一致',
    en: 'reviews and lawsuits in the text must be those of table 四',
    source: OVERVIEW,
  },
  {
    id: 'text_proactive',
    table: 'proactive',
    scope: 'text',
    severity: 'warning',
    zh: '正文所述主动公开数量应与表二一致',
    en: 'documents, decisions and fees in the text must be those of table 二',
    source: OVERVIEW,
  },
  {
    id: 'text_processing_fee',
    table: '',
    scope: 'text',
    severity: 'warning',
    zh: '正文各处所述信息处理费应一致',
    en: 'the fee for handling information must be the same wherever the text states it',
    source: '国办公开办函〔2021〕30号, section 六; 国办函〔2020〕109号',
  },
] as const satisfies readonly Rule[];
