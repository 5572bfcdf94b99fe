/** Figures in the running text: what is beyond doubt is taken, what has another reading is not. */
import { readNarrative } from '../../src/map/narrative/index.js';
import type { Document } from '../../src/model/document.js';

const SPEAKER = { agency: '洪泽区人民政府', regionPath: '江苏省/淮安市/洪泽区', year: '2023' };

function document(...paragraphs: string[]): Document {
  return {
    mediaType: 'text/plain',
    blocks: paragraphs.map((text, at) => ({
      kind: 'paragraph',
      text,
      locator: { kind: 'line', line: at + 1 },
    })),
    metadata: { tags: {} },
    pictures: { embedded: 0, linked: 0 },
  };
}

const stated = (text: string, speaker = SPEAKER): string[] =>
  readNarrative(document(text), speaker, (same) => same).statements.map(
    ({ subject, value }) => `${subject}=${value}`,
  );

test.each([
  ['2023年，收到政府信息公开申请 26 件，比上年增加5件。', ['received_new=26']],
  ['我区共收到公民、法人和其他组织提交的政府信息公开申请26件。', ['received_new=26']],
  ['全年新收到依申请公开1,234件。', ['received_new=1234']],
  ['全年未收到政府信息公开申请，无上年结转。', ['received_new=0']],
  [
    '新收42件，上年结转1件，办结38件，其中予以公开4件、部分公开10件、不予公开0件、无法提供21件、不予处理0件、其他处理3件，结转下年度继续办理5件。',
    [
      'received_new=42',
      'carried_over_in=1',
      'handled=38',
      'granted=4',
      'partially_granted=10',
      'denied=0',
      'unavailable=21',
      'rejected=0',
      'other_handling=3',
      'carried_over_out=5',
    ],
  ],
  ['因政府信息公开引发的行政复议134件、行政诉讼20件。', ['review=134', 'litigation=20']],
  [
    '制发规范性文件3件，废止行政规范性文件2件，现行有效规范性文件101件。',
    ['documents_issued=3', 'documents_repealed=2', 'documents_in_force=101'],
  ],
  [
    '行政许可2件，行政处罚803件，行政强制2件，行政事业性收费金额251000元。',
    ['licensing=2', 'penalties=803', 'coercion=2', 'fees=25.1'],
  ],
  ['全年收取信息处理费200元。', ['processing_fee=200']],
])('%s', (text, expected) => {
  expect(stated(text)).toEqual(expected);
});

test.each([
  ['an unsure number', '收到政府信息公开申请20余件。'],
  ['a lower bound', '收到政府信息公开申请20件以上。'],
  ['ten thousands', '收到政府信息公开申请2万件。'],
  ['another unit', '收到政府信息公开申请20件次。'],
  ['another year', '2022年收到政府信息公开申请20件。'],
  ['years together', '2019年以来累计收到政府信息公开申请300件。'],
  ['a part', '办理申请30件，其中，镇街收到政府信息公开申请20件。'],
  ['another organ', '区财政局收到政府信息公开申请20件。'],
  ['organs below', '各镇街收到政府信息公开申请20件。'],
  ['a channel', '通过网络收到政府信息公开申请20件。'],
  ['a kind of applicant', '自然人申请20件，予以公开15件。'],
  ['a sum', '收到政府信息公开申请81件（含上年结转3件）。', ['carried_over_in=3']],
  ['two outcomes together', '予以公开和部分公开258件。'],
  ['a negation', '未发生收到政府信息公开申请20件的情况。'],
  ['a restricted denial', '未收到政府信息公开申请的投诉举报。'],
  ['late ones', '逾期办结3件。'],
  ['cases of the reviewing authority', '依法办理信息公开行政复议案件500件。'],
  ['reviews of anything', '全年行政复议134件。'],
  ['what was published', '主动公开行政许可65件、行政处罚4件。'],
  ['items of a list', '行政许可事项65件。'],
  ['fees that were not charged', '应收取信息处理费200元。'],
])('%s is left alone: %s', (_, text, expected = [] as string[]) => {
  expect(stated(text)).toEqual(expected);
});

test('the whole area is the subject of its government only', () => {
  const text = '全区收到政府信息公开申请20件。';
  expect(stated(text)).toEqual(['received_new=20']);
  expect(stated(text, { ...SPEAKER, agency: '洪泽区水利局' })).toEqual([]);
});

test('without a known year nothing is certain', () => {
  expect(stated('收到政府信息公开申请20件。', { ...SPEAKER, year: '' })).toEqual([]);
});

const PROSE = Array.from(
  { length: 40 },
  (_, at) =>
    `本机关第${at}项工作围绕${'甲乙丙丁戊己庚辛'[at % 8]}类事项做好公开${'子丑寅卯辰巳午未申酉'[at % 10]}解读回应，推进平台建设。`,
);

describe('fingerprints', () => {
  const print = (paragraphs: readonly string[], agency: string) =>
    readNarrative(document(...paragraphs), { ...SPEAKER, agency }, (same) => same);
  const bits = (a: string, b: string) =>
    [...(BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2)].filter((bit) => bit === '1').length;

  test('clocks and counters of the page make no difference', () => {
    const at = (minute: number) =>
      readNarrative(
        document(
          `今天是2026年11月24日 10:${minute} 您是第${minute}位访问者，欢迎浏览`,
          '全区各部门认真贯彻落实条例，持续提升政府信息公开工作质量和水平。',
        ),
        SPEAKER,
        (same) => same,
      );
    expect(at(11)).toEqual(at(12));
    expect(at(11).characters).toBeGreaterThan(0);
  });

  test('names and figures make no difference to the SimHash; figures do to the digest', () => {
    const a = print(['甲县人民政府很好地做了全年的公开工作，共12项。', ...PROSE], '甲县人民政府');
    const b = print(['乙县人民政府很好地做了全年的公开工作，共12项。', ...PROSE], '乙县人民政府');
    const c = print(['乙县人民政府很好地做了全年的公开工作，共31项。', ...PROSE], '乙县人民政府');
    expect(b.simhash).toBe(a.simhash);
    expect(b.digest).toBe(a.digest);
    expect(c.simhash).toBe(a.simhash);
    expect(c.digest).not.toBe(a.digest);
  });

  test('another text is far away', () => {
    const other = PROSE.map((text) => [...text].reverse().join(''));
    expect(bits(print(PROSE, '').simhash, print(other, '').simhash)).toBeGreaterThan(10);
  });

  test('no text, no print', () => {
    expect(readNarrative(document('附件'), SPEAKER, (same) => same)).toMatchObject({
      characters: 0,
      simhash: '',
    });
  });
});
