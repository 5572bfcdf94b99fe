import fc from 'fast-check';
import { PROACTIVE_MEASURES } from '../../src/form/index.js';
import { VOCABULARY } from '../../src/map/words/labels.js';
import { editDistance, labelText } from '../../src/map/words/text.js';
import { ITEM_CODES, ITEM_LABELS } from './documents.js';

const same = (text: string) => text;
const item = (text: string) => VOCABULARY.item.find(labelText(text, same));

test.each(ITEM_LABELS.map((label, at) => [label, ITEM_CODES[at]]))('%s', (label, code) => {
  expect(item(label)).toMatchObject({ code, kind: 'exact' });
  expect(item([...label].join(' '))).toMatchObject({ code });
});

test.each([
  ['2.其他法律行政止公开', 'denied_other_law'],
  ['2.其他法律法规禁止公开', 'denied_other_law'],
  ['无正当理由反复申请', 'rejected_excessive_repetition'],
  ['（）七总计', 'outcome_total'],
  ['.4保护第三方合法权益', 'denied_third_party'],
  ['㈡部分公开', 'partially_granted'],
])('the misprint %s is still %s', (label, code) => {
  expect(item(label)?.code).toBe(code);
});

test.each([
  ['（六）其他处理 3.其他', 'other_remaining'],
  [
    '三、本年度办理结果-（六）其他处理-1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    'other_uncorrected',
  ],
  ['三、本年度办理结果/（一）予以公开', 'granted'],
  ['（三）不予公开-8.属于行政查询事项', 'denied_administrative_inquiry'],
  ['三、本年度办理结果-（七）总计', 'outcome_total'],
  ['（六）其他处理', 'other'],
])('behind the names of its groups, %s is %s', (label, code) => {
  expect(item(label)).toMatchObject({ code, kind: 'exact' });
});

test.each([
  ['法人或其他组织-商业企业', 'commercial_enterprise'],
  ['法人或其他组织（法律服务机构）', 'legal_service_organization'],
  ['法人或其他组织：其他', 'other_organization'],
])('the column %s is %s', (label, code) => {
  expect(VOCABULARY.applicant.find(labelText(label, same))).toMatchObject({ code, kind: 'exact' });
});

test.each(['五、存在的主要问题', '访问量', '其', '公开', '联系我们', '政府信息公开指南'])(
  '%s is no row of table 三',
  (label) => {
    expect(item(label)).toBeNull();
  },
);

test('one lost character never turns a long label into another', () => {
  const long = ITEM_LABELS.map((label, at) => ({ label, code: ITEM_CODES[at] })).filter(
    ({ label }) => label.length > 7,
  );
  fc.assert(
    fc.property(fc.constantFrom(...long), fc.nat(), ({ label, code }, position) => {
      const at = 2 + (position % (label.length - 2));
      const found = item(label.slice(0, at) + label.slice(at + 1));
      expect([code, undefined]).toContain(found?.code);
    }),
  );
});

test('one lost character never turns the head of a column of table 二 into another', () => {
  const heads = PROACTIVE_MEASURES.filter(({ zh }) => zh.length > 5);
  for (const { zh, code } of heads) {
    for (let at = 0; at < zh.length; at++) {
      const label = zh.slice(0, at) + zh.slice(at + 1);
      const found = VOCABULARY.measure.find(labelText(label, same));
      expect([code, undefined].map((one) => `${label} ${one}`)).toContain(`${label} ${found?.code}`);
    }
  }
});

test.each(['（七）总计①', '（七）总计*', '（七）总计 ¹²', '（七）总计注①'])(
  '%s: a note mark is no part of the label',
  (label) => {
    expect(item(label)).toEqual(item('（七）总计'));
  },
);

describe('editDistance', () => {
  test.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['abc', 'ab', 1],
    ['abc', 'xyz', 3],
  ])('%j to %j is %i', (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance);
  });

  test('gives up above the limit', () => {
    expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3);
  });
});
