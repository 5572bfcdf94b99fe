/**
 * Table 三, 收到和处理政府信息公开申请情况, as data.
 * Sources: 国办公开办函〔2019〕60号 (2019 trial form) and 国办公开办函〔2021〕30号 (2021 form).
 * `zh` is the official label without its numbering, `number` the numbering as printed in the form,
 * `variants` are wordings met in published reports that are not mere misprints.
 */

export const APPLICANTS = [
  { code: 'natural_person', zh: '自然人', en: 'natural persons', variants: ['公民', '个人'] },
  { code: 'commercial_enterprise', zh: '商业企业', en: 'commercial enterprises', variants: ['企业'] },
  { code: 'research_institution', zh: '科研机构', en: 'research institutions', variants: [] },
  {
    code: 'public_interest_organization',
    zh: '社会公益组织',
    en: 'public-interest organizations',
    variants: ['公益组织'],
  },
  {
    code: 'legal_service_organization',
    zh: '法律服务机构',
    en: 'legal-service organizations',
    variants: ['法律服务组织'],
  },
  {
    code: 'other_organization',
    zh: '其他',
    en: 'other organizations',
    variants: ['其它'],
  },
  { code: 'total', zh: '总计', en: 'total', variants: ['合计', '总数', '共计'] },
] as const satisfies readonly FormLabel[];

/** A code with its official Chinese label, an English gloss, and wordings that stand for the same thing. */
export interface FormLabel {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly variants: readonly string[];
}

/** Groups of outcomes under 三、本年度办理结果, in form order, plus the rows that stand alone. */
export const APPLICATION_GROUPS = [
  { code: 'intake', number: '', zh: '', en: 'intake', variants: [] },
  {
    code: 'outcomes',
    number: '三',
    zh: '本年度办理结果',
    en: 'outcomes of the year',
    variants: ['本年办理结果', '办理结果'],
  },
  { code: 'denied', number: '（三）', zh: '不予公开', en: 'disclosure denied', variants: [] },
  { code: 'unavailable', number: '（四）', zh: '无法提供', en: 'cannot be provided', variants: [] },
  { code: 'rejected', number: '（五）', zh: '不予处理', en: 'not processed', variants: [] },
  { code: 'other', number: '（六）', zh: '其他处理', en: 'handled otherwise', variants: ['其它处理'] },
] as const;
export type ApplicationGroup = (typeof APPLICATION_GROUPS)[number]['code'];

export interface ApplicationItem extends FormLabel {
  readonly number: string;
  /** The block of the form the row stands in. */
  readonly group: ApplicationGroup;
  /** How the row enters the form's identities. */
  readonly role: 'intake' | 'outcome' | 'outcome_total' | 'carried_over_out';
  /** Editions that print the row. */
  readonly editions: readonly ('2019' | '2021')[];
}

const BOTH = ['2019', '2021'] as const;

