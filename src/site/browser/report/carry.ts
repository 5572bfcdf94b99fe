/** What one report hands to the next: applications carried over, documents in force. */

import type { ReportView } from '../data/report.js';
import { APPLICANTS } from '../labels.js';

export interface Handover {
  /** `carry` for applications, else the code of the row of table 二. */
  readonly kind: 'carry' | 'regulations' | 'normative_documents';
  readonly column: string;
  /** What the earlier report leaves, and what the later one takes up; null when it cannot be told. */
  readonly left: number | null;
  readonly taken: number | null;
}

/** A printed number, a blank as zero; null for anything that says nothing. */
function figure(report: ReportView, key: string): number | null {
  const cell = report.cells.get(key);
  if (cell === undefined) return null;
  if (cell.state === 'blank') return 0;
  const value = Number(cell.value);
  return cell.value === '' || !Number.isFinite(value) ? null : value;
}

export function handovers(earlier: ReportView, later: ReportView): Handover[] {
  const carried = APPLICANTS.map(
    ({ code }): Handover => ({
      kind: 'carry',
      column: code,
      left: figure(earlier, `applications/carried_over_out/${code}`),
      taken: figure(later, `applications/carried_over_in/${code}`),
    }),
  );
  const inForce = (['regulations', 'normative_documents'] as const).map((kind): Handover => {
    const before = figure(earlier, `proactive/${kind}/in_force`);
    const issued = figure(later, `proactive/${kind}/issued`);
    const repealed = figure(later, `proactive/${kind}/repealed`);
    const isKnown = before !== null && issued !== null && repealed !== null;
    return {
      kind,
      column: 'in_force',
      left: isKnown ? before + issued - repealed : null,
      taken: figure(later, `proactive/${kind}/in_force`),
    };
  });
  return [...carried, ...inForce].filter(({ left, taken }) => left !== null || taken !== null);
}
