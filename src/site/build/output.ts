/**
 * The folder of the site, replaced as a whole or not at all: the new one is made beside it and takes its name in one
 * rename. A folder that is no site of nianbao, or that holds anything a site does not have, is left alone.
 */

import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { isAlive, makeFolders, removeIfEmpty } from '../../write/leftovers.js';
import { OutputError } from './dataset-error.js';

/** Says that a folder is a site of nianbao. */
export const MARKER = 'nianbao-site.json';
const MARK = { generator: 'nianbao', kind: 'site' } as const;

/** Everything that stands at the top of a site. */
const OWN_NAMES: ReadonlySet<string> = new Set([MARKER, 'index.html', 'assets', 'data']);

export interface SiteOutput {
  /** Folder to write into. */
  readonly folder: string;
  /** Puts it in the place of the old site. */
  commit(): void;
  /** Gives it up; the old site stays. Safe to call twice. */
  discard(): void;
}

/** Opens a folder beside `outDir`. Throws {@link OutputError} when `outDir` is not ours to replace. */
export function openSite(outDir: string, datasetDir: string): SiteOutput {
  const target = realTarget(outDir);
  refuseForeign(target, outDir, datasetDir);
  const parent = dirname(target);
  const firstCreated = makeFolders(parent);
  finishSwap(target);
  removeStale(target);
  const folder = `${stagePrefix(target)}${process.pid}-${randomBytes(4).toString('hex')}`;
  mkdirSync(folder);
  writeFileSync(join(folder, MARKER), `${JSON.stringify(MARK)}\n`);
  return {
    folder,
    commit: () => swap(folder, target),
    discard: () => {
      rmSync(folder, { recursive: true, force: true });
      if (firstCreated !== undefined) removeIfEmpty(parent);
    },
  };
}

/** The folder itself where `outDir` is a link to it, so that the link stays. */
function realTarget(outDir: string): string {
  const path = resolve(outDir);
  return existsSync(path) ? realpathSync(path) : path;
}

function refuseForeign(target: string, outDir: string, datasetDir: string): void {
  const dataset = realpathSync(resolve(datasetDir));
  if (dataset === target || isInside(dataset, target)) {
    throw new OutputError(`${outDir} is or holds the dataset; choose another folder with --out.`);
  }
  if (!existsSync(target)) return;
  if (!statSync(target).isDirectory()) throw new OutputError(`${outDir} is a file; choose another --out.`);
  const names = readdirSync(target);
  if (names.length === 0) return;
  if (!isSite(target)) {
    throw new OutputError(
      `${outDir} is not empty and no site of nianbao; nothing was written. Choose another folder with --out, or empty it.`,
    );
  }
  const foreign = names.filter((name) => !OWN_NAMES.has(name));
  if (foreign.length > 0) {
    throw new OutputError(
      `${outDir} also holds what nianbao did not put there (${foreign.slice(0, 3).join(', ')}); replacing it would delete that. Move it away, or choose another folder with --out.`,
    );
  }
}

function isInside(inner: string, outer: string): boolean {
  const path = relative(outer, inner);
  return path !== '' && path !== '..' && !path.startsWith(`..${sep}`);
}

function isSite(folder: string): boolean {
  try {
    const mark: unknown = JSON.parse(readFileSync(join(folder, MARKER), 'utf8'));
    const { generator, kind } = mark as Partial<typeof MARK>;
    return generator === MARK.generator && kind === MARK.kind;
  } catch {
    return false;
  }
}

/** Hidden, and beside the site, so that a rename stays on one disk. */
const stagePrefix = (target: string): string => join(dirname(target), `.${basename(target)}.nianbao-stage-`);
const oldName = (target: string): string => join(dirname(target), `.${basename(target)}.nianbao-old`);

function swap(folder: string, target: string): void {
  const old = oldName(target);
  if (existsSync(target)) renameSync(target, old);
  try {
    renameSync(folder, target);
  } catch (error) {
    if (existsSync(old)) renameSync(old, target);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

/** A run that was killed between the two renames: the old site gets its name back. After both, it can go. */
function finishSwap(target: string): void {
  const old = oldName(target);
  if (!existsSync(old)) return;
  if (existsSync(target)) rmSync(old, { recursive: true, force: true });
  else renameSync(old, target);
}

/** Stages of runs that are gone; one of another live run is left alone. */
function removeStale(target: string): void {
  const prefix = basename(stagePrefix(target));
  for (const name of readdirSync(dirname(target))) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number(/^\d+/.exec(name.slice(prefix.length))?.[0]);
    if (!Number.isNaN(pid) && !isAlive(pid))
      rmSync(join(dirname(target), name), { recursive: true, force: true });
  }
}
