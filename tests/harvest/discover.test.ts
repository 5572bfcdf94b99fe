import { type Discovery, discover, isReportTitle, yearOfTitle } from '../../src/harvest/discover/index.js';

const BASE = 'http://www.a.gov.cn/xxgk/index.html';
const page = (body: string, url = BASE, options = {}): Discovery =>
  discover(Buffer.from(`<html><body>${body}</body></html>`), url, 'text/html; charset=utf-8', options);
const TITLE = '某县2022年政府信息公开工作年度报告';

describe('titles', () => {
  test.each([
    TITLE,
    '某局2021年信息公开年报',
    '关于2021年度政府信息公开情况的报告',
    '政府信息公开工作2021年度报告',
    '2025湖口县大垅乡2025年度政府信息公开工作年度报告',
    '昌图县七家子镇政府信息公开工作告年度报',
    '2019年政府政务公开年报',
    '武漢市生態環境局2020年政府信息公開工作年度報告',
    '洪泽区 2022 年 政府信息公开 工作年度报告',
  ])('%s leads to a report', (title) => expect(isReportTitle(title)).toBe(true));

  test.each([
    '关于做好2022年政府信息公开工作年度报告编制工作的通知',
    '一图读懂2022年政府信息公开工作年度报告',
    '政府信息公开指南',
    '2022年政府网站工作年度报表',
    '2022年法治政府建设年度报告',
    '首页',
  ])('%s does not', (title) => expect(isReportTitle(title)).toBe(false));

  test.each([
    [TITLE, 2022],
    ['关于2021年度政府信息公开情况的报告', 2021],
    ['二〇一九年政府信息公开工作年度报告', 2019],
    ['二○二○年年报', 2020],
    ['政府信息公开工作2021年度报告 2022年1月20日', 2021],
    ['政府信息公开年报 2023-01-12', null],
    ['政府信息公开年报', null],
  ])('the year of %s is %s', (title, year) => expect(yearOfTitle(title)).toBe(year));
});

describe('links to reports', () => {
  test('by text, by title attribute where the text is cut, by alt of a picture', () => {
    const { reports } = page(
      `<a href="1.html">${TITLE}</a><a href="/2.html" title="${TITLE.replace('2022', '2021')}">某县2021年政府信…</a>` +
        `<a href="../3.html"><img src="x.png" alt="2020年政府信息公开年报"></a><a href="4.html">通知公告</a>`,
    );
    expect(reports.map(({ url, year }) => [url, year])).toEqual([
      ['http://www.a.gov.cn/xxgk/1.html', 2022],
      ['http://www.a.gov.cn/2.html', 2021],
      ['http://www.a.gov.cn/3.html', 2020],
    ]);
  });

  test('by what stands around an empty word, and by the heading before a bare year', () => {
    const { reports } = page(
      `<ul><li>${TITLE} <a href="1.html">查看</a></li><li>工作动态 <a href="2.html">查看</a></li></ul>` +
        '<h3>政府信息公开工作年度报告</h3><a href="3.html">2020年</a>',
    );
    expect(reports.map(({ url, year }) => [url.slice(-6), year])).toEqual([
      ['1.html', 2022],
      ['3.html', 2020],
    ]);
  });

  test('opened by a script that is read and never run; kept as data inside a script', () => {
    const { reports } = page(
      `<a href="javascript:void(0)" onclick="window.open('/art/5.html')">${TITLE}</a>` +
        `<script type="text/xml"><datastore><record><![CDATA[<li><a href="/art/6.html" title="${TITLE}">x</a></li>]]></record></datastore></script>`,
    );
    expect(reports.map(({ url }) => new URL(url).pathname)).toEqual(['/art/5.html', '/art/6.html']);
  });

  test('addresses of other schemes lead nowhere', () => {
    const links = [
      'javascript:alert(1)',
      'mailto:a@b.cn',
      'ftp://a.cn/x',
      'file:///etc/passwd',
      '#top',
      'http://',
    ];
    expect(page(links.map((href) => `<a href="${href}">${TITLE}</a>`).join('')).reports).toEqual([]);
  });

  test('a pattern of the source replaces the default', () => {
    const { reports } = page('<a href="1.html">2022 report</a><a href="2.html">other</a>', BASE, {
      titlePattern: '^\\d{4} report$',
    });
    expect(reports).toEqual([{ url: 'http://www.a.gov.cn/xxgk/1.html', title: '2022 report', year: 2022 }]);
  });

  test('pages in GBK under a wrong declaration', () => {
    const gbk = Buffer.concat([
      Buffer.from('<meta charset="utf-8"><a href="1.html">2022'),
      // 年政府信息公开年报
      Buffer.from('c4ead5feb8aed0c5cfa2b9abbfaac4eab1a8', 'hex'),
      Buffer.from('</a>'),
    ]);
    expect(discover(gbk, BASE, 'text/html; charset=utf-8', {}).reports[0]?.title).toBe(
      '2022年政府信息公开年报',
    );
  });
});

