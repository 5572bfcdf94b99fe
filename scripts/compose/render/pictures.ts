import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createRandom } from '../random.js';
import { screenshots } from './programs.js';

/** A table in the markup of `renderHtml`; tables of the form are never nested in these formats. */
const TABLE = /<table\b[\s\S]*?<\/table>/g;

/** Widths of article columns in which tables are published as pictures, and how dense their screens were. */
const WIDTHS = [860, 960, 1100];
const DENSITIES = [1, 1.25, 1.5, 2];

/** What a page with pictures is made of: the page itself, and the pictures by the name they have in it. */
export interface PicturePage {
  html: string;
  pictures: { name: string; bytes: Buffer }[];
}

/**
 * Replaces every visible table of a page by a picture of it, and leaves hidden ones out.
 * @param embed tells for each table whether its picture goes into the page as a data URI
 */
export async function withTablePictures(
  html: string,
  seed: string,
  folder: string,
  embed: (at: number) => boolean,
): Promise<PicturePage> {
  const random = createRandom(`pictures:${seed}`);
  const shots = await screenshots(html, 'table', random.pick(WIDTHS), random.pick(DENSITIES));
  const pictures: PicturePage['pictures'] = [];
  let at = 0;
  const page = html.replace(TABLE, () => {
    const bytes = shots[at];
    const name = `${folder}/table${at + 1}.png`;
    const data = embed(at);
    at += 1;
    // Nobody sees a hidden table, so nobody photographs it; a word processor would show it.
    if (!bytes) return '';
    if (data) return `<p><img src="data:image/png;base64,${bytes.toString('base64')}"></p>`;
    pictures.push({ name, bytes });
    return `<p><img src="${encodeURI(name)}"></p>`;
  });
  return { html: page, pictures };
}

/** Writes a page and its pictures: every other table as a file in a folder beside the page, the rest inside it. */
export async function writePicturePage(html: string, target: string): Promise<void> {
  const name = basename(target).replace(/\.html$/, '');
  const page = await withTablePictures(html, name, `${name}_files`, (at) => at % 2 === 1);
  await writeWithPictures(page, target);
}

export async function writeWithPictures({ html, pictures }: PicturePage, target: string): Promise<void> {
  for (const { name, bytes } of pictures) {
    const path = join(dirname(target), name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
  await writeFile(target, html);
}
