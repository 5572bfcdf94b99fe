/** A report with what several rules need of it, worked out once. */

import { type AuditReport, type CellIndex, indexCells } from './report.js';
import { type Identity, identitiesOf } from './within/identities.js';

export interface Prepared {
  readonly report: AuditReport;
  readonly index: CellIndex;
  readonly identities: readonly Identity[];
}

export function prepare(report: AuditReport): Prepared {
  const index = indexCells(report.cells);
  return { report, index, identities: identitiesOf(index) };
}