describe('further pages of a list', () => {
  const pages = (body: string, url = BASE, options = {}): string[] =>
    page(body, url, options).pages.map((address) => address.replace('http://www.a.gov.cn', ''));

  test.each([
    ['<a href="index_1.html">下一页</a>', ['/xxgk/index_1.html']],
    ['<a href="?page=2">下页 &gt;</a>', ['/xxgk/index.html?page=2']],
    ['<a rel="next" href="p2.html">&raquo;</a>', ['/xxgk/p2.html']],
    [
      '<a href="index_1.html">2</a><a href="index_2.html">[3]</a><a href="/other/9.html">4</a>',
      ['/xxgk/index_1.html', '/xxgk/index_2.html'],
    ],
    ['<a href="index_7.html">尾页</a>', ['/xxgk/index_7.html']],
    ['<a href="2021.html">2021年</a>', ['/xxgk/2021.html']],
    ['<a href="http://b.cn/index_1.html">下一页</a>', []],
    ['<a href="index.html">1</a>', []],
    [
      '<script>createPageHTML(4, 0, "index", "html");</script>',
      ['/xxgk/index_1.html', '/xxgk/index_2.html', '/xxgk/index_3.html'],
    ],
    [
      "<script>var countPage = 3; createPageHTML(countPage, 0, 'list', 'shtml')</script>",
      ['/xxgk/list_1.shtml', '/xxgk/list_2.shtml'],
    ],
    [
      '<script>createPageHTML("pager", 3, 1, "index", "html", 50)</script>',
      ['/xxgk/index_2.html', '/xxgk/index_3.html'],
    ],
    ['<script>function createPageHTML(_nPageCount, _nCurrIndex, _sPageName, _sPageExt){}</script>', []],
  ])('%s', (body, expected) => expect(pages(body)).toEqual(expected));

  test('by the selector of the source', () => {
    expect(pages('<a class="more" href="m2.html">更多内容</a>', BASE, { pagination: 'a.more' })).toEqual([
      '/xxgk/m2.html',
    ]);
  });

  test('a pager that claims a million pages is not believed', () => {
    expect(pages('<script>createPageHTML(1000000, 0, "index", "html")</script>')).toHaveLength(1000);
  });
});

describe('an article', () => {
  test('documents by address, by text, by parameter and in frames; not those of the navigation', () => {
    const { attachments } = page(
      '<div class="nav"><a href="/guide.pdf">办事手册.pdf</a></div>' +
        `<a href="/f/1.pdf">附件</a><a href="/down?id=7">${TITLE}.docx</a><a href="/dl.jsp?filename=a.doc&id=3">下载</a>` +
        '<iframe src="/pdfjs/web/viewer.html?file=%2Ff%2F4.pdf"></iframe><embed src="/f/5.pdf"><a href="/f/zn.pdf">信息公开指南.pdf</a>',
    );
    expect(
      attachments
        .filter(({ kind }) => kind === 'document')
        .map(({ url }) => url.replace('http://www.a.gov.cn', '')),
    ).toEqual(['/f/1.pdf', '/down?id=7', '/dl.jsp?filename=a.doc&id=3', '/f/4.pdf', '/f/5.pdf']);
  });

  test('pictures unless the page prints all three tables itself', () => {
    const picture =
      '<p><img src="/img/t1.png" width="800" height="600"></p><img src="/icon.png" width="16" height="16">';
    expect(page(picture).attachments).toMatchObject([
      { url: 'http://www.a.gov.cn/img/t1.png', kind: 'picture' },
    ]);
    const prose = '<p>全年新收政府信息公开申请269件，结转下年度继续办理5件。</p>';
    expect(page(picture + prose).attachments).toHaveLength(1);
    const tables = ['信息内容', '商业企业', '结果维持'].map(
      (word) => `<table><tr><td>${word}</td></tr></table>`,
    );
    expect(page(picture + tables.join('')).attachments).toEqual([]);
    expect(page(picture + tables.slice(1).join('')).attachments).toHaveLength(1);
  });

  test('reads like a report by its sections or its tables', () => {
    expect(
      page('<p>一、总体情况</p><p>二、主动公开政府信息情况</p><p>三、收到和处理政府信息公开申请情况</p>')
        .isReport,
    ).toBe(true);
    expect(page('<a>总体情况</a><a>主动公开政府信息</a><a>收到和处理</a>').isReport).toBe(false);
    expect(page('<p>暂无数据</p>').isReport).toBe(false);
  });

  test('other years of a query page, by link and by choice list', () => {
    const url = 'http://www.a.gov.cn/module/xxgk/xxgkAnnualReport.jsp?area=A&fbtime=2022';
    const { siblings } = page(
      '<a href="?fbtime=2021&area=A">2021</a><a href="?area=B&fbtime=2019">x</a><select name="fbtime"><option value="2020">2020</option><option>2022</option></select>',
      url,
    );
    expect(siblings).toEqual([
      { url: url.replace('2022', '2020'), year: 2020 },
      { url: url.replace('2022', '2021'), year: 2021 },
    ]);
  });

  test('a page that sends its visitors on', () => {
    expect(page('<meta http-equiv="refresh" content="0;url=/new/1.html">').refresh).toBe(
      'http://www.a.gov.cn/new/1.html',
    );
    expect(page('<meta http-equiv="refresh" content="600;url=/new/1.html">').refresh).toBeNull();
  });
});

describe('hostile pages end soon and give little', () => {
  test.each([
    ['deep nesting', '<div>'.repeat(200_000)],
    ['records that never end', `<script>${'<![CDATA['.repeat(200_000)}</script>`],
    [
      'very many links in one row',
      `<table><tr><td>${'<a href="x.html">a</a>'.repeat(50_000)}</td></tr></table>`,
    ],
    ['an endless address', `<a href="/${'a'.repeat(1_000_000)}.pdf">${TITLE}</a>`],
    ['an endless title', `<a href="x.html">${'年'.repeat(1_000_000)}信息公开</a>`],
  ])('%s', (_name, body) => {
    const start = process.cpuUsage();
    const { reports, attachments } = page(body);
    expect(reports.length + attachments.length).toBeLessThanOrEqual(1);
    expect(process.cpuUsage(start).user).toBeLessThan(5_000_000);
  });

  test('documents have no links', () => {
    expect(discover(Buffer.from(`%PDF-1.4 <a href="x">${TITLE}</a>`), BASE, 'text/html', {}).reports).toEqual(
      [],
    );
  });
});
