/** Which cells a report's findings speak of. */

import type { FindingView } from '../data/report.js';
import { graver, SEVERITIES, severityClass } from '../ui/marks.js';

/** What is marked at a cell. */
export interface Mark {
  /** Gravest severity of the findings shown at this cell; empty where it only takes part in some. */
  readonly pivot: string;
  /** Gravest severity of all that it takes part in. */
  readonly severity: string;
  /** Findings in which it takes part, those shown at it first. */
  readonly findings: readonly FindingView[];
}

/** Gravest first, then as in the dataset. */
export function inOrder(findings: readonly FindingView[]): FindingView[] {
  const rank = ({ severity }: FindingView): number => SEVERITIES.indexOf(severityClass(severity));
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

/** Keys of the report's own cells in a finding. */
export function cellsOf({ pivot, cells }: FindingView): string[] {
  const own = cells.filter(({ reportId }) => reportId === '').map(({ key }) => key);
  return [...new Set(pivot === '' ? own : [pivot, ...own])];
}

/** A finding without a cell of its own is shown at all the cells it names. */
const isShownAt = (finding: FindingView, key: string): boolean =>
  finding.pivot === '' || finding.pivot === key;

export function marksOf(findings: readonly FindingView[]): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const finding of inOrder(findings)) {
    for (const key of cellsOf(finding)) {
      const before = marks.get(key);
      const here = isShownAt(finding, key);
      const pivot = here
        ? graver(finding.severity, before?.pivot || finding.severity)
        : (before?.pivot ?? '');
      marks.set(key, {
        pivot,
        severity: graver(before?.severity ?? finding.severity, finding.severity),
        findings: here ? [finding, ...(before?.findings ?? [])] : [...(before?.findings ?? []), finding],
      });
    }
  }
  return marks;
}
