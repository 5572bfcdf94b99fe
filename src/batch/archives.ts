/**
 * ZIP files of reports: each file in them is an input of its own, named by the archive and its path in it. A ZIP that is
 * itself a document (DOCX, XLSX, ODT …) stays as it is, and so does one that cannot be opened: its row says why.
 */

import { ReadError } from '../model/errors.js';
import { Archive } from '../read/archive.js';
import { isCompanion } from './inputs.js';
import { headOf } from './source-file.js';
import type { ReportInput } from './types.js';

const REMEDY = 'download it again, or unpack it and read the files in it.';

const ZIP_MAGIC = 'PK\x03\x04';

/** Entries that make a ZIP file a document rather than an archive of documents. */
const DOCUMENT_PART = /^(?:\[Content_Types\]\.xml|mimetype|OFD\.xml|META-INF\/container\.xml|content\.xml)$/i;
/** What packing programs and systems add. */
const NOT_PACKED_BY_PEOPLE = /(?:^|\/)(?:__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i;

/** Puts the files of each archive in the archive's place; `companions` counts what is left out by name. */
export async function expandArchives(
  reports: readonly ReportInput[],
): Promise<{ readonly reports: readonly ReportInput[]; readonly companions: number }> {
  const expanded: ReportInput[] = [];
  let companions = 0;
  for (const input of reports) {
    const isZip = headOf(input.path, ZIP_MAGIC.length).toString('latin1') === ZIP_MAGIC;
    const members = isZip ? await membersOf(input.path) : null;
    const wanted = members?.filter((name) => !isCompanion(name.split('/').at(-1) ?? '')) ?? [];
    companions += (members?.length ?? 0) - wanted.length;
    if (wanted.length === 0) expanded.push(input);
    else
      for (const member of wanted) expanded.push({ ...input, source: `${input.source}/${member}`, member });
  }
  expanded.sort((a, b) => (a.source < b.source ? -1 : 1));
  return { reports: expanded, companions };
}

/** The bytes of a file in an archive of at most `maxBytes`. @throws ReadError */
export async function readMember(path: string, member: string, maxBytes: number): Promise<Uint8Array> {
  const archive = await Archive.open(path, { remedy: REMEDY, maxPartBytes: maxBytes });
  try {
    const bytes = await archive.read(member);
    if (bytes.length === 0) throw new ReadError('empty_file', 'The file in the archive is empty (0 bytes).');
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length).slice();
  } finally {
    archive.close();
  }
}

/** The files of an archive in order; null when it is a document or cannot be opened. */
async function membersOf(path: string): Promise<string[] | null> {
  try {
    const archive = await Archive.open(path, { remedy: REMEDY });
    archive.close();
    const { names } = archive;
    if (names.some((name) => DOCUMENT_PART.test(name))) return null;
    return names.filter((name) => !name.endsWith('/') && !NOT_PACKED_BY_PEOPLE.test(name));
  } catch {
    return null;
  }
}
