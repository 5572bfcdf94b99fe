import type { ReadError } from '../../model/errors.js';
import type { Archive } from '../archive.js';
import { unsupported } from '../sniff.js';

/** Other formats that are ZIP files, told by an entry that only they have. */
const OTHERS: readonly { readonly entry: RegExp; readonly what: string; readonly remedy: string }[] = [
  { entry: /^ppt\/presentation\./, what: 'presentation (PPTX)', remedy: 'save it as PDF' },
  { entry: /^OFD\.xml$/i, what: 'OFD document', remedy: 'open it in an OFD viewer and export it as PDF' },
  { entry: /^META-INF\/container\.xml$/, what: 'e-book (EPUB)', remedy: 'save the report as HTML or PDF' },
  { entry: /^content\.xml$/, what: 'OpenDocument file', remedy: 'save it as DOCX or PDF' },
];

/** The error for a ZIP file without a Word document in it. */
export function otherArchive(archive: Archive): ReadError {
  const { names } = archive;
  const other = OTHERS.find(({ entry }) => names.some((name) => entry.test(name)));
  if (other !== undefined) return unsupported(other.what, other.remedy);
  return unsupported('ZIP archive', 'unpack it and read the files in it');
}
