/**
 * One writer at a time. The lock is an exclusive transaction on a database of its own: a lock of the operating
 * system, which ends with the process that holds it, however that ends. No stale lock is possible.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';

export interface Writer {
  readonly pid: number;
  /** ISO time. */
  readonly since: string;
}

/** Another run is writing to the store. */
export class StoreLocked extends Error {
  override readonly name = 'StoreLocked';
}

const NOTE = 'writer.json';
/** A look by `status` holds the file for a moment; a run holds it for hours. */
const PATIENCE_MILLISECONDS = 1000;

/** Takes the lock and returns its release. Throws {@link StoreLocked}. */
export function lockStore(dir: string): () => void {
  const lock = new Database(join(dir, 'lock.db'), { timeout: PATIENCE_MILLISECONDS });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!/locked|busy/i.test((error as Error).message)) throw error;
    const writer = noteOf(dir);
    const who = writer === null ? 'Another run' : `Process ${writer.pid}, since ${writer.since},`;
    throw new StoreLocked(`${who} is writing to the store ${dir}; wait for it to end.`);
  }
  writeFileSync(join(dir, NOTE), JSON.stringify({ pid: process.pid, since: new Date().toISOString() }));
  return () => {
    lock.close();
  };
}

/** Who writes to the store at this moment, or null. */
export function writerOf(dir: string): Writer | null {
  const note = noteOf(dir);
  if (note === null) return null;
  try {
    const lock = new Database(join(dir, 'lock.db'), { timeout: 0 });
    try {
      lock.prepare('SELECT count(*) FROM sqlite_master').get();
      return null;
    } finally {
      lock.close();
    }
  } catch {
    return note;
  }
}

function noteOf(dir: string): Writer | null {
  try {
    return JSON.parse(readFileSync(join(dir, NOTE), 'utf8')) as Writer;
  } catch {
    return null;
  }
}
