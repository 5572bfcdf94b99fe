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
} as const;

export type Format = keyof typeof FORMATS;

export const ALL_FORMATS = Object.keys(FORMATS) as Format[];
export const HTML_FORMATS: readonly Format[] = ['html', 'html-gbk', 'html-portal'];
export const PDF_FORMATS: readonly Format[] = ['pdf-chromium', 'pdf-libreoffice'];
export const DOCX_FORMATS: readonly Format[] = ['docx-libreoffice', 'docx-pandoc'];
export const TEXT_FORMATS: readonly Format[] = ['txt-tab', 'markdown'];
