/** Small documents of both forms, written out as plain rows, for tests of the mapping. */

import type { Block, Cell, Document, Table, TableLayout } from '../../src/model/document.js';

/** A cell is its text, or text with spans: `{ t: '总计', r: 3 }`. */
export type Spec = string | { readonly t: string; readonly r?: number; readonly c?: number };

/** A grid table whose spans are resolved as a reader would. */
export function table(rows: readonly (readonly Spec[])[], index = 1, layout: TableLayout = 'grid'): Table {
  const taken = new Set<string>();
  const cells: Cell[] = [];
  let width = 0;
  for (const [row, specs] of rows.entries()) {
    let col = 0;
    for (const spec of specs) {
      while (taken.has(`${row},${col}`)) col++;
      const { t, r = 1, c = 1 } = typeof spec === 'string' ? { t: spec } : spec;
      for (let dy = 0; dy < r; dy++) for (let dx = 0; dx < c; dx++) taken.add(`${row + dy},${col + dx}`);
      const locator = { kind: 'table', table: index, row: row + 1, col: col + 1 } as const;
      cells.push({ text: t, row, col, rowSpan: r, colSpan: c, locator });
      width = Math.max(width, col + c);
      col += c;
    }
  }
  const locator = { kind: 'table', table: index, row: 1, col: 1 } as const;
  return { kind: 'table', index, layout, rowCount: rows.length, colCount: width, cells, locator };
}

export function paragraphs(...texts: string[]): Block[] {
  return texts.map((text, at) => ({ kind: 'paragraph', text, locator: { kind: 'line', line: at + 1 } }));
}

/** The columns of table 三. */
export const APPLICANT_LABELS = [
  '自然人',
  '商业企业',
  '科研机构',
  '社会公益组织',
  '法律服务机构',
  '其他',
  '总计',
] as const;

/** Results of a path of table 四. */
export const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'] as const;

/** Table 四 with one cell per line; `second` are the printed results of 未经复议直接起诉. */
export function remedyLines(figures: readonly string[], second: readonly string[] = RESULTS): Block[] {
  return paragraphs(
    '四、政府信息公开行政复议、行政诉讼情况',
    ...['行政复议', '行政诉讼', ...RESULTS, '未经复议直接起诉', '复议后起诉', ...second, ...RESULTS],
    ...figures,
    '五、存在的主要问题',
  );
}

export function document(...blocks: Block[]): Document {
  return { mediaType: 'text/html', blocks, metadata: { tags: {} }, pictures: { embedded: 0, linked: 0 } };
}

export const ITEM_LABELS = [
  '一、本年新收政府信息公开申请数量',
  '二、上年结转政府信息公开申请数量',
  '（一）予以公开',
  '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
  '1.属于国家秘密',
  '2.其他法律行政法规禁止公开',
  '3.危及“三安全一稳定”',
  '4.保护第三方合法权益',
  '5.属于三类内部事务信息',
  '6.属于四类过程性信息',
  '7.属于行政执法案卷',
  '8.属于行政查询事项',
  '1.本机关不掌握相关政府信息',
  '2.没有现成信息需要另行制作',
  '3.补正后申请内容仍不明确',
  '1.信访举报投诉类申请',
  '2.重复申请',
  '3.要求提供公开出版物',
  '4.无正当理由大量反复申请',
  '5.要求行政机关确认或重新出具已获取信息',
  '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  '3.其他',
  '（七）总计',
  '四、结转下年度继续办理',
] as const;

export const ITEM_CODES = [
  'received_new',
  'carried_over_in',
  'granted',
  'partially_granted',
  'denied_state_secret',
  'denied_other_law',
  'denied_security_stability',
  'denied_third_party',
  'denied_internal_affairs',
  'denied_deliberative_process',
  'denied_enforcement_file',
  'denied_administrative_inquiry',
  'unavailable_not_held',
  'unavailable_requires_creation',
  'unavailable_unclear_after_correction',
  'rejected_petition_complaint',
  'rejected_duplicate',
  'rejected_publication',
  'rejected_excessive_repetition',
  'rejected_confirmation_reissue',
  'other_uncorrected',
  'other_unpaid_fee',
  'other_remaining',
  'outcome_total',
  'carried_over_out',
] as const;

export const APPLICANT_CODES = [
  'natural_person',
  'commercial_enterprise',
  'research_institution',
  'public_interest_organization',
  'legal_service_organization',
  'other_organization',
  'total',
] as const;

const GROUPS: Readonly<Record<number, Spec>> = {
  4: { t: '（三）不予公开', r: 8 },
  12: { t: '（四）无法提供', r: 3 },
  15: { t: '（五）不予处理', r: 5 },
  20: { t: '（六）其他处理', r: 3 },
};

/** Table 三 of the 2021 form with its official spans; `figures[row][column]` as printed. */
export function applicationsTable(
  figures: readonly (readonly string[])[],
  labels: readonly string[] = ITEM_LABELS,
): Table {
  const rows: Spec[][] = [
    [
      { t: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', r: 3, c: 3 },
      { t: '申请人情况', c: 7 },
    ],
    [
      { t: '自然人', r: 2 },
      { t: '法人或其他组织', c: 5 },
      { t: '总计', r: 2 },
    ],
    ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'],
  ];
  for (const [at, label] of labels.entries()) {
    const values = figures[at] ?? [];
    if (at < 2 || at === 24) rows.push([{ t: label, c: 3 }, ...values]);
    else {
      const group = GROUPS[at];
      const whole = at === 2 || at === 3 || at === 23;
      rows.push([
        ...(at === 2 ? [{ t: '三、本年度办理结果', r: 22 }] : []),
        ...(group ? [group] : []),
        whole ? { t: label, c: 2 } : label,
        ...values,
      ]);
    }
  }
  return table(rows);
}

/** A consistent table 三: 26 = 20 + 6 with two applicants. */
export function consistentFigures(): string[][] {
  const figures = ITEM_CODES.map(() => Array.from({ length: 7 }, () => '0'));
  const put = (row: number, natural: number, enterprise: number) => {
    figures[row] = [`${natural}`, `${enterprise}`, '0', '0', '0', '0', `${natural + enterprise}`];
  };
  put(0, 20, 5);
  put(1, 1, 0);
  put(2, 9, 4);
  put(4, 2, 0);
  put(12, 5, 0);
  put(23, 16, 4);
  put(24, 5, 1);
  return figures;
}
