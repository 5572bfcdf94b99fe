/**
 * From what the user names to the list of reports: folders are walked, every report gets its source name.
 * Nothing is opened here but pages, for what they show and link to; what cannot be read still gets a place in the list, so that it gets a row.
 */

import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { withLinkedDocuments } from './linked.js';
import { distinctNames, type NamedFile } from './names.js';
import { withoutShownPictures } from './shown.js';
import type { ReportInput } from './types.js';

export interface Inputs {
  /** Sorted by source, each source once. */
  readonly reports: readonly ReportInput[];
  /** Inputs that were named and do not exist. */
  readonly missing: readonly string[];
  /** Files left out: companions of a report (see {@link isCompanion}), and pictures that a page beside them shows. */
  readonly companions: number;
}

export interface InputOptions {
  /** Files and folders as the user named them. */
  readonly named: readonly string[];
  /** Paths from a list on standard input; they are named by their path below the current folder. */
  readonly listed?: readonly string[];
  /** Never descended into: the dataset itself is not an input. */
  readonly outDir: string;
}

const COMPANIONS = new Set(['expected.csv', 'about.md', 'README.md']);

/** Files that lie beside reports and are none: notes, expected cells, and whatever begins with a dot. */
export function isCompanion(name: string): boolean {
  return name.startsWith('.') || COMPANIONS.has(name) || name.endsWith('.expected.csv');
}

/** Resolves all inputs. `source` names follow the dataset contract; the order is that of code units. */
export function findInputs({ named, listed = [], outDir }: InputOptions): Inputs {
  const walk = new Walk(resolve(outDir));
  const several = named.length + listed.length > 1;
  for (const input of named) walk.addNamed(resolve(input), several);
  for (const path of listed) walk.addListed(resolve(path));
  const given = withLinkedDocuments(walk.given);
  const found = withoutShownPictures(walk.found);
  return {
    reports: distinctNames([...given, ...found]).sort((a, b) => (a.source < b.source ? -1 : 1)),
    missing: walk.missing,
    companions: walk.companions + walk.found.length - found.length,
  };
}

class Walk {
  /** Files that were named one by one, and those met in folders. */
  readonly given: NamedFile[] = [];
  readonly found: NamedFile[] = [];
  readonly missing: string[] = [];
  companions = 0;
  readonly #outDir: string;

  constructor(outDir: string) {
    this.#outDir = outDir;
  }

  addNamed(path: string, several: boolean): void {
    const kind = kindOf(path);
    if (kind === 'missing') this.missing.push(path);
    if (kind !== 'folder') this.given.push({ path, name: [basename(path)] });
    else this.#folder(path, several ? [basename(path)] : [], new Set());
  }

  addListed(path: string): void {
    const kind = kindOf(path);
    if (kind === 'missing') this.missing.push(path);
    const below = relative(process.cwd(), path);
    const outside = below.startsWith('..') || isAbsolute(below);
    const name = (outside ? path : below).split(sep);
    if (kind === 'folder') this.#folder(path, name, new Set());
    else this.given.push({ path, name });
  }

  #add(path: string, name: readonly string[]): void {
    this.found.push({ path, name });
  }

  /** `above` holds the real paths on the way down, so that links in a circle end. */
  #folder(path: string, name: readonly string[], above: ReadonlySet<string>): void {
    if (path === this.#outDir && above.size > 0) return;
    let entries: Dirent[];
    let real: string;
    try {
      real = realpathSync(path);
      entries = readdirSync(path, { withFileTypes: true });
    } catch {
      // The worker meets the same obstacle and gives the folder a failed row with the reason.
      this.#add(path, name.length > 0 ? name : [basename(path)]);
      return;
    }
    if (above.has(real)) return;
    const onTheWay = new Set(above).add(real);
    for (const entry of entries) this.#entry(join(path, entry.name), entry, [...name, entry.name], onTheWay);
  }

  #entry(path: string, entry: Dirent, name: readonly string[], above: ReadonlySet<string>): void {
    const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && kindOf(path) === 'folder');
    if (isFolder && !entry.name.startsWith('.')) this.#folder(path, name, above);
    else if (isCompanion(entry.name)) this.companions += 1;
    else this.#add(path, name);
  }
}

function kindOf(path: string): 'folder' | 'other' | 'missing' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'other';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'other';
  }
}
