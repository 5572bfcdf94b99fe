/**
 * Tells whether a page's markup is regular: so that cheerio's fast parser (htmlparser2) builds the tree that a
 * browser builds. Tags are read here, `OpenElements` follows the tree; at the first tag where the two parsers might
 * part the page goes to parse5. Every rule errs on the side of giving up.
 */

import { AVOIDED, ELEMENT_CLASSES, RAW } from './elements.js';
import { OpenElements } from './openelements.js';

/** Attributes with quotes only around whole values; anything else is left to parse5. Matches after the name. */
const ATTRIBUTES =
  /[^"'<>=]*(?:=[\t\n\f\r ]*(?:"[^"]*"|'[^']*'|[^\t\n\f\r "'<>=]+(?=[\t\n\f\r >]))[^"'<>=]*)*>/y;
/** The standard's white space only: an ideographic blank belongs to the name of the tag. */
const TAG_NAME = /[a-zA-Z][^\t\n\f\r />]*/y;
/** A doctype under which a table closes a paragraph, as htmlparser2 does always. */
const STANDARDS_MODE = /^\s*<!doctype\s+html\s*>/i;
/** To a browser the content of `noscript` is text, to the fast parser it is markup: it must not nest. */
const PLAIN_NOSCRIPT = /^(?:[^<]+|<(?:img|link|meta)\b[^<>]*>)*$/i;

/** Elements whose text does not begin with the line break that follows the tag, by the standard. */
const DROP_BREAK = new Set(['pre', 'textarea']);
const LINE_BREAK = /[\r\n]/;

const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const SPACE = 0x20;

/** Whether both parsers read this page alike. */
export function isRegular(html: string): boolean {
  return !html.includes('\0') && new TagReader(html).run();
}

class TagReader {
  private at = 0;
  private readonly open: OpenElements;

  constructor(private readonly html: string) {
    this.open = new OpenElements(STANDARDS_MODE.test(html));
  }

  run(): boolean {
    const { html } = this;
    for (;;) {
      const tag = html.indexOf('<', this.at);
      const end = tag < 0 ? html.length : tag;
      if (end > this.at && !this.text(this.at, end)) return false;
      if (tag < 0) return this.open.mayEnd();
      this.at = tag + 1;
      if (!this.markup(html.charCodeAt(tag + 1))) return false;
    }
  }

  private text(from: number, to: number): boolean {
    if (this.open.takesText) return true;
    for (let i = from; i < to; i += 1) {
      if (this.html.charCodeAt(i) > SPACE) return this.open.text();
    }
    return true;
  }

  private markup(code: number): boolean {
    if (code === SLASH) return this.endTag();
    if (code === BANG) return this.declaration();
    if (code === QUESTION) return this.skipTo('>');
    const lower = code | SPACE;
    return lower >= 0x61 && lower <= 0x7a ? this.startTag() : this.text(this.at - 1, this.at);
  }

  private declaration(): boolean {
    const { html, at } = this;
    if (!html.startsWith('!--', at)) return !html.startsWith('![CDATA', at) && this.skipTo('>');
    const end = html.indexOf('-->', at + 3);
    if (end < 0 || html.startsWith('>', at + 3) || html.startsWith('->', at + 3)) return false;
    this.at = end + 3;
    return !html.slice(at + 3, end).includes('--!>');
  }

  private skipTo(mark: string): boolean {
    const end = this.html.indexOf(mark, this.at);
    this.at = end + 1;
    return end >= 0;
  }

  private tagName(): string {
    TAG_NAME.lastIndex = this.at;
    const name = TAG_NAME.exec(this.html)?.[0] ?? '';
    this.at += name.length;
    return name.toLowerCase();
  }

  private startTag(): boolean {
    const name = this.tagName();
    ATTRIBUTES.lastIndex = this.at;
    if (!ATTRIBUTES.test(this.html)) return false;
    this.at = ATTRIBUTES.lastIndex;
    const classes = ELEMENT_CLASSES.get(name) ?? 0;
    if ((classes & AVOIDED) !== 0 || !this.open.start(name, classes)) return false;
    if (DROP_BREAK.has(name) && LINE_BREAK.test(this.html.charAt(this.at))) return false;
    return (classes & RAW) === 0 || this.rawText(name);
  }

  /** Passes over the content of an element that holds text only, where both parsers see the same text. */
  private rawText(name: string): boolean {
    if (this.html.charCodeAt(this.at - 2) === SLASH) return false;
    const close = rawEnd(name);
    close.lastIndex = this.at;
    const found = close.exec(this.html);
    if (found === null || !this.sameText(name, this.html.slice(this.at, found.index))) return false;
    this.at = found.index;
    return this.skipTo('>');
  }

  private sameText(name: string, content: string): boolean {
    switch (name) {
      case 'script':
        return !(content.includes('<!--') && /<script/i.test(content));
      case 'noscript':
        return PLAIN_NOSCRIPT.test(content) && !this.open.has('pre');
      case 'iframe':
        return content.trim() === '';
      case 'title':
        return !content.includes('<');
      case 'textarea':
        return !/[<&]/.test(content);
      default:
        return true;
    }
  }

  private endTag(): boolean {
    this.at += 1;
    const name = this.tagName();
    // `</br>` makes a line break, wherever it stands.
    return name !== '' && name !== 'br' && !name.includes('<') && this.skipTo('>') && this.open.end(name);
  }
}

const rawEnds = new Map<string, RegExp>();

function rawEnd(name: string): RegExp {
  const known = rawEnds.get(name) ?? new RegExp(`</${name}[\\t\\n\\f\\r />]`, 'gi');
  rawEnds.set(name, known);
  return known;
}
