/** The sums that the form demands, as data, and their evaluation over the cells of a report. */

import { APPLICANTS, APPLICATION_ITEMS, REMEDY_PATHS, REMEDY_RESULTS } from '../../form/index.js';
import type { FormTable } from '../../model/report.js';
import { type AuditCell, type CellIndex, cellKey, countOf, exact } from '../report.js';
import type { RuleId } from '../rules.js';

interface IdentitySpec {
  readonly rule: RuleId;
  readonly table: FormTable;
  /** `column`: codes below are rows, and the sum is made in each column; `row`: the other way round. */
  readonly per: 'column' | 'row';
  /** Σ `totals` = Σ `parts`; the first total is the cell at which a breach is shown. */
  readonly totals: readonly string[];
  readonly parts: readonly string[];
  /** Parts that are printed in one of several forms: exactly one group must be there. */
  readonly oneGroupOf: readonly (readonly string[])[];
}

const codes = (labels: readonly { readonly code: string }[]): string[] => labels.map(({ code }) => code);
const withoutTotal = (all: readonly string[]): string[] => all.filter((code) => code !== 'total');

export const IDENTITIES = [
  {
    rule: 'applications_balance',
    table: 'applications',
    per: 'column',
    totals: ['outcome_total', 'carried_over_out'],
    parts: ['received_new', 'carried_over_in'],
    oneGroupOf: [],
  },
  {
    rule: 'applications_outcomes',
    table: 'applications',
    per: 'column',
    totals: ['outcome_total'],
    parts: codes(APPLICATION_ITEMS.filter(({ role, group }) => role === 'outcome' && group !== 'other')),
    oneGroupOf: [['other'], ['other_uncorrected', 'other_unpaid_fee', 'other_remaining']],
  },
  {
    rule: 'applications_row',
    table: 'applications',
    per: 'row',
    totals: ['total'],
    parts: withoutTotal(codes(APPLICANTS)),
    oneGroupOf: [],
  },
  {
    rule: 'remedies_sum',
    table: 'remedies',
    per: 'row',
    totals: ['total'],
    parts: withoutTotal(codes(REMEDY_RESULTS)),
    oneGroupOf: [],
  },
] as const satisfies readonly IdentitySpec[];

const AXES: Partial<Record<FormTable, { row: readonly string[]; column: readonly string[] }>> = {
  applications: { row: codes(APPLICATION_ITEMS), column: codes(APPLICANTS) },
  remedies: { row: codes(REMEDY_PATHS), column: codes(REMEDY_RESULTS) },
};

export interface Term {
  readonly cell: AuditCell;
  readonly value: number;
  /** Totals count +1, parts −1. */
  readonly sign: 1 | -1;
}

/** An identity of a report all of whose cells are known. It holds when `residual` is 0. */
export interface Identity {
  readonly rule: RuleId;
  readonly table: FormTable;
  readonly terms: readonly Term[];
  /** The printed total at which a breach is shown. */
  readonly pivot: AuditCell;
  /** Σ sign · value: how much the pivot is too large. */
  readonly residual: number;
}

/** An identity with the keys of its cells, worked out once for all reports. */
interface Expanded {
  readonly spec: IdentitySpec;
  readonly totals: readonly string[];
  readonly parts: readonly string[];
  readonly oneGroupOf: readonly (readonly string[])[];
}

const EXPANDED: readonly Expanded[] = IDENTITIES.flatMap((spec: IdentitySpec) =>
  (AXES[spec.table]?.[spec.per] ?? []).map((across) => {
    const keys = (all: readonly string[]): string[] =>
      all.map((code) =>
        spec.per === 'column' ? cellKey(spec.table, code, across) : cellKey(spec.table, across, code),
      );
    const { totals, parts, oneGroupOf } = spec;
    return { spec, totals: keys(totals), parts: keys(parts), oneGroupOf: oneGroupOf.map(keys) };
  }),
);

/** All identities of a report that can be judged, in the order of the form. */
export function identitiesOf(cells: CellIndex): Identity[] {
  return EXPANDED.flatMap((expanded) => identityAt(expanded, cells) ?? []);
}

/** Null when it cannot be judged: a cell is not known, the total is blank, or all parts are blank. */
function identityAt({ spec, totals, parts, oneGroupOf }: Expanded, cells: CellIndex): Identity | null {
  const groups = oneGroupOf.filter((group) => group.some((key) => isPrinted(cells.get(key))));
  if (oneGroupOf.length > 0 && groups.length !== 1) return null;
  const terms: Term[] = [];
  if (!addTerms(totals, 1, cells, terms)) return null;
  if (!addTerms(parts, -1, cells, terms) || !addTerms(groups[0] ?? [], -1, cells, terms)) return null;
  const pivot = terms[0]?.cell;
  if (pivot === undefined || pivot.state === 'blank') return null;
  if (terms.every(({ cell, sign }) => sign === 1 || cell.state === 'blank')) return null;
  const residual = exact(terms.reduce((sum, { sign, value }) => sum + sign * value, 0));
  return { rule: spec.rule, table: spec.table, terms, pivot, residual };
}

const isPrinted = (cell: AuditCell | undefined): boolean => cell !== undefined && cell.state !== 'absent';

/** False when one of the cells is not known. */
function addTerms(keys: readonly string[], sign: 1 | -1, cells: CellIndex, terms: Term[]): boolean {
  for (const key of keys) {
    const cell = cells.get(key);
    const value = cell === undefined ? null : countOf(cell);
    if (cell === undefined || value === null) return false;
    terms.push({ cell, value, sign });
  }
  return true;
}
