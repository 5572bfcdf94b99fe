/** Web archives (MHTML, `multipart/related`): how browsers and Word save a page as one file, often as `.doc` or `.mht`. */

import { ReadError } from '../model/errors.js';

/** Header lines, perhaps continued, up to the one that announces related parts; Word's begin within a few lines. */
const ARCHIVE_HEAD = /^\s*(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*content-type:\s*multipart\/related/i;
const HEAD_BYTES = 2048;
const PAGE_TYPE = /^\s*(?:text\/html|application\/xhtml\+xml)/i;

/** Whether a file begins as a web archive does. */
export function isWebArchive(bytes: Uint8Array): boolean {
  return ARCHIVE_HEAD.test(Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1'));
}

/** A page with what its archive says of its encoding. */
export interface ArchivedPage {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/**
 * The page of a web archive: its first HTML part, decoded to bytes.
 * @throws ReadError `damaged` when there is none
 */
export function archivedPage(bytes: Uint8Array): ArchivedPage {
  // Every byte is one character, so that parts come out as they were put in.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const page = firstPage(text);
  if (page === null) {
    const message =
      'The web archive holds no page; open it in a browser and save it as HTML or print it to PDF.';
    throw new ReadError('damaged', message);
  }
  return page;
}

/** Parts within parts go no deeper in any archive that a program wrote. */
const DEEPEST = 3;

function firstPage(text: string, depth = 0): ArchivedPage | null {
  const { headers } = partOf(text);
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(headers.get('content-type') ?? '');
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) return null;
  for (const piece of text.split(`--${mark}`).slice(1)) {
    const part = partOf(piece.replace(/^[ \t]*\r?\n/, ''));
    const contentType = part.headers.get('content-type') ?? '';
    if (PAGE_TYPE.test(contentType))
      return { bytes: decoded(part.body, part.headers.get('content-transfer-encoding') ?? ''), contentType };
    // The page with its frames can be a part of its own.
    const inner =
      depth < DEEPEST && /^\s*multipart\//i.test(contentType)
        ? firstPage(piece.trimStart(), depth + 1)
        : null;
    if (inner !== null) return inner;
  }
  return null;
}

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Headers end at the first empty line; a line that begins with a blank continues the one before. */
function partOf(text: string): Part {
  const end = /\r?\n\r?\n/.exec(text);
  const head = text.slice(0, end?.index ?? text.length).replace(/\r?\n[ \t]+/g, ' ');
  const headers = head.split(/\r?\n/).flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon > 0 ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]] : [];
  });
  return { headers: new Map(headers), body: end ? text.slice(end.index + end[0].length) : '' };
}

/** RFC 2045: `base64`, `quoted-printable`, or the bytes as they are. */
function decoded(body: string, encoding: string): Uint8Array {
  const name = encoding.trim().toLowerCase();
  if (name === 'base64') return new Uint8Array(Buffer.from(body, 'base64'));
  const plain =
    name === 'quoted-printable'
      ? body
          .replace(/=[ \t]*\r?\n/g, '')
          .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : body;
  return new Uint8Array(Buffer.from(plain, 'latin1'));
}
