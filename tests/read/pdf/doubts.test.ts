import { toBlocks } from '../../../src/read/pdf/blocks.js';
import { doubtsOf } from '../../../src/read/pdf/doubts.js';
import type { PageContent } from '../../../src/read/pdf/geometry.js';
import { pagesToScan } from '../../../src/read/pdf/scans.js';

/** Lines of words, each word a stretch of its own; ruled as a table is. */
function page(number: number, lines: readonly string[]): PageContent {
  const glyphs = lines.flatMap((words, row) =>
    words.split(' ').flatMap((word, column) =>
      [...word].map((text, at) => {
        const [left, top] = [20 + 120 * column + 10 * at, 20 + 20 * row];
        const box = { left, right: left + 10, top, bottom: top + 10, base: top + 9, size: 10 };
        return { text, ...box, run: row, spaced: false, vertical: false, turn: 0 as const };
      }),
    ),
  );
  const rules = Array.from({ length: 12 }, (_, i) => ({ at: 10 + 30 * i, from: 10, to: 390 }));
  return {
    number,
    width: 400,
    height: 600,
    turn: 0,
    glyphs,
    horizontal: rules,
    vertical: rules,
    pictures: [],
  };
}

const LABELS = [
  '属于国家秘密',
  '保护第三方合法权益',
  '属于行政执法案卷',
  '属于行政查询事项',
  '重复申请',
  '予以公开',
];
const REPORT = [...LABELS, '要求提供公开出版物', '信访举报投诉类申请', '行政许可', '行政处罚'];
const NONE = { has: () => false };

describe('fonts that spell figures wrongly', () => {
  const whole = page(
    1,
    REPORT.map((label) => `${label} 12 3`),
  );
  const garbled = page(
    2,
    REPORT.map((label) => `${label} ăćĄ ÿ`),
  );
  const labels = page(
    3,
    REPORT.map((label) => `ÿ${label}Ā 12 3`),
  );

  test('send their page to recognition, and no other', () => {
    expect(pagesToScan([whole, garbled, labels]).map(({ number }) => number)).toEqual([2]);
  });

  test('make the cells of a page that was not recognised unbelievable, and rows missing in doubt', () => {
    const doubts = doubtsOf([whole, garbled, labels], NONE, new Set());
    expect(doubts.reason).toMatch(/spell characters/);
    expect([1, 2, 3].map((number) => doubts.isDoubted(number, 'grid'))).toEqual([false, true, false]);
    const read = doubtsOf([whole, garbled], { has: (number) => number === 2 }, new Set());
    expect(read.isDoubted(2, 'grid')).toBe(false);
  });

  test('are none where a few letters of other languages stand', () => {
    const café = page(1, [...REPORT, 'Café Münster']);
    expect(doubtsOf([whole, café], NONE, new Set()).reason).toBeUndefined();
  });
});

test('figures of a picture outside of its ruled tables prove nothing', () => {
  const sheet = page(1, []);
  const { glyphs } = page(
    1,
    LABELS.map((label) => `${label} 12 3 5`),
  );
  const lines = LABELS.map((_, row) => {
    const own = glyphs.filter(({ run }) => run === row);
    return {
      glyphs: own,
      left: 20,
      right: 390,
      top: 20 + 20 * row,
      bottom: 30 + 20 * row,
      base: 29 + 20 * row,
      size: 10,
    };
  });
  const cellsOf = (scanned: boolean) =>
    toBlocks([sheet], scanned ? new Map([[1, { tables: [], lines }]]) : new Map(), 1, 1, [
      { tables: [], lines },
    ]).flatMap((block) => (block.kind === 'table' ? block.cells : []));
  expect(cellsOf(false).filter(({ recognition }) => recognition === undefined)).not.toHaveLength(0);
  expect(cellsOf(true)).toHaveLength(cellsOf(false).length);
  expect(cellsOf(true).every(({ recognition }) => recognition?.agreed === false)).toBe(true);
});
