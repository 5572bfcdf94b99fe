import type { Document, MediaType } from '../model/document.js';
import { Archive } from './archive.js';
import { readDocx } from './docx/index.js';
import type { PictureOptions } from './scan/options.js';
import { readSheet } from './sheet/index.js';

const XLSX: MediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ODS: MediaType = 'application/vnd.oasis.opendocument.spreadsheet';

/** Reads what comes in a ZIP container: a workbook or a DOCX; the directory tells which. */
export async function readZip(bytes: Uint8Array, options: PictureOptions = {}): Promise<Document> {
  const archive = await Archive.open(bytes);
  if (archive.names.some((name) => /^xl\/workbook\./.test(name))) return readSheet(bytes, XLSX);
  if (archive.has('mimetype') && String(await archive.read('mimetype')).trim() === ODS)
    return readSheet(bytes, ODS);
  return readDocx(archive, options);
}
