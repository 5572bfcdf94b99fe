/**
 * Formats of office programs, told by content. Sheets are read here; old and other text documents first go through a
 * converter, which is the business of whoever has one (`batch/`): this room starts no program.
 */

import type { MediaType } from '../model/document.js';

/** Text documents that only an office program reads. The extension is what it knows them by. */
export const CONVERTED = {
  doc: { mediaType: 'application/msword', what: 'old Word or WPS document (.doc, .wps)' },
  rtf: { mediaType: 'application/rtf', what: 'RTF document' },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', what: 'OpenDocument text (ODT)' },
  xml: { mediaType: 'application/msword', what: 'Word XML document' },
  uot: { mediaType: 'application/x-uof', what: 'UOF document (标文通)' },
} as const satisfies Record<string, { readonly mediaType: MediaType; readonly what: string }>;

export type ConvertedKind = keyof typeof CONVERTED;

/** A sheet in the container of old Office files, or a document of a kind above. */
export type OfficeKind = ConvertedKind | 'xls';

export const OLE_MAGIC = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const ODT_HEAD = 'mimetypeapplication/vnd.oasis.opendocument.text';
/** The `mimetype` entry comes first and unpacked, so its text stands behind a local header of 30 bytes. */
const ODT_AT = 30;
const XML_START = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml/;
const WORD_XML = /<\?mso-application\s+progid="Word|<pkg:package|<w:wordDocument/;
const UOF_XML = /<uof:UOF\b/i;
/** Where the root element of an XML document stands at the latest. */
const XML_HEAD_BYTES = 2048;

/** Whether a file that begins so may be one of these documents; false for nearly all pages, PDF and DOCX. */
export function mayBeOffice(head: Uint8Array): boolean {
  const text = Buffer.from(head).toString('latin1');
  return (
    OLE_MAGIC.every((byte, at) => head[at] === byte) ||
    text.startsWith('{\\rtf') ||
    text.startsWith(ODT_HEAD, ODT_AT) ||
    XML_START.test(text)
  );
}

/**
 * The kind of a document of an office program other than DOCX and XLSX; null for everything else. `bytes` is the
 * whole file: the streams of an old Office file are listed anywhere in it.
 */
export function officeKind(bytes: Uint8Array): OfficeKind | null {
  if (OLE_MAGIC.every((byte, at) => bytes[at] === byte)) return oleKind(bytes);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, XML_HEAD_BYTES));
  const text = head.toString('latin1');
  if (text.startsWith('{\\rtf')) return 'rtf';
  if (text.startsWith('PK')) return text.startsWith(ODT_HEAD, ODT_AT) ? 'odt' : null;
  if (!XML_START.test(text)) return null;
  if (WORD_XML.test(text)) return 'xml';
  return UOF_XML.test(text) ? 'uot' : null;
}

/** Word documents may hold sheets, rarely the other way round: so Word is looked for first. */
function oleKind(bytes: Uint8Array): OfficeKind | null {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const hasStream = (name: string): boolean => content.includes(Buffer.from(`${name}\0`, 'utf16le'));
  if (hasStream('EncryptedPackage')) return null;
  if (hasStream('WordDocument')) return 'doc';
  return hasStream('Workbook') || hasStream('Book') ? 'xls' : null;
}
