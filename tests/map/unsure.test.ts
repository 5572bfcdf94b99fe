import { completeTitle } from '../../src/map/metadata/unsure.js';

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
