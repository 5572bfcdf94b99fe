import type { DocumentMetadata } from '../../model/document.js';
import { tidy } from '../whitespace.js';
import { type DomElement, type DomNode, isElement, rawText, type Step, walk } from './dom.js';
import { isGrid } from './grid-areas.js';
import { tablePart } from './names.js';
import type { Presenter } from './presentation.js';

const TRAIL_START =
  /^[\s\u3000【[]*(?:您|你)?(?:(?:现在|当前)?(?:的|所在的?|所处的?)?位置|当前所在位置)\s*(?:是|为)?\s*[:：】\]>＞»]|^\s*首页\s*[>＞»›]/;
const TRAIL_NAME = /breadcrumb|crumb|(?:^|[-_\s])(?:position|location|weizhi|dqwz|curpos|wz)(?:$|[-_\s\d])/i;
const TRAIL_PARTS = /\s*(?:[>＞»›→]|--+|\/)\s*/;
const TRAIL_PREFIX = /^.*?位置\s*(?:是|为)?\s*[:：】\]>＞»]?\s*/;
/** A trail is one line; a longer text is an article that happens to begin with the word. */
const MAX_TRAIL_CHARACTERS = 300;
/** The words and the links of a trail have a common ancestor close by. */
const MAX_TRAIL_ANCESTORS = 3;

/** What one pass over the whole page finds before its blocks can be read. */
export interface Survey {
  readonly sheets: string[];
  /** Elements that are tables or may be, in document order. */
  readonly tables: DomElement[];
  readonly metadata: DocumentMetadata;
}

/** Collects style sheets, candidate tables, title, meta tags and the breadcrumb. */
export function survey(root: DomNode): Survey {
  const sheets: string[] = [];
  const tables: DomElement[] = [];
  const tags: Record<string, string> = Object.create(null) as Record<string, string>;
  const trails: DomElement[] = [];
  let title = '';
  const enter = (element: DomElement): Step => {
    const { name, attribs } = element;
    if (name === 'style') sheets.push(rawText(element));
    else if (name === 'title') title ||= insideSvg(element) ? '' : tidy(rawText(element));
    else if (name === 'meta') addTag(tags, attribs);
    else if (name === 'script' && isWeChat(tags)) addWeChatDay(tags, rawText(element));
    else if (mayBeTable(element)) tables.push(element);
    if (isNamedTrail(attribs)) trails.push(element);
    return name === 'script' || name === 'style' ? 'over' : 'into';
  };
  const text = (data: string, node: DomNode): void => {
    if (data.length >= 3 && TRAIL_START.test(data) && node.parent !== null && isElement(node.parent)) {
      trails.unshift(node.parent);
    }
  };
  walk(root, { text, enter, leave: () => undefined });
  const breadcrumb = firstTrail(trails);
  const found = { tags: { ...tags }, ...(title === '' ? {} : { title }) };
  return { sheets, tables, metadata: breadcrumb === null ? found : { ...found, breadcrumb } };
}

function isNamedTrail({ class: classes, id }: DomElement['attribs']): boolean {
  if (classes === undefined && id === undefined) return false;
  return TRAIL_NAME.test(`${classes ?? ''} ${id ?? ''}`);
}

function insideSvg(element: DomElement): boolean {
  return element.parent !== null && isElement(element.parent) && element.parent.name === 'svg';
}

function mayBeTable(element: DomElement): boolean {
  const { name, attribs } = element;
  if (name === 'table') return true;
  const { role, style } = attribs;
  return (
    (role !== undefined && /table|grid/i.test(role)) ||
    (style !== undefined && /display\s*:\s*(?:inline-)?table/i.test(style)) ||
    isGrid(element)
  );
}

/** The candidates of a page whose style rules make tables of other elements, in document order. */
export function tablesByStyle(root: DomNode, presenter: Presenter): DomElement[] {
  const found: DomElement[] = [];
  const enter = (element: DomElement): Step => {
    if (mayBeTable(element) || tablePart(element, presenter.of(element).display) === 'table')
      found.push(element);
    return 'into';
  };
  walk(root, { text: () => undefined, enter, leave: () => undefined });
  return found;
}

function addTag(tags: Record<string, string>, attribs: Readonly<Record<string, string>>): void {
  const name = (attribs.name ?? attribs.property ?? '').trim().toLowerCase();
  const content = tidy(attribs.content ?? '');
  if (name === '' || content === '' || tags[name] !== undefined) return;
  tags[name] = content;
}

/** Articles of WeChat show their day by a script; the page itself says where it comes from. */
function isWeChat(tags: Readonly<Record<string, string>>): boolean {
  return tags['og:site_name']?.includes('微信') === true && tags[WECHAT_DAY] === undefined;
}

/** Seconds since 1970 at which the article was published. */
const WECHAT_TIME = /\bct\s*=\s*["'](1\d{9})["']/;
const WECHAT_DAY = 'wechat:ct';
const CHINA_TIME_SECONDS = 8 * 3600;

function addWeChatDay(tags: Record<string, string>, script: string): void {
  const [, seconds] = WECHAT_TIME.exec(script) ?? [];
  if (seconds === undefined) return;
  tags[WECHAT_DAY] = new Date((Number(seconds) + CHINA_TIME_SECONDS) * 1000).toISOString().slice(0, 10);
}

function firstTrail(candidates: readonly DomElement[]): string[] | null {
  for (const candidate of candidates) {
    const trail = trailAt(candidate);
    if (trail !== null) return trail;
  }
  return null;
}

function trailAt(start: DomElement): string[] | null {
  let element: DomElement = start;
  for (let i = 0; i <= MAX_TRAIL_ANCESTORS; i += 1) {
    const text = tidy(rawText(element, MAX_TRAIL_CHARACTERS));
    if (text.length >= MAX_TRAIL_CHARACTERS) return null;
    const links = linkTexts(element);
    if (links.length > 0) return links;
    const parts = text
      .replace(TRAIL_PREFIX, '')
      .split(TRAIL_PARTS)
      .filter((part) => part !== '');
    if (parts.length > 1) return parts;
    if (element.parent === null || !isElement(element.parent)) return null;
    element = element.parent;
  }
  return null;
}

function linkTexts(root: DomElement): string[] {
  const texts: string[] = [];
  const enter = (element: DomElement): Step => {
    if (element.name !== 'a') return 'into';
    const text = tidy(rawText(element));
    if (text !== '') texts.push(text);
    return 'over';
  };
  walk(root, { text: () => undefined, enter, leave: () => undefined });
  return texts;
}
