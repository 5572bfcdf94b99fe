/** Which extractor this is: whatever was extracted by another one is extracted again. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Rooms whose code decides what a report says. */
const ROOMS = ['form', 'map', 'model', 'read', 'batch'];
const DIGITS = 12;

let version: string | undefined;

/** Version of the package, and a digest over the code of the extractor and the versions of its libraries. */
export function extractorVersion(): string {
  version ??= computeVersion();
  return version;
}

function computeVersion(): string {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const hash = createHash('sha256');
  for (const room of ROOMS) {
    const names = readdirSync(join(root, room), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((file) => /(?<!\.d)\.[jt]s$/.test(file)).sort())
      hash.update(name).update(readFileSync(join(root, room, name)));
  }
  const { version: released, dependencies } = JSON.parse(manifest) as {
    version: string;
    dependencies: Record<string, string>;
  };
  hash.update(JSON.stringify(dependencies));
  return `${released}+${hash.digest('hex').slice(0, DIGITS)}`;
}
