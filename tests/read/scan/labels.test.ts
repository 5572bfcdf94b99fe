import { nearnessToForm } from '../../../src/read/form-labels.js';
import { nearest } from '../../../src/read/scan/labels.js';

const read = (text: string) => ({ text, confidence: 50 });

describe('nearnessToForm', () => {
  it.each([
    '规章',
    '2.其他法律行政法规禁止公开',
    '（二）部分公开（区分处理的，只计这一',
    '益组',
    '第二十条第（五）项',
    '尚未',
  ])('is whole for %s', (text) => {
    expect(nearnessToForm(text)).toBe(1);
  });

  it('counts the characters that differ', () => {
    expect(nearnessToForm('行政诉诊')).toBeCloseTo(3 / 4);
    expect(nearnessToForm('2.其他法律行政法规茜止公开')).toBeCloseTo(11 / 12);
  });

  it.each(['人', '0', '', '—'])('is nothing for %s, which is too short to tell', (text) => {
    expect(nearnessToForm(text)).toBe(0);
  });
});

describe('of several readings of a label', () => {
  it('the nearest to the form is taken', () => {
    expect(nearest(read('观章'), [read('现章'), read('规章')]).text).toBe('规章');
  });

  it('the first is kept where it is as near as the others', () => {
    expect(nearest(read('规章'), [read('行政许可')]).text).toBe('规章');
  });

  it('the first is kept where none is much of a label', () => {
    expect(nearest(read('水利局'), [read('水科机')]).text).toBe('水利局');
  });
});
