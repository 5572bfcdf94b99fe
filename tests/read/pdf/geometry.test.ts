import { interval, tokens } from '../../../src/read/pdf/assign.js';
import { type Glyph, turnBox } from '../../../src/read/pdf/geometry.js';
import { withoutDoubles } from '../../../src/read/pdf/glyphs.js';
import { continues, joinTables } from '../../../src/read/pdf/join.js';
import { RuleCollector } from '../../../src/read/pdf/paths.js';
import type { PageCell, PageTable } from '../../../src/read/pdf/tables.js';
import { cellText, joinLines, lineText, toLines } from '../../../src/read/pdf/text.js';
import { findGrids, withoutVoidRows } from '../../../src/read/ruled/grid.js';
import { joinPieces, snapRules } from '../../../src/read/ruled/rules.js';

/** A character 10 pt high whose baseline is at `base`; digits are 5 wide, everything else 10. */
function glyph(text: string, left: number, base: number, more: Partial<Glyph> = {}): Glyph {
  const right = left + (/[!-~]/.test(text) ? 5 : 10);
  const shape = { left, right, top: base - 8.5, bottom: base + 1.5, base, size: 10 };
  return { text, ...shape, run: 1, spaced: false, vertical: false, turn: 0, ...more };
}

const rule = (at: number, from: number, to: number) => ({ at, from, to });

describe('rules', () => {
  test('borders of single cells and dashes become one line; specks vanish', () => {
    const horizontal = [rule(10, 0, 50), rule(10.3, 50.5, 100), rule(10, 103, 120), rule(40, 0, 3)];
    expect(joinPieces({ horizontal, vertical: [] }).horizontal).toEqual([
      { at: expect.closeTo(10.12, 1), from: 0, to: 120 },
    ]);
  });

  test('lines 2 pt apart are one double rule, lines a row apart are not', () => {
    const horizontal = [rule(10, 0, 100), rule(12, 0, 100), rule(24, 0, 100)];
    const snapped = snapRules({ horizontal, vertical: [] }, 10).horizontal;
    expect(snapped.map(({ at }) => at)).toEqual([11, 24]);
  });

  test('a stroked box gives four rules, a shaded one none, a row of dots one', () => {
    const box = new Float32Array([0, 0, 0, 1, 100, 0, 1, 100, 50, 1, 0, 50, 4]);
    const stroked = new RuleCollector();
    stroked.stroke(box, [1, 0, 0, 1, 0, 0], 1);
    expect([stroked.horizontal.length, stroked.vertical.length]).toEqual([2, 2]);
    const filled = new RuleCollector();
    filled.fill(box, [1, 0, 0, 1, 0, 0]);
    expect([filled.horizontal.length, filled.vertical.length]).toEqual([0, 0]);
    const dotted = new RuleCollector();
    for (let x = 0; x < 60; x += 2) dotted.fillUnitSquare([1, 0, 0, 1, x, 5]);
    expect(dotted.horizontal).toEqual([{ at: 5.5, from: 0, to: 59 }]);
    expect(dotted.vertical).toEqual([]);
  });
});

