/** The links of a page with everything that may serve as their title. Scripts are read as text, never run. */

import type { CheerioAPI } from 'cheerio';
import { type DomElement, inChrome } from '../../read/html/index.js';
import { normalizeUrl } from '../urls.js';

export interface Link {
  readonly url: string;
  /** Text of the link itself, white space collapsed. */
  readonly text: string;
  /** `title`, `download` and the like. */
  readonly label: string;
  /** Text of the list item or row that holds this link and no other; empty when there are several. */
  readonly around: string;
  /** The heading before it. */
  readonly heading: string;
  readonly rel: string;
  /** In the navigation, the head or the foot of the page. */
  readonly inChrome: boolean;
}

const MAX_LINKS = 5000;
const MAX_AROUND_CHARS = 200;
const OPENED = /(?:open|location(?:\.href)?|href)\s*[(=]\s*['"]([^'"]+)['"]/;
/** Entries of lists that jcms portals keep as XML inside a script element. */
const RECORDS = /<!\[CDATA\[([\s\S]*?)\]\]>/g;

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The links in document order, those kept as data inside scripts after them. */
export function linksOf($: CheerioAPI, base: string, load: (html: string) => CheerioAPI): Link[] {
  const links = anchors($, base);
  for (const script of $('script').toArray()) {
    const text = $(script).text();
    if (!text.includes('<![CDATA[')) continue;
    const html = [...text.matchAll(RECORDS)].map(([, record = '']) => record).join('\n');
    if (html.includes('<a')) links.push(...anchors(load(html), base));
  }
  return links.slice(0, MAX_LINKS);
}

function anchors($: CheerioAPI, base: string): Link[] {
  const links: Link[] = [];
  let heading = '';
  for (const node of $('a, area, h1, h2, h3, h4, h5, h6, dt, caption').toArray()) {
    const element = $(node);
    if (node.name !== 'a' && node.name !== 'area') {
      heading = collapse(element.text());
      continue;
    }
    if (links.length >= MAX_LINKS) break;
    const url = addressOf(element.attr('href') ?? '', element.attr('onclick') ?? '', base);
    if (url === null) continue;
    links.push({
      url,
      text: collapse(element.text()),
      label: collapse(
        [
          element.attr('title'),
          element.attr('download'),
          element.attr('aria-label'),
          element.find('img').attr('alt'),
        ]
          .filter((text) => text !== undefined)
          .join(' '),
      ),
      around: aroundOf($, node),
      heading,
      rel: (element.attr('rel') ?? '').toLowerCase(),
      inChrome: inChrome(node as unknown as DomElement),
    });
  }
  return links;
}

function addressOf(href: string, onclick: string, base: string): string | null {
  const trimmed = href.trim();
  const isScript = /^javascript:/i.test(trimmed);
  if (trimmed !== '' && !trimmed.startsWith('#') && !isScript) return normalizeUrl(trimmed, base);
  const opened = OPENED.exec(isScript && OPENED.test(trimmed) ? trimmed : onclick)?.[1];
  return opened === undefined ? null : normalizeUrl(opened, base);
}

function aroundOf($: CheerioAPI, node: Parameters<CheerioAPI>[0]): string {
  const item = $(node as never).closest('li, tr, dd, dl, p');
  if (item.length === 0 || item.find('a').length !== 1) return '';
  const text = collapse(item.text());
  return text.length <= MAX_AROUND_CHARS ? text : '';
}
