import type { Document } from '../../model/document.js';
import { BlockList } from '../blocks.js';
import { type Decoded, decode } from '../decode.js';
import type { DomNode } from './dom.js';
import { readFlow } from './flow.js';
import { parsePage } from './parse.js';
import { PictureCounter } from './pictures.js';
import { Presenter } from './presentation.js';
import { survey, tablesByStyle } from './survey.js';
import { TableReader } from './tables.js';

export { checkDepth } from './depth.js';
export { type DomElement, type DomNode, walk } from './dom.js';
export { contentLink, inChrome } from './pictures.js';

/**
 * Reads a page. The document's paragraphs and tables are what a browser would show, in reading order.
 * @throws ReadError `too_complex` when the markup is nested or spanned beyond any real page
 */
export async function readHtml(bytes: Uint8Array, contentType?: string): Promise<Document> {
  return readDecodedHtml(decode(bytes, contentType));
}

/** Like `readHtml`, for text that is decoded already. */
export async function readDecodedHtml({ text, encoding }: Decoded): Promise<Document> {
  const blocks = new BlockList();
  const { metadata, pictures } = readTree(await parsePage(text), blocks);
  const { embedded, linked } = pictures;
  return {
    mediaType: 'text/html',
    blocks: blocks.blocks,
    metadata,
    pictures: { embedded, linked },
    encoding,
  };
}

/** Reads markup into an open list of blocks, as for tables inside Markdown. */
export async function readInto(html: string, blocks: BlockList): Promise<void> {
  readTree(await parsePage(html), blocks);
}

/** Reads a parsed page. */
export function readTree(
  root: DomNode,
  blocks: BlockList,
): { metadata: Document['metadata']; pictures: PictureCounter } {
  const { sheets, tables, metadata } = survey(root);
  const presenter = new Presenter(sheets);
  const reader = new TableReader(presenter);
  reader.prepare(presenter.makesTables ? tablesByStyle(root, presenter) : tables);
  const pictures = new PictureCounter();
  readFlow(root, presenter, reader, pictures, blocks);
  return { metadata, pictures };
}
