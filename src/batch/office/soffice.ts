/**
 * LibreOffice without a window, started on documents that nobody knows: a profile of its own, no macros, no links
 * followed, a time limit that ends all its processes.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PROGRAMS = ['soffice', 'libreoffice'] as const;

/** The path of LibreOffice's starter, or null when it is not installed. */
export function findSoffice(searchPath = process.env.PATH ?? ''): string | null {
  const folders = searchPath.split(delimiter).filter((folder) => folder !== '');
  for (const program of PROGRAMS) {
    const found = folders.map((folder) => join(folder, program)).find(isExecutable);
    if (found !== undefined) return found;
  }
  return null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Values of https://wiki.documentfoundation.org/Deployment_and_Migration: macros never, links never. */
const SETTINGS: readonly (readonly [path: string, name: string, value: string])[] = [
  ['org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['org.openoffice.Office.Writer/Content/Update', 'Link', '0'],
  ['org.openoffice.Office.Common/Save/Document', 'WarnAlienFormat', 'false'],
];

/** Makes a profile folder that only holds the settings above. */
export function makeProfile(folder: string): void {
  const items = SETTINGS.map(
    ([path, name, value]) =>
      `<item oor:path="/${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  );
  mkdirSync(join(folder, 'user'), { recursive: true });
  writeFileSync(
    join(folder, 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${items.join('\n')}
</oor:items>
`,
  );
}

export interface Conversion {
  readonly soffice: string;
  readonly profile: string;
  /** Documents to convert, and the folder that gets `<name>.docx` of each. */
  readonly files: readonly string[];
  readonly outDir: string;
  readonly timeLimitMs: number;
}

/** Running starters; what is left of them when this process ends is ended with it. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) endGroup(child);
});

/** Converts documents to DOCX in one start. Resolves when it has ended, `timeout` when it had to be ended. */
export function convert(conversion: Conversion): Promise<'ended' | 'timeout'> {
  const { soffice, profile, files, outDir, timeLimitMs } = conversion;
  const options = ['--headless', '--norestore', '--nologo', '--nolockcheck', '--nodefault'];
  const args = [`-env:UserInstallation=${pathToFileURL(profile).href}`, ...options];
  return new Promise((resolve, reject) => {
    const child = spawn(soffice, [...args, '--convert-to', 'docx', '--outdir', outDir, ...files], {
      stdio: 'ignore',
      // A group of its own: the starter runs two more programs, and all must end together.
      detached: true,
    });
    running.add(child);
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      endGroup(child);
    }, timeLimitMs);
    const settle = (done: () => void): void => {
      clearTimeout(timer);
      running.delete(child);
      done();
    };
    child.once('error', (error) => settle(() => reject(error)));
    child.once('exit', () => settle(() => resolve(isLate ? 'timeout' : 'ended')));
  });
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself meanwhile.
  }
}
