/** A page → where it leads. Pure: the same bytes at the same address always give the same. */

import { createHash } from 'node:crypto';
import { type CheerioAPI, load as loadSlim } from 'cheerio/slim';
import { decode } from '../../read/decode.js';
import { checkDepth, type DomNode, walk } from '../../read/html/index.js';
import { normalizeUrl } from '../urls.js';
import { type Attachment, documentsOf, picturesOf } from './attachments.js';
import { type Link, linksOf } from './links.js';
import { pagesOf } from './pages.js';
import { titleTest, yearOfTitle } from './titles.js';

export type { Attachment } from './attachments.js';
export { isReportTitle, yearOfTitle } from './titles.js';

export interface ReportLink {
  readonly url: string;
  readonly title: string;
  readonly year: number | null;
}

export interface Discovery {
  readonly reports: readonly ReportLink[];
  /** Further pages of the same list. */
  readonly pages: readonly string[];
  readonly attachments: readonly Attachment[];
  /** The same page for other years, where the page offers them. */
  readonly siblings: readonly { readonly url: string; readonly year: number }[];
  /** Frames of the page, for lists that stand in one. */
  readonly frames: readonly string[];
  /** Where a `<meta http-equiv="refresh">` sends the visitor. */
  readonly refresh: string | null;
  /** Whether the page reads like a report: its sections or its tables. */
  readonly isReport: boolean;
}

export interface DiscoverOptions {
  readonly titlePattern?: string;
  readonly encoding?: string;
  readonly pagination?: string;
}

export const NOTHING: Discovery = {
  reports: [],
  pages: [],
  attachments: [],
  siblings: [],
  frames: [],
  refresh: null,
  isReport: false,
};

/** Raised with every change of what is found, so that nothing found by older rules is used. */
const RULES_VERSION = 1;

/** Key under which the discovery of given bytes may be kept. */
export function discoveryKey(sha256: string, url: string, options: DiscoverOptions): string {
  return createHash('sha256')
    .update(JSON.stringify([RULES_VERSION, sha256, url, options]))
    .digest('hex');
}

const load = (html: string): CheerioAPI =>
  loadSlim(html, { xml: { xmlMode: false, decodeEntities: true } }) as unknown as CheerioAPI;

/** A page of links has some hundred kilobytes; parsing more would hold up all other sources. */
const MAX_PAGE_BYTES = 8 * 1024 * 1024;
/** First bytes of documents and pictures, which have no links to follow. */
const BINARY = ['%PDF-', 'PK\x03\x04', '\xD0\xCF\x11\xE0', '\x89PNG', '\xFF\xD8\xFF', 'GIF8', 'BM'];
const HEAD_BYTES = 8;

function isBinary(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  return BINARY.some((start) => head.startsWith(start));
}

/** What a page leads to; nothing for documents and pictures, and for markup beyond any real page. */
export function discover(
  bytes: Uint8Array,
  url: string,
  contentType: string,
  options: DiscoverOptions,
): Discovery {
  if (isBinary(bytes) || bytes.length > MAX_PAGE_BYTES) return NOTHING;
  const html = textOf(bytes, contentType, options.encoding);
  try {
    checkDepth(html);
    return discoverIn(html, url, options);
  } catch (error) {
    // RangeError: nesting that the parser's own depth check lets through exhausts the stack.
    if ((error as Error).name === 'ReadError' || error instanceof RangeError) return NOTHING;
    throw error;
  }
}

function textOf(bytes: Uint8Array, contentType: string, encoding: string | undefined): string {
  return encoding === undefined ? decode(bytes, contentType).text : new TextDecoder(encoding).decode(bytes);
}

function discoverIn(html: string, url: string, options: DiscoverOptions): Discovery {
  const $ = load(html);
  const base = normalizeUrl($('base').attr('href') ?? '', url) ?? url;
  const links = linksOf($, base, load);
  const tables = TABLE_WORDS.test(html);
  return {
    reports: reportLinks(links, url, titleTest(options.titlePattern)),
    pages: pagesOf($, url, links, options.pagination),
    attachments: [...documentsOf($, base, links), ...(printsAllTables(html) ? [] : picturesOf($, base))],
    siblings: siblingsOf($, url, links),
    frames: framesOf($, base),
    refresh: refreshOf($, base),
    isReport: tables || sectionsIn($) >= MIN_SECTIONS,
  };
}

/** Words of the three tables that running text hardly has; where one of each stands on the page, no table is a picture. */
const WORDS_OF_TABLES = [
  /信息内容|本年制发件数|本年处理决定数量/,
  /商业\s*企业|法律\s*服务\s*机构/,
  /结果\s*维持|尚未\s*审结/,
];
const printsAllTables = (html: string): boolean => WORDS_OF_TABLES.every((words) => words.test(html));

