import { readMember } from './archives.js';
import { readSource, type SourceSize } from './source-file.js';
import type { ReportInput } from './types.js';

/** The bytes of an input, from its file or out of an archive. @throws ReadError */
export async function readInput(
  { path, member }: ReportInput,
  maxBytes: number,
  size: SourceSize = { bytes: 0 },
): Promise<Uint8Array> {
  return member === undefined ? readSource(path, maxBytes, size) : readMember(path, member, maxBytes);
}
