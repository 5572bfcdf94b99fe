/** Documents behind the links of a page that has no table of the form. */

import { mapDocument } from '../../../src/map/index.js';
import { readHtml } from '../../../src/read/html/index.js';

const read = (body: string) => readHtml(Buffer.from(`<meta charset="utf-8"><body>${body}</body>`));

const ARTICLE = `<div class="nav"><a href="/zn.pdf">政府信息公开指南.pdf</a></div>
  <p>附件：<a href="P0123.doc">2023年年度报告</a> <a href="/download.jsp?id=7"><b>年度报告</b>.pdf</a>
  <a href="P0123.doc">下载</a> <a href="sqb.docx">依申请公开申请表</a> <a href="list.html">更多</a></p>`;

test('are those of the article, each once, by address or by name', async () => {
  expect((await read(ARTICLE)).attachments).toEqual(['P0123.doc', '/download.jsp?id=7']);
});

test('are named to the person who is to look at the report', async () => {
  const { status, attention } = await mapDocument(await read(ARTICLE));
  expect(status).toBe('no_tables');
  expect(attention).toBe('no table of the form was found; the page links to P0123.doc, /download.jsp?id=7');
  const many = [1, 2, 3, 4, 5].map((n) => `<a href="${n}.pdf">x</a>`).join('');
  expect((await mapDocument(await read(many))).attention).toMatch(
    /links to 1\.pdf, 2\.pdf, 3\.pdf and 2 others$/,
  );
});

test('say nothing where the page has the form itself', async () => {
  const page = await read(`<table><tr><td>自然人</td></tr></table>${ARTICLE}`);
  expect(page.attachments).toBeUndefined();
});
