import type { Document } from '../../model/document.js';
import { BlockList } from '../blocks.js';
import { decode } from '../decode.js';
import { readLines } from './lines.js';

const HTML_TABLE = /<table\b[\s\S]*?<\/table\s*>/gi;
const LINKED_PICTURE = /!\[[^\]]*\]\((?!data:)[^)]+\)/g;
const EMBEDDED_PICTURE = /!\[[^\]]*\]\(data:image\/[^)]{2048,}\)/g;

/** Reads plain text or Markdown; tables are delimited or aligned, tables in HTML markup are read as HTML. */
export async function readText(
  bytes: Uint8Array,
  markdown: boolean,
  contentType?: string,
): Promise<Document> {
  const { text, encoding } = decode(bytes, contentType);
  const blocks = new BlockList();
  let at = 0;
  for (const table of text.matchAll(HTML_TABLE)) {
    readPart(text, at, table.index, blocks, markdown);
    const { readInto } = await import('../html/index.js');
    await readInto(table[0], blocks);
    at = table.index + table[0].length;
  }
  readPart(text, at, text.length, blocks, markdown);
  return {
    mediaType: markdown ? 'text/markdown' : 'text/plain',
    blocks: blocks.blocks,
    metadata: { tags: {} },
    pictures: {
      embedded: markdown ? count(text, EMBEDDED_PICTURE) : 0,
      linked: markdown ? count(text, LINKED_PICTURE) : 0,
    },
    encoding,
  };
}

function readPart(text: string, from: number, to: number, blocks: BlockList, markdown: boolean): void {
  const firstLine = count(text.slice(0, from), /\r\n|[\n\r]/g) + 1;
  readLines(text.slice(from, to), blocks, { markdown, numberLines: true, firstLine });
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
