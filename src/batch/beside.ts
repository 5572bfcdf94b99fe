/** Files that lie beside a page and that it shows or links to: pictures of its tables, documents. */

import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { withoutQuery } from '../read/html/papers.js';
import type { Companion } from './types.js';

/** A picture of a table has some hundred kilobytes. */
const MAX_PICTURE_BYTES = 30 * 1024 * 1024;

/**
 * Reads the picture that a page links to, if it is a file below the page's own folder; what lies elsewhere is not the
 * page's to show. Null when there is no such file.
 */
export function pictureBeside(page: string, link: string): Uint8Array | null {
  const path = fileBeside(page, link);
  try {
    if (path === null || statSync(path).size > MAX_PICTURE_BYTES) return null;
    return new Uint8Array(readFileSync(path));
  } catch {
    return null;
  }
}

/** Absolute path of the file below the page's own folder that a link of the page means; null when there is none. */
export function fileBeside(page: string, link: string): string | null {
  const folder = dirname(page);
  const paths = namesOf(link).map((name) => resolve(folder, name));
  return paths.find((path) => isBelow(path, folder) && isFileBelow(path, folder)) ?? null;
}

/** The picture among those that were fetched with a page; a relative link is the end of its address. */
export function pictureAmong(companions: readonly Companion[], link: string): Uint8Array | null {
  const end = withoutQuery(link).replace(/^(?:\.{0,2}\/)+/, '');
  const found =
    companions.find(({ url }) => url === link) ??
    companions.find(({ url }) => end !== '' && withoutQuery(url).endsWith(`/${end}`));
  return found === undefined ? null : new Uint8Array(readFileSync(found.path));
}

/** A link as a path: as it is, and with its escapes resolved. */
function namesOf(link: string): string[] {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(link)) return [];
  const bare = withoutQuery(link).replace(/^\/+/, '');
  const plain = unescaped(bare);
  return [...new Set([plain, bare])].filter((name) => name !== '' && !name.includes('\0'));
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function isFileBelow(path: string, folder: string): boolean {
  try {
    return lstatSync(path).isFile() && isBelow(realpathSync(path), realpathSync(folder));
  } catch {
    return false;
  }
}
