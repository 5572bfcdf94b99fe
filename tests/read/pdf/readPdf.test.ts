import { existsSync, readFileSync } from 'node:fs';
import type { Document, Paragraph, Table } from '../../../src/model/document.js';
import { readPdf } from '../../../src/read/pdf/index.js';
import { composePdf, grid, hex, line, text, texts } from './compose.js';

const fixture = (name: string): Uint8Array => readFileSync(new URL(`./fixtures/${name}`, import.meta.url));

function tables(document: Document): Table[] {
  return document.blocks.filter((block): block is Table => block.kind === 'table');
}

function paragraphs(document: Document): string[] {
  return document.blocks.filter((b): b is Paragraph => b.kind === 'paragraph').map((b) => b.text);
}

/** Rows as texts; a span is marked behind the text as `[rows×columns]`. */
function rows(table: Table | undefined): string[] {
  if (table === undefined) return [];
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.cells
      .filter((cell) => cell.row === row)
      .map((c) => (c.rowSpan * c.colSpan > 1 ? `${c.text}[${c.rowSpan}×${c.colSpan}]` : c.text))
      .join('|'),
  );
}

const PART_OF_TABLE_3 = [
  '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）[2×3]|申请人情况[1×5]',
  '自然人|商业企业|科研机构|其他|总计',
  '一、本年新收政府信息公开申请数量[1×3]|21|0||128|149',
  '二、上年结转政府信息公开申请数量[1×3]|||0||0',
  '三、本年度办理结果[5×1]|（三）不予公开[4×1]|1.属于国家秘密|4||0|89|93',
  '2.其他法律行政法规禁止公开||8|||8',
  '3.危及“三安全一稳定”|0|0|0|0|0',
  '4.保护第三方合法权益|17|||190.4|207.4',
  '（七）总计[1×2]|21|8|0|217|246',
  '四、结转下年度继续办理[1×3]|0||||0',
];

describe('printed reports', () => {
  test.each(['chromium.pdf', 'libreoffice.pdf'])(
    '%s: a table over a page break is one table',
    async (name) => {
      const document = await readPdf(fixture(name));
      expect(tables(document).map(rows)).toEqual([PART_OF_TABLE_3]);
      expect(paragraphs(document)).toEqual([
        '本年新收申请149件，上年结转0件。',
        '本年新收申请149件，上年结转0件。',
      ]);
      expect(document.metadata.title).toBe('报告');
    },
  );

  test('no-rules.pdf: figures keep their columns and labels, blanks stay blank', async () => {
    const [table] = tables(await readPdf(fixture('no-rules.pdf')));
    expect(table?.layout).toBe('aligned');
    const row = (label: string): string[] | undefined => {
      const found = table?.cells.find((cell) => cell.text === label);
      return table?.cells
        .filter((cell) => cell.row === found?.row)
        .slice(-5)
        .map((cell) => cell.text);
    };
    expect(row('一、本年新收政府信息公开申请数量')).toEqual(['21', '0', '', '128', '149']);
    expect(row('二、上年结转政府信息公开申请数量')).toEqual(['', '', '0', '', '0']);
    expect(row('2.其他法律行政法规禁止公开')).toEqual(['', '8', '', '', '8']);
    expect(row('四、结转下年度继续办理')).toEqual(['0', '', '', '', '0']);
  });

  const real = new URL('../../../../shared/real/hongze-2023.pdf', import.meta.url);
  if (existsSync(real))
    test('hongze-2023.pdf: a report made with WPS', async () => {
      const document = await readPdf(readFileSync(real));
      const [two, three, four] = tables(document).map(rows);
      expect(tables(document)).toHaveLength(3);
      expect(two?.slice(-1)).toEqual(['行政事业性收费|7730.28[1×3]']);
      expect(two?.[10]).toBe('行政强制|195[1×3]');
      expect(three).toHaveLength(26);
      expect(three?.[5]).toBe('三、本年度办理结果[20×1]|（一）予以公开[1×2]|0|0|0|0|0|0|0');
      expect(three?.[24]).toBe('（七）总计[1×2]|21|0|0|0|0|0|21');
      expect(four?.[3]).toBe('10|1|0|0|0|0|0|0|0|0|5|0|0|0|0');
    });
  else console.warn('hongze-2023.pdf is not at hand (../shared/real): it is not tested in this run.');
});

