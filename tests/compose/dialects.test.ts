import { composeInDialects, DIALECTS, findDialect } from '../../scripts/compose/dialects/index.js';
import { gridOf, tablesOf, valueCells } from '../../scripts/compose/printed.js';

const SEEDS = ['a', 'b', 'c'];

/** Decimals of the finest amount, in 万元, that is printed in 元. */
const FINEST = 8;

/** A figure as a patient reader takes it: full-width digits, separators and remarks are no obstacle. */
function readFigure(text: string): string {
  const plain = text
    .replace('①', '')
    .replace(/[－−﹣]/, '-')
    .normalize('NFKC')
    .trim();
  const found = /^-?[\d,]+(\.\d+)?/.exec(plain)?.[0]?.replaceAll(',', '') ?? '';
  return /^[\d.]+元/.test(plain) ? String(Number((Number(found) / 10000).toFixed(FINEST))) : found;
}

/** Dialects that print something a reader cannot take for a figure, or print it elsewhere. */
const UNREADABLE = new Set(['junk', 'pictures', 'deduplicated', 'cells-lost', 'cells-fused', 'zeros-merged']);

describe('dialects', () => {
  test('have ids of their own', () => {
    expect(new Set(DIALECTS.map(({ id }) => id)).size).toBe(DIALECTS.length);
  });

  test.each(DIALECTS.filter(({ id }) => !UNREADABLE.has(id)).map(({ id }) => id))(
    '%s: the truth is what is printed',
    (id) => {
      const different = SEEDS.flatMap((seed) => {
        const printed = composeInDialects(seed, [findDialect(id)]);
        return valueCells(printed).filter(({ key, text }) => {
          const value = printed.truth.get(key)?.value;
          const figure = readFigure(text);
          return value === '' ? figure !== '' : Number(figure) !== Number(value);
        });
      });
      expect(different).toEqual([]);
    },
  );

  test.each(DIALECTS.filter(({ kind }) => kind === 'complete').map(({ id }) => id))(
    '%s: a cell that is true and not absent is printed',
    (id) => {
      const printed = composeInDialects('printed', [findDialect(id)]);
      if (tablesOf(printed).length === 0) return;
      const shown = new Set(valueCells(printed).map(({ key }) => key));
      for (const [key, { state }] of printed.truth)
        expect([key, shown.has(key)]).toEqual([key, state !== 'absent']);
    },
  );

  test.each([
    'cut',
    'cut-head',
    'one-row-tables',
    'rows-missing',
    'rows-doubled',
    'split-header',
    'hubei-row',
  ])('%s leaves rectangular tables', (id) => {
    for (const seed of SEEDS) {
      for (const table of tablesOf(composeInDialects(seed, [findDialect(id)]))) {
        const covered = table.rows
          .flatMap((row) => row.cells)
          .reduce((sum, cell) => sum + cell.colspan * cell.rowspan, 0);
        expect(covered).toBe(gridOf(table).flat().length);
      }
    }
  });

  test('a hidden copy has other figures than the real table', () => {
    const printed = composeInDialects('copy', [findDialect('hidden-style')]);
    const copy = printed.blocks.find((block) => block.kind === 'html');
    const real = valueCells(printed, 'applications').map(({ text }) => text);
    const copied =
      copy?.kind === 'html' ? [...copy.html.matchAll(/<td>(\d+)<\/td>/g)].map((match) => match[1]) : [];
    expect(copied).toHaveLength(real.length);
    expect(copied).not.toEqual(real);
  });
});
