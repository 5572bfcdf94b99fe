import { mapDocument } from '../../../src/map/index.js';
import { readHtml } from '../../../src/read/html/index.js';
import { bytesOf, linesOf, paragraphsOf, printed, tablesOf } from '../helpers.js';

const read = (body: string, head = '') =>
  readHtml(bytesOf(`<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`));
const table = async (body: string, head = '') => printed(tablesOf(await read(body, head))[0]);

describe('paragraphs', () => {
  test('are lines of block elements and of <br>, in order, with running numbers', async () => {
    const { blocks } = await read('<h2>一、总体情况</h2><div>甲<p>乙<br>丙</p>丁</div>');
    expect(blocks).toEqual([
      { kind: 'paragraph', text: '一、总体情况', heading: 2, locator: { kind: 'line', line: 1 } },
      { kind: 'paragraph', text: '甲', locator: { kind: 'line', line: 2 } },
      { kind: 'paragraph', text: '乙', locator: { kind: 'line', line: 3 } },
      { kind: 'paragraph', text: '丙', locator: { kind: 'line', line: 4 } },
      { kind: 'paragraph', text: '丁', locator: { kind: 'line', line: 5 } },
    ]);
  });

  test('have their white space collapsed and lose what prints nothing', async () => {
    expect(paragraphsOf(await read('<p>&nbsp;公\u200b开\u3000\u3000信 \n 息&shy;数 </p>'))).toEqual([
      '公开 信 息数',
    ]);
  });

  test('of a break alone are one empty line, as one without anything is', async () => {
    const text = async (body: string) =>
      (await read(`甲${body}乙`)).blocks.map((block) => ('text' in block ? block.text : ''));
    for (const empty of ['<p></p>', '<p><br></p>', '<p><span><br/></span></p>', '<p>&nbsp;<br>&nbsp;</p>'])
      expect([empty, await text(empty)]).toEqual([empty, ['甲', '', '乙']]);
    expect(await text('<p><br><br></p>')).toEqual(['甲', '', '', '乙']);
  });

  test('keep the form of digits and characters as printed', async () => {
    expect(paragraphsOf(await read('<p>１２ 件（１）</p>'))).toEqual(['１２ 件（１）']);
  });

  test('survive Word markup and a title that looks like a tag', async () => {
    const body =
      '<p><!--[if !supportLists]--><span>一、</span><!--[endif]-->情况<o:p></o:p></p><p><中华人民共和国格式>的</p>';
    expect(paragraphsOf(await read(body))).toEqual(['一、情况', '<中华人民共和国格式>的']);
  });

  test('drop ruby annotations', async () => {
    expect(paragraphsOf(await read('<p><ruby>公<rp>(</rp><rt>gong</rt><rp>)</rp></ruby>开</p>'))).toEqual([
      '公开',
    ]);
  });
});

describe('cells', () => {
  test('join lines of Chinese without a blank and keep numbers apart', async () => {
    expect(
      await table('<table><tr><td>本年新<br>制作数量<td>12<br>3<td>5<sup>1</sup><td>第1<p>2条</p></table>'),
    ).toEqual(['0:本年新制作数量 1:12 3 2:5¹ 3:第1 2条']);
  });

  test('leave out what is struck through, unless nothing else is printed', async () => {
    expect(
      await table(
        '<table><tr><td>甲<td><del>9</del>5<td><s>9</s><td><span style="text-decoration:line-through">9</span>5<td style="text-decoration: line-through">9</table>',
      ),
    ).toEqual(['0:甲 1:5 2:~~9~~ 3:5 4:~~9~~']);
  });

  test('keep raised marks apart from digits', async () => {
    expect(
      await table(
        '<table><tr><td>甲<td>5<span style="vertical-align:super">1</span><td>5<sub>1</sub><td>5<sup>1</sup>6<td><sup>5</sup></table>',
      ),
    ).toEqual(['0:甲 1:5¹ 2:5 1 3:5¹ 6 4:5']);
  });

  test('join labels chopped into spans', async () => {
    expect(await table('<table><tr><td><span>规</span><span>章</span><td><b>1</b>2</table>')).toEqual([
      '0:规章 1:12',
    ]);
  });

  test('take the value of a form control', async () => {
    const controls =
      '<td><input value="7"><td><textarea>8</textarea><td><select><option>1<option selected>9</select>' +
      '<td><input type=hidden value=5>';
    expect(await table(`<table><tr><td>甲${controls}</table>`)).toEqual(['0:甲 1:7 2:8 3:9 4:']);
  });

  test('stand where a browser puts them when end tags are missing', async () => {
    expect(await table('<table><tr><td>甲<td>1<tr><td>乙<td>2</table>')).toEqual(['0:甲 1:1', '0:乙 1:2']);
    expect(await table('<table><td>甲<td>1</table>')).toEqual(['0:甲 1:1']);
    expect(
      await table('<table><tr><td>甲</div></td><td>1</span></td></tr><tr><td>乙</td><td>2</td></tr></table>'),
    ).toEqual(['0:甲 1:1', '0:乙 1:2']);
  });

  test('are numbered by grid slot', async () => {
    const [found] = tablesOf(await read('<table><tr><td rowspan=2>甲<td>1<tr><td>2</table>'));
    expect(found?.cells[2]?.locator).toEqual({ kind: 'table', table: 1, row: 2, col: 2 });
  });
});