const COLUMNS = [50, 150, 200, 250];
const ROWS = [250, 230, 210, 190];
const CELLS = [
  ['项目', '数量', '总计'],
  ['规章', '128', '5'],
  ['行政许可', '', '9'],
];
const EXPECTED = ['项目|数量|总计', '规章|128|5', '行政许可||9'];

describe('rules', () => {
  test('a plain grid, with the place of text and of a blank cell', async () => {
    const [table] = tables(await readPdf(composePdf([grid(COLUMNS, ROWS, CELLS)])));
    expect(rows(table)).toEqual(EXPECTED);
    const blank = table?.cells.find((cell) => cell.text === '');
    expect(blank?.locator).toEqual({ kind: 'page', page: 1, bbox: [150, 90, 200, 110] });
    const number = table?.cells.find((cell) => cell.text === '128')?.locator;
    expect(number?.kind === 'page' && number.bbox[0]).toBe(153);
  });

  test('double, dashed and thin filled rules are one rule each', async () => {
    const double = ROWS.map((y) => line(50, y - 1.2, 250, y - 1.2)).join('');
    const dashes = Array.from({ length: 30 }, (_, i) => line(200, 190 + i * 2, 200, 191 + i * 2)).join('');
    const filled = '50 190 1 60 re f 150 190 1 60 re f 249.5 190 1 60 re f\n';
    const content = ROWS.map((y) => line(50, y + 1.2, 250, y + 1.2)).join('') + double + dashes + filled;
    expect(tables(await readPdf(composePdf([content + texts(COLUMNS, ROWS, CELLS)]))).map(rows)).toEqual([
      EXPECTED,
    ]);
  });

  test('a first row without its upper rule, and open sides, are kept', async () => {
    const horizontal = ROWS.slice(1)
      .map((y) => line(50, y, 250, y))
      .join('');
    const vertical = [150, 200].map((x) => line(x, 190, x, 250)).join('');
    const document = await readPdf(composePdf([horizontal + vertical + texts(COLUMNS, ROWS, CELLS)]));
    expect(tables(document).map(rows)).toEqual([EXPECTED]);
  });

  test('shading, a page frame and underlines are no tables', async () => {
    const shading = '0.9 g 50 150 200 60 re f 0 g\n';
    const frame = '10 10 380 280 re S\n';
    const document = await readPdf(
      composePdf([shading + frame + text(60, 180, '总体情况') + line(60, 178, 100, 178)]),
    );
    expect(tables(document)).toEqual([]);
    expect(paragraphs(document)).toEqual(['总体情况']);
  });

  test('a number too wide for its cell stays whole, neighbours never fuse', async () => {
    const wide = grid([50, 100, 118, 150], ROWS, [
      ['a', '', ''],
      ['b', '', ''],
      ['c', '', ''],
    ]);
    const numbers = text(101, 215, '1234567') + text(112, 235, '8') + text(119, 235, '9');
    const [table] = tables(await readPdf(composePdf([wide + numbers])));
    expect(table?.cells.map((cell) => cell.text).filter((t) => /\d/.test(t))).toEqual(['8', '9', '1234567']);
  });

  test('digits drawn one by one, or twice for false bold, are read once', async () => {
    const content = grid(COLUMNS, ROWS, [
      ['x', '', ''],
      ['y', '', ''],
      ['z', '', ''],
    ]);
    const byOne = text(153, 235, '1') + text(158.56, 235, '2') + text(164.12, 235, '8');
    const twice = text(153, 215, '77') + text(153.3, 215, '77');
    const spread = 'BT /L 10 Tf 4 Tc 1 0 0 1 153 195 Tm (128) Tj ET\n';
    const [table] = tables(await readPdf(composePdf([content + byOne + twice + spread])));
    expect(table?.cells.filter((cell) => cell.col === 1).map((cell) => cell.text)).toEqual([
      '128',
      '77',
      '128',
    ]);
  });

  test('vertical writing reads downwards', async () => {
    const content = grid(
      [50, 70, 150, 200],
      [250, 150, 100],
      [
        ['', '甲', '1'],
        ['', '乙', '2'],
      ],
    );
    const down = `BT /V 10 Tf 1 0 0 1 60 245 Tm <${hex('三、本年度')}> Tj ET\n`;
    const [table] = tables(await readPdf(composePdf([content + down])));
    expect(table?.cells[0]?.text).toBe('三、本年度');
  });
});

