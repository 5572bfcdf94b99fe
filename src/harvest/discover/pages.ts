/** Further pages of a list: next links, numbered links, the selector of the source, and pagers made by a script. */

import type { CheerioAPI } from 'cheerio';
import { normalizeUrl } from '../urls.js';
import type { Link } from './links.js';

const NEXT =
  /^[\s[(【（«»<>›→]*(?:下一页|下一頁|下页|下頁|后一页|後一頁|后页|next(?: page)?|»|›|>|>>)[\s\])】）»>›→]*$/i;
/** Numbers of pages; and years, where a list is parted by years. */
const NUMBERED = /^[[(【（]?\s*(?:第\s*)?(\d{1,3}|20\d\d)\s*(?:页|頁|年度?)?\s*[\])】）]?$/;
const LAST = /^[\s[(【（]*(?:尾页|尾頁|末页|末頁|最后一页|last)[\s\])】）]*$/i;
/** A pager claims no more pages than this in earnest. */
const MAX_CLAIMED = 1000;

/** URLs of other pages of the list at `base`, in the order of the page; the page itself is not among them. */
export function pagesOf(
  $: CheerioAPI,
  base: string,
  links: readonly Link[],
  selector: string | undefined,
): string[] {
  const pages = [
    ...(selector === undefined ? [] : bySelector($, base, selector)),
    ...links.filter((link) => isPager(link, base)).map(({ url }) => url),
    ...headLinks($, base),
    ...byScript($, base),
  ];
  return [...new Set(pages)].filter((url) => url !== base);
}

function bySelector($: CheerioAPI, base: string, selector: string): string[] {
  return $(selector)
    .toArray()
    .map((node) => normalizeUrl($(node).attr('href') ?? $(node).find('a').attr('href') ?? '', base))
    .filter((url) => url !== null);
}

function isPager({ url, text, label, rel }: Link, base: string): boolean {
  if (new URL(url).host !== new URL(base).host) return false;
  if (rel.split(/\s+/).includes('next') || NEXT.test(text) || (text === '' && NEXT.test(label))) return true;
  return (NUMBERED.test(text) || LAST.test(text)) && isSibling(url, base);
}

/** In the same folder, or the same page with other parameters. */
function isSibling(url: string, base: string): boolean {
  const folder = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
  const [one, other] = [new URL(url).pathname, new URL(base).pathname];
  return one === other || folder(one) === folder(other);
}

function headLinks($: CheerioAPI, base: string): string[] {
  const url = normalizeUrl($('link[rel="next"]').attr('href') ?? '', base);
  return url === null ? [] : [url];
}

/** `createPageHTML(12, 0, "index", "html")` of TRS: pages index_1.html to index_11.html beside index.html. */
const CREATE_PAGE = /createPageHTML\s*\(([^()]{1,200})\)/g;

function byScript($: CheerioAPI, base: string): string[] {
  const pages: string[] = [];
  for (const script of $('script').toArray()) {
    const text = $(script).text();
    for (const [, list = ''] of text.matchAll(CREATE_PAGE)) {
      if (isParameterList(text, list)) continue;
      const args = list.split(',').map((arg) => literalOf(arg, text));
      // Another edition of the script names the element first and counts from one.
      const named = typeof args[0] === 'string';
      const [total, , name, extension] = named ? args.slice(1) : args;
      if (typeof total !== 'number' || typeof name !== 'string' || typeof extension !== 'string') continue;
      const [from, to] = named ? [2, total] : [1, total - 1];
      for (let page = from; page <= Math.min(to, MAX_CLAIMED); page += 1) {
        const url = normalizeUrl(`${name}_${page}.${extension}`, base);
        if (url !== null) pages.push(url);
      }
    }
  }
  return pages;
}

/** `function createPageHTML(a, b, c, d)` is the definition, not a call. */
const isParameterList = (script: string, list: string): boolean =>
  new RegExp(`function\\s+createPageHTML\\s*\\(${list.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\)`).test(
    script,
  );

/** A literal, or a variable that the script sets to one. */
function literalOf(argument: string, script: string): number | string | null {
  const text = argument.trim();
  if (/^\d+$/.test(text)) return Number(text);
  const quoted = /^(['"])([\w./-]*)\1$/.exec(text);
  if (quoted !== null) return quoted[2] ?? '';
  if (!/^[\w$]+$/.test(text)) return null;
  const set = new RegExp(
    `(?:var|let|const)\\s+${text.replace(/\$/g, '\\$')}\\s*=\\s*(\\d+|'[\\w./-]*'|"[\\w./-]*")`,
  ).exec(script);
  return set === null ? null : literalOf(set[1] ?? '', '');
}