export const APPLICATION_ITEMS = [
  {
    code: 'received_new',
    number: '一',
    group: 'intake',
    role: 'intake',
    editions: BOTH,
    zh: '本年新收政府信息公开申请数量',
    en: 'new applications received in the year',
    variants: ['本年新收政府信息公开申请数', '本年新收申请数量', '本年度新收政府信息公开申请数量'],
  },
  {
    code: 'carried_over_in',
    number: '二',
    group: 'intake',
    role: 'intake',
    editions: BOTH,
    zh: '上年结转政府信息公开申请数量',
    en: 'applications carried over from the year before',
    variants: ['上年结转政府信息公开申请数', '上年结转申请数量', '上年度结转政府信息公开申请数量'],
  },
  {
    code: 'granted',
    number: '（一）',
    group: 'outcomes',
    role: 'outcome',
    editions: BOTH,
    zh: '予以公开',
    en: 'disclosed',
    variants: [],
  },
  {
    code: 'partially_granted',
    number: '（二）',
    group: 'outcomes',
    role: 'outcome',
    editions: BOTH,
    zh: '部分公开',
    en: 'partially disclosed',
    variants: ['部分公开区分处理的只计这一情形不计其他情形'],
  },
  {
    code: 'denied_state_secret',
    number: '1',
    group: 'denied',
    role: 'outcome',
    editions: BOTH,
    zh: '属于国家秘密',
    en: 'state secret',
    variants: [],
  },
  {
    code: 'denied_other_law',
    number: '2',
    group: 'denied',
    role: 'outcome',
    editions: BOTH,
    zh: '其他法律行政法规禁止公开',
    en: 'disclosure forbidden by other law or regulation',
    variants: ['其他法律法规禁止公开'],
  },
  {
    code: 'denied_security_stability',
    number: '3',
    group: 'denied',
    role: 'outcome',
    editions: BOTH,
    zh: '危及“三安全一稳定”',
    en: 'endangers national, public or economic security or social stability',
    variants: ['危及三安全和一稳定'],
  },
  {
    code: 'denied_third_party',
    number: '4',
    group: 'denied',
    role: 'outcome',
    editions: BOTH,
    zh: '保护第三方合法权益',
    en: 'protects the rights of a third party',
    variants: [],
  },
  {
    code: 'denied_internal_affairs',
    number: '5',
    group: 'denied',
    role: 'outcome',
    editions: BOTH,
    zh: '属于三类内部事务信息',
    en: 'internal affairs',
    variants: ['属于内部事务信息'],
  },
  {
    code: 'denied_deliberative_process',
    number: '6',
    group: 'denied',
    role: 'outcome',
    editions: BOTH,
    zh: '属于四类过程性信息',
    en: 'deliberative process',
    variants: ['属于过程性信息'],
  },
  {
    code: 'denied_enforcement_file',
    number: '7',
    group: 'denied',
    role: 'outcome',
    editions: BOTH,
    zh: '属于行政执法案卷',
    en: 'administrative enforcement file',
    variants: ['属于行政执法案卷信息'],
  },
  {
    code: 'denied_administrative_inquiry',
    number: '8',
    group: 'denied',
    role: 'outcome',
    editions: BOTH,
    zh: '属于行政查询事项',
    en: 'matter for administrative inquiry',
    variants: [],
  },
  {
    code: 'unavailable_not_held',
    number: '1',
    group: 'unavailable',
    role: 'outcome',
    editions: BOTH,
    zh: '本机关不掌握相关政府信息',
    en: 'information not held',
    variants: ['本行政机关不掌握相关政府信息'],
  },
  {
    code: 'unavailable_requires_creation',
    number: '2',
    group: 'unavailable',
    role: 'outcome',
    editions: BOTH,
    zh: '没有现成信息需要另行制作',
    en: 'would have to be created',
    variants: [],
  },
  {
    code: 'unavailable_unclear_after_correction',
    number: '3',
    group: 'unavailable',
    role: 'outcome',
    editions: BOTH,
    zh: '补正后申请内容仍不明确',
    en: 'still unclear after correction',
    variants: [],
  },
  {
    code: 'rejected_petition_complaint',
    number: '1',
    group: 'rejected',
    role: 'outcome',
    editions: BOTH,
    zh: '信访举报投诉类申请',
    en: 'petition, report or complaint',
    variants: [],
  },
  {
    code: 'rejected_duplicate',
    number: '2',
    group: 'rejected',
    role: 'outcome',
    editions: BOTH,
    zh: '重复申请',
    en: 'duplicate application',
    variants: [],
  },
  {
    code: 'rejected_publication',
    number: '3',
    group: 'rejected',
    role: 'outcome',
    editions: BOTH,
    zh: '要求提供公开出版物',
    en: 'asks for a published work',
    variants: [],
  },
  {
    code: 'rejected_excessive_repetition',
    number: '4',
    group: 'rejected',
    role: 'outcome',
    editions: BOTH,
    zh: '无正当理由大量反复申请',
    en: 'excessive repetition without good reason',
    variants: [],
  },
  {
    code: 'rejected_confirmation_reissue',
    number: '5',
    group: 'rejected',
    role: 'outcome',
    editions: BOTH,
    zh: '要求行政机关确认或重新出具已获取信息',
    en: 'asks to confirm or reissue information already obtained',
    variants: [],
  },
  {
    code: 'other',
    number: '（六）',
    group: 'other',
    role: 'outcome',
    editions: ['2019'],
    zh: '其他处理',
    en: 'handled otherwise (one row)',
    variants: ['其它处理'],
  },
  {
    code: 'other_uncorrected',
    number: '1',
    group: 'other',
    role: 'outcome',
    editions: ['2021'],
    zh: '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    en: 'not corrected in time, no longer processed',
    variants: ['申请人无正当理由逾期不补正'],
  },
  {
    code: 'other_unpaid_fee',
    number: '2',
    group: 'other',
    role: 'outcome',
    editions: ['2021'],
    zh: '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    en: 'fee not paid in time, no longer processed',
    variants: ['申请人逾期未按收费通知要求缴纳费用'],
  },
  {
    code: 'other_remaining',
    number: '3',
    group: 'other',
    role: 'outcome',
    editions: ['2021'],
    zh: '其他',
    en: 'otherwise, remaining',
    // With the label of its group in the same cell.
    variants: ['其它', '其他处理3其他', '其它处理3其它'],
  },
  {
    code: 'outcome_total',
    number: '（七）',
    group: 'outcomes',
    role: 'outcome_total',
    editions: BOTH,
    zh: '总计',
    en: 'total of outcomes',
    variants: ['合计', '总数', '本年度办理结果七总计', '办理结果七总计'],
  },
  {
    code: 'carried_over_out',
    number: '四',
    group: 'intake',
    role: 'carried_over_out',
    editions: BOTH,
    zh: '结转下年度继续办理',
    en: 'carried over to the next year',
    variants: ['结转下年度继续办理数量', '结转下年继续办理'],
  },
] as const satisfies readonly ApplicationItem[];

export type Applicant = (typeof APPLICANTS)[number]['code'];
export type ApplicationCode = (typeof APPLICATION_ITEMS)[number]['code'];
