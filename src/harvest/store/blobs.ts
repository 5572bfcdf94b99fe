/**
 * Content-addressed files: the name of a blob is the SHA-256 of its bytes, so nothing of a name comes from the
 * network. A blob is on disk as a whole or not at all: temporary file, fsync, rename, fsync of the folder.
 */

import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

const SHA256 = /^[0-9a-f]{64}$/;

export class Blobs {
  readonly #folder: string;
  readonly #made = new Set<string>();

  constructor(storeDir: string) {
    this.#folder = join(storeDir, 'blobs');
  }

  /** Where a blob lies. Throws for anything but a SHA-256. */
  path(sha256: string): string {
    if (!SHA256.test(sha256)) throw new Error(`not a SHA-256: ${sha256}`);
    return join(this.#folder, sha256.slice(0, 2), sha256);
  }

  has(sha256: string): boolean {
    return existsSync(this.path(sha256));
  }

  read(sha256: string): Uint8Array {
    return readFileSync(this.path(sha256));
  }

  /** Puts bytes on disk, device included, and returns their SHA-256. */
  put(bytes: Uint8Array): string {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const path = this.path(sha256);
    if (existsSync(path)) return sha256;
    const folder = this.#ensure(sha256.slice(0, 2));
    const temporary = join(this.#ensure('tmp'), `${process.pid}-${randomBytes(6).toString('hex')}`);
    writeDurably(temporary, bytes);
    renameSync(temporary, path);
    syncFolder(folder);
    return sha256;
  }

  /** Removes what killed runs left half written; only the writer may call it. */
  sweep(): void {
    const folder = join(this.#folder, 'tmp');
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true });
  }

  #ensure(name: string): string {
    const folder = join(this.#folder, name);
    if (!this.#made.has(name)) {
      if (mkdirSync(folder, { recursive: true }) !== undefined) syncFolder(this.#folder);
      this.#made.add(name);
    }
    return folder;
  }
}

function writeDurably(path: string, bytes: Uint8Array): void {
  const fd = openSync(path, 'wx');
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function syncFolder(folder: string): void {
  // Windows cannot open a folder; there the rename itself is journaled.
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