describe('tables', () => {
  test('show the header first and the footer last, the caption before', async () => {
    const html =
      '<table><caption>表一</caption><tfoot><tr><td>合计<td>3</tfoot><tbody><tr><td>甲<td>1</tbody>' +
      '<thead><tr><td>项<td>数</thead></table>';
    expect(await table(html)).toEqual(['0:项 1:数', '0:甲 1:1', '0:合计 1:3']);
    expect(paragraphsOf(await read(html))).toEqual(['表一']);
  });

  test('that hold a table of data are layout', async () => {
    const document = await read(
      '<table><tr><td>导航<td><p>前言</p><table><tr><td>规章<td>0<tr><td>文件<td>1</table><p>结语</p></table>',
    );
    expect(document.blocks.map((block) => block.kind)).toEqual([
      'paragraph',
      'paragraph',
      'table',
      'paragraph',
    ]);
    expect(printed(tablesOf(document)[0])).toEqual(['0:规章 1:0', '0:文件 1:1']);
    expect(tablesOf(document)[0]?.index).toBe(1);
  });

  test('with prose in their cells are layout, with short paragraphs they are not', async () => {
    const prose = '公开信息。'.repeat(100);
    expect(tablesOf(await read(`<table><tr><td>一<td><p>${prose}</p></table>`))).toEqual([]);
    expect(await table('<table><tr><td><div>规章</div><p></p><td><p>0</p><p></p></table>')).toEqual([
      '0:规章 1:0',
    ]);
    expect(tablesOf(await read('<table><tr><td>甲<tr><td>乙</table>'))).toEqual([]);
  });

  test('with a small layout table in a cell stay tables', async () => {
    expect(await table('<table><tr><td>规章<td><table><tr><td>12</table><tr><td>文件<td>1</table>')).toEqual([
      '0:规章 1:12',
      '0:文件 1:1',
    ]);
  });

  test('keep a long remark row when the rest is figures', async () => {
    const rows = '<tr><td>甲<td>1<td>2'.repeat(3);
    expect(
      tablesOf(await read(`<table>${rows}<tr><td colspan=3>${'说明文字'.repeat(120)}</table>`)),
    ).toHaveLength(1);
  });

  test('made of other elements by role, style attribute or style sheet', async () => {
    const css =
      '<style>.t{display:table}.t .x{color:red}.r{display:table-row}div.c{display:table-cell}</style>';
    const expected = ['0:规章 1:0', '0:文件 1:'];
    expect(
      await table(
        '<div class=t><div class=r><div class=c>规章</div><div class=c>0</div></div><div class=r><div class=c>文件</div><div class=c></div></div></div>',
        css,
      ),
    ).toEqual(expected);
    expect(
      await table(
        '<div role=table><div role=row><b role=cell>规章</b><b role=cell>0</b></div><div role=row><b role=cell>文件</b><b role=cell></b></div></div>',
      ),
    ).toEqual(expected);
    const row = (a: string, b: string) =>
      `<div style="display:table-row"><i style="display: table-cell">${a}</i><i style="display:table-cell">${b}</i></div>`;
    expect(await table(`<div style="display:table">${row('规章', '0')}${row('文件', '')}</div>`)).toEqual(
      expected,
    );
  });

  test('of tabs in preformatted text', async () => {
    expect(await table('<pre>规章\t1\t\n文件\t\t2</pre>')).toEqual(['0:规章 1:1 2:', '0:文件 1: 2:2']);
  });
});

