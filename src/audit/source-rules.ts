/** What a report says of itself against the list of sources by which a harvest found it. */

import type { Rule } from './rule.js';

export const SOURCE_RULES = [
  {
    id: 'source_disagrees',
    table: '',
    scope: 'source',
    severity: 'notice',
    zh: '报告所述与来源清单不一致',
    en: 'the report says other than the list of sources by which it was found',
    source: 'practice: no clause, a comparison',
  },
] as const satisfies readonly Rule[];
