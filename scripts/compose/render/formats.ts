/** The kinds of document a report is rendered to, with the extension of the file. */
export const FORMATS = {
  html: 'html',
  'html-gbk': 'html',
  'html-portal': 'html',
  'pdf-chromium': 'pdf',
  'pdf-libreoffice': 'pdf',
  'docx-libreoffice': 'docx',
  'docx-pandoc': 'docx',
  doc: 'doc',
  odt: 'odt',
  xlsx: 'xlsx',
  'txt-tab': 'txt',
  markdown: 'md',
  'scan-clean': 'pdf',
  'scan-rough': 'pdf',
  'scan-seal': 'pdf',
  'picture-page': 'html',
  'docx-picture': 'docx',
} as const;

export type Format = keyof typeof FORMATS;

/** Documents that show pictures of tables, with the format whose print they are pictures of. */
const PRINTED_AS: Partial<Record<Format, Format>> = {
  'scan-clean': 'pdf-chromium',
  'scan-rough': 'pdf-chromium',
  'scan-seal': 'pdf-chromium',
  'picture-page': 'html',
  'docx-picture': 'html',
};

/** The format whose dialects show in a document; a scan has those of the paper that was scanned. */
export function printedAs(format: Format): Format {
  return PRINTED_AS[format] ?? format;
}

export const SCAN_FORMATS = Object.keys(PRINTED_AS) as Format[];
/** Documents of text; pictures take seconds each and are evaluated when they are asked for. */
export const ALL_FORMATS = (Object.keys(FORMATS) as Format[]).filter(
  (format) => !SCAN_FORMATS.includes(format),
);
export const HTML_FORMATS: readonly Format[] = ['html', 'html-gbk', 'html-portal'];
export const PDF_FORMATS: readonly Format[] = ['pdf-chromium', 'pdf-libreoffice'];
export const DOCX_FORMATS: readonly Format[] = ['docx-libreoffice', 'docx-pandoc'];
export const TEXT_FORMATS: readonly Format[] = ['txt-tab', 'markdown'];
