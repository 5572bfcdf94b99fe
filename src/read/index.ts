import type { Document } from '../model/document.js';
import { checkTextSize } from './limits.js';
import type { PictureOptions } from './scan/options.js';
import { isPicture, sniff } from './sniff.js';
import { archivedPage } from './webarchive.js';

/** What is known of a source besides its bytes; the content decides where they disagree. */
export interface ReadHints extends PictureOptions {
  /** The HTTP content type, perhaps with a `charset`. */
  readonly contentType?: string;
  /** File name or URL. */
  readonly name?: string;
  /** The document as DOCX, where an office program has converted it (see `office.ts`). */
  readonly converted?: Uint8Array;
}

/**
 * Reads a report of any supported format: HTML, PDF, DOCX, sheets, plain text, Markdown, pictures, and what was converted
 * to DOCX. Each reader is loaded when it is
 * first needed, so that a run over pages loads no PDF or DOCX library.
 * @throws ReadError when the source cannot be read; its message names the reason and the remedy
 */
export async function readDocument(bytes: Uint8Array, hints: ReadHints = {}): Promise<Document> {
  const format = await sniff(bytes, hints.name);
  if (isPicture(format)) return (await import('./scan/file.js')).readPicture(bytes, format, hints);
  switch (format) {
    case 'pdf':
      return (await import('./pdf/index.js')).readPdf(bytes, hints);
    case 'zip':
      return (await import('./zip.js')).readZip(bytes, hints);
    case 'xls':
      return (await import('./sheet/index.js')).readSheet(bytes, 'application/vnd.ms-excel');
    case 'converted':
      return (await import('./converted.js')).readConverted(bytes, hints);
    case 'html':
      checkTextSize(bytes, 'page');
      return (await import('./html/index.js')).readHtml(bytes, hints.contentType, hints);
    case 'webarchive': {
      checkTextSize(bytes, 'page');
      const page = archivedPage(bytes);
      return (await import('./html/index.js')).readHtml(page.bytes, page.contentType, hints);
    }
    default:
      checkTextSize(bytes, 'text');
      return (await import('./text/index.js')).readText(bytes, format === 'markdown', hints.contentType);
  }
}
