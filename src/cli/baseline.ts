import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { TableFile } from '../dataset/index.js';
import { UsageError } from './exit-codes.js';

/** The ids in an older findings.csv, or in that of an older dataset. Read before anything is replaced. */
export async function readBaseline(path: string): Promise<ReadonlySet<string>> {
  if (!existsSync(path)) throw new UsageError(`No such file: ${path} (--baseline)`);
  const file = statSync(path).isDirectory() ? join(path, 'findings.csv') : path;
  const findings = await TableFile.open(dirname(file), basename(file), ['finding_id']);
  const ids = new Set<string>();
  for (let row = await findings.next(); row !== null; row = await findings.next()) {
    ids.add(findings.get(row, 'finding_id'));
  }
  return ids;
}
