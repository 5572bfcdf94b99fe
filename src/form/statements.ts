/**
 * What the running text of a report states in figures that its tables count too. 国办公开办函〔2021〕30号 asks section 一
 * for these figures in words, section 六 for the fee for handling information (国办函〔2020〕109号).
 */

export const STATEMENT_SUBJECTS = [
  { code: 'received_new', zh: '新收政府信息公开申请', en: 'applications received' },
  { code: 'carried_over_in', zh: '上年结转', en: 'carried over from the year before' },
  { code: 'handled', zh: '办结、答复', en: 'applications handled' },
  { code: 'granted', zh: '予以公开', en: 'granted' },
  { code: 'partially_granted', zh: '部分公开', en: 'partially granted' },
  { code: 'denied', zh: '不予公开', en: 'disclosure denied' },
  { code: 'unavailable', zh: '无法提供', en: 'not available' },
  { code: 'rejected', zh: '不予处理', en: 'not processed' },
  { code: 'other_handling', zh: '其他处理', en: 'handled otherwise' },
  { code: 'carried_over_out', zh: '结转下年度', en: 'carried over to the next year' },
  { code: 'review', zh: '政府信息公开行政复议', en: 'administrative reviews about disclosure' },
  { code: 'litigation', zh: '政府信息公开行政诉讼', en: 'litigation about disclosure' },
  { code: 'documents_issued', zh: '制发规范性文件', en: 'normative documents issued' },
  { code: 'documents_repealed', zh: '废止规范性文件', en: 'normative documents repealed' },
  { code: 'documents_in_force', zh: '现行有效规范性文件', en: 'normative documents in force' },
  { code: 'licensing', zh: '行政许可决定', en: 'licensing decisions' },
  { code: 'penalties', zh: '行政处罚决定', en: 'penalty decisions' },
  { code: 'coercion', zh: '行政强制决定', en: 'coercion decisions' },
  { code: 'fees', zh: '行政事业性收费（万元）', en: 'administrative fees (10,000 yuan)' },
  { code: 'processing_fee', zh: '信息处理费（元）', en: 'fee for handling information (yuan)' },
] as const;

export type StatementSubject = (typeof STATEMENT_SUBJECTS)[number]['code'];
