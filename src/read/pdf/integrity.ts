/**
 * Whether the compressed content of pages came through whole. pdf.js reads a damaged stream up to the damage and says
 * nothing, so that the rest of a page would be missing silently; here every such stream is inflated once more, which
 * costs little beside interpreting it, and its checksum is looked at.
 */

import { constants, inflateSync } from 'node:zlib';

/** Entries of dictionaries whose streams hold no page content: fonts, pictures, object and reference streams. */
const NO_CONTENT =
  /\/(?:Length1|Length2|Length3|Subtype\s*\/Image|Type\s*\/(?:ObjStm|XRef|Metadata|EmbeddedFile)|N\s+\d|FunctionType|ShadingType|BitsPerSample)\b/;
const FLATE_ALONE = /\/Filter\s*(?:\[\s*)?\/(?:FlateDecode|Fl)\s*(?:\]|\/|>|$)/;
/** A dictionary before its stream is shorter than this. */
const DICTIONARY = 2_000;
/** Content of one page is a few megabytes at most once inflated; more is a bomb and is left to pdf.js. */
const MAX_INFLATED = 64 * 1024 * 1024;
/** Characters that may stand between the end of the compressed data and the word that ends the stream. */
const END_OF_LINE = /[\r\n]+$/;

/** Number of streams of page content that are damaged; encrypted files are not looked at. */
export function damagedStreams(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes('/Encrypt')) return 0;
  let damaged = 0;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const before = file.subarray(Math.max(0, at - DICTIONARY), at).toString('latin1');
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
    if (NO_CONTENT.test(dictionary) || !FLATE_ALONE.test(dictionary)) continue;
    const data = dataFrom(file, at + 6, dictionary);
    if (data !== null && isDamaged(data)) damaged++;
  }
  return damaged;
}

/** The bytes of a stream; null when its end cannot be found. */
function dataFrom(file: Buffer, after: number, dictionary: string): Buffer | null {
  const start = file[after] === 0x0d && file[after + 1] === 0x0a ? after + 2 : after + 1;
  const length = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1];
  if (
    length !== undefined &&
    file
      .subarray(start + Number(length))
      .subarray(0, 12)
      .includes('endstream')
  ) {
    return file.subarray(start, start + Number(length));
  }
  const end = file.indexOf('endstream', start);
  return end < 0 ? null : file.subarray(start, end);
}

function isDamaged(data: Buffer): boolean {
  const trimmed = data.subarray(
    0,
    data.length - (END_OF_LINE.exec(data.subarray(-2).toString('latin1'))?.[0].length ?? 0),
  );
  return [data, trimmed].every((candidate) => !inflates(candidate));
}

/** A missing checksum at the very end is a habit of some writers, a wrong one is damage. */
function inflates(data: Buffer): boolean {
  try {
    inflateSync(data, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MAX_INFLATED });
    return true;
  } catch (cause) {
    return cause instanceof RangeError;
  }
}