describe('grid', () => {
  const frame = {
    horizontal: [rule(0, 0, 200), rule(20, 0, 200), rule(40, 0, 200)],
    vertical: [rule(0, 0, 40), rule(100, 0, 40), rule(200, 0, 40)],
  };
  const spans = (rules: typeof frame) =>
    findGrids(rules, [], 10).map((grid) => grid.cells.map((c) => [c.row, c.col, c.rowSpan, c.colSpan]));

  test('every slot between four walls is a cell', () => {
    expect(spans(frame)).toEqual([
      [
        [0, 0, 1, 1],
        [0, 1, 1, 1],
        [1, 0, 1, 1],
        [1, 1, 1, 1],
      ],
    ]);
  });

  test('a missing wall is a span', () => {
    const vertical = [rule(0, 0, 40), rule(100, 20, 40), rule(200, 0, 40)];
    expect(spans({ ...frame, vertical })[0]?.[0]).toEqual([0, 0, 1, 2]);
  });

  test('slots that make no rectangle are cut into rows, never spanned falsely', () => {
    const horizontal = [rule(0, 0, 200), rule(20, 100, 200), rule(40, 0, 200)];
    const vertical = [rule(0, 0, 40), rule(100, 20, 40), rule(200, 0, 40)];
    expect(spans({ horizontal, vertical })).toEqual([
      [
        [0, 0, 1, 2],
        [1, 0, 1, 1],
        [1, 1, 1, 1],
      ],
    ]);
  });

  test('a single box is no table, two tables apart are two', () => {
    const box = {
      horizontal: [rule(0, 0, 200), rule(40, 0, 200)],
      vertical: [rule(0, 0, 40), rule(200, 0, 40)],
    };
    expect(spans(box)).toEqual([]);
    const below = (r: { at: number; from: number; to: number }) => rule(r.at + 100, r.from, r.to);
    const lower = (r: { at: number; from: number; to: number }) => rule(r.at, r.from + 100, r.to + 100);
    const two = {
      horizontal: [...frame.horizontal, ...frame.horizontal.map(below)],
      vertical: [...frame.vertical, ...frame.vertical.map(lower)],
    };
    expect(spans(two)).toHaveLength(2);
  });

  test('a row that exists only because a border ends early is taken out', () => {
    const cells = [
      { row: 0, col: 0, rowSpan: 1, colSpan: 1, text: 'a' },
      { row: 1, col: 0, rowSpan: 1, colSpan: 1, text: '' },
      { row: 0, col: 1, rowSpan: 2, colSpan: 2, text: 'b' },
    ];
    const { cells: left, dropped } = withoutVoidRows(cells, 2, 3, (cell) => cell.text === '');
    expect(dropped).toEqual([1]);
    expect(left.map((cell) => [cell.text, cell.rowSpan])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  });

  test('positions on and outside of the borders', () => {
    expect([-1, 0, 99, 100, 200, 201].map((x) => interval([0, 100, 200], x))).toEqual([
      null,
      0,
      0,
      1,
      1,
      null,
    ]);
  });
});

describe('text', () => {
  const word = (text: string, left: number, base = 0) =>
    [...text].map((c, i) => glyph(c, left + i * (/[!-~]/.test(c) ? 5 : 10), base));

  test('digits that touch are one number, digits apart are two', () => {
    expect(lineText({ glyphs: word('128', 0) })).toBe('128');
    expect(lineText({ glyphs: [...word('1', 0), ...word('28', 8)] })).toBe('1 28');
    const index = glyph('1', 5, -3, { size: 6 });
    expect(lineText({ glyphs: [glyph('6', 0, 0), index] })).toBe('6¹');
    expect(tokens([...word('12', 0), ...word('8', 16)]).map((token) => token.length)).toEqual([2, 1]);
  });

  test('justified ideographs join, ideographs far apart do not', () => {
    const at = (gap: number) => lineText({ glyphs: [glyph('总', 0, 0), glyph('计', 10 + gap, 0)] });
    expect([at(0), at(8), at(30)]).toEqual(['总计', '总计', '总 计']);
  });

  test('lines are joined tightly between ideographs and never between digits', () => {
    expect(joinLines(['本年新', '制作数量'])).toBe('本年新制作数量');
    expect(joinLines(['危及“三安全', '一稳定”'])).toBe('危及“三安全一稳定”');
    expect(joinLines(['12', '8'])).toBe('12 8');
    expect(joinLines(['商业', '', 'A'])).toBe('商业 A');
  });

  test('lines come from baselines, cells read sideways and downwards', () => {
    expect(toLines([...word('乙', 0, 20), ...word('甲', 0, 0), ...word('1', 20, 0.5)]).map(lineText)).toEqual(
      ['甲 1', '乙'],
    );
    const down = [...'年度'].map((c, i) => glyph(c, 0, i * 10, { vertical: true }));
    expect(cellText(down)).toBe('年度');
    const upwards = [...'年度'].map((c, i) => glyph(c, 0, 50 - i * 10, { turn: 3 }));
    expect(cellText(upwards)).toBe('年度');
  });

  test('a glyph drawn twice counts once, the same digit twice in a number counts twice', () => {
    expect(withoutDoubles([glyph('1', 0, 0), glyph('1', 0.4, 0.3), glyph('1', 5, 0)])).toHaveLength(2);
  });

  test('are looked for in bounded time, whatever size and place a damaged file gives them', () => {
    const large = Array.from({ length: 20_000 }, (_, at) => ({ ...glyph('1', 100 * at, 0), size: 1e9 }));
    const endless = [Number.POSITIVE_INFINITY, Number.NaN, 1e300].map((left) => glyph('1', left, 0));
    const started = performance.now();
    expect(withoutDoubles([...large, ...endless]).length).toBeGreaterThan(20_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('page breaks', () => {
  const cell = (row: number, col: number, text: string, more: Partial<PageCell> = {}): PageCell => {
    const flags = { openTop: false, openBottom: false, full: false };
    return { row, col, rowSpan: 1, colSpan: 1, text, page: 1, box: [0, 0, 0, 0], ...flags, ...more };
  };
  const table = (page: number, xs: number[], rowCount: number, cells: PageCell[]): PageTable => {
    return {
      layout: 'grid',
      page,
      box: [0, 0, 0, 0],
      xs,
      rowCount,
      cells: cells.map((c) => ({ ...c, page })),
    };
  };
  const join = (a: PageTable, b: PageTable) => {
    const { rowCount, cells } = joinTables({ ...a, lastPage: a.page }, b);
    return { rowCount, cells: cells.map((c) => [c.row, c.col, c.rowSpan, c.text]) };
  };

  test('rows are appended; borders hidden by merged cells do not matter', () => {
    const first = table(1, [0, 50, 100], 1, [cell(0, 0, '甲'), cell(0, 1, '1')]);
    const second = table(2, [1, 99], 1, [cell(0, 0, '第二十条')]);
    expect(continues({ ...first, lastPage: 1 }, second)).toBe(true);
    expect(joinTables({ ...first, lastPage: 1 }, second).cells.at(-1)).toMatchObject({
      row: 1,
      col: 0,
      colSpan: 2,
    });
    expect(continues({ ...first, lastPage: 1 }, table(2, [0, 30, 100], 1, []))).toBe(false);
    expect(continues({ ...first, lastPage: 1 }, table(3, [0, 50, 100], 1, []))).toBe(false);
  });

  test('a label over several rows goes on; a new item does not', () => {
    const first = table(1, [0, 50, 100], 2, [
      cell(0, 0, '（四）无法', { rowSpan: 2, full: true }),
      cell(0, 1, '1'),
      cell(1, 1, '2'),
    ]);
    const rest = (text: string) =>
      table(2, [0, 50, 100], 2, [cell(0, 0, text, { rowSpan: 2 }), cell(0, 1, '3'), cell(1, 1, '4')]);
    expect(join(first, rest('提供')).cells[0]).toEqual([0, 0, 4, '（四）无法提供']);
    expect(join(first, rest('')).cells[0]).toEqual([0, 0, 4, '（四）无法']);
    expect(join(first, rest('（五）不予处理')).cells[0]).toEqual([0, 0, 2, '（四）无法']);
  });

  test('the rest of a cut label joins its row, a row of its own does not', () => {
    const first = table(1, [0, 50, 100], 1, [cell(0, 0, '1.本机关不掌握', { full: true }), cell(0, 1, '8')]);
    const next = (label: string, value: string) =>
      table(2, [0, 50, 100], 1, [cell(0, 0, label), cell(0, 1, value)]);
    expect(join(first, next('相关政府信息', ''))).toEqual({
      rowCount: 1,
      cells: [
        [0, 0, 1, '1.本机关不掌握相关政府信息'],
        [0, 1, 1, '8'],
      ],
    });
    expect(join(first, next('2.没有现成信息', '')).rowCount).toBe(2);
    expect(join(first, next('（二）部分公开', '5')).rowCount).toBe(2);
  });

  const cut = (upper: [string, ...string[]], lower: [string, ...string[]], full = false) => {
    const xs = upper.map((_, at) => at * 50).concat(upper.length * 50);
    const row = (texts: readonly string[]) =>
      texts.map((text, col) => cell(0, col, text, { full: full && col === 0 }));
    return join(table(1, xs, 1, row(upper)), table(2, xs, 1, row(lower))).cells.map(([, , , text]) => text);
  };

  test('the halves of a label of the form are one row, whichever half has the figures', () => {
    expect(cut(['7.属于行政执', ''], ['法案卷', '54'])).toEqual(['7.属于行政执法案卷', '54']);
    expect(cut(['7.属于行政执', '54'], ['法案卷', ''])).toEqual(['7.属于行政执法案卷', '54']);
    expect(cut(['7.属于行政执法案卷', '54'], ['8.属于行政查询事项', ''])).toHaveLength(4);
    expect(cut(['规章', ''], ['行政规范性文件', '3'], true)).toHaveLength(4);
  });

  test('figures in both halves are put together as printed, never taken for a number', () => {
    expect(cut(['1.本机关不掌握', '8'], ['相关政府信息', '5'])).toEqual([
      '1.本机关不掌握相关政府信息',
      '8 5',
    ]);
    expect(cut(['行政许可', '1234'], ['', '567'])).toEqual(['行政许可', '1234 567']);
    expect(cut(['2', '1', '0'], ['', '1', ''])).toEqual(['2', '1 1', '0']);
    expect(cut(['2', '1', '0'], ['3', '4', '0'])).toHaveLength(6);
    expect(cut(['1.属于国家秘密', '2 3', '7'], ['', '1', ''])).toEqual(['1.属于国家秘密', '2 3 1', '7']);
  });

  test('a group that goes on between two of its rows does not make them one', () => {
    const first = table(1, [0, 50, 100, 150], 1, [
      cell(0, 0, '（六）其他处'),
      cell(0, 1, '1.申请人无正当理由', { full: true }),
      cell(0, 2, '1'),
    ]);
    const next = table(2, [0, 50, 100, 150], 2, [
      cell(0, 0, '理', { rowSpan: 2 }),
      cell(0, 1, '2.申请人逾期'),
      cell(0, 2, '2'),
      cell(1, 1, '3.其他'),
      cell(1, 2, '3'),
    ]);
    expect(join(first, next).rowCount).toBe(3);
  });

  test('the header repeated on the new page is left out, a second copy of the table is not', () => {
    const page = (number: number, rows: readonly (readonly string[])[]) =>
      table(
        number,
        [0, 50, 100],
        rows.length,
        rows.flatMap((texts, row) => texts.map((text, col) => cell(row, col, text))),
      );
    const head = ['信息内容', '本年处理决定数量'];
    const first = page(1, [head, ['行政处罚', '1'], ['行政', '2']]);
    expect(join(first, page(2, [head, ['强制', '']]))).toMatchObject({ rowCount: 3 });
    expect(join(first, page(2, [head, ['行政强制', '5']])).rowCount).toBe(4);
    expect(join(first, page(2, [head, ['行政处罚', '5']])).rowCount).toBe(5);
    expect(
      join(
        first,
        page(2, [
          ['信息内容', '采购'],
          ['强制', ''],
        ]),
      ).rowCount,
    ).toBe(5);
  });
});

test('four quarter turns lead back', () => {
  const box = [10, 20, 40, 60] as const;
  const once = turnBox(box, 1, 100, 200);
  expect(once).toEqual([140, 10, 180, 40]);
  expect(turnBox(once, 3, 200, 100)).toEqual(box);
});
