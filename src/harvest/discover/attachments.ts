/** What an article carries besides its text: documents behind links and in frames, and pictures of tables. */

import type { CheerioAPI } from 'cheerio';
import { contentLink, DOCUMENT_FILE, type DomElement, OTHER_PAPER } from '../../read/html/index.js';
import { lastSegment, normalizeUrl } from '../urls.js';
import type { Link } from './links.js';
import { isReportTitle, yearOfTitle } from './titles.js';

export interface Attachment {
  readonly url: string;
  /** As the page names it; for people, never for a file name. */
  readonly name: string;
  readonly kind: 'document' | 'picture';
  /** Year that its name says. */
  readonly year: number | null;
}

/** Portals that serve files by number name them in a parameter. */
const DOWNLOAD =
  /(?:file_?name|file|attach\w*|name|path|url)=[^&]*?\.(?:pdf|docx?|wps|ofd|rtf|odt|xlsx?)(?:&|$)/i;
/** More attachments than this are a library, not a report. */
const MAX_DOCUMENTS = 20;
const MAX_PICTURES = 40;

/** Documents of an article: by the ending of the address, of the text, or of the name that a link gives. */
export function documentsOf($: CheerioAPI, base: string, links: readonly Link[]): Attachment[] {
  const found = links.filter(isDocument).map(({ url, text, label, around }) => {
    const name = text || label || lastSegment(url);
    return {
      url,
      name,
      kind: 'document' as const,
      year: yearOfTitle(`${name} ${label}`) ?? yearOfTitle(around),
    };
  });
  const all = [...found, ...framed($, base)].filter(
    ({ name }) => !OTHER_PAPER.test(name) || isReportTitle(name),
  );
  return [...new Map(all.map((one) => [one.url, one])).values()].slice(0, MAX_DOCUMENTS);
}

function isDocument({ url, text, label, inChrome }: Link): boolean {
  if (inChrome && !isReportTitle(`${text} ${label}`)) return false;
  const { pathname, search } = new URL(url);
  if (/\.(?:html?|shtml|jpe?g|png|gif)$/i.test(pathname))
    return DOWNLOAD.test(search) && DOCUMENT_FILE.test(text);
  return (
    DOCUMENT_FILE.test(pathname) ||
    DOWNLOAD.test(decode(search)) ||
    [text, label].some((name) => DOCUMENT_FILE.test(name.replace(/[\s)）\]】]+$/, '')))
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A PDF shown inside the page, also by a viewer that gets it as a parameter. */
function framed($: CheerioAPI, base: string): Attachment[] {
  return $('iframe, embed, object')
    .toArray()
    .flatMap((node) => {
      const address = $(node).attr('src') ?? $(node).attr('data') ?? '';
      const inner = /[?&]file=([^&]+)/i.exec(address)?.[1];
      const url = normalizeUrl(inner === undefined ? address : decode(inner), base);
      if (url === null || !DOCUMENT_FILE.test(new URL(url).pathname)) return [];
      return [{ url, name: lastSegment(url), kind: 'document' as const, year: null }];
    });
}

/** Pictures in the article that are large enough to hold a table. */
export function picturesOf($: CheerioAPI, base: string): Attachment[] {
  const urls = $('img')
    .toArray()
    .map((img) => contentLink(img as unknown as DomElement))
    .flatMap((link) => (link === null ? [] : [normalizeUrl(link, base)]))
    .filter((url) => url !== null);
  return [...new Set(urls)]
    .slice(0, MAX_PICTURES)
    .map((url) => ({ url, name: lastSegment(url), kind: 'picture', year: null }));
}
