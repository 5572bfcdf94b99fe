/**
 * Documents that a page without tables links to: its report stands in one of them. Where they lie beside a page that was
 * named alone they are read with it, each as a report of its own; in a folder they are met anyway.
 */

import { dirname, relative, sep } from 'node:path';
import { decode } from '../read/decode.js';
import { ARCHIVE_FILE, DOCUMENT_FILE, withoutQuery } from '../read/html/papers.js';
import { fileBeside } from './beside.js';
import type { NamedFile } from './names.js';
import { pageBytes } from './page-file.js';

/** So far into a tag an address is looked for: a page of nothing but opened tags must not cost the square of its length. */
const HREF = /<a\s[^>]{0,1000}?href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
/** Stands in every table 三; a page that has it is a report itself. */
const FORM_HEAD = '自然人';

/** The pages with the documents beside them. */
export function withLinkedDocuments(pages: readonly NamedFile[]): NamedFile[] {
  return pages.flatMap((page) => [page, ...linkedFrom(page)]);
}

function linkedFrom({ path, name }: NamedFile): NamedFile[] {
  const folder = name.slice(0, -1);
  const files = documentLinks(path).flatMap((link) => fileBeside(path, link) ?? []);
  return [...new Set(files)].map((other) => ({
    path: other,
    name: [...folder, ...relative(dirname(path), other).split(sep)],
  }));
}

/** Addresses of documents in a page that has no table of the form; none where it has one, or is no page. */
function documentLinks(path: string): string[] {
  const bytes = pageBytes(path);
  const links = linksOf(bytes.toString('latin1'));
  if (links.length === 0) return [];
  const { text } = decode(bytes);
  return text.replace(/\s+/g, '').includes(FORM_HEAD) ? [] : linksOf(text);
}

function linksOf(text: string): string[] {
  const links = [...text.matchAll(HREF)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
  return links.map((link) => link.trim()).filter((link) => isDocument(withoutQuery(link)));
}

const isDocument = (file: string): boolean => DOCUMENT_FILE.test(file) || ARCHIVE_FILE.test(file);
