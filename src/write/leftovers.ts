/** Folders that runs make, and those that killed runs leave behind: told by the process that made them, and removed with care. */

import { existsSync, mkdirSync, rmdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder with those above it; returns the first that was made. Throws the error of the system. One at a time: the
 * recursive `mkdirSync` of Node never returns where a folder can have no folders, as `/proc`.
 */
export function makeFolders(dir: string): string | undefined {
  const missing: string[] = [];
  for (let at = resolve(dir); !existsSync(at); at = dirname(at)) missing.unshift(at);
  for (const folder of missing) makeFolder(folder);
  if (missing.length === 0) mkdirSync(dir, { recursive: true }); // Throws where a file has the name.
  return missing[0];
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another run may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !existsSync(folder)) throw error;
  }
}

/** Whether a process is there, also one of somebody else. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes a folder that holds nothing; any other stays. */
export function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody has put something there meanwhile; then it stays.
  }
}
