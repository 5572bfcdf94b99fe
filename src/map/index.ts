/** `map/`: document → form. Everything after it sees normalized reports only. */

import type { Document } from '../model/document.js';
import type { MappedReport } from '../model/report.js';
import { mapWithDraft } from './report.js';

export { explainDocument } from './explain/index.js';
export { narrativeOf } from './narrative/prose.js';

/** Maps a document onto the standard form. Never throws for what is printed: odd content becomes odd states. */
export async function mapDocument(document: Document): Promise<MappedReport> {
  return (await mapWithDraft(document)).report;
}
