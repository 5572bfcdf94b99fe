import { type DomElement, type DomNode, isElement, walk } from './dom.js';

/** A picture of a table is at least this wide and high; smaller ones are icons. */
const MIN_PIXELS = 150;
/** A data URI of less than 2 KB is an icon or a spacer. */
const MIN_DATA_URI = 2048;
/** How far up the surroundings of a picture are looked at. */
const MAX_ANCESTORS = 8;
const CHROME_SOURCE =
  /icon|\bico\b|logo|qr-?code|ewm|erweima|banner|btn|button|arrow|share|weixin|wechat|weibo|blank|spacer|loading|print|close|search|jiucuo|beian|gongan|ghs\.png|dzjg|red\.png|blue\.png|fileTypeImages|\.gif(?:$|\?)/i;
const CHROME_PLACE =
  /(?:^|[-_\s])(?:header|footer|foot|nav|menu|share|logo|banner|sidebar|qrcode|ewm)(?:$|[-_\s\d])/i;
const CHROME_TAGS = new Set(['header', 'footer', 'nav', 'button']);
/** Attributes that carry the address of a picture which a script loads later. */
const SOURCES = ['src', 'data-src', 'data-original', 'original', '_src'] as const;

/** A picture of the article with the number of blocks before it: the address of its file, or a data URI. */
export interface ArticlePicture {
  readonly at: number;
  readonly source: string;
}

/** Notes the pictures of an article that are large enough to hold a table. */
export class PictureCounter {
  embedded = 0;
  linked = 0;
  readonly found: ArticlePicture[] = [];

  /** @param at number of the blocks before the element */
  see(element: DomElement, at: number): void {
    if (element.name === 'img') this.image(element, at);
    else if (element.name === 'iframe' || element.name === 'embed' || element.name === 'object') {
      const source = element.attribs.src ?? element.attribs.data ?? '';
      if (/\.pdf(?:$|[?#])/i.test(source)) this.linked += 1;
    }
  }

  seeAllBelow(root: DomElement, at: number): void {
    const enter = (element: DomElement): 'into' => {
      this.see(element, at);
      return 'into';
    };
    walk(root, { text: () => undefined, enter, leave: () => undefined });
  }

  private image(img: DomElement, at: number): void {
    const data = sourcesOf(img).find((value) => value.startsWith('data:image/'));
    if (linkOf(img) !== undefined) {
      const source = contentLink(img);
      if (source === null) return;
      this.linked += 1;
      this.found.push({ at, source });
    } else if (data !== undefined && data.length >= MIN_DATA_URI) {
      this.embedded += 1;
      this.found.push({ at, source: data });
    }
  }
}

const sourcesOf = (img: DomElement): string[] =>
  SOURCES.map((name) => img.attribs[name] ?? '').filter((value) => value !== '');

const linkOf = (img: DomElement): string | undefined =>
  sourcesOf(img).find((value) => !value.startsWith('data:'));

/** The address of a picture that is large enough to hold a table and stands in the article; else null. */
export function contentLink(img: DomElement): string | null {
  const link = linkOf(img);
  return link !== undefined && isContent(img, link) ? link : null;
}

function isContent(img: DomElement, source: string): boolean {
  const sizes = [size(img, 'width'), size(img, 'height')];
  if (sizes.some((pixels) => pixels !== null && pixels < MIN_PIXELS)) return false;
  const known = sizes.every((pixels) => pixels !== null);
  if (!known && CHROME_SOURCE.test(source)) return false;
  return !inChrome(img);
}

function size(img: DomElement, side: 'width' | 'height'): number | null {
  const styled = new RegExp(`(?:^|[;\\s])${side}\\s*:\\s*(\\d+(?:\\.\\d+)?)px`, 'i').exec(
    img.attribs.style ?? '',
  );
  const pixels = Number.parseFloat(styled?.[1] ?? img.attribs[side] ?? '');
  const relative = styled === null && (img.attribs[side] ?? '').includes('%');
  return Number.isNaN(pixels) || relative ? null : pixels;
}

export function inChrome(img: DomElement): boolean {
  let node: DomNode | null = img.parent;
  for (let i = 0; node !== null && i < MAX_ANCESTORS; i += 1, node = node.parent) {
    if (!isElement(node)) continue;
    if (CHROME_TAGS.has(node.name)) return true;
    if (CHROME_PLACE.test(`${node.attribs.class ?? ''} ${node.attribs.id ?? ''}`)) return true;
  }
  return false;
}
