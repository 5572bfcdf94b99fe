/** Names of codes in both languages: rows and columns of the form, editions, kinds, rules. */

import {
  APPLICANTS,
  APPLICATION_ITEMS,
  type CodeEntry,
  codebook,
  PROACTIVE_ITEMS,
  PROACTIVE_MEASURES,
  REMEDY_PATHS,
  REMEDY_RESULTS,
} from '../../form/index.js';
import type { Overview, RuleText } from '../wire/pieces.js';

export interface Label {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

const ENTRIES: readonly CodeEntry[] = codebook();

/** Label of a code of the codebook; a code that it does not know stands for itself. */
export function codeLabel(axis: string, code: string): Label {
  const entry = ENTRIES.find((one) => one.axis === axis && one.code === code);
  return { code, zh: entry?.zh ?? code, en: entry?.en ?? code };
}

const AXES: Readonly<Record<string, { readonly row: string; readonly column: string }>> = {
  proactive: { row: 'item', column: 'measure' },
  applications: { row: 'item', column: 'applicant' },
  remedies: { row: 'path', column: 'result' },
};

/** Label of a row or a column of a table of the form. */
export function axisLabel(table: string, axis: 'row' | 'column', code: string): Label {
  const entry = ENTRIES.find(
    (one) => one.table === table && one.axis === AXES[table]?.[axis] && one.code === code,
  );
  return { code, zh: entry?.zh ?? code, en: entry?.en ?? code };
}

export { APPLICANTS, APPLICATION_ITEMS, PROACTIVE_ITEMS, PROACTIVE_MEASURES, REMEDY_PATHS, REMEDY_RESULTS };

/** What a rule demands; one that this version does not know is named by its code. */
export function ruleLabel(overview: Overview, id: string): Label & Pick<RuleText, 'source'> {
  const rule = overview.rules.find((one) => one.id === id);
  return { code: id, zh: rule?.zh || id, en: rule?.en || id, source: rule?.source ?? '' };
}
