/**
 * The two standard forms as they are printed: 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号.
 * Labels hold a line break (`\n`) where the official print has one. Codes are those of the dataset contract.
 */
export type Edition = '2019' | '2021';
export type TableName = 'proactive' | 'applications' | 'remedies';
export type Label = readonly [code: string, label: string];

/** A block of table 二: its own heading line, its own header, its rows. `spans` are the grid columns of each cell. */
export interface ProactiveBlock {
  clause: string;
  measures: readonly Label[];
  rows: readonly Label[];
  spans: readonly number[];
}

const ITEMS_2019: readonly Label[] = [
  ['items_previous_year', '上一年项目数量'],
  ['items_change', '本年增/减'],
  ['decisions', '处理决定数量'],
];

/** Five grid columns; the spans differ from block to block, as in the official file. */
export const PROACTIVE: Record<Edition, readonly ProactiveBlock[]> = {
  '2019': [
    {
      clause: '第二十条第（一）项',
      measures: [
        ['made', '本年新\n制作数量'],
        ['disclosed', '本年新\n公开数量'],
        ['disclosed_total', '对外公开总数量'],
      ],
      rows: [
        ['regulations', '规章'],
        ['normative_documents', '规范性文件'],
      ],
      spans: [1, 1, 2, 1],
    },
    {
      clause: '第二十条第（五）项',
      measures: ITEMS_2019,
      rows: [
        ['licensing', '行政许可'],
        ['other_services', '其他对外管理服务事项'],
      ],
      spans: [1, 1, 2, 1],
    },
    {
      clause: '第二十条第（六）项',
      measures: ITEMS_2019,
      rows: [
        ['penalties', '行政处罚'],
        ['coercion', '行政强制'],
      ],
      spans: [1, 1, 2, 1],
    },
    {
      clause: '第二十条第（八）项',
      measures: ITEMS_2019.slice(0, 2),
      rows: [['fees', '行政事业性收费']],
      spans: [1, 1, 3],
    },
    {
      clause: '第二十条第（九）项',
      measures: [
        ['projects', '采购项目数量'],
        ['amount_10k_cny', '采购总金额'],
      ],
      rows: [['procurement', '政府集中采购']],
      spans: [1, 2, 2],
    },
  ],
  '2021': [
    {
      clause: '第二十条第（一）项',
      measures: [
        ['issued', '本年制发件数'],
        ['repealed', '本年废止件数'],
        ['in_force', '现行有效件数'],
      ],
      rows: [
        ['regulations', '规章'],
        ['normative_documents', '行政规范性文件'],
      ],
      spans: [1, 1, 1, 1],
    },
    {
      clause: '第二十条第（五）项',
      measures: [['decisions', '本年处理决定数量']],
      rows: [['licensing', '行政许可']],
      spans: [1, 3],
    },
    {
      clause: '第二十条第（六）项',
      measures: [['decisions', '本年处理决定数量']],
      rows: [
        ['penalties', '行政处罚'],
        ['coercion', '行政强制'],
      ],
      spans: [1, 3],
    },
    {
      clause: '第二十条第（八）项',
      measures: [['amount_10k_cny', '本年收费金额（单位：万元）']],
      rows: [['fees', '行政事业性收费']],
      spans: [1, 3],
    },
  ],
};

export const APPLICANTS: readonly Label[] = [
  ['natural_person', '自然人'],
  ['commercial_enterprise', '商业\n企业'],
  ['research_institution', '科研\n机构'],
  ['public_interest_organization', '社会公\n益组织'],
  ['legal_service_organization', '法律服\n务机构'],
  ['other_organization', '其他'],
  ['total', '总计'],
];

/** A row of 三、本年度办理结果: a single row, or a group with numbered rows. */
export type ResultGroup = { label: string; item: string } | { label: string; rows: readonly Label[] };

const OTHER_2021: readonly Label[] = [
  ['other_uncorrected', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'],
  ['other_unpaid_fee', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'],
  ['other_remaining', '3.其他'],
];

const RESULTS_BEFORE_OTHER: readonly ResultGroup[] = [
  { label: '（一）予以公开', item: 'granted' },
  { label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', item: 'partially_granted' },
  {
    label: '（三）不予公开',
    rows: [
      ['denied_state_secret', '1.属于国家秘密'],
      ['denied_other_law', '2.其他法律行政法规禁止公开'],
      ['denied_security_stability', '3.危及“三安全一稳定”'],
      ['denied_third_party', '4.保护第三方合法权益'],
      ['denied_internal_affairs', '5.属于三类内部事务信息'],
      ['denied_deliberative_process', '6.属于四类过程性信息'],
      ['denied_enforcement_file', '7.属于行政执法案卷'],
      ['denied_administrative_inquiry', '8.属于行政查询事项'],
    ],
  },
  {
    label: '（四）无法提供',
    rows: [
      ['unavailable_not_held', '1.本机关不掌握相关政府信息'],
      ['unavailable_requires_creation', '2.没有现成信息需要另行制作'],
      ['unavailable_unclear_after_correction', '3.补正后申请内容仍不明确'],
    ],
  },
  {
    label: '（五）不予处理',
    rows: [
      ['rejected_petition_complaint', '1.信访举报投诉类申请'],
      ['rejected_duplicate', '2.重复申请'],
      ['rejected_publication', '3.要求提供公开出版物'],
      ['rejected_excessive_repetition', '4.无正当理由大量反复申请'],
      ['rejected_confirmation_reissue', '5.要求行政机关确认或重新出具已获取信息'],
    ],
  },
];

/** The result rows; `oneRowOther`: the 2019 form always, and some 2021-form reports too. */
export function resultGroups(oneRowOther: boolean): ResultGroup[] {
  const other: ResultGroup = oneRowOther
    ? { label: '（六）其他处理', item: 'other' }
    : { label: '（六）其他处理', rows: OTHER_2021 };
  return [...RESULTS_BEFORE_OTHER, other, { label: '（七）总计', item: 'outcome_total' }];
}

/** The codes of the result rows without the total. */
export function outcomeItems(oneRowOther: boolean): string[] {
  return resultGroups(oneRowOther)
    .flatMap((group) => ('rows' in group ? group.rows.map(([code]) => code) : [group.item]))
    .filter((item) => item !== 'outcome_total');
}

export const RECEIVED_NEW: Label = ['received_new', '一、本年新收政府信息公开申请数量'];
export const CARRIED_IN: Label = ['carried_over_in', '二、上年结转政府信息公开申请数量'];
export const RESULTS_LABEL = '三、本年度办理结果';
export const CARRIED_OUT: Label = ['carried_over_out', '四、结转下年度继续办理'];
export const CORNER_NOTE = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

export const REMEDY_PATHS: readonly Label[] = [
  ['review', '行政复议'],
  ['litigation_direct', '未经复议直接起诉'],
  ['litigation_after_review', '复议后起诉'],
];

export const REMEDY_RESULTS: readonly Label[] = [
  ['upheld', '结果\n维持'],
  ['corrected', '结果\n纠正'],
  ['other_result', '其他\n结果'],
  ['pending', '尚未\n审结'],
  ['total', '总计'],
];

export const SECTION_HEADINGS = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
] as const;

/** The wording before the forms settled, met on many pages. */
export const SECTION_HEADINGS_LONG = [
  '一、总体情况',
  '二、行政机关主动公开政府信息情况',
  '三、行政机关收到和处理政府信息公开申请情况',
  '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
  '五、政府信息公开工作存在的主要问题及改进情况',
  '六、其他需要报告的事项',
] as const;
