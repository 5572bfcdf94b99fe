import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import type { FileDigest } from './datapackage.js';

/** Bytes are gathered to about this size before they go to disk: few calls, and memory stays flat. */
const CHUNK_CHARS = 64 * 1024;

/** A file that is only appended to; keeps size and hash while writing. Throws what the file system says. */
export class FileSink {
  readonly #fd: number;
  readonly #hash = createHash('sha256');
  #bytes = 0;
  #pending: string[] = [];
  #pendingChars = 0;

  constructor(path: string) {
    this.#fd = openSync(path, 'wx');
  }

  append(text: string): void {
    if (text === '') return;
    this.#pending.push(text);
    this.#pendingChars += text.length;
    if (this.#pendingChars >= CHUNK_CHARS) this.#flush();
  }

  /** Brings everything to disk, the device included, and tells size and hash. */
  close(): FileDigest {
    this.#flush();
    fsyncSync(this.#fd);
    closeSync(this.#fd);
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  /** Gives the file up. */
  abandon(): void {
    try {
      closeSync(this.#fd);
    } catch {
      // Already closed.
    }
  }

  #flush(): void {
    const bytes = Buffer.from(this.#pending.join(''), 'utf8');
    this.#pending = [];
    this.#pendingChars = 0;
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#fd, bytes, done);
  }
}
