import { readMetadata } from '../../src/map/metadata/index.js';
import { completeName, completeTitle } from '../../src/map/metadata/unsure.js';
import { document, paragraphs } from './documents.js';

const AGENCY = '衢江区人民政府';

test('an unsure character of a title is filled in from the agency, the year or the usual words around it', () => {
  const whole = '衢江区人民政府2025年政府信息公开工作年度报告';
  expect(completeTitle('□江区人民政府2025年政府信息公开工作年度报告', AGENCY, '2025')).toBe(whole);
  expect(completeTitle('衢江区人民政府20□5年政府信息公□工作年度报告', AGENCY, '2025')).toBe(whole);
});

test('it stays where nothing else tells it, or where too little stands around it', () => {
  expect(completeTitle('□江区人民政府2025年报', '', '')).toBe('□江区人民政府2025年报');
  expect(completeTitle('□□□人民政府年报', '衢江区人民政府', '')).toBe('□□□人民政府年报');
  expect(completeTitle('□江区人民政府年报', '柯城区人民政府', '2025')).toBe('□江区人民政府年报');
});

test('a title without one is not touched', () => {
  expect(completeTitle('柯城区年报', AGENCY, '2025')).toBe('柯城区年报');
});

test('a name is completed where the text has it again, once and the same', () => {
  const text = '本报告由淮安市洪泽区人民政府办公室编制。洪泽区人民政府坚持以人民为中心。';
  expect(completeName('洪□区人民政府', text)).toBe('洪泽区人民政府');
  expect(completeName('洪□区人民政府', `${text}洪江区人民政府也来学习。`)).toBeNull();
  expect(completeName('洪□区人民政府', '本报告由区政府办公室编制。')).toBeNull();
  expect(completeName('□□□政府', '洪泽区政府')).toBeNull();
});

describe('a title whose agency is unsure', () => {
  const read = (...lines: string[]) => readMetadata(document(...paragraphs(...lines)), (text) => text).agency;
  const TITLE = '2023年政府信息公开工作年度报告';
  const BY = '本报告由洪泽区人民政府办公室编制。';

  test('is never given another one that the text names', () => {
    expect(read(`清□浦区人民政府${TITLE}`, BY)).toEqual({ value: '', rule: '' });
    expect(read('清□浦区人民政府', TITLE, BY)).toEqual({ value: '', rule: '' });
    expect(read(TITLE, BY).value).toBe('洪泽区人民政府办公室');
  });

  test('gets the name that the text spells out', () => {
    const named = { value: '洪泽区人民政府', rule: 'title' };
    expect(read(`洪□区人民政府${TITLE}`, BY)).toEqual(named);
    expect(read('洪□区人民政府', TITLE, BY)).toEqual(named);
    expect(read(`洪泽区人民政府${TITLE.replace('信', '□')}`, BY)).toEqual(named);
  });
});
