import { type Printed, read, tableOf } from './printed.js';

/** Columns of headings, 24 pt wide for two characters of 10 pt each. */
const COLUMNS = ['甲类', '乙类', '丙类', '总计'];
const LEFT = 300;
const WIDTH = 24;

const headings = (middle: number): Printed[] =>
  COLUMNS.map((text, at) => [text, LEFT + WIDTH * at, middle] as const);

/** A labelled row; an empty text prints nothing. `place` is where a figure stands in its column. */
function row(
  label: string,
  values: readonly string[],
  middle: number,
  place: (width: number) => number = () => 0,
): Printed[] {
  return [
    [label, 50, middle],
    ...values.flatMap((value, at): Printed[] =>
      value === '' ? [] : [[value, LEFT + WIDTH * at + place(5 * value.length), middle]],
    ),
  ];
}

describe('a column in which nothing is printed', () => {
  const places = {
    left: () => 0,
    middle: (width: number) => (20 - width) / 2,
    right: (width: number) => 20 - width,
  };
  for (const [name, place] of Object.entries(places)) {
    for (const empty of [0, 1, 2]) {
      test(`keeps its place below its heading, figures to the ${name}, column ${empty} empty`, () => {
        const values = ['7', '12', '3', '22'].map((value, at) => (at === empty ? '' : value));
        const more = ['110', '5', '48', '163'].map((value, at) => (at === empty ? '' : value));
        const head = empty === 0 ? COLUMNS.map((text, at) => (at === 0 ? '自然' : text)) : COLUMNS;
        const printed = [
          ...head.map((text, at): Printed => [text, LEFT + WIDTH * at, 20]),
          ...(empty === 0 ? [['人', LEFT, 32] as const] : []),
          ...row('予以公开', values, 50, place),
          ...row('重复申请', more, 70, place),
        ];
        const rows = read(printed) ?? [];
        expect(rows.slice(-2)).toEqual([['予以公开', ...values].join('|'), ['重复申请', ...more].join('|')]);
        expect(tableOf(printed)?.headed).toBe(true);
      });
    }
  }

  test('is not claimed to be known where figures stand below no heading exactly', () => {
    const printed = [
      ...headings(20),
      ...row('予以公开', ['7', '', '3', '10'], 50, () => 3),
      ...row('重复申请', ['4', '', '8', '12'], 70, () => 3),
    ];
    expect(tableOf(printed)?.headed).toBeUndefined();
  });
});

describe('the lines of a cell with a remark', () => {
  test('go to the row that they are centred on', () => {
    const printed: Printed[] = [
      ...headings(20),
      ...row('予以公开', ['1', '2', '3', ''], 50),
      ['7（含上', LEFT + 3 * WIDTH, 44],
      ['年1）', LEFT + 3 * WIDTH, 56],
      ...row('重复申请', ['1', '1', '1', ''], 76),
      ['4（含上', LEFT + 3 * WIDTH, 70],
      ['年2）', LEFT + 3 * WIDTH, 82],
    ];
    expect(read(printed)?.slice(1)).toEqual(['予以公开|1|2|3|7（含上年1）', '重复申请|1|1|1|4（含上年2）']);
  });

  test('show in every row that they can belong to where no row is their middle', () => {
    const printed: Printed[] = [
      ...headings(20),
      ...row('予以公开', ['1', '2', '3', ''], 50),
      ['7（含上', LEFT + 3 * WIDTH, 58],
      ...row('重复申请', ['1', '1', '1', ''], 66),
    ];
    expect(read(printed)?.slice(1)).toEqual(['予以公开|1|2|3|7（含上', '重复申请|1|1|1|7（含上']);
  });
});

describe('the whole header of table 四', () => {
  const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const header: Printed[] = Array.from({ length: 15 }, (_, at): Printed[] => {
    const text = RESULTS[at % 5] ?? '';
    const left = 50 + WIDTH * at;
    return text.length === 2
      ? [[text, left, 26]]
      : [
          [text.slice(0, 2), left, 20],
          [text.slice(2), left, 32],
        ];
  }).flat();

  test('stands above a row of blanks where no figure is printed', () => {
    expect(read(header)?.at(-1)).toBe('|'.repeat(14));
    expect(tableOf(header)?.cells.at(-1)?.box[1]).toBeGreaterThan(32);
  });

  test('tells the places of the few figures below', () => {
    const figure: Printed = ['7', 50 + WIDTH * 9, 48];
    expect(read([...header, figure])?.at(-1)).toBe(`${'|'.repeat(9)}7${'|'.repeat(5)}`);
  });

  test('is no table where a heading is missing', () => {
    expect(read(header.slice(0, -1))).toBeNull();
  });
});

test('a group that is centred on the same height as an item leaves the figures to the label on their line', () => {
  const items = [
    ...row('8.属于行政查询事项', ['1', '2', '3', '6件'], 50),
    ...row('9.其他', ['4', '5', '6', '15件'], 70),
  ];
  const printed: Printed[] = [
    ...headings(20),
    ...items.map(([text, left, middle]): Printed => [text, left === 50 ? 130 : left, middle]),
    ['三、本年度', 50, 44],
    ['办理结果', 50, 56],
  ];
  expect(read(printed)?.slice(1)).toEqual([
    '三、本年度办理结果||||',
    '8.属于行政查询事项|1|2|3|6件',
    '9.其他|4|5|6|15件',
  ]);
});

test('figures on lines with labels are no lines of one figure, whatever columns the labels stand in', () => {
  const printed: Printed[] = [
    ['许可', 50, 10],
    ['8', 130, 10],
    ['处罚', 50, 24],
    ['3', 130, 24],
    ...['予以公开', '重复申请', '总计'].flatMap((label, at): Printed[] => [
      [label, 150, 60 + 14 * at],
      [String(at + 4), 300, 60 + 14 * at],
      [String(at + 6), 340, 60 + 14 * at],
    ]),
  ];
  const rows = read(printed) ?? [];
  for (const [at, label] of ['予以公开', '重复申请', '总计'].entries())
    expect(rows.find((cells) => cells.includes(label))).toMatch(new RegExp(`\\|${at + 4}\\|${at + 6}$`));
});
