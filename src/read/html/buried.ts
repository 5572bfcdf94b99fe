/**
 * Articles that a page keeps as text until its script shows them: in scripts (`__NUXT__`, JSON, `var content = "…"`),
 * templates, form fields, attributes, and markup that was escaped once too often.
 */

import { type DomElement, type DomNode, rawText, type Step, walk } from './dom.js';
import { stringLiterals } from './literals.js';
import { hasTable, holdsReport } from './veil.js';

/** Where an article stands, and what it is: markup, or what is parsed already. */
export interface Buried {
  readonly host: DomElement;
  readonly article: string | DomNode;
}

/** Any notation of the tag: plain, escaped for scripts, for markup or for addresses. */
const MENTIONS_TABLE = /(?:<|\\u003c|\\x3c|&(?:amp;)*(?:lt|#60|#x3c);|%3c|%u003c)table/i;
const MENTIONS_BASE64 = /base64|\batob\b/i;
const BASE64 = /^[A-Za-z\d+/=\s]{200,}$/;
const ESCAPED = /&(?:amp;)*(?:lt|gt|quot|amp|nbsp|#\d{1,6}|#x[\da-f]{1,6});/gi;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', nbsp: '\u00a0' };
/** JSON or a call, not markup: what counts are the strings in it. */
const IS_DATA = /^\s*[{["(]/;
/** JSON inside JSON inside a script; deeper nobody goes. */
const DEEPEST = 4;
/** Script types whose content is markup. */
const MARKUP_TYPE = /html|template|plain/i;
const HOLDERS: ReadonlySet<string> = new Set(['textarea', 'noscript', 'template', 'xmp', 'script']);

/** The articles that hold the form, each once however often it stands in the page. */
export function buriedForms(root: DomNode): Buried[] {
  const found = new Map<string, Buried>();
  const note = (buried: Buried, text: string): void => {
    const words = text.replace(/<[^<>]*>|\s+/g, '');
    if (holdsReport(words) && !found.has(words)) found.set(words, buried);
  };
  const texts = (host: DomElement, text: string): void => {
    for (const html of markupIn(text, 0)) note({ host, article: html }, html);
  };
  const enter = (element: DomElement): Step => {
    for (const value of Object.values(element.attribs)) texts(element, value);
    if (!HOLDERS.has(element.name)) return 'into';
    const parsed = parsedContent(element);
    if (hasTable(parsed)) note({ host: element, article: parsed }, rawText(parsed));
    else texts(element, contentOf(element));
    return 'over';
  };
  const text = (data: string, node: DomNode): void => {
    if (MENTIONS_TABLE.test(data) && node.parent !== null) texts(node.parent as DomElement, data);
  };
  walk(root, { text, enter, leave: () => undefined });
  return [...found.values()];
}

/** What is parsed below an element; that of a template is a tree of its own. */
function parsedContent(element: DomElement): DomNode {
  const only = element.children[0];
  return only?.type === 'root' ? only : element;
}

/** The text of an element that holds markup; a script is told from markup by a bracket before it. */
function contentOf(element: DomElement): string {
  const text = rawText(element);
  if (element.name !== 'script' || MARKUP_TYPE.test(element.attribs.type ?? '')) return text;
  return `(${text}`;
}

/** Markup with a table in it that a text is or holds. */
function* markupIn(text: string, depth: number): Iterable<string> {
  if (depth > DEEPEST) return;
  if (MENTIONS_BASE64.test(text)) {
    for (const literal of stringLiterals(text))
      if (BASE64.test(literal)) yield* markupIn(Buffer.from(literal, 'base64').toString('utf8'), depth + 1);
  }
  if (!MENTIONS_TABLE.test(text)) return;
  if (IS_DATA.test(text)) {
    for (const literal of stringLiterals(text)) yield* markupIn(literal, depth + 1);
  } else {
    const html = plainMarkup(text);
    if (/<table/i.test(html)) yield html;
  }
}

/** Undoes the escapes of addresses and of markup where the tags themselves are escaped. */
function plainMarkup(text: string): string {
  const decoded = /%(?:u00)?3ctable/i.test(text) ? unescapeAddress(text) : text;
  if (/<table/i.test(decoded)) return decoded;
  return decoded.replace(ESCAPED, (entity) => {
    const name = entity.replace(/^&(?:amp;)*|;$/g, '').toLowerCase();
    if (!name.startsWith('#')) return NAMED[name] ?? entity;
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}

function unescapeAddress(text: string): string {
  const plain = text.replace(/%u([\da-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
