/** The reports of one agency beside each other, year by year. */

import type { Attached } from '../attached.js';
import type { YearFacts } from '../facts.js';
import { type AuditCell, cellKey } from '../report.js';
import { type CellOf, carriedFindings } from './carried.js';
import { jumpFindings } from './jumps.js';
import { stockFindings } from './stock.js';
import { choose } from './versions.js';

/** Findings over all reports of one agency, given by year in the order of the dataset. */
export function yearFindings(versionsByYear: ReadonlyMap<string, readonly YearFacts[]>): Attached[] {
  const years = [...versionsByYear].sort(([a], [b]) => Number(a) - Number(b));
  const chosen = years.map(([year, versions]) => ({ year: Number(year), ...choose(versions) }));
  const cellOf = lookup();
  const found = chosen.flatMap(({ findings }) => findings);
  const runs = consecutive(chosen);
  for (const run of runs) {
    for (const [at, after] of run.entries()) {
      const before = run[at - 1];
      if (!before || !after) continue;
      found.push(...carriedFindings(before, after, cellOf), ...stockFindings(before, after, cellOf));
    }
    found.push(...jumpFindings(run, cellOf));
  }
  return found;
}

interface Year {
  readonly year: number;
  readonly standing: YearFacts | null;
}

/** Runs of years without a gap; a year for which no report stands keeps its place as null. */
function consecutive(years: readonly Year[]): (YearFacts | null)[][] {
  const runs: (YearFacts | null)[][] = [];
  let last = Number.NaN;
  for (const { year, standing } of years) {
    if (year !== last + 1) runs.push([]);
    runs.at(-1)?.push(standing);
    last = year;
  }
  return runs;
}

/** Each report is looked at from two sides; its cells are indexed once. */
function lookup(): CellOf {
  const indexes = new Map<YearFacts, Map<string, AuditCell>>();
  return (facts, table, row, column) => {
    const index =
      indexes.get(facts) ??
      new Map(facts.cells.map((cell) => [cellKey(cell.table, cell.row, cell.column), cell]));
    indexes.set(facts, index);
    return index.get(cellKey(table, row, column));
  };
}
