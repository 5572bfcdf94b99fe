/** Pages of made-up portals: reports with known figures, lists of links, and the odd things that stand around them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { composeInDialects } from '../compose/dialects/index.js';
import type { Printed } from '../compose/printed.js';
import { encodeGbk } from '../compose/render/gbk.js';
import { renderHtml } from '../compose/render/html.js';
import { portalChrome } from '../compose/render/portal.js';
import { WEB_CSS } from '../compose/render/styles.js';

const CORPUS = fileURLToPath(new URL('../../corpus/', import.meta.url));

/** A document of the corpus, to hang on an article. */
export const corpusFile = (path: string): Buffer => readFileSync(`${CORPUS}${path}`);

/** One agency's report of a year; the same seed gives the same figures. */
export function composed(seed: string, year: number): Printed {
  return composeInDialects(seed, [], { year });
}

export type Look = 'plain' | 'portal' | 'gbk';

export function reportPage(printed: Printed, look: Look): Buffer {
  if (look === 'gbk') return encodeGbk(renderHtml(printed, { charset: 'gbk', css: WEB_CSS }));
  const chrome = look === 'portal' ? { chrome: portalChrome } : {};
  return Buffer.from(renderHtml(printed, { charset: 'utf-8', css: WEB_CSS, ...chrome }));
}

/** An article of a few words with links, as portals publish a report in a file. */
export function articlePage(title: string, body: string): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body>
<div class="nav"><a href="/">首页</a> <a href="/zn/guide.pdf">信息公开指南.pdf</a></div>
<h1>${title}</h1><div id="zoom">${body}</div></body></html>`;
}

export interface ListEntry {
  readonly href: string;
  readonly title: string;
}

/** A list page; `extra` is its pager. */
export function listPage(title: string, entries: readonly ListEntry[], extra = ''): string {
  const items = entries.map(({ href, title: text }) => {
    // Long titles are cut in the text and whole in the attribute.
    const shown = text.length > 20 ? `${text.slice(0, 18)}…` : text;
    return `<li><a href="${href}" title="${text}">${shown}</a><span>2024-01-20</span></li>`;
  });
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body>
<div class="nav"><a href="/">首页</a><a href="/zwgk/">政务公开</a></div>
<h2>${title}</h2><ul>${items.join('\n')}</ul>${extra}</body></html>`;
}

/** What a page shows of the moment: never twice the same. */
export function withClock(html: string, visits: number): string {
  const now = new Date().toISOString().replace('T', ' ').slice(0, 19);
  const clock = `<div class="top">今天是${now} 您是第${visits}位访问者</div>`;
  return html
    .replace(/<body[^>]*>/, (body) => `${body}${clock}`)
    .replace('</body>', `<p>浏览次数：${visits}次</p></body>`);
}
