/** The running text: which figures it states, and a fingerprint by which copies are found. */

import type { Document } from '../../model/document.js';
import type { Narrative } from '../../model/report.js';
import type { Simplify } from '../words/text.js';
import { fingerprintOf } from './fingerprint.js';
import { sentencesOf } from './sentences.js';
import { type Speaker, statementsOf } from './statements.js';

/** Reads the running text of a document. Never throws for what it says. */
export function readNarrative(document: Document, speaker: Speaker, simplify: Simplify): Narrative {
  const sentences = sentencesOf(document, simplify);
  return { statements: statementsOf(sentences, speaker), ...fingerprintOf(sentences, speaker) };
}
