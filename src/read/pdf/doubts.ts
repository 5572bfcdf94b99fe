/** What of a PDF was read and yet cannot be believed: its cells are given as unreadable, and no row is called missing. */

import type { TableLayout } from '../../model/document.js';
import type { PageContent } from './geometry.js';
import { hasGarbledFigures, isGarbled } from './trust.js';

const GARBLED =
  'fonts of the PDF spell characters of its tables wrongly, so that rows may be lost; print it to a new PDF or scan it';
const SIDE_BY_SIDE =
  'pages seem to stand side by side on one sheet, so that rows may be mixed up; give each page by itself';

export interface Doubts {
  /** Why printed rows may be missing; a sentence without its full stop. */
  readonly reason?: string;
  /** Whether cells of such a table on a page must not be believed. */
  readonly isDoubted: (page: number, layout: TableLayout) => boolean;
}

/**
 * Doubts about what is printed on these pages.
 * @param scanned numbers of the pages whose text was read from their pictures instead
 * @param mixed numbers of the pages on which lines of two pages may be one; ruled tables are no part of that
 */
export function doubtsOf(
  pages: readonly PageContent[],
  scanned: { has(page: number): boolean },
  mixed: ReadonlySet<number>,
): Doubts {
  const garbled = pages.filter(isGarbled);
  const unread = garbled.filter((page) => !scanned.has(page.number) && hasGarbledFigures(page));
  const numbers = new Set(unread.map(({ number }) => number));
  const reasons = [...(garbled.length > 0 ? [GARBLED] : []), ...(mixed.size > 0 ? [SIDE_BY_SIDE] : [])];
  return {
    ...(reasons.length === 0 ? {} : { reason: reasons.join('; ') }),
    isDoubted: (page, layout) => numbers.has(page) || (layout === 'aligned' && mixed.has(page)),
  };
}