describe('pages', () => {
  test('a rotated page and text drawn sideways read the same; boxes are on the page as shown', async () => {
    const plain = grid(COLUMNS, ROWS, CELLS);
    const shown = await readPdf(composePdf([`q 0 1 -1 0 300 0 cm ${plain} Q`], { width: 300, height: 400 }));
    const rotated = await readPdf(composePdf([plain], { rotate: 90 }));
    const both = await readPdf(
      composePdf([`q 0 1 -1 0 300 0 cm ${plain} Q`], { width: 300, height: 400, rotate: 90 }),
    );
    for (const document of [shown, rotated, both]) expect(tables(document).map(rows)).toEqual([EXPECTED]);
    const place = tables(both)[0]?.cells[0]?.locator;
    expect(place).toEqual(tables(await readPdf(composePdf([plain])))[0]?.cells[0]?.locator);
    const sideways = tables(rotated)[0]?.locator;
    expect(sideways).toEqual({ kind: 'page', page: 1, bbox: [190, 50, 250, 250] });
  });

  test('a page number is furniture; a table goes on behind it', async () => {
    const first = grid(COLUMNS, [80, 60, 40], CELLS.slice(0, 2)) + text(190, 12, '- 1 -');
    const second = grid(COLUMNS, [280, 260], CELLS.slice(2)) + text(190, 12, '- 2 -');
    const document = await readPdf(composePdf([first, second]));
    expect(tables(document).map(rows)).toEqual([EXPECTED]);
    expect(paragraphs(document)).toEqual([]);
  });

  test('a row cut by a page break is one row, behind a repeated header and a footer close to its frame', async () => {
    const columns = [50, 150, 250];
    const head = ['信息内容', '本年处理决定数量'];
    const open = (content: string) => content.replace(line(50, 30, 250, 30), '');
    const first = open(grid(columns, [90, 70, 50, 30], [head, ['行政许可', '5'], ['行政事业', '7']]));
    const second = grid(columns, [280, 260, 240, 220], [head, ['性收费', ''], ['行政强制', '3']]);
    const footed = [first + text(60, 20, '- 1 -'), second + text(60, 20, '- 2 -')];
    const document = await readPdf(composePdf(footed));
    expect(tables(document).map(rows)).toEqual([
      [head.join('|'), '行政许可|5', '行政事业性收费|7', '行政强制|3'],
    ]);
    expect(paragraphs(document)).toEqual([]);
  });

  test('words of the header are rows of their own above and below a break, and one word in two is not', async () => {
    const columns = [50, 150, 250];
    const open = (content: string) =>
      content.replace(line(50, 30, 250, 30), '').replace(line(50, 280, 250, 280), '');
    const first = open(
      grid(
        columns,
        [70, 50, 30],
        [
          ['项目', '件数'],
          ['勾稽关系', '申请人情况'],
        ],
      ),
    );
    const second = open(
      grid(
        columns,
        [280, 260, 240],
        [
          ['（一）项', '自然人'],
          ['予以公开', '3'],
        ],
      ),
    );
    const apart = await readPdf(composePdf([first, second]));
    expect(tables(apart).flatMap(rows)).toEqual([
      '项目|件数',
      '勾稽关系|申请人情况',
      '（一）项|自然人',
      '予以公开|3',
    ]);
    const upper = grid(
      columns,
      [70, 50, 30],
      [
        ['项目', '件数'],
        ['办理', '科研'],
      ],
    );
    const lower = grid(
      columns,
      [280, 260, 240],
      [
        ['结果', '机构'],
        ['予以公开', '3'],
      ],
    );
    const together = await readPdf(composePdf([upper, lower]));
    expect(tables(together).flatMap(rows)).toEqual(['项目|件数', '办理结果|科研机构', '予以公开|3']);
  });

  test('another heading or other columns begin a new table', async () => {
    const first = grid(COLUMNS, [80, 60, 40], CELLS.slice(0, 2));
    const other = grid([50, 110, 170, 250], [280, 260, 240], CELLS.slice(0, 2));
    const headed = text(60, 285, '四、行政复议') + grid(COLUMNS, [270, 250, 230], CELLS.slice(0, 2));
    expect(tables(await readPdf(composePdf([first, other])))).toHaveLength(2);
    expect(tables(await readPdf(composePdf([first, headed])))).toHaveLength(2);
  });

  test('a page with a picture and invisible text is without text', async () => {
    const picture = `q 380 0 0 280 10 10 cm BI /W 40 /H 40 /CS /G /BPC 8 /F /AHx ID\n${'00'.repeat(1600)}>\nEI Q\n`;
    const hidden = 'BT 3 Tr /L 10 Tf 20 100 Td (1234567890123456789012345) Tj ET\n';
    const document = await readPdf(composePdf([picture + hidden]));
    expect(document.blocks).toEqual([]);
    expect(document.pages).toEqual({ count: 1, withoutText: 1 });
    expect(document.pictures).toEqual({ embedded: 1, linked: 0 });
  });

  test('prose stays prose', async () => {
    const prose = [
      '    2023 年收到申请 21 件，上年结转 0 件，',
      '办结 21 件，其中予以公开 4 件，不予公开 3 件，',
      '结转 0 件。',
    ];
    const content = prose
      .map((value, i) => text(30 + (i === 0 ? 20 : 0), 250 - i * 18, value.trim(), 12))
      .join('');
    const document = await readPdf(composePdf([content]));
    expect(tables(document)).toEqual([]);
  });
});

