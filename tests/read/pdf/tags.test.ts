import type { StructTreeNode } from 'pdfjs-dist/types/src/display/api.js';
import type { Glyph, PageContent } from '../../../src/read/pdf/geometry.js';
import { needsTags, withTags } from '../../../src/read/pdf/tagged.js';
import { tablesOf } from '../../../src/read/pdf/tags.js';
import { cellText, toLines } from '../../../src/read/pdf/text.js';

const node = (role: string, ...children: StructTreeNode['children']): StructTreeNode => ({ role, children });
const content = (mark: number) => ({ type: 'content', id: `p9R_mc${mark}` });
const cell = (role: string, mark: number) => node(role, node('NonStruct', content(mark)));

/** A text of ten-point characters whose drawing operation and marked content have one number. */
function print(text: string, left: number, base: number, mark: number): Glyph[] {
  return [...text].map((character, at) => {
    const box = { left: left + 10 * at, right: left + 10 * at + 10, top: base - 8.5, bottom: base + 1.5 };
    const drawn = { base, size: 10, run: mark, spaced: false, vertical: false, turn: 0 } as const;
    return { text: character, ...box, ...drawn };
  });
}

function page(glyphs: readonly Glyph[]): PageContent {
  const marks = new Map(glyphs.map(({ run }) => [run, run]));
  const shape = {
    number: 1,
    width: 600,
    height: 800,
    turn: 0,
    horizontal: [],
    vertical: [],
    pictures: [],
  } as const;
  return { ...shape, glyphs, marks };
}

describe('the tables of a structure tree', () => {
  test('are rows and cells by their names, through groups of rows', () => {
    const rows = [node('TR', cell('TH', 1), cell('TD', 2)), node('TR', cell('TD', 3), cell('TD', 4))];
    const tree = node(
      'Root',
      node('Table', node('THead', rows[0] as StructTreeNode), rows[1] as StructTreeNode),
    );
    expect(tablesOf(tree)).toEqual([
      [
        [[1], [2]],
        [[3], [4]],
      ],
    ]);
  });

  test('are found without names, and paragraphs with pieces of text are none', () => {
    const rows = [
      node('NonStruct', cell('NonStruct', 1), cell('NonStruct', 2)),
      node('NonStruct', cell('NonStruct', 3), cell('NonStruct', 4)),
    ];
    expect(tablesOf(node('Root', node('NonStruct', ...rows)))).toEqual([
      [
        [[1], [2]],
        [[3], [4]],
      ],
    ]);
    const text = node('P', node('Span', content(1)), node('Span', content(2)));
    expect(tablesOf(node('Root', node('NonStruct', text, text)))).toEqual([]);
  });
});

describe('a page without rules', () => {
  const glyphs = [
    ...print('甲甲', 50, 20, 1),
    ...print('乙', 50, 30, 1),
    ...print('5', 300, 25, 2),
    ...print('丙', 50, 40, 3),
    ...print('6', 300, 40, 4),
  ];
  const parts = { tables: [], lines: toLines(glyphs) };

  test('takes rows and cells from the tree', () => {
    expect(needsTags(page(glyphs), parts)).toBe(true);
    const { tagged, lines } = withTags(page(glyphs), parts, [
      [
        [[1], [2]],
        [[3], [4]],
      ],
    ]);
    const texts = tagged?.map(({ rows }) => rows.map((row) => row.map(cellText)));
    expect(texts).toEqual([
      [
        ['甲甲乙', '5'],
        ['丙', '6'],
      ],
    ]);
    expect(lines).toEqual([]);
  });

  test('does not believe a tree whose rows stand in another order', () => {
    expect(
      withTags(page(glyphs), parts, [
        [
          [[3], [4]],
          [[1], [2]],
        ],
      ]),
    ).toBe(parts);
  });

  test('is read without the tree where it has no marks', () => {
    expect(needsTags({ ...page(glyphs), marks: new Map() }, parts)).toBe(false);
  });
});