/** Links whose own title, or else whose surroundings, name a report. The first of an address wins. */
function reportLinks(
  links: readonly Link[],
  page: string,
  isReport: (title: string) => boolean,
): ReportLink[] {
  const found = new Map<string, ReportLink>();
  for (const link of links) {
    if (link.url === page || found.has(link.url)) continue;
    const title = titleOf(link, isReport);
    if (title === null) continue;
    found.set(link.url, { url: link.url, title, year: yearOfTitle(title) ?? yearOfTitle(link.heading) });
  }
  return [...found.values()];
}

/** 查看, 详情 and bare years are titled by what stands around them. */
const EMPTY_WORDS =
  /^(?:查看|浏览|阅读|详情|详细|查看详情|点击(?:查看|下载)?|下载|附件|更多|>+|»|20\d\d年?度?|年报|)$/;

function titleOf(
  { text, label, around, heading }: Link,
  isReport: (title: string) => boolean,
): string | null {
  // The title attribute is whole where the text is cut short.
  const own = [label, text].filter(isReport).sort((a, b) => b.length - a.length);
  if (own[0] !== undefined) return own[0];
  if (!EMPTY_WORDS.test(text.replace(/\s/g, ''))) return null;
  const outer = [around, `${heading} ${text}`].find((title) => isReport(title));
  return outer ?? null;
}

/** Words that stand in the tables of the form and hardly anywhere else. */
const TABLE_WORDS = /本年新收|结转下年度|結轉下年度|制发件数|製發件數|新制作数量|勾稽关系/;
const SECTIONS = [
  /总体情况|總體情況/,
  /主动公开政府信息|主動公開政府信息/,
  /收到和处理|收到和處理/,
  /行政复议|行政復議|行政複議/,
  /存在的?(?:主要)?(?:问题|問題)/,
  /其他需要报告|其他需要報告/,
];
const MIN_SECTIONS = 3;

/** Links name sections of other reports; only running text counts. */
const NO_TEXT = new Set(['a', 'script', 'style']);

function sectionsIn($: CheerioAPI): number {
  const parts: string[] = [];
  walk($.root()[0] as unknown as DomNode, {
    text: (data) => {
      parts.push(data);
    },
    enter: ({ name }) => (NO_TEXT.has(name) ? 'over' : 'into'),
    leave: () => undefined,
  });
  const text = parts.join('');
  return SECTIONS.filter((section) => section.test(text)).length;
}

const YEAR = /^20\d\d$/;

/** The same address with another year in one parameter, by link or by a choice list of a form. */
function siblingsOf($: CheerioAPI, url: string, links: readonly Link[]): { url: string; year: number }[] {
  const here = new URL(url);
  const parameter = [...here.searchParams].find(([, value]) => YEAR.test(value))?.[0];
  if (parameter === undefined) return [];
  const rest = (address: URL): string =>
    `${address.host}${address.pathname}?${[...address.searchParams]
      .filter(([name]) => name !== parameter)
      .sort()
      .join('&')}`;
  const byLink = links
    .map((link) => new URL(link.url))
    .filter((other) => rest(other) === rest(here))
    .map((other) => other.searchParams.get(parameter) ?? '');
  const byChoice = $('select option')
    .toArray()
    .filter((option) => $(option).closest('select').attr('name') === parameter)
    .map((option) => $(option).attr('value') ?? $(option).text().trim());
  const years = [...new Set([...byLink, ...byChoice])].filter((year) => YEAR.test(year)).sort();
  return years
    .map((year) => {
      const other = new URL(url);
      other.searchParams.set(parameter, year);
      return { url: other.href, year: Number(year) };
    })
    .filter((sibling) => sibling.url !== url);
}

function framesOf($: CheerioAPI, base: string): string[] {
  return $('iframe, frame')
    .toArray()
    .map((frame) => normalizeUrl($(frame).attr('src') ?? '', base))
    .filter((url) => url !== null && new URL(url).host === new URL(base).host) as string[];
}

/** A page that stays for longer is meant to be read. */
const MAX_REFRESH_SECONDS = 5;

function refreshOf($: CheerioAPI, base: string): string | null {
  const content = $('meta')
    .toArray()
    .map((meta) =>
      /^refresh$/i.test($(meta).attr('http-equiv') ?? '') ? ($(meta).attr('content') ?? '') : '',
    )
    .find((text) => text !== '');
  const [, seconds, target] = /^\s*(\d+)\s*[;,]\s*url\s*=\s*['"]?([^'"]+)/i.exec(content ?? '') ?? [];
  if (target === undefined || Number(seconds) > MAX_REFRESH_SECONDS) return null;
  const url = normalizeUrl(target, base);
  return url === base ? null : url;
}
