/** What the audit says of a report: plain values, so that they cross threads and survive the dataset. */

import type { Locator } from './document.js';
import type { FormTable } from './report.js';

/** From the gravest on; see `dataset-contract`. */
export const SEVERITIES = ['error', 'warning', 'notice'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A printed cell that takes part in a finding. */
export interface FindingCell {
  /** Set when the cell stands in another report than the one the finding is about. */
  readonly reportId?: string;
  readonly table: FormTable;
  readonly row: string;
  readonly column: string;
  /** As in the dataset; empty for a blank. */
  readonly value: string;
  /** Text when it comes from a written dataset. */
  readonly locator: Locator | string | null;
}

/** One inconsistency. Nothing in it is ever applied to the data. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly table: FormTable | '';
  /** Codes of the cell that the finding is shown at; empty when it is about a table or the report. */
  readonly item: string;
  readonly column: string;
  /** Plain decimal notation, or empty where the rule is no arithmetic. `difference` is actual − expected. */
  readonly expected: string;
  readonly actual: string;
  readonly difference: string;
  readonly cells: readonly FindingCell[];
  readonly zh: string;
  readonly en: string;
}
