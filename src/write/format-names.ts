/** What people call the formats of reports. */

import type { MediaType } from '../model/document.js';

export const FORMAT_NAMES: Readonly<Record<MediaType, string>> = {
  'text/html': 'HTML',
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/vnd.ms-excel': 'XLS',
  'application/vnd.oasis.opendocument.spreadsheet': 'ODS',
  'application/vnd.oasis.opendocument.text': 'ODT',
  'application/msword': 'DOC',
  'application/rtf': 'RTF',
  'application/x-uof': 'UOF',
  'text/plain': 'text',
  'text/markdown': 'Markdown',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/tiff': 'TIFF',
  'image/bmp': 'BMP',
  'image/gif': 'GIF',
  'image/webp': 'WebP',
};
