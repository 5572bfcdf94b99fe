/** Lines of text files, in batches: one await for thousands of lines. */

import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';

const CHUNK_BYTES = 256 * 1024;

/** The lines of a UTF-8 file without their ends; a last line without an end counts. */
export async function* lineBatches(path: string, chunkBytes = CHUNK_BYTES): AsyncGenerator<string[]> {
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: chunkBytes })) {
    const lines = (rest + (chunk as string)).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) yield lines;
  }
  if (rest !== '') yield [rest];
}

/** Lines gathered to about this many characters go to disk together. */
const WRITE_CHARS = 256 * 1024;

/** Writes lines to a new file. Throws what the file system says. */
export function writeLines(path: string, lines: Iterable<string>): void {
  const fd = openSync(path, 'wx');
  try {
    let pending = '';
    for (const line of lines) {
      pending += `${line}\n`;
      if (pending.length < WRITE_CHARS) continue;
      writeFully(fd, pending);
      pending = '';
    }
    writeFully(fd, pending);
  } finally {
    closeSync(fd);
  }
}

function writeFully(fd: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done);
}
