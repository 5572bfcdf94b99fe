import { sep } from 'node:path';
import type { ReportInput } from './types.js';

/** A file with the name it would like to have. */
export interface NamedFile {
  /** Absolute path. */
  readonly path: string;
  /** Parts of its name, a tail of the path in most cases. */
  readonly name: readonly string[];
}

/**
 * Gives every file a name of its own. The same file named twice is one report; different files that would
 * share a name get as many parent folders in front as it takes, so that none hides another.
 */
export function distinctNames(files: readonly NamedFile[]): ReportInput[] {
  let open = [...new Map(files.map((file) => [file.path, file])).values()];
  const done: ReportInput[] = [];
  while (open.length > 0) {
    const groups = groupByName(open);
    open = [];
    for (const [source, group] of groups) {
      const [only] = group;
      if (group.length === 1 && only !== undefined) done.push({ source, path: only.path });
      else open.push(...group.map(withParent));
    }
  }
  return done;
}

function groupByName(files: readonly NamedFile[]): Map<string, NamedFile[]> {
  const groups = new Map<string, NamedFile[]>();
  for (const file of files) {
    const source = file.name.join('/');
    const group = groups.get(source);
    if (group === undefined) groups.set(source, [file]);
    else group.push(file);
  }
  return groups;
}

function withParent({ path, name }: NamedFile): NamedFile {
  const parts = path.split(sep);
  const parent = parts[parts.length - 1 - name.length] ?? '';
  return { path, name: [parent, ...name] };
}
