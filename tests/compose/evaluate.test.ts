import { doubtful, fact } from '../../scripts/compose/printed.js';
import type { TrueCell, TrueState } from '../../scripts/compose/truth.js';
import { compareWithKnown } from '../../scripts/evaluate/known.js';
import { makePlan } from '../../scripts/evaluate/plan.js';
import { FACT_NAMES, judge, judgeFact, type Tally } from '../../scripts/evaluate/score.js';

function truth(value: string, state: TrueState = 'reported'): TrueCell {
  return { table: 'applications', row: 'granted', column: 'total', value, state };
}

function given(value: string, state = 'reported') {
  return { value, state, raw: value, locator: '' };
}

describe('judge', () => {
  test.each([
    ['the printed number', truth('12'), given('12'), 'right'],
    ['another way to write it', truth('0'), given('0.00'), 'right'],
    ['another number', truth('12'), given('21'), 'wrong'],
    ['a gap for a number', truth('12'), given('', 'unreadable'), 'missed'],
    ['no row for a number', truth('12'), undefined, 'missed'],
    ['a gap for a blank', truth('', 'blank'), given('', 'blank'), 'right'],
    ['no row for a blank', truth('', 'blank'), undefined, 'missed'],
    ['a zero for a blank', truth('', 'blank'), given('0'), 'wrong'],
    ['an inferred zero for a blank', truth('', 'blank'), given('0', 'inferred'), 'wrong'],
    ['a zero for an absent row', truth('', 'absent'), given('0'), 'wrong'],
    ['no row for an absent row', truth('', 'absent'), undefined, 'right'],
    ['a value for something unreadable', truth('', 'unreadable'), given('0'), 'wrong'],
    ['a value for a cell that is not there', undefined, given('0'), 'wrong'],
    ['something that is no number', truth('12'), given('12件'), 'wrong'],
  ] as const)('%s', (_, expected, got, verdict) => {
    expect(judge(expected, got)).toBe(verdict);
  });

  test.each([
    ['甲镇', fact('甲镇', '乙县甲镇'), 'right'],
    ['丙镇', fact('甲镇', '乙县甲镇'), 'wrong'],
    ['', fact('甲镇'), 'empty'],
    ['', doubtful('2023-12-31'), 'right'],
    ['2023-12-31', doubtful('2023-12-31'), 'right'],
    ['2023-12-21', doubtful('2023-12-31'), 'wrong'],
    ['', fact(), 'right'],
    ['甲镇', fact(), 'wrong'],
  ] as const)('the fact %j given %j is %s', (given, truth, verdict) => {
    expect(judgeFact(truth, given)).toBe(verdict);
  });
});

describe('plan', () => {
  test('is the same for the same seed and names every file once', () => {
    const [first, second] = [makePlan({ n: 60, seed: '5' }), makePlan({ n: 60, seed: '5' })];
    expect(first.map(({ file }) => file)).toEqual(second.map(({ file }) => file));
    expect(new Set(first.map(({ file }) => file)).size).toBe(60);
  });

  test('mixtures take one dialect of a group, and only what fits the format', () => {
    for (const { dialects, format } of makePlan({ n: 300, seed: 'mixtures' })) {
      expect(new Set(dialects.map(({ group }) => group)).size).toBe(dialects.length);
      expect(dialects.every(({ formats }) => formats.includes(format))).toBe(true);
    }
  });

  test('an unknown dialect or format is named', () => {
    expect(() => makePlan({ n: 1, seed: '1', dialect: 'nonsense' })).toThrow('nonsense');
    expect(() => makePlan({ n: 1, seed: '1', format: 'nonsense' })).toThrow('nonsense');
  });
});

describe('known failures', () => {
  const none = { right: 1, wrong: 0, empty: 0 };
  const tally = (wrong: boolean): Tally => ({
    label: 'plain',
    format: 'html',
    documents: 1,
    lossy: 0,
    cells: 1,
    right: wrong ? 0 : 1,
    wrong: wrong ? 1 : 0,
    missed: 0,
    denied: 0,
    inferred: 0,
    facts: Object.fromEntries(FACT_NAMES.map((name) => [name, none])) as Tally['facts'],
    gaps: [],
    empties: [],
    status: new Map([['complete', 1]]),
    wrongs: wrong
      ? [{ file: 'f', key: 'applications/granted/total', expected: '1', got: '2', raw: '2' }]
      : [],
  });
  const entry = { dialect: 'plain', format: 'html', what: 'cell', reason: 'an example' };

  test('a wrong cell that is not listed is unknown', () => {
    expect(compareWithKnown([tally(true)], []).unknown).toEqual(['plain / html: cell']);
    expect(compareWithKnown([tally(true)], [entry])).toEqual({ unknown: [], obsolete: [] });
  });

  test('an entry that is right by now is no longer needed', () => {
    expect(compareWithKnown([tally(false)], [entry]).obsolete).toEqual(['plain / html: cell']);
    expect(compareWithKnown([], [entry]).obsolete).toEqual([]);
  });
});
