import { ReadError } from '../model/errors.js';

/** A page or text of a report is under 1 MB; 64 MB of it is a dump, and its tree would exhaust memory. */
export const MAX_TEXT_BYTES = 64 * 1024 * 1024;
/** Everything a DOCX may unpack to, by its own directory: reports with photographs stay below 100 MB. */
export const MAX_ARCHIVE_BYTES = 512 * 1024 * 1024;
/** One XML part of a DOCX, really unpacked: a report has under 2 MB, and its tree takes some 50 times as much. */
export const MAX_PART_BYTES = 32 * 1024 * 1024;
/** A DOCX has a few dozen entries; more than this is a bomb or another kind of archive. */
export const MAX_ARCHIVE_ENTRIES = 10_000;

/** @throws ReadError `too_large` for a page or text beyond `MAX_TEXT_BYTES` */
export function checkTextSize(bytes: Uint8Array, what: string): void {
  if (bytes.length <= MAX_TEXT_BYTES) return;
  const size = Math.ceil(bytes.length / 1024 / 1024);
  throw new ReadError(
    'too_large',
    `The ${what} has ${size} MB; at most ${MAX_TEXT_BYTES / 1024 / 1024} MB are read. ` +
      'Save the report alone to a file of its own and read that.',
  );
}
