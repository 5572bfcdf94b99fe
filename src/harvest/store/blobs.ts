/**
 * Content-addressed files: the name of a blob is the SHA-256 of its bytes, so nothing of a name comes from the
 * network. A blob is on disk as a whole or not at all: temporary file, fsync, rename, fsync of the folder.
 */

import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';

const SHA256 = /^[0-9a-f]{64}$/;

export class Blobs {
  readonly #folder: string;
  readonly #made = new Set<string>();
  readonly #synced = new Set<string>();

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

  /** Puts bytes on disk, device included, and resolves to their SHA-256. Many may be under way: the disk is slow. */
  async put(bytes: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const path = this.path(sha256);
    if (existsSync(path)) return sha256;
    const folder = this.#ensure(sha256.slice(0, 2));
    const temporary = join(this.#ensure('tmp'), `${process.pid}-${randomBytes(6).toString('hex')}`);
    await writeDurably(temporary, bytes);
    await rename(temporary, path);
    await syncFolder(folder);
    // The folder itself may be new.
    if (!this.#synced.has(folder)) await syncFolder(this.#folder);
    this.#synced.add(folder);
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
    if (!this.#made.has(name)) mkdirSync(folder, { recursive: true });
    this.#made.add(name);
    return folder;
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; there the rename itself is journaled.
  if (process.platform === 'win32') return;
  const file = await open(folder, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
