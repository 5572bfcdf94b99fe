import { mapDocument } from '../../src/map/index.js';
import type { FormCell } from '../../src/model/report.js';
import { readText } from '../../src/read/text/index.js';
import { bytesOf } from '../read/helpers.js';
import { APPLICANT_LABELS } from './documents.js';

/** Texts whose columns are set by blanks, and texts that have lost their columns: what is certain of their rows. */

const HEADER = [
  '三、收到和处理政府信息公开申请情况',
  '                                自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计',
];
const width = (text: string) => [...text].reduce((sum, char) => sum + (char > '\u2e80' ? 2 : 1), 0);
const PLACES = [34, 42, 52, 63, 77, 89, 95];

/** A line with the figures below the header; a blank one leaves its place free. */
function row(label: string, figures: string, indent = 0): string {
  let line = `${' '.repeat(indent)}${label}`;
  figures.split(' ').forEach((figure, at) => {
    line += `${' '.repeat(Math.max(1, (PLACES[at] ?? 0) - width(line)))}${figure === '_' ? '' : figure}`;
  });
  return line.trimEnd();
}

async function cellsOf(lines: readonly string[]): Promise<(code: string) => string> {
  const { cells } = await mapDocument(await readText(bytesOf(lines.join('\n')), false));
  const show = ({ state, value }: FormCell) => (value === '' ? state : value);
  return (code) => {
    const shown = cells.filter(({ row: own }) => own === code).map(show);
    return new Set(shown).size === 1 && !/\d/.test(shown[0] ?? '') ? (shown[0] ?? '') : shown.join(' ');
  };
}

const FIRST = [
  row('一、本年新收政府信息公开申请数量', '12 3 0 0 1 0 16'),
  row('二、上年结转政府信息公开申请数量', '1 0 0 0 0 0 1'),
];

describe('columns set by blanks', () => {
  test('figures between the two lines of a label are its own, with a piece of their group beside them', async () => {
    const cells = await cellsOf([
      ...HEADER,
      ...FIRST,
      '     1.申请人无正当理由逾期不补正',
      row('', '4 0 0 0 0 0 4'),
      '     、行政机关不再处理其政府信息公开申请',
      '（六）其',
      '     2.申请人逾期未按收费通知要求',
      row('他处理', '2 1 0 0 0 0 3'),
      '     缴纳费用、行政机关不再处理其政府信息公开申请',
      row('3.其他', '5 0 0 0 0 0 5', 5),
    ]);
    expect(cells('other_uncorrected')).toBe('4 0 0 0 0 0 4');
    expect(cells('other_unpaid_fee')).toBe('2 1 0 0 0 0 3');
    expect(cells('other_remaining')).toBe('5 0 0 0 0 0 5');
  });

  test('beside a blank cell the place of a figure proves nothing', async () => {
    const lines = [...HEADER, ...FIRST, row('（一）予以公开', '4 0 0 0 0 0 4')];
    // The header names two columns at most, so that nothing but their places would tell the others.
    lines[1] = '                                自然人                                                  总计';
    const cells = await cellsOf([...lines, row('2.重复申请', '_ 0 0 _ 0 0 0')]);
    expect(cells('granted')).toBe('4 0 0 0 0 0 4');
    expect(cells('rejected_duplicate')).toBe('unreadable');
  });

  test('a blank in table 四 is that of no certain result', async () => {
    const cells = await cellsOf([
      ...HEADER,
      ...FIRST,
      row('（一）予以公开', '4 0 0 0 0 0 4'),
      '四、政府信息公开行政复议、行政诉讼情况',
      ' 行政复议                 行政诉讼',
      '                未经复议直接起诉       复议后起诉',
      '结果 结果 其他 尚未 总计 结果 结果 其他 尚未 结果 结果',
      '维持 纠正 结果 审结 维持 纠正 结果 审结 总计 维持 纠正 其他 尚未',
      '                                 结果 审结 总计',
      '    1 3      4     2 2     4   3 3 1 7',
    ]);
    expect(cells('litigation_after_review')).toBe('unreadable');
    expect(cells('review')).not.toMatch(/^\d+ 1 3/);
  });

  test('a number of a page among the rows is nobody’s figure', async () => {
    const cells = await cellsOf([
      ...[...HEADER, ...FIRST, '', '                                           7', ''],
      row('（一）予以公开', '4 2 0 0 0 0 6'),
      row('（七）总计', '9 2 0 0 0 0 11'),
      row('四、结转下年度继续办理', '4 1 0 0 1 0 6'),
    ]);
    expect(cells('received_new')).toBe('12 3 0 0 1 0 16');
    expect(cells('outcome_total')).toBe('9 2 0 0 0 0 11');
    expect(cells('carried_over_in')).toBe('1 0 0 0 0 0 1');
  });

  test('the first line of a group is none of its rows', async () => {
    const cells = await cellsOf([
      ...[...HEADER, ...FIRST],
      '      2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      row('（六）其他', '2 0 0 0 0 1 3'),
      '处理',
      row('3.其他', '5 0 0 0 0 0 5', 6),
    ]);
    expect(cells('other_remaining')).toBe('5 0 0 0 0 0 5');
    expect(cells('other_unpaid_fee')).not.toMatch(/blank|absent/);
  });

  test('an amount keeps the unit that a blank parts from it', async () => {
    const cells = await cellsOf([
      '二、主动公开政府信息情况',
      '第二十条第（八）项',
      '信息内容 本年收费金额（单位：万元）',
      '行政事业性收费 11540.67 万元',
    ]);
    expect(cells('fees')).toBe('11540.67');
  });
});

describe('texts without columns', () => {
  const LINES = ['三、收到和处理政府信息公开申请情况', ...APPLICANT_LABELS];

  test('labels without figures are not blank where a row holds those of others', async () => {
    const cells = await cellsOf([
      ...LINES,
      ...['一、本年新收政府信息公开申请数量', '1 0 0 0 0 0 1'],
      ...['3.其他', '1 0 0 0 0 0 1', '26 9 1 1 1 2 40', '1 0 0 0 0 0 1'],
      '（七）总计',
      '四、结转下年度继续办理',
    ]);
    expect(cells('outcome_total')).toBe('unreadable');
    expect(cells('carried_over_out')).toBe('unreadable');
    expect(cells('granted')).toBe('unreadable');
  });

  test('a row of seven is believed among broken ones only if it adds up', async () => {
    const cells = await cellsOf([
      ...LINES,
      ...['一、本年新收政府信息公开申请数量', '0 — 0'],
      ...['（一）予以公开', '0 0 — 0'],
      ...['1.属于国家秘密', '— 0'],
      ...['2.重复申请', '3 1 0 0 0 0 4'],
      ...['四、结转下年度继续办理', '0 — 0 0 — 0 0'],
    ]);
    expect(cells('rejected_duplicate')).toBe('3 1 0 0 0 0 4');
    expect(cells('carried_over_out')).toBe('unreadable');
  });

  test('figures inside a label of several lines are its row’s, and no other figures are', async () => {
    const cells = await cellsOf([
      ...LINES,
      '二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0',
      '开 14 2 2 1 1 3 23',
      '（二）部分公开（区分处理的，只计这一情形，不计其他情 19 5 5 1 2 9 41',
      '形',
      '）',
      '1.属于国家秘密 1 0 0 0 0 0 1',
    ]);
    expect(cells('partially_granted')).not.toMatch(/^14/);
    expect(cells('partially_granted')).not.toMatch(/blank|absent/);
  });
});
