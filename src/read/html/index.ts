import type { Block, Document } from '../../model/document.js';
import { BlockList } from '../blocks.js';
import { type Decoded, decode } from '../decode.js';
import type { PictureOptions } from '../scan/options.js';
import type { BlocksWithPictures } from '../scan/pictures.js';
import { attachedDocuments } from './attached.js';
import { buriedForms } from './buried.js';
import type { DomElement, DomNode } from './dom.js';
import { type Instead, readFlow } from './flow.js';
import { parsePage } from './parse.js';
import { type ArticlePicture, PictureCounter } from './pictures.js';
import { Presenter } from './presentation.js';
import { survey, tablesByStyle } from './survey.js';
import { TableReader } from './tables.js';
import { holdsForm, showsForm } from './veil.js';

export { checkDepth } from './depth.js';
export { type DomElement, type DomNode, walk } from './dom.js';
export { DOCUMENT_FILE, OTHER_PAPER } from './papers.js';
export { contentLink, inChrome } from './pictures.js';

/**
 * Reads a page. The document's paragraphs and tables are what a browser would show, in reading order.
 * @throws ReadError `too_complex` when the markup is nested or spanned beyond any real page
 */
export async function readHtml(
  bytes: Uint8Array,
  contentType?: string,
  options: PictureOptions = {},
): Promise<Document> {
  return readDecodedHtml(decode(bytes, contentType), options);
}

/** Like `readHtml`, for text that is decoded already. */
export async function readDecodedHtml(
  { text, encoding }: Decoded,
  options: PictureOptions = {},
): Promise<Document> {
  const { blocks, metadata, pictures, attachments } = await readPage(await parsePage(text));
  const { embedded, linked } = pictures;
  const links = attachments.length > 0 ? { attachments } : {};
  const page = { mediaType: 'text/html', blocks, metadata, encoding, ...links } as const;
  const read = await readArticlePictures(blocks, pictures.found, options);
  if (read === null) return { ...page, pictures: { embedded, linked } };
  const { found, recognized, leftOut } = read;
  const elsewhere = Math.max(0, embedded + linked - found);
  return {
    ...page,
    blocks: read.blocks,
    pictures: { embedded: found, linked: elsewhere, ...(recognized > 0 ? { recognized } : {}) },
    ...(leftOut === undefined ? {} : { damage: leftOut }),
  };
}

/** What the pictures of a page show; null when none is at hand, or none is needed. */
async function readArticlePictures(
  blocks: readonly Block[],
  found: readonly ArticlePicture[],
  options: PictureOptions,
): Promise<BlocksWithPictures | null> {
  const atHand = found.filter(({ source }) => isData(source) || options.fetchPicture !== undefined);
  if (atHand.length === 0) return null;
  const { hasWholeForm, withPictures } = await import('../scan/pictures.js');
  if (hasWholeForm(blocks)) return null;
  const pictures = atHand.map(({ at, source }) => ({
    at,
    read: async () => (isData(source) ? dataOf(source) : ((await options.fetchPicture?.(source)) ?? null)),
  }));
  return withPictures(blocks, pictures, options);
}

function isData(source: string): boolean {
  return source.startsWith('data:');
}

/** The bytes of a data URI; null when it is none that can be read. */
function dataOf(uri: string): Uint8Array | null {
  const match = /^data:image\/[\w.+-]+(?:;[\w=.-]+)*;base64,/i.exec(uri);
  return match === null ? null : new Uint8Array(Buffer.from(uri.slice(match[0].length), 'base64'));
}

/** Reads markup into an open list of blocks, as for tables inside Markdown. */
export async function readInto(html: string, blocks: BlockList): Promise<void> {
  readTree(await parsePage(html), blocks);
}

interface PageReading extends Pick<TreeReading, 'metadata' | 'pictures'> {
  readonly blocks: readonly Block[];
  /** Of a page that shows nothing of the form. */
  readonly attachments: readonly string[];
}

/**
 * Reads a whole page. Some show their article only after a script has run: it stands hidden (WeChat: `#js_content`) or as
 * text of some kind (`buried.ts`). Where nothing of the form is shown, and one article holds it, that one is read.
 */
async function readPage(root: DomNode): Promise<PageReading> {
  const shown = new BlockList();
  const reading = readTree(root, shown);
  if (showsForm(shown.blocks)) return { ...reading, blocks: shown.blocks, attachments: [] };
  const [veiled, ...others] = reading.hidden.filter(holdsForm);
  if (veiled !== undefined && others.length === 0) {
    const blocks = new BlockList();
    return { ...readTree(root, blocks, veiled), blocks: blocks.blocks, attachments: [] };
  }
  const [buried, ...rivals] = buriedForms(root);
  if (buried === undefined || rivals.length > 0) {
    return { ...reading, blocks: shown.blocks, attachments: attachedDocuments(root) };
  }
  const { host, article } = buried;
  return readBuried(root, host, typeof article === 'string' ? await parsePage(article) : article);
}

/** Reads a page with an article in the place of the element that keeps it, or behind all else where nothing is shown there. */
function readBuried(root: DomNode, host: DomElement, article: DomNode): PageReading {
  const list = new BlockList();
  let isWritten = false;
  const write = (): void => {
    isWritten = true;
    readTree(article, list);
  };
  const reading = readTree(root, list, null, { host, write });
  if (!isWritten) write();
  return { ...reading, blocks: list.blocks, attachments: [] };
}

export interface TreeReading {
  readonly metadata: Document['metadata'];
  readonly pictures: PictureCounter;
  /** Elements that hide what is in them. */
  readonly hidden: readonly DomElement[];
}

/** Reads a parsed page; `unveiled` is read as shown, and something else in the place of an element. */
export function readTree(
  root: DomNode,
  blocks: BlockList,
  unveiled: DomElement | null = null,
  instead: Instead | null = null,
): TreeReading {
  const { sheets, tables, metadata } = survey(root);
  const presenter = new Presenter(sheets, unveiled);
  const reader = new TableReader(presenter);
  reader.prepare(presenter.makesTables ? tablesByStyle(root, presenter) : tables);
  const pictures = new PictureCounter();
  const hidden = readFlow(root, presenter, reader, pictures, blocks, instead);
  return { metadata, pictures, hidden };
}
