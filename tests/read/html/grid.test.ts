import fc from 'fast-check';
import { type MarkupRow, parseSpan, resolveGrid } from '../../../src/read/html/grid.js';

const cell = (text: string, rowSpan = 1, colSpan = 1) => ({ text, rowSpan, colSpan });
const placed = (rows: MarkupRow[]) =>
  resolveGrid(rows).cells.map((c) => [c.text, c.row, c.col, c.rowSpan, c.colSpan]);

test.each([
  [undefined, 1, 1],
  ['', 1, 1],
  ['0', 0, 1],
  [' 3 ', 3, 3],
  ['2.9', 2, 2],
  ['-2', 1, 1],
  ['two', 1, 1],
  ['1000000000', 65534, 1000],
])('span attribute %p', (value, rows, cols) => {
  expect([parseSpan(value, 'row'), parseSpan(value, 'col')]).toEqual([rows, cols]);
});

test('row spans end with their row group, span 0 reaches its end', () => {
  const rows = [
    { group: 0, cells: [cell('a', 3), cell('b')] },
    { group: 1, cells: [cell('c', 0), cell('d')] },
    { group: 1, cells: [cell('e')] },
  ];
  expect(placed(rows)).toEqual([
    ['a', 0, 0, 1, 1],
    ['b', 0, 1, 1, 1],
    ['c', 1, 0, 2, 1],
    ['d', 1, 1, 1, 1],
    ['e', 2, 1, 1, 1],
  ]);
});

test('an exaggerated column span adds no columns', () => {
  const rows = [
    { group: 0, cells: [cell('title', 1, 1000)] },
    { group: 0, cells: [cell('a'), cell('b'), cell('c')] },
  ];
  expect(resolveGrid(rows)).toMatchObject({ colCount: 3, cells: [{ colSpan: 3 }, {}, {}, {}] });
});

test('a table of too many slots is refused', () => {
  const cells = Array.from({ length: 5000 }, () => cell('', 1, 1000));
  expect(() => resolveGrid([{ group: 0, cells }])).toThrow(/save the report alone/);
});

test('no cell is lost and no two cells share a slot', () => {
  const span = fc.oneof(
    { weight: 6, arbitrary: fc.constant(1) },
    fc.integer({ min: 0, max: 5 }),
    fc.constant(1000),
  );
  const row = fc.record({
    group: fc.constant(0),
    cells: fc.array(fc.record({ text: fc.string({ maxLength: 2 }), rowSpan: span, colSpan: fc.nat(4) }), {
      maxLength: 8,
    }),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), fc.array(fc.nat(1), { maxLength: 8 }), (rows, groups) => {
      let group = 0;
      const grouped = rows.map((row, i) => {
        group += groups[i] ?? 0;
        return { ...row, group };
      });
      const grid = resolveGrid(grouped);
      expect(grid.cells.map(({ text }) => text)).toEqual(
        rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
      );
      const slots = new Set<string>();
      for (const c of grid.cells) {
        expect(c.rowSpan).toBeGreaterThan(0);
        expect(c.colSpan).toBeGreaterThan(0);
        expect(c.row + c.rowSpan).toBeLessThanOrEqual(grid.rowCount);
        expect(c.col + c.colSpan).toBeLessThanOrEqual(grid.colCount);
        for (let r = c.row; r < c.row + c.rowSpan; r += 1) {
          for (let k = c.col; k < c.col + c.colSpan; k += 1) {
            expect(slots.has(`${r},${k}`)).toBe(false);
            slots.add(`${r},${k}`);
          }
        }
      }
    }),
  );
});
