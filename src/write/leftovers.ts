/** What runs that were killed leave behind: told by the process that made it, and removed with care. */

import { rmdirSync } from 'node:fs';

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
