import fc from 'fast-check';
import { type Equation, solve } from '../../src/map/place/solve.js';

/** Two rows must sum to the third, in two columns. */
const SUM: Equation[] = [0, 1].map((column) => ({
  column,
  terms: [
    { row: 0, sign: 1 },
    { row: 1, sign: 1 },
    { row: 2, sign: -1 },
  ],
}));

test('finds the one option that satisfies the equations', () => {
  const rows = [
    {
      options: [
        [3, 0],
        [0, 3],
      ],
    },
    { options: [[1, 1]] },
    { options: [[4, 1]] },
  ];
  expect(solve(rows, SUM)).toEqual({ complete: true, possible: [new Set([0]), new Set([0]), new Set([0])] });
});

test('keeps every option that is part of a solution', () => {
  const rows = [
    {
      options: [
        [3, 0],
        [0, 3],
      ],
    },
    {
      options: [
        [0, 3],
        [3, 0],
      ],
    },
    { options: [[3, 3]] },
  ];
  expect(solve(rows, SUM).possible).toEqual([new Set([0, 1]), new Set([0, 1]), new Set([0])]);
});

test('finds nothing when the printed sums contradict each other', () => {
  const rows = [
    {
      options: [
        [3, 0],
        [0, 3],
      ],
    },
    { options: [[1, 1]] },
    { options: [[9, 9]] },
  ];
  expect(solve(rows, SUM).possible[0]).toEqual(new Set());
});

test('gives up rather than search for ever', () => {
  const options = Array.from({ length: 40 }, (_, n) => [n, 40 - n]);
  const rows = Array.from({ length: 12 }, () => ({ options }));
  const equation = { column: 0, terms: rows.map((_, row) => ({ row, sign: 1 as const })) };
  expect(solve(rows, [{ ...equation, terms: equation.terms.slice(0, 2) }]).complete).toBe(false);
});

test('agrees with trying everything', () => {
  const option = fc.tuple(fc.nat(3), fc.nat(3)).map(([a, b]) => [a, b]);
  const row = fc.record({ options: fc.array(option, { minLength: 1, maxLength: 3 }) });
  fc.assert(
    fc.property(fc.tuple(row, row, row), (rows) => {
      const expected = rows.map(() => new Set<number>());
      for (const [i, a] of rows[0].options.entries()) {
        for (const [j, b] of rows[1].options.entries()) {
          for (const [k, c] of rows[2].options.entries()) {
            const holds = [0, 1].every((col) => (a[col] ?? 0) + (b[col] ?? 0) === (c[col] ?? 0));
            if (holds) for (const [at, index] of [i, j, k].entries()) expected[at]?.add(index);
          }
        }
      }
      expect(solve(rows, SUM).possible).toEqual(expected);
    }),
  );
});
