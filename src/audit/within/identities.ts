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

/** All identities of a report that can be judged, in the order of the form. */
export function identitiesOf(cells: CellIndex): Identity[] {
  return IDENTITIES.flatMap((spec: IdentitySpec) =>
    (AXES[spec.table]?.[spec.per] ?? []).flatMap((across) => identityAt(spec, across, cells) ?? []),
  );
}

/** Null when it cannot be judged: a cell is not known, the total is blank, or all parts are blank. */
function identityAt(spec: IdentitySpec, across: string, cells: CellIndex): Identity | null {
  const at = (code: string): AuditCell | undefined =>
    cells.get(spec.per === 'column' ? cellKey(spec.table, code, across) : cellKey(spec.table, across, code));
  const groups = spec.oneGroupOf.filter((group) => group.some((code) => isPrinted(at(code))));
  if (spec.oneGroupOf.length > 0 && groups.length !== 1) return null;
  const totals = termsOf(spec.totals.map(at), 1);
  const parts = termsOf([...spec.parts, ...(groups[0] ?? [])].map(at), -1);
  const pivot = totals?.[0]?.cell;
  if (totals === null || parts === null || pivot === undefined || pivot.state === 'blank') return null;
  if (parts.every(({ cell }) => cell.state === 'blank')) return null;
  const terms = [...totals, ...parts];
  const residual = exact(terms.reduce((sum, { sign, value }) => sum + sign * value, 0));
  return { rule: spec.rule, table: spec.table, terms, pivot, residual };
}

const isPrinted = (cell: AuditCell | undefined): boolean => cell !== undefined && cell.state !== 'absent';

function termsOf(cells: readonly (AuditCell | undefined)[], sign: 1 | -1): Term[] | null {
  const terms: Term[] = [];
  for (const cell of cells) {
    const value = cell === undefined ? null : countOf(cell);
    if (cell === undefined || value === null) return null;
    terms.push({ cell, value, sign });
  }
  return terms;
}
