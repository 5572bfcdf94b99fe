import { readHtml } from '../../../src/read/html/index.js';
import { stringLiterals } from '../../../src/read/html/literals.js';

const TABLE_4 = '<table><tr><td>结果维持</td><td>结果纠正</td></tr><tr><td>31</td><td>2</td></tr></table>';
const article = (total: number): string =>
  `<h1>某某县2023年政府信息公开工作年度报告</h1><table class="t"><tr><td>自然人</td><td>总计</td></tr><tr><td>${total}</td><td>${total}</td></tr></table>${TABLE_4}`;
const ARTICLE = article(17);

async function shown(html: string): Promise<string[]> {
  const { blocks } = await readHtml(Buffer.from(`<!DOCTYPE html><html><body>${html}</body></html>`));
  return blocks.flatMap((block) =>
    block.kind === 'table' ? block.cells.map(({ text }) => text) : [block.text],
  );
}

const escapeMarkup = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const inScript = (text: string): string =>
  JSON.stringify(text).replace(/[<>/]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`);
const JSON_TEXT = JSON.stringify({ detail: { content: ARTICLE } });

describe('an article that a script would show', () => {
  test.each([
    [
      'a state object',
      `<div id="app"></div><script>window.__NUXT__={data:[{content:${inScript(ARTICLE)}}]}</script>`,
    ],
    ['JSON inside JSON', `<script type="application/json">${inScript(JSON_TEXT)}</script>`],
    [
      'a text put together',
      `<script>var s='<table>'+'</table>'; // it's\nvar c='${ARTICLE.replace(TABLE_4, `'+\n'${TABLE_4}`)}';</script>`,
    ],
    ['an address', `<script>show(decodeURIComponent("${encodeURIComponent(ARTICLE)}"))</script>`],
    ['base64', `<script>show(atob("${Buffer.from(ARTICLE).toString('base64')}"))</script>`],
    ['a script of markup', `<script type="text/template">${ARTICLE}</script>`],
    ['a template', `<template>${ARTICLE}</template>`],
    ['a hidden field', `<input type="hidden" value="${escapeMarkup(ARTICLE)}">`],
    ['a text area', `<textarea style="display:none">${escapeMarkup(ARTICLE)}</textarea>`],
    ['an attribute with JSON', `<my-view :data="${escapeMarkup(JSON_TEXT)}"></my-view>`],
    ['noscript', `<noscript>${ARTICLE}</noscript>`],
    ['a frame', `<iframe srcdoc="${escapeMarkup(ARTICLE)}"></iframe>`],
    ['markup escaped once too often', `<div>${escapeMarkup(ARTICLE)}</div>`],
  ])('is read from %s', async (_, html) => {
    const texts = await shown(`<p>首页</p>${html}<p>版权所有</p>`);
    expect(texts.slice(0, 2)).toEqual(['首页', '某某县2023年政府信息公开工作年度报告']);
    expect(texts.filter((text) => text === '17')).toHaveLength(2);
    expect(texts).toContain('31');
    expect(texts.at(-1)).toBe('版权所有');
    expect(texts.join('')).not.toContain('<td');
  });

  test('is read behind all else when it stands in the head', async () => {
    const html = `<html><head><script>var a=${inScript(ARTICLE)}</script></head><body><p>首页</p></body></html>`;
    const { blocks } = await readHtml(Buffer.from(html));
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'table', 'table']);
  });

  test('is one when it stands there twice', async () => {
    const script = `<script>var a=${inScript(ARTICLE)}</script>`;
    expect(await shown(`${script}<textarea>${escapeMarkup(ARTICLE)}</textarea>`)).toContain('17');
  });

  test('is not chosen among several', async () => {
    const script = `<script>var list=[${inScript(ARTICLE)},${inScript(article(18))}]</script>`;
    expect(await shown(`<p>年报</p>${script}`)).toEqual(['年报']);
  });

  test('is left alone where the page shows the form itself, or where it is but one table', async () => {
    const hidden = `<script>var a=${inScript(article(18))}</script>`;
    expect(await shown(`${hidden}${ARTICLE}`)).not.toContain('18');
    expect(await shown(`<p>年报</p><script>var a=${inScript(TABLE_4)}</script>`)).toEqual(['年报']);
  });
});

describe('string literals', () => {
  test.each<[string, string[]]>([
    [String.raw`var a = "x\u4e00\x41\n\"", b = 'it\'s';`, ['x一A\n"', "it's"]],
    ["'a' + 'b' + c + 'd'", ['ab', 'd']],
    ["// don't\n'a' /* 'b' */ `c\n`", ['a', 'c\n']],
    ["'broken\n'whole'", ['whole']],
    ['"a\\\nb"', ['ab']],
    ['"never closed', []],
  ])('%j', (script, literals) => {
    expect(stringLiterals(script)).toEqual(literals);
  });

  test('take time in proportion to the script', () => {
    const started = performance.now();
    expect(stringLiterals(`"${'\\"'.repeat(300_000)}`)).toEqual([]);
    expect(stringLiterals(`${"'a\n".repeat(300_000)}/*`)).toEqual([]);
    expect(stringLiterals('/* '.repeat(300_000))).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