describe('invisible content', () => {
  const decoy = '<tr><td>规章<td>99<tr><td>文件<td>99';
  const real = '<table><tr><td>规章<td>1<tr><td>文件<td>2</table>';
  const expected = ['0:规章 1:1', '0:文件 1:2'];

  test.each([
    ['hidden attribute', `<table hidden>${decoy}</table>`, ''],
    ['inline display', `<div style="DISPLAY : none"><table>${decoy}</table></div>`, ''],
    ['inline visibility', `<table style="visibility:hidden">${decoy}</table>`, ''],
    ['opacity', `<table style="opacity:0.0">${decoy}</table>`, ''],
    ['off screen', `<div style="position:absolute;left:-9999px"><table>${decoy}</table></div>`, ''],
    ['class rule', `<table class="a gone">${decoy}</table>`, '<style>p{} .gone{display:none}</style>'],
    [
      'id rule',
      `<table id=x>${decoy}</table>`,
      '<style>/* .x{} */ #x, .y { display: none !important }</style>',
    ],
    [
      'tag and class rule',
      `<table class=d>${decoy}</table>`,
      '<style>@media screen{table.d{display:none}}</style>',
    ],
    [
      'rule for descendants',
      `<div class=article><section><div class=history><table>${decoy}</table></div></section></div>`,
      '<style>.article .history{display:none}</style>',
    ],
    ['template', `<template><table>${decoy}</table></template>`, ''],
    ['noscript', `<noscript><table>${decoy}</table></noscript>`, ''],
    ['comment', `<!-- <table>${decoy}</table> -->`, ''],
    ['script', `<script>document.write("<table>${decoy}</table>")</script>`, ''],
  ])('by %s is dropped', async (_, html, head) => {
    expect(tablesOf(await read(html + real, head)).map(printed)).toEqual([expected]);
  });

  test.each([
    ['aria-hidden', `<div aria-hidden=true>${real}</div>`, ''],
    ['details', `<details><summary>表</summary>${real}</details>`, ''],
    ['print rule', `<div class=p>${real}</div>`, '<style>@media print{.p{display:none}}</style>'],
    [
      'undone by another rule',
      `<div class=tab>${real}</div>`,
      '<style>.tab{display:none}.on > .tab{display:block}</style>',
    ],
    [
      'a rule for other descendants',
      `<div class=page><div class=history>${real}</div></div>`,
      '<style>.article .history{display:none}</style>',
    ],
    [
      'undone by a longer rule',
      `<div class=tabs><div class="panel on">${real}</div></div>`,
      '<style>.tabs .panel{display:none}.tabs .panel.on{display:block}</style>',
    ],
    [
      'undone inline',
      `<div class=tab style="display:block">${real}</div>`,
      '<style>.tab{display:none}</style>',
    ],
    ['font-size 0 on a container', `<div style="font-size:0">${real}</div>`, ''],
  ])('does not include %s', async (_, html, head) => {
    expect(await table(html, head)).toEqual(expected);
  });

  test('in a row: cells without display are gone, invisible ones stay and are empty', async () => {
    expect(
      await table(
        '<table><tr><td>规章<td style="display:none">9<td style="visibility:hidden">8<td>1<tr style="display:none"><td>9<tr><td>a<td>b<td>c</table>',
      ),
    ).toEqual(['0:规章 1: 2:1', '0:a 1:b 2:c']);
  });
});

