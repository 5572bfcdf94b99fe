/** The running text as sentences: as printed for quoting, and made even for matching. */

import type { Document, Locator } from '../../model/document.js';
import type { Simplify } from '../words/text.js';

export interface Sentence {
  readonly printed: string;
  /** Simplified characters, ASCII digits and punctuation, no white space. */
  readonly even: string;
  readonly locator: Locator;
}

const SENTENCE = /[^。；;！!？?]+[。；;！!？?]?/gu;

/** Every sentence of the paragraphs, in reading order; tables have no sentences. */
export function sentencesOf(document: Document, simplify: Simplify): Sentence[] {
  return document.blocks.flatMap((block) => {
    if (block.kind !== 'paragraph' || block.text === '') return [];
    return (block.text.match(SENTENCE) ?? []).map((printed) => ({
      printed: printed.trim(),
      even: evenText(printed, simplify),
      locator: block.locator,
    }));
  });
}

export const evenText = (text: string, simplify: Simplify): string =>
  simplify(text.normalize('NFKC').replace(/\s+/gu, ''));
