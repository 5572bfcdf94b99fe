import type { Piece } from '../../../src/read/scan/components.js';
import { dashedLines } from '../../../src/read/scan/dashes.js';
import { holdsRows, partText } from '../../../src/read/scan/segments.js';

const TEXT = 24;

function piece(left: number, top: number, width: number, height: number): Piece {
  return { left, top, right: left + width, bottom: top + height, ink: width * height };
}

function dashes(count: number, at: number, step = 14): Piece[] {
  return Array.from({ length: count }, (_, i) => piece(100 + i * step, at, 8, 2));
}

describe('dashedLines', () => {
  it('makes one rule of dashes in a row, across a gap where another rule crosses', () => {
    const row = dashes(20, 50).filter((_, i) => i !== 9);
    const { horizontal, vertical, pieces } = dashedLines(row, TEXT);
    expect(horizontal).toEqual([{ at: 51, from: 100, to: 374 }]);
    expect(vertical).toEqual([]);
    expect(pieces.size).toBe(19);
  });

  it('takes the cross of two rules with them', () => {
    const across = dashes(20, 50).filter((_, i) => i !== 9);
    const down = Array.from({ length: 20 }, (_, i) => piece(229, 60 + i * 14, 2, 8));
    const cross = piece(226, 47, 8, 8);
    expect(dashedLines([...across, ...down, cross], TEXT).pieces.has(cross)).toBe(true);
  });

  it('sees no rule in a few dashes, in uneven ones, or in characters', () => {
    expect(dashedLines(dashes(4, 50), TEXT).horizontal).toEqual([]);
    const uneven = [0, 9, 40, 52, 80, 89, 119, 131].map((left) => piece(left, 50, 6, 2));
    expect(dashedLines(uneven, TEXT).horizontal).toEqual([]);
    const characters = Array.from({ length: 20 }, (_, i) => piece(i * 26, 40, 22, 22));
    expect(dashedLines(characters, TEXT).pieces.size).toBe(0);
  });
});

/** A label of ideographs and figures of one digit at the given places. */
function row(top: number, figures: readonly number[]): Piece[] {
  const label = Array.from({ length: 6 }, (_, i) => piece(50 + i * 26, top, 22, 22));
  return [...label, ...figures.map((left) => piece(left, top + 3, 10, 16))];
}

describe('partText', () => {
  it('parts the rows of a table without rules into a stretch for each cell', () => {
    const rows = [0, 1, 2, 3].flatMap((i) => row(100 + i * 40, [400, 500]));
    const { lines, segments } = partText(rows, TEXT, 1000);
    expect(lines).toEqual([]);
    expect(segments.map(({ left }) => left)).toEqual([
      50, 400, 500, 50, 400, 500, 50, 400, 500, 50, 400, 500,
    ]);
  });

  it('parts a label of two lines from the figure at half its height', () => {
    const label = [...row(100, []), ...row(126, [])];
    const rows = [0, 1, 2].flatMap((i) => row(200 + i * 40, [400]));
    const { segments } = partText([...label, piece(400, 116, 10, 16), ...rows], TEXT, 1000);
    expect(segments.slice(0, 3).map(({ left, top }) => [left, top])).toEqual([
      [50, 100],
      [50, 126],
      [400, 116],
    ]);
  });

  it('leaves prose in its lines, whatever white stands in one of them', () => {
    const prose = [0, 1, 2, 3].flatMap((i) =>
      Array.from({ length: 30 }, (_, k) => piece(50 + k * 26, i * 40, 22, 22)),
    );
    const { lines, segments } = partText([...prose, ...row(400, [600])], TEXT, 1000);
    expect(segments).toEqual([]);
    expect(lines).toHaveLength(5);
  });
});

describe('holdsRows', () => {
  it('tells the rows below a ruled header from the lines of one cell', () => {
    const rows = [0, 1, 2].flatMap((i) => row(i * 40, [400, 500]));
    const text = [0, 1, 2].flatMap((i) => row(i * 40, []));
    const { lines } = partText(text, TEXT, 1000);
    expect(holdsRows(lines, TEXT)).toBe(false);
    const bands = [0, 1, 2].map((i) => {
      const pieces = rows.filter(({ top }) => top >= i * 40 && top < i * 40 + 30);
      return { left: 50, right: 510, top: i * 40, bottom: i * 40 + 22, pieces };
    });
    expect(holdsRows(bands, TEXT)).toBe(true);
  });

  it('takes a line of figures alone for a row, and a label spread over its cell for none', () => {
    const line = (pieces: ReturnType<typeof piece>[]) => ({
      left: 0,
      right: 900,
      top: 0,
      bottom: 22,
      pieces,
    });
    const figures = [0, 100, 200, 300, 400].map((left) => piece(left, 0, 11, 17));
    const characters = [500, 600].map((left) => piece(left, 0, 22, 22));
    expect(holdsRows([line(figures)], TEXT)).toBe(true);
    expect(holdsRows([line([...figures, ...characters])], TEXT)).toBe(false);
  });
});
