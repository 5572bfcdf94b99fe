import type { MediaType } from '../model/document.js';
import { ReadError } from '../model/errors.js';
import { decode, wideEncoding } from './decode.js';
import { officeKind } from './office.js';
import { isWebArchive } from './webarchive.js';

/** Media types of the pictures that are read. */
export type PictureType = Extract<MediaType, `image/${string}`>;
/** `zip` is DOCX, XLSX or ODS: only the archive's directory tells. `converted` needs an office program. */
export type Format =
  | 'pdf'
  | 'zip'
  | 'xls'
  | 'converted'
  | 'html'
  | 'webarchive'
  | 'markdown'
  | 'text'
  | PictureType;

export function isPicture(format: Format): format is PictureType {
  return format.startsWith('image/');
}

/** PDF readers accept junk before the header within the first kilobyte. */
const PDF_HEADER_BYTES = 1024;
/** Enough to tell markup from plain text. */
const SNIFFED_BYTES = 65_536;
/** Text has practically no control bytes; random bytes have about one in ten. */
const MAX_CONTROL_SHARE = 0.01;
/** Share of characters that no decoding explains above which the bytes are no text. */
const MAX_BROKEN_SHARE = 0.1;

/** Each branch of the first group begins differently, so that no input makes the match slow. */
const PAGE_START =
  /^(?:\s|<!--(?:(?!-->)[\s\S])*-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|span|section|article|style|script|link|h[1-6]|ul|ol|center|font|strong|b|a|br|img|form|frameset)\b/i;
const PAGE_ANYWHERE = /<(?:html|body|!doctype\s+html)\b/i;
const MARKUP = /<\/(?:p|div|td|tr|table|span|html|body|li|font)\s*>|<br\s*\/?>/gi;
/** Fewer tags than this may stand in a text that speaks of HTML. */
const MIN_MARKUP = 3;
const MARKDOWN_LINE = /^(?:#{1,6} \S|\|.*\|[ \t]*$|[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|)/m;

/** What only Markdown has, also among tags, as pandoc writes it: a heading below a blank line, the strokes below a table's head. */
const MARKDOWN_HEADING = /(?:^|\n[ \t]*\r?\n)#{1,6} \S/;
const MARKDOWN_STROKES = /^[ \t]*\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t:-]*\r?$/m;

/** Tells the format from the content; names and declared types are often wrong. */
export async function sniff(bytes: Uint8Array, name = ''): Promise<Format> {
  if (isBlank(bytes))
    throw new ReadError('empty_file', 'The file is empty; download or save the report again.');
  if (hasPdfHeader(bytes)) return 'pdf';
  const office = officeKind(bytes);
  if (office !== null) return office === 'xls' ? 'xls' : 'converted';
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return 'zip';
  const picture = pictureType(bytes);
  if (picture !== null) return picture;
  await refuseOthers(bytes);
  if (isWebArchive(bytes)) return 'webarchive';
  return textFormat(bytes, name);
}

/** First bytes of picture files. */
const PICTURES: readonly (readonly [type: PictureType, magic: string, rest?: string, at?: number])[] = [
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/gif', 'GIF8'],
  ['image/tiff', 'II\x2a\x00'],
  ['image/tiff', 'MM\x00\x2a'],
  ['image/webp', 'RIFF', 'WEBP', 8],
  // The reserved bytes of a BMP are zero; a text may well begin with BM.
  ['image/bmp', 'BM', '\x00\x00\x00\x00', 6],
];

function pictureType(bytes: Uint8Array): PictureType | null {
  for (const [type, magic, rest = '', at = 0] of PICTURES) {
    if (startsWith(bytes, magic) && startsWith(bytes, rest, at)) return type;
  }
  return null;
}

function isBlank(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 0x20 && !BLANK_BYTES.has(byte)) return false;
  return true;
}
/** Bytes of a byte order mark; a file of nothing else is empty too. */
const BLANK_BYTES = new Set([0xef, 0xbb, 0xbf, 0xfe, 0xff]);

