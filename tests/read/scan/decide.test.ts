/** What readings are worth together. */

import { parseTable } from '../../../src/read/scan/engine.js';
import { decide } from '../../../src/read/scan/recognise.js';
import { merged } from '../../../src/read/scan/sheets.js';

const engine = (text: string) => ({ text, confidence: 90 });
const net = (text: string, probability = 0.99) => ({ text, probability });

test('a number counts when engine and net agree', () => {
  expect(decide(net('128'), engine('128'), undefined)).toEqual({
    text: '128',
    readings: ['128'],
    confidence: 99,
    agreed: true,
  });
});

test.each([
  ['the engine lost a digit', net('128'), engine('28'), engine('28')],
  ['the net is not sure', net('8', 0.6), engine('8'), undefined],
  [
    'the net is not sure, and the engine reads something else the second time',
    net('8', 0.6),
    engine('8'),
    engine('3'),
  ],
  ['the net is not sure, and the engine nothing the second time', net('8', 0.6), engine('8'), engine('')],
  ['the net guesses, though all readings agree', net('8', 0.4), engine('8'), engine('8')],
  ['the net read nothing, however sure the engine is', null, engine('11'), engine('11')],
  ['the engine read nothing twice', net('0'), engine(''), engine('')],
  ['only the second reading agrees, and the net is not very sure', net('3', 0.9), engine('8'), engine('3')],
])('it does not when %s', (_, own, first, second) => {
  expect(decide(own, first, second).agreed).toBe(false);
});

test('a net that is not sure counts when both readings of the engine confirm it', () => {
  expect(decide(net('0', 0.6), engine('0'), engine('0'))).toMatchObject({
    text: '0',
    confidence: 60,
    agreed: true,
  });
});

test('all readings are kept for whoever has to look', () => {
  expect(decide(net('3', 0.9), engine('8'), engine('')).readings).toEqual(['3', '8']);
});

test('words of the engine come by page, with the least confidence', () => {
  const word = (at: number, confidence: number, text: string) =>
    ['5', at, 1, 1, 1, 1, 0, 0, 9, 9, confidence, text].join('\t');
  const table = [
    'level\tpage',
    word(1, 90, '予以'),
    word(1, 40, '公开'),
    word(3, 80, '12'),
    word(3, 85, '3'),
  ].join('\n');
  expect(parseTable(table, 3)).toEqual([
    { text: '予以公开', confidence: 40 },
    { text: '', confidence: 0 },
    { text: '12 3', confidence: 80 },
  ]);
});

test('where two readings of a line differ stands a box', () => {
  expect(merged('北坡镇人民政府', '北披镇人民政府')).toBe('北□镇人民政府');
  expect(merged('2023年度报告', '203年度报告')).toBe('20□3年度报告');
  expect(merged('发文日期，2022-02-10', '发文日期：2022-02-10')).toBe('发文日期，2022-02-10');
  expect(merged('二〇二—年', '二〇二一年')).toBe('二〇二□年');
});
