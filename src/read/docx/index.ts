import type { Document } from '../../model/document.js';
import { ReadError } from '../../model/errors.js';
import { Archive } from '../archive.js';
import { BlockList } from '../blocks.js';
import type { PictureOptions } from '../scan/options.js';
import { tidy } from '../whitespace.js';
import { BodyReader } from './body.js';
import { readChunks } from './chunks.js';
import { otherArchive } from './kinds.js';
import { prepareMarkup } from './markup.js';
import type { MammothNode } from './model.js';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const MAIN_PART = 'word/document.xml';
const CORE_PART = 'docProps/core.xml';
/** Parts that mammoth needs for the running text; headers, notes, comments and numbering stay packed. */
const USED_PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/_rels\/[^/]+\.rels|word\/[^/]*styles[^/]*\.xml)$/;

/** mammoth stumbles over styles that are named and not there; programs that write DOCX by hand leave them out. */
const STYLES_PART = 'word/styles.xml';
const NO_STYLES = '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>';

const MEDIA = /^word\/media\//;

/**
 * What mammoth reads from; it accepts such an object in place of a path or buffer (`input.file`, which its types do
 * not mention). So it sees the prepared markup, and only parts whose size has been checked.
 */
interface MammothFile {
  exists(name: string): boolean;
  read(name: string, encoding?: string): Promise<string | Uint8Array>;
}

interface Mammoth {
  convertToHtml(
    input: { file: MammothFile },
    options: {
      transformDocument(document: MammothNode): unknown;
      includeEmbeddedStyleMap: boolean;
      includeDefaultStyleMap: boolean;
    },
  ): Promise<unknown>;
}

/**
 * Reads a DOCX file: body text and tables, without headers, footers, notes, comments and deleted text.
 * @throws ReadError `unsupported_format` for other ZIP files, `damaged`, `encrypted`, `archive_too_large`,
 * `too_complex`
 */
export async function readDocx(
  source: Uint8Array | Archive,
  options: PictureOptions = {},
): Promise<Document> {
  const archive = source instanceof Archive ? source : await Archive.open(source);
  const main = await mainPart(archive);
  if (main === null) throw otherArchive(archive);
  const markup = prepareMarkup(decodeXml(await archive.read(main)));
  const body = await readBody(archive, main, markup.xml);
  const blocks = new BlockList();
  const reader = new BodyReader(markup.shapes, blocks);
  guard(() => reader.read(body));
  await readChunks(archive, main, markup.xml, blocks);
  const title = await coreTitle(archive);
  const document = {
    mediaType: MEDIA_TYPE,
    blocks: blocks.blocks,
    metadata: title === '' ? { tags: {} } : { title, tags: {} },
    pictures: { embedded: markup.pictures, linked: 0 },
  } as const;
  return markup.pictures === 0 ? document : withPicturesRead(document, reader.pictures, options);
}

/** The document with what its pictures show, unless all tables stand in its text. */
async function withPicturesRead(
  document: Document,
  found: BodyReader['pictures'],
  options: PictureOptions,
): Promise<Document> {
  const { hasWholeForm, withPictures } = await import('../scan/pictures.js');
  if (hasWholeForm(document.blocks)) return document;
  const pictures = found.map(({ at, node }) => ({
    at,
    read: async () => {
      const bytes = await node.readAsBuffer?.().catch(() => null);
      return bytes ? new Uint8Array(bytes) : null;
    },
  }));
  const { blocks, recognized, leftOut } = await withPictures(document.blocks, pictures, options);
  if (recognized === 0) return document;
  return {
    ...document,
    blocks,
    pictures: { ...document.pictures, recognized },
    ...(leftOut === undefined ? {} : { damage: leftOut }),
  };
}

/** The part that holds the text: `word/document.xml` unless the package names another. */
async function mainPart(archive: Archive): Promise<string | null> {
  if (archive.has(MAIN_PART)) return MAIN_PART;
  if (!archive.has('_rels/.rels')) return null;
  const rels = decodeXml(await archive.read('_rels/.rels'));
  const target = /<Relationship\b[^>]*officeDocument"[^>]*>/.exec(rels)?.[0];
  const path = /Target\s*=\s*"\/?(word\/[^"]+)"/.exec(target ?? '')?.[1];
  return path !== undefined && archive.has(path) ? path : null;
}

function decodeXml(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

async function readBody(archive: Archive, main: string, xml: string): Promise<readonly MammothNode[]> {
  const file: MammothFile = {
    exists: (name) => name === main || name === STYLES_PART || (USED_PARTS.test(name) && archive.has(name)),
    read: async (name, encoding) => {
      if (name === main) return xml;
      if (name === STYLES_PART && !archive.has(name)) return NO_STYLES;
      const bytes = await archive.read(name);
      return encoding === undefined && MEDIA.test(name) ? bytes : decodeXml(bytes);
    },
  };
  let body: readonly MammothNode[] = [];
  const transformDocument = (document: MammothNode): unknown => {
    body = document.children ?? [];
    return { ...document, children: [] };
  };
  try {
    const mammoth = (await import('mammoth')).default as unknown as Mammoth;
    // No page is made of the body, so the rules that would make it are not even parsed: they took 7 % of a DOCX.
    const styleMaps = { includeEmbeddedStyleMap: false, includeDefaultStyleMap: false };
    await mammoth.convertToHtml({ file }, { transformDocument, ...styleMaps });
  } catch (cause) {
    throw readError(cause);
  }
  return body;
}

function guard(read: () => void): void {
  try {
    read();
  } catch (cause) {
    throw readError(cause);
  }
}

function readError(cause: unknown): ReadError {
  if (cause instanceof ReadError) return cause;
  if (cause instanceof RangeError) {
    const message = 'The document is nested too deep to be read; open it in Word or WPS and save it as PDF.';
    return new ReadError('too_complex', message, { cause });
  }
  const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
  const message = `The text of the document (${MAIN_PART}) is damaged (${reason}); open it in Word or WPS and save it again.`;
  return new ReadError('damaged', message, { cause });
}

async function coreTitle(archive: Archive): Promise<string> {
  if (!archive.has(CORE_PART)) return '';
  const core = decodeXml(await archive.read(CORE_PART));
  const title = /<dc:title[^>]*>([^<]*)<\/dc:title>/.exec(core)?.[1] ?? '';
  return tidy(title.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? ''));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
