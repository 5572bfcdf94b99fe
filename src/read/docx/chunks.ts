/** Pages that other programs put whole into a DOCX (`w:altChunk`): Word shows them as if they were its own text. */

import type { Archive } from '../archive.js';
import type { BlockList } from '../blocks.js';
import { decode } from '../decode.js';
import { archivedPage, isWebArchive } from '../webarchive.js';

const CHUNK = /<[\w.-]+:altChunk\b[^>]*?\b[\w.-]+:id\s*=\s*["']([^"']+)["']/g;
const RELATIONSHIP = /<Relationship\b[^>]*>/g;
const PAGE_START = /^[\s\S]{0,1024}?<(?:!doctype|html|head|body|table|p|div)\b/i;

/** Appends the pages among a document's chunks; chunks in other formats are left out. `main` is its XML part. */
export async function readChunks(
  archive: Archive,
  main: string,
  xml: string,
  blocks: BlockList,
): Promise<void> {
  if (!xml.includes('altChunk')) return;
  const ids = [...xml.matchAll(CHUNK)].map(([, id]) => id);
  const folder = main.replace(/[^/]*$/, '');
  const rels = `${folder}_rels/${main.slice(folder.length)}.rels`;
  if (ids.length === 0 || !archive.has(rels)) return;
  const relations = (await archive.read(rels)).toString().match(RELATIONSHIP) ?? [];
  for (const id of ids) {
    const relation = relations.find((tag) => attribute(tag, 'Id') === id);
    const target = relation === undefined ? null : attribute(relation, 'Target');
    const path = target?.startsWith('/') ? target.slice(1) : `${folder}${target ?? ''}`;
    if (target !== null && archive.has(path)) await readChunk(await archive.read(path), blocks);
  }
}

async function readChunk(bytes: Uint8Array, blocks: BlockList): Promise<void> {
  const page = isWebArchive(bytes) ? archivedPage(bytes) : { bytes, contentType: '' };
  const { text } = decode(page.bytes, page.contentType);
  if (!PAGE_START.test(text)) return;
  const { readInto } = await import('../html/index.js');
  await readInto(text, blocks);
}

function attribute(tag: string, name: string): string | null {
  return new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? null;
}
