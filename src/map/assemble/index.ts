/** From the notes of the walk to the cells of the dataset: one table of the form after the other. */

import type { FormTable } from '../../model/report.js';
import type { Draft } from '../walk/draft.js';
import type { Simplify } from '../words/text.js';
import { assembleApplications } from './applications.js';
import type { AssembledTable } from './printing.js';
import { assembleProactive } from './proactive.js';
import { assembleRemedies } from './remedies.js';

export type { AssembledTable } from './printing.js';

export type Tables = Readonly<Record<FormTable, AssembledTable>>;

/** The three tables of a report for `year` (four digits, or empty when unknown). */
export function assembleTables(draft: Draft, year: string, simplify: Simplify): Tables {
  return {
    proactive: assembleProactive(draft, year, simplify),
    applications: assembleApplications(draft, year, simplify),
    remedies: assembleRemedies(draft, year, simplify),
  };
}
