/** Other reports of the same agency: the years before and after, and versions of the same year. */

import { loadReport, type ReportView } from '../data/report.js';
import type { ReportEntry, ReportIndex } from '../data/store.js';

export interface Neighbours {
  readonly previous: ReportView | null;
  readonly next: ReportView | null;
  /** Other reports of the same year. */
  readonly versions: readonly ReportEntry[];
  /** The best report of each year, this one for its own. */
  readonly years: readonly ReportEntry[];
  /** Nothing but the printed name joins them: they may be of namesakes. */
  readonly isByName: boolean;
}

/** Loads the neighbours. A report without an agency or a year has none. */
export async function loadNeighbours(
  { reports, agencies }: ReportIndex,
  entry: ReportEntry,
): Promise<Neighbours> {
  const agency = agencies[entry.agency];
  if (agency === undefined || agency.name === '') {
    return { previous: null, next: null, versions: [], years: [], isByName: false };
  }
  const own = reports.filter(({ agency }) => agency === entry.agency);
  const best = new Map<string, ReportEntry>([[entry.year, entry]]);
  for (const report of own) {
    const other = best.get(report.year);
    if (other === undefined || (other !== entry && report.read > other.read)) best.set(report.year, report);
  }
  const at = (year: number): Promise<ReportView> | null => {
    const report = entry.year === '' ? undefined : best.get(String(year));
    return report === undefined ? null : loadReport(report);
  };
  const [previous, next] = await Promise.all([at(Number(entry.year) - 1), at(Number(entry.year) + 1)]);
  return {
    previous,
    next,
    versions: own.filter((report) => report !== entry && report.year === entry.year),
    years: [...best.values()].sort((a, b) => (a.year < b.year ? -1 : 1)),
    isByName: !agency.isIdentified,
  };
}
