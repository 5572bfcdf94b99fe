/**
 * A rule of the audit as data: what is demanded, of which table, how grave a breach is, and where the demand is written.
 * `zh` and `en` state the demand; a finding quotes them and adds the figures.
 */

import type { Severity } from '../model/finding.js';
import type { FormTable } from '../model/report.js';

export interface Rule {
  readonly id: string;
  readonly table: FormTable | '';
  /**
   * `report`: within one report; `text`: its running text; `years`: years of one agency; `reports`: any two reports;
   * `source`: a report against the source that a harvest found it by.
   */
  readonly scope: 'report' | 'text' | 'years' | 'reports' | 'source';
  readonly severity: Severity;
  readonly zh: string;
  readonly en: string;
  readonly source: string;
}
