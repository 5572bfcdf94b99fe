import type { Document } from '../../model/document.js';
import { BlockList } from '../blocks.js';
import { decode } from '../decode.js';
import { withoutTags } from './fields.js';
import { readLines } from './lines.js';

const TABLE_START = /<table\b/gi;
const TABLE_END = /<\/table\s*>/gi;
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
  for (let table = nextTable(text, at); table !== null; table = nextTable(text, at)) {
    readPart(text, at, table.start, blocks, markdown);
    const { readInto } = await import('../html/index.js');
    await readInto(text.slice(table.start, table.end), blocks);
    at = table.end;
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

function nextTable(text: string, from: number): { start: number; end: number } | null {
  TABLE_START.lastIndex = from;
  const start = TABLE_START.exec(text);
  if (start === null) return null;
  TABLE_END.lastIndex = start.index;
  const end = TABLE_END.exec(text);
  return end === null ? null : { start: start.index, end: end.index + end[0].length };
}

function readPart(text: string, from: number, to: number, blocks: BlockList, markdown: boolean): void {
  const firstLine = count(text.slice(0, from), /\r\n|[\n\r]/g) + 1;
  const part = text.slice(from, to);
  readLines(markdown ? withoutTags(part) : part, blocks, { markdown, numberLines: true, firstLine });
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
