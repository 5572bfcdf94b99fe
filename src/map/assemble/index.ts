/** From the notes of the walk to the cells of the dataset: one table of the form after the other. */

import type { Draft } from '../walk/draft.js';
import type { Simplify } from '../words/text.js';
import { assembleApplications } from './applications.js';
import { withOverlooked } from './overlooked.js';
import type { Tables } from './printing.js';
import { assembleProactive } from './proactive.js';
import { assembleRemedies } from './remedies.js';

export type { AssembledTable, Tables } from './printing.js';

/** The three tables of a report for `year` (four digits, or empty when unknown). */
export function assembleTables(draft: Draft, year: string, simplify: Simplify): Tables {
  const tables = {
    proactive: assembleProactive(draft, year, simplify),
    applications: assembleApplications(draft, year, simplify),
    remedies: assembleRemedies(draft, year, simplify),
  };
  return withOverlooked(tables, draft);
}
