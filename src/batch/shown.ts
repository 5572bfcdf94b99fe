/** Picture files that a page beside them shows are parts of that page and no reports of their own. */

import { basename, dirname } from 'node:path';
import type { NamedFile } from './names.js';
import { pageBytes } from './page-file.js';

const PICTURE = /\.(?:png|jpe?g|gif|bmp|webp|tiff?)$/i;
const PAGE = /\.(?:s?html?|xhtml|aspx?|jsp|php)$/i;
/** How many folders above a picture its page may lie: `report.html`, `report_files/images/table3.png`. */
const MOST_LEVELS = 3;

/** The files that are reports of their own: all but the pictures whose name stands in a page beside or above them. */
export function withoutShownPictures(files: readonly NamedFile[]): NamedFile[] {
  if (!files.some(({ path }) => PICTURE.test(path))) return [...files];
  const pages = new Map<string, string[]>();
  for (const { path } of files) {
    if (PAGE.test(path)) pages.set(dirname(path), [...(pages.get(dirname(path)) ?? []), path]);
  }
  const texts = new Map<string, string>();
  const textOf = (path: string): string => {
    // Bytes as characters: names are compared byte by byte, whatever the encoding.
    const known = texts.get(path) ?? pageBytes(path).toString('latin1');
    texts.set(path, known);
    return known;
  };
  return files.filter(({ path }) => {
    if (!PICTURE.test(path)) return true;
    return !pagesAbove(path, pages).some((page) => mentions(textOf(page), basename(path)));
  });
}

function pagesAbove(path: string, pages: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  let folder = dirname(path);
  for (let level = 0; level < MOST_LEVELS; level++, folder = dirname(folder)) {
    found.push(...(pages.get(folder) ?? []));
  }
  return found;
}

function mentions(page: string, name: string): boolean {
  const bytes = Buffer.from(name).toString('latin1');
  return page.includes(bytes) || page.includes(encodeURI(name)) || page.includes(encodeURIComponent(name));
}