function startsWith(bytes: Uint8Array, magic: string, at = 0): boolean {
  for (let i = 0; i < magic.length; i += 1) if (bytes[at + i] !== magic.charCodeAt(i)) return false;
  return true;
}

function hasPdfHeader(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PDF_HEADER_BYTES));
  const at = head.indexOf('%PDF-');
  if (at <= 0) return at === 0;
  return !PAGE_START.test(head.subarray(0, at).toString('latin1'));
}

/** @throws ReadError for formats that are known and not read, with what to do instead */
async function refuseOthers(bytes: Uint8Array): Promise<void> {
  if (startsWith(bytes, '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1')) throw oleError(bytes);
  if (looksBinary(bytes)) throw await binaryError(bytes);
}

function oleError(bytes: Uint8Array): ReadError {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (content.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    return new ReadError('encrypted', 'The document is protected by a password; save a copy without it.');
  }
  return unsupported('old Office file of another kind than Word or Excel', 'save it as DOCX or PDF');
}

/** Control bytes tell pictures, archives and programs from text of any encoding but UTF-16. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false;
  let controls = 0;
  for (const byte of head)
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls += 1;
  return controls > head.length * MAX_CONTROL_SHARE && wideEncoding(bytes) === null;
}

async function binaryError(bytes: Uint8Array): Promise<ReadError> {
  const { fileTypeFromBuffer } = await import('file-type');
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (type === undefined) return unknownFormat();
  if (type.mime.startsWith('image/')) {
    return unsupported(`picture (${type.ext.toUpperCase()})`, 'save it as PNG, JPEG or TIFF');
  }
  if (/zip|rar|7z|tar|compress|x-xz/.test(type.mime)) {
    return unsupported(`archive (${type.ext.toUpperCase()})`, 'unpack it and read the files in it');
  }
  return unsupported(`${type.ext.toUpperCase()} file`, 'save the report as PDF, DOCX or HTML');
}

/** A `unsupported_format` error; `what` names the format, `remedy` is an imperative. */
export function unsupported(what: string, remedy: string): ReadError {
  return new ReadError('unsupported_format', `The file is a ${what}, which is not read; ${remedy}.`);
}

function unknownFormat(): ReadError {
  return new ReadError(
    'unknown_format',
    'The content is neither PDF, DOCX, HTML nor text; download it again, or open it and save it as PDF.',
  );
}

function textFormat(bytes: Uint8Array, name: string): Format {
  const markdown = /\.(?:md|markdown)$/i.test(name);
  const head = asciiHead(bytes);
  if (!markdown && PAGE_START.test(head) && PAGE_ANYWHERE.test(head)) return 'html';
  const { text, encoding } = decode(bytes.subarray(0, SNIFFED_BYTES));
  if (text.trim() === '') throw new ReadError('empty_file', 'The file holds nothing but white space.');
  if (encoding !== 'utf-8' && brokenShare(text) > MAX_BROKEN_SHARE) throw unknownFormat();
  if (PAGE_ANYWHERE.test(text.slice(0, 4096))) return 'html';
  if (PAGE_START.test(text)) return isMarkdown(text) ? 'markdown' : 'html';
  if (markdown || MARKDOWN_LINE.test(text)) return 'markdown';
  return (text.match(MARKUP)?.length ?? 0) >= MIN_MARKUP ? 'html' : 'text';
}

function isMarkdown(text: string): boolean {
  return MARKDOWN_HEADING.test(text) || MARKDOWN_STROKES.test(text);
}

/** The markup at the start of a page is ASCII in every encoding but UTF-16, so that it needs no decoding. */
function asciiHead(bytes: Uint8Array): string {
  const start = startsWith(bytes, '\xEF\xBB\xBF') ? 3 : 0;
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(bytes.length - start, 2048)).toString(
    'latin1',
  );
}

function brokenShare(text: string): number {
  return (text.match(/[\uFFFD\uE000-\uF8FF]/g)?.length ?? 0) / text.length;
}
