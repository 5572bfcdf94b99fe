/**
 * Replaces the files of a dataset all or none. They are written into a hidden folder inside the output folder;
 * when all of them are on disk, that folder gets its final name in one rename, which is the point of no return,
 * and only then its files move out. A run that is killed before leaves the old dataset; one that is killed
 * after is finished by the next run.
 */

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, makeFolders, removeIfEmpty } from './leftovers.js';

const STAGE = /^\.nianbao-stage-(\d+)-[0-9a-f]+$/;
/** A dataset that is complete but has not moved out yet. */
const READY = '.nianbao-ready';

/** Named last: whoever sees the new descriptor sees the new files. */
const LAST_FILE = 'datapackage.json';

export interface Stage {
  /** Folder to write into. */
  readonly folder: string;
  /** A folder for what is needed only until then; removed with the stage, when it is committed too. */
  scratch(): string;
  /** Puts the files into the output folder. */
  commit(): void;
  /** Removes everything this stage made. Safe to call twice. */
  discard(): void;
}

/** Opens a stage in `outDir`, making that folder if need be, after clearing up what killed runs left. */
export function openStage(outDir: string): Stage {
  const firstCreated = makeFolders(outDir);
  finishReady(outDir);
  removeStale(outDir);
  const folder = newFolder(outDir);
  let scratch: string | undefined;
  const removeScratch = (): void => {
    if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
  };
  return {
    folder,
    scratch: () => {
      scratch ??= newFolder(outDir);
      return scratch;
    },
    commit: () => {
      removeScratch();
      renameSync(folder, join(outDir, READY));
      finishReady(outDir);
    },
    discard: () => {
      removeScratch();
      rmSync(folder, { recursive: true, force: true });
      if (firstCreated !== undefined) removeIfEmpty(outDir);
    },
  };
}

function newFolder(outDir: string): string {
  const folder = join(outDir, `.nianbao-stage-${process.pid}-${randomBytes(4).toString('hex')}`);
  mkdirSync(folder);
  return folder;
}

function finishReady(outDir: string): void {
  const ready = join(outDir, READY);
  if (!existsSync(ready)) return;
  const names = readdirSync(ready).filter((name) => name !== LAST_FILE);
  for (const name of names) renameSync(join(ready, name), join(outDir, name));
  if (existsSync(join(ready, LAST_FILE))) renameSync(join(ready, LAST_FILE), join(outDir, LAST_FILE));
  rmdirSync(ready);
}

/** A stage is stale when its process is gone; one of another live run is left alone. */
function removeStale(outDir: string): void {
  for (const name of readdirSync(outDir)) {
    const pid = Number(STAGE.exec(name)?.[1]);
    if (Number.isNaN(pid) || (pid !== process.pid && isAlive(pid))) continue;
    rmSync(join(outDir, name), { recursive: true, force: true });
  }
}
