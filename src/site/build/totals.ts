/** What the overview counts: findings by rule and year, and the sums of table 三 by year. */

import { APPLICATION_ITEMS } from '../../form/index.js';
import { OUTCOME_GROUPS, type OutcomeGroup, type RuleCount, type YearTotals } from '../wire/pieces.js';
import type { Catalogue } from './catalogue.js';

/** Outcomes of the form by the group in which the overview draws them. */
const GROUP_OF: ReadonlyMap<string, OutcomeGroup> = new Map(
  APPLICATION_ITEMS.filter(({ role }) => role === 'outcome').map(({ code, group }) => [
    code,
    code === 'granted' ? 'granted' : code === 'partially_granted' ? 'partial' : (group as OutcomeGroup),
  ]),
);

/** Amounts are whole numbers here; a few decimals of wrong prints must not leave binary dust in a sum. */
const DECIMALS = 1e3;

interface YearSums {
  received: number;
  readonly outcomes: Record<OutcomeGroup, number>;
  readonly findings: Record<string, number>;
}

const byGroup = (value: (group: OutcomeGroup) => number): Record<OutcomeGroup, number> =>
  Object.fromEntries(OUTCOME_GROUPS.map((group) => [group, value(group)])) as Record<OutcomeGroup, number>;

const noSums = (): YearSums => ({ received: 0, outcomes: byGroup(() => 0), findings: {} });

/** Gathers the totals while the rows of the dataset stream by. */
export class Totals {
  readonly #catalogue: Catalogue;
  readonly #counting: ReadonlySet<number>;
  readonly #withTable = new Set<number>();
  readonly #years = new Map<string, YearSums>();
  readonly #rules = new Map<string, { readonly reports: Set<number>; findings: number }>();

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
    this.#counting = countingReports(catalogue);
  }

  /** A cell of table 三. Only printed totals of the year are summed, each agency once a year. */
  addApplication(report: number, item: string, applicant: string, value: string): void {
    this.#withTable.add(report);
    if (applicant !== 'total' || value === '' || !this.#counting.has(report)) return;
    const number = Number(value);
    if (!Number.isFinite(number)) return;
    const year = this.#year(report);
    const group = GROUP_OF.get(item);
    if (item === 'received_new') year.received += number;
    else if (group !== undefined) year.outcomes[group] += number;
  }

  addFinding(report: number, rule: string, severity: string): void {
    const year = this.#year(report);
    year.findings[severity] = (year.findings[severity] ?? 0) + 1;
    const key = `${rule}\n${severity}`;
    const count = this.#rules.get(key) ?? { reports: new Set(), findings: 0 };
    this.#rules.set(key, count);
    count.reports.add(report);
    count.findings++;
  }

  /** Most frequent first. */
  byRule(): RuleCount[] {
    return [...this.#rules]
      .map(([key, { reports, findings }]) => {
        const [rule = '', severity = ''] = key.split('\n');
        return { rule, severity, findings, reports: reports.size };
      })
      .sort((a, b) => b.findings - a.findings || (a.rule + a.severity < b.rule + b.severity ? -1 : 1));
  }

  /** By year, reports without one last. */
  byYear(): YearTotals[] {
    const years = new Map<string, number[]>();
    this.#catalogue.reports.forEach(({ year }, at) => {
      const reports = years.get(year);
      if (reports === undefined) years.set(year, [at]);
      else reports.push(at);
    });
    return [...years]
      .sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1))
      .map(([year, reports]) => this.#totalsOf(year, reports));
  }

  #totalsOf(year: string, reports: readonly number[]): YearTotals {
    const { received, outcomes, findings } = this.#years.get(year) ?? noSums();
    const withTable = reports.filter((at) => this.#withTable.has(at));
    const counted = withTable.filter((at) => this.#counting.has(at)).length;
    return {
      year,
      reports: reports.length,
      findings: inKeyOrder(findings),
      counted,
      leftOut: withTable.length - counted,
      received: rounded(received),
      outcomes: byGroup((group) => rounded(outcomes[group])),
    };
  }

  #year(report: number): YearSums {
    const name = this.#catalogue.reports[report]?.year ?? '';
    const year = this.#years.get(name) ?? noSums();
    this.#years.set(name, year);
    return year;
  }
}

/** The order in which rows came must not show. */
const inKeyOrder = (counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));

const rounded = (value: number): number => Math.round(value * DECIMALS) / DECIMALS;

/** One report for each agency and year, the most complete one: revised versions must not be counted twice. */
function countingReports({ reports, agencyOf, agencies }: Catalogue): Set<number> {
  const best = new Map<string, number>();
  const rank = ({ status, cells_read }: { status: string; cells_read: string }): number =>
    (status === 'complete' ? 1e9 : 0) + Number(cells_read || 0);
  reports.forEach((report, at) => {
    const isNameless = agencies[agencyOf[at] ?? -1]?.name === '';
    const key = isNameless ? `report ${at}` : `${agencyOf[at]} ${report.year}`;
    const other = reports[best.get(key) ?? -1];
    if (other === undefined || rank(report) > rank(other)) best.set(key, at);
  });
  return new Set(best.values());
}