describe('refusals', () => {
  const whole = composePdf([grid(COLUMNS, ROWS, CELLS)]);

  test.each([
    ['nothing', new Uint8Array()],
    ['no PDF', new TextEncoder().encode('<html></html>')],
    ['a PDF cut off', whole.slice(0, whole.length - 400)],
  ])('%s is damaged', async (_, bytes) => {
    await expect(readPdf(bytes)).rejects.toMatchObject({ name: 'ReadError', code: 'damaged' });
  });

  test('too many pages, before any is read', async () => {
    const bytes = composePdf(['', '', '']);
    await expect(readPdf(bytes, { maxPages: 2 })).rejects.toMatchObject({ code: 'too_many_pages' });
    await expect(readPdf(bytes, { maxPages: 3 })).resolves.toMatchObject({ pages: { count: 3 } });
  });

  test('the bytes can be read again', async () => {
    expect(await readPdf(whole)).toEqual(await readPdf(whole));
  });

  test('a drawing of 200,000 strokes takes no time', async () => {
    const strokes = Array.from(
      { length: 200_000 },
      (_, i) => `${i % 400} ${i % 299} m ${(i * 7) % 400} ${i % 299} l`,
    );
    const started = Date.now();
    await readPdf(composePdf([`${strokes.join('\n')} S`]));
    expect(Date.now() - started).toBeLessThan(20_000);
  });
});
