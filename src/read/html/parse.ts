import { load } from 'cheerio/slim';
import { checkDepth } from './depth.js';
import type { DomNode } from './dom.js';
import { isRegular } from './regular.js';

/** htmlparser2 in HTML mode. */
const FAST = { xml: { xmlMode: false, decodeEntities: true } } as const;

/**
 * Parses a page as a browser does. Regular markup goes through cheerio's fast parser, which takes half the time;
 * for anything else the parser that follows the HTML standard is loaded.
 */
export async function parsePage(html: string): Promise<DomNode> {
  checkDepth(html);
  return isRegular(html) ? parseFast(html) : parseStandard(html);
}

/** Reads regular markup only; see `isRegular`. */
export function parseFast(html: string): DomNode {
  return load(html, FAST).root()[0] as unknown as DomNode;
}

/** Reads any markup by the HTML standard (parse5). */
export async function parseStandard(html: string): Promise<DomNode> {
  const cheerio = await import('cheerio');
  return cheerio.load(html, { scriptingEnabled: true }).root()[0] as unknown as DomNode;
}