describe('metadata', () => {
  test('title and tags', async () => {
    const head =
      '<title> 某局\n年报 </title><meta name="ArticleTitle" content="年报"><meta name=articletitle content=二>' +
      '<meta property="og:site" content="站"><meta http-equiv=refresh content=1>';
    expect((await read('', head)).metadata).toEqual({
      title: '某局 年报',
      tags: { articletitle: '年报', 'og:site': '站' },
    });
  });

  test.each([
    ['<div>您现在的位置：<a>首页</a> > <a>政务公开</a> > 正文</div>'],
    ['<div><span>当前位置:</span><em><a>首页</a>&gt;<a>政务公开</a></em></div>'],
    ['<ul class="breadcrumb"><li><a>首页</a></li><li><a>政务公开</a></li></ul>'],
    ['<p>首页 > 政务公开</p>'],
  ])('breadcrumb of %s', async (html) => {
    expect((await read(html)).metadata.breadcrumb).toEqual(['首页', '政务公开']);
  });

  test('pictures large enough for a table', async () => {
    const data = `data:image/png;base64,${'A'.repeat(3000)}`;
    const images = [
      '<img src="/upload/1.png">',
      '<img src="/upload/2.jpg" width=800 height=600>',
      '<img src="/upload/3.jpg" width=20>',
      '<img src="/images/logo.png">',
      '<img src="blank.gif">',
      '<div class="footer"><img src="/upload/4.png"></div>',
      '<div style="display:none"><img src="/upload/5.png"></div>',
      `<img src="${data}">`,
      '<img src="data:image/png;base64,AAAA">',
    ];
    expect((await read(images.join(''))).pictures).toEqual({ embedded: 1, linked: 2 });
  });
});

test('empty lines are kept, for they can be blank cells', async () => {
  const document = await read('<p>规章</p><p>&nbsp;</p><p>0</p><div>行政许可<br>3<br><br>5</div>');
  expect(linesOf(document)).toEqual(['规章', '', '0', '行政许可', '3', '', '5']);
});

describe('an article that waits for a script', () => {
  const form = '<table><tr><td>自然人</td><td>3</td></tr></table>';
  const cellsOf = async (body: string) => tablesOf(await read(body)).map(printed);

  test.each([
    ['visibility:hidden;opacity:0', 'hidden'],
    ['display:none', 'gone'],
  ])('is read where it alone holds the form (%s)', async (style) => {
    expect(await cellsOf(`<p>年报</p><div style="${style}">${form}</div>`)).toEqual([['0:自然人 1:3']]);
  });

  test('stays hidden beside a form that is shown, and where several could be meant', async () => {
    const hidden = `<div style="display:none">${form.replace('3', '4')}</div>`;
    expect(await cellsOf(`${form}${hidden}`)).toEqual([['0:自然人 1:3']]);
    expect(await cellsOf(`<p>年报</p>${hidden}${hidden}`)).toEqual([]);
  });

  test('what is hidden inside it stays hidden', async () => {
    const inner = form.replace('<td>3', '<td style="display:none">9</td><td>3');
    expect(await cellsOf(`<div style="display:none">${inner}</div>`)).toEqual([['0:自然人 1:3']]);
  });

  test('other tables that are hidden are not the form', async () => {
    expect(
      await cellsOf('<div style="display:none"><table><tr><td>邮编</td><td>3</td></tr></table></div>'),
    ).toEqual([]);
  });
});

describe('the day that a script of WeChat shows', () => {
  const page = (site: string, script: string) =>
    readHtml(
      Buffer.from(
        `<meta charset="utf-8"><meta property="og:site_name" content="${site}"><script>${script}</script><p>x</p>`,
      ),
    );

  test('is the one in China', async () => {
    const { metadata } = await page(
      '微信公众平台',
      'var a = 1; var ct = "1706716800"; var ct = "1600000000";',
    );
    expect(metadata.tags['wechat:ct']).toBe('2024-02-01');
    expect(
      (await mapDocument(await page('微信公众平台', 'var ct = "1706630400";'))).metadata.publishedOn,
    ).toEqual({
      value: '2024-01-31',
      rule: 'meta wechat:ct',
    });
  });

  test('is looked for in no other page', async () => {
    const { metadata } = await page('某某县人民政府', 'var ct = "1706716800";');
    expect(metadata.tags['wechat:ct']).toBeUndefined();
  });
});
