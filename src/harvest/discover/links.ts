/** The links of a page with everything that may serve as their title. Scripts are read as text, never run. */

import type { CheerioAPI } from 'cheerio';
import { type DomElement, inChrome } from '../../read/html/index.js';
import { normalizeUrl } from '../urls.js';

/** A node of the tree, as a key. */
type AnyNode = object;

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

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The links in document order, those kept as data inside scripts after them. */
export function linksOf($: CheerioAPI, base: string, load: (html: string) => CheerioAPI): Link[] {
  const links = anchors($, base);
  for (const script of $('script').toArray()) {
    const text = $(script).text();
    const html = recordsIn(text);
    if (html.includes('<a')) links.push(...anchors(load(html), base));
  }
  return links.slice(0, MAX_LINKS);
}

const RECORD_START = '<![CDATA[';
const RECORD_END = ']]>';

/** Entries of lists that jcms portals keep as XML inside a script element. */
function recordsIn(script: string): string {
  const records: string[] = [];
  for (let at = script.indexOf(RECORD_START); at >= 0; ) {
    const end = script.indexOf(RECORD_END, at);
    if (end < 0) break;
    records.push(script.slice(at + RECORD_START.length, end));
    at = script.indexOf(RECORD_START, end);
  }
  return records.join('\n');
}

function anchors($: CheerioAPI, base: string): Link[] {
  const links: Link[] = [];
  const known = new Map<AnyNode, string>();
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
      around: aroundOf($, node, known),
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

/** Looked up once per item: pages laid out as one table have all their links in one row. */
function aroundOf($: CheerioAPI, node: AnyNode, known: Map<AnyNode, string>): string {
  const item = $(node as never).closest('li, tr, dd, dl, p');
  const [element] = item.toArray();
  if (element === undefined) return '';
  let around = known.get(element);
  if (around === undefined) {
    const text = item.find('a').length === 1 ? collapse(item.text()) : '';
    around = text.length <= MAX_AROUND_CHARS ? text : '';
    known.set(element, around);
  }
  return around;
}
