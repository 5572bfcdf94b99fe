import type { Document } from '../model/document.js';
import { ReadError } from '../model/errors.js';
import { readDocx } from './docx/index.js';
import { CONVERTED, officeKind } from './office.js';
import type { PictureOptions } from './scan/options.js';

/**
 * Reads a document through its conversion to DOCX.
 * @throws ReadError `needs_converter` when there is none
 */
export async function readConverted(
  bytes: Uint8Array,
  hints: PictureOptions & { readonly converted?: Uint8Array },
): Promise<Document> {
  const { converted: docx } = hints;
  const kind = officeKind(bytes);
  if (kind === null || kind === 'xls') throw new Error('not a document that is converted');
  const { mediaType, what } = CONVERTED[kind];
  if (docx === undefined) {
    throw new ReadError(
      'needs_converter',
      `This is an ${what}, which is read with the help of LibreOffice; install it (Debian: apt-get install ` +
        'libreoffice-writer) and run again, or save the file as DOCX.',
    );
  }
  return { ...(await readDocx(docx, hints)), mediaType };
}
