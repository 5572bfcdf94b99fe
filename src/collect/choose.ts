/** Which of an article and its attachments is the report: whichever holds the tables. */

import type { Article, Source } from '../harvest/index.js';
import type { Extraction } from './extractions.js';
import { type Input, inputOf } from './input.js';

export interface Candidate {
  /** Address: the name of the report in the dataset if it is chosen. */
  readonly url: string;
  readonly input: Input;
}

/**
 * The candidates of an article, the page first. Pictures go with the page. An attachment that names another year than
 * the article belongs to another report.
 */
export function candidatesOf(
  { page, documents, pictures }: Article,
  source: Source,
  year: number | null,
): Candidate[] {
  if (page === null) return [];
  const encoding = source.encoding ?? '';
  const fitting = documents.filter(
    (document) => year === null || document.year === null || document.year === year,
  );
  const companions = pictures.map(({ url, sha256 }) => ({ url, sha256 }));
  return [
    { url: page.url, input: inputOf(page.sha256, encoding, companions) },
    ...fitting.map(({ url, sha256 }) => ({ url, input: inputOf(sha256) })),
  ];
}

/** Where nobody has tables, pictures that could be read say more than a text without any, and that more than a fault. */
const RANK: Readonly<Record<Extraction['status'], number>> = {
  complete: 3,
  partial: 3,
  needs_ocr: 2,
  no_tables: 1,
  failed: 0,
};

/** The candidate with the most cells; on a tie the one whose status says more, then the one listed first. */
export function choose<C extends { readonly extraction: Extraction }>(candidates: readonly C[]): C | null {
  let best: C | null = null;
  for (const candidate of candidates) {
    if (best === null || compare(candidate.extraction, best.extraction) > 0) best = candidate;
  }
  return best;
}

const compare = (a: Extraction, b: Extraction): number =>
  a.cells - b.cells || RANK[a.status] - RANK[b.status];
