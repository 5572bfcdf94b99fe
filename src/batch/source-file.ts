/** Opens one source for reading; every way in which that can fail has its own code and advice. */

import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { ReadError } from '../model/errors.js';

/** Without it, opening a pipe would wait for a writer. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

const MEGABYTE = 1024 * 1024;
const megabytes = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(1)} MB`;

/** Told as soon as it is known, also when the file is then refused. */
export interface SourceSize {
  bytes: number;
}

/**
 * The bytes of a regular file of at most `maxBytes`. Throws {@link ReadError}; sets `size.bytes` on the way.
 */
export function readSource(path: string, maxBytes: number, size: SourceSize): Uint8Array {
  let fd: number | undefined;
  try {
    fd = openSync(path, FLAGS);
    const stats = fstatSync(fd);
    if (stats.isFile()) size.bytes = stats.size;
    checkStats(stats, maxBytes);
    return readAll(fd, stats.size);
  } catch (error) {
    throw asReadError(error, path);
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

/** The first bytes of a regular file; empty for anything else and for what cannot be opened. */
export function headOf(path: string, length: number): Buffer {
  let fd: number | undefined;
  try {
    fd = openSync(path, FLAGS);
    const head = Buffer.alloc(length);
    return fstatSync(fd).isFile() ? head.subarray(0, readSync(fd, head, 0, length, 0)) : Buffer.alloc(0);
  } catch {
    return Buffer.alloc(0);
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

function checkStats(stats: Stats, maxBytes: number): void {
  if (!stats.isFile()) {
    throw new ReadError('unreadable_file', `This is ${kindOf(stats)}, not a file; name the report itself.`);
  }
  if (stats.size === 0) {
    throw new ReadError('empty_file', 'The file is empty (0 bytes); download it again.');
  }
  if (stats.size > maxBytes) {
    const found = `The file has ${megabytes(stats.size)}, the limit is ${megabytes(maxBytes)}`;
    throw new ReadError(
      'too_large',
      `${found}; check that it is a report, or raise the limit with --max-bytes.`,
    );
  }
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a pipe';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}

/** Reads what `fstat` announced; a file that shrinks meanwhile gives what is left. */
function readAll(fd: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let filled = 0;
  while (filled < size) {
    const got = readSync(fd, bytes, filled, size - filled, null);
    if (got === 0) break;
    filled += got;
  }
  return filled === size ? bytes : bytes.subarray(0, filled);
}

function asReadError(error: unknown, path: string): unknown {
  if (error instanceof ReadError) return error;
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new ReadError('not_found', notFound(path), { cause: error });
    case 'EACCES':
    case 'EPERM':
      return new ReadError(
        'permission_denied',
        'You may not read this file; change its permissions (chmod +r, and +x on its folders).',
        { cause: error },
      );
    case undefined:
      return error;
    default:
      return new ReadError(
        'unreadable_file',
        `The system could not read the file (${code}); check the disk, the network share or the link.`,
        { cause: error },
      );
  }
}

/** What stands in a path where its bytes are no UTF-8, as in names unpacked from a GBK archive. */
const REPLACEMENT = '\ufffd';

function notFound(path: string): string {
  return path.includes(REPLACEMENT)
    ? 'The file name is not UTF-8 and cannot be opened; rename it (for example convmv -f gbk -t utf8).'
    : 'There is no such file; it was moved or deleted after it was listed, or the name is misspelt.';
}
