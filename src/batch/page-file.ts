/** Pages as they lie on disk, for whoever looks in them for names and links before they are read. */

import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';

/** A page is under a megabyte; larger ones are not searched. */
const MAX_PAGE_BYTES = 16 * 1024 * 1024;
/** Enough to tell a page from a PDF or a packed document, which then are not read a second time in full. */
const HEAD_BYTES = 1024;

/**
 * The bytes of a page; none for a file of another kind, and for one that is too large or cannot be read: the worker meets
 * the same obstacle and says so.
 */
export function pageBytes(path: string): Buffer {
  try {
    // Asked before it is opened: opening a pipe waits for a writer.
    const stats = statSync(path);
    const fits = stats.isFile() && stats.size <= MAX_PAGE_BYTES;
    return fits && mayBePage(path) ? readFileSync(path) : Buffer.alloc(0);
  } catch {
    return Buffer.alloc(0);
  }
}

function mayBePage(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const text = head.subarray(0, readSync(file, head, 0, HEAD_BYTES, 0));
    return !text.includes(0) && !text.includes('%PDF-');
  } finally {
    closeSync(file);
  }
}
