/** Consistent tables made of arbitrary figures, as the audit gets them. */
import fc from 'fast-check';
import type { AuditCell, AuditReport } from '../../src/audit/index.js';
import { APPLICANTS, APPLICATION_ITEMS, REMEDY_PATHS, REMEDY_RESULTS } from '../../src/form/index.js';
import type { FormTable } from '../../src/model/report.js';

export type Figures = Readonly<Record<string, Readonly<Record<string, number>>>>;

export const cellOf = (table: FormTable, row: string, column: string, value: number | ''): AuditCell => ({
  table,
  row,
  column,
  edition: '2021',
  state: value === '' ? 'blank' : 'reported',
  value: String(value),
  unit: 'count',
  locator: 'line 1',
});

const PEOPLE = APPLICANTS.map(({ code }) => code).filter((code) => code !== 'total');
const OUTCOMES = APPLICATION_ITEMS.filter(({ role, code }) => role === 'outcome' && code !== 'other').map(
  ({ code }) => code,
);

/** Table 三 of the 2021 form from the outcomes and what is carried over, in each of the six columns. */
function applicationCells(columns: readonly (readonly number[])[]): AuditCell[] {
  const rows: Record<string, number[]> = {};
  for (const code of [...OUTCOMES, 'carried_over_out', 'carried_over_in']) rows[code] = [];
  rows.outcome_total = [];
  rows.received_new = [];
  for (const figures of columns) {
    for (const [at, code] of OUTCOMES.entries()) rows[code]?.push(figures[at] ?? 0);
    const total = OUTCOMES.reduce((sum, _, at) => sum + (figures[at] ?? 0), 0);
    const [out = 0, carriedIn = 0] = figures.slice(OUTCOMES.length);
    const most = Math.min(carriedIn, total + out);
    rows.outcome_total.push(total);
    rows.carried_over_out?.push(out);
    rows.carried_over_in?.push(most);
    rows.received_new.push(total + out - most);
  }
  return Object.entries(rows).flatMap(([row, values]) => [
    ...PEOPLE.map((column, at) => cellOf('applications', row, column, values[at] ?? 0)),
    cellOf(
      'applications',
      row,
      'total',
      values.reduce((sum, value) => sum + value, 0),
    ),
  ]);
}

function remedyCells(paths: readonly (readonly number[])[]): AuditCell[] {
  return REMEDY_PATHS.flatMap(({ code: row }, at) => {
    const values = paths[at] ?? [];
    const total = values.reduce((sum, value) => sum + value, 0);
    return REMEDY_RESULTS.map(({ code }, place) => cellOf('remedies', row, code, values[place] ?? total));
  });
}

/** Mostly zeros, as in real tables. */
const figure = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(40) });
const figures = (length: number) => fc.array(figure, { minLength: length, maxLength: length });

/** A report whose tables 三 and 四 hold. */
export const consistent: fc.Arbitrary<AuditReport> = fc
  .record({
    columns: fc.array(figures(OUTCOMES.length + 2), { minLength: 6, maxLength: 6 }),
    paths: fc.array(figures(4), { minLength: 3, maxLength: 3 }),
  })
  .map(({ columns, paths }) => reportWith([...applicationCells(columns), ...remedyCells(paths)]));

export function reportWith(cells: readonly AuditCell[], rest: Partial<AuditReport> = {}): AuditReport {
  return {
    id: 'a'.repeat(12),
    agency: '某县人民政府',
    agencyId: '320813/government',
    year: '2022',
    edition: '2021',
    periodStart: '2022-01-01',
    periodEnd: '2022-12-31',
    publishedOn: '2023-01-20',
    status: 'complete',
    sha256: 'ab',
    cells,
    statements: [],
    text: null,
    ...rest,
  };
}

/** The report with cells of one table replaced by key `row/column`. */
export function changed(
  report: AuditReport,
  table: FormTable,
  changes: Readonly<Record<string, Partial<AuditCell>>>,
): AuditReport {
  const cells = report.cells.map((cell) =>
    cell.table === table ? { ...cell, ...changes[`${cell.row}/${cell.column}`] } : cell,
  );
  return { ...report, cells };
}

/** The same report with everything zero. */
export const zeros = (): AuditReport =>
  reportWith([
    ...applicationCells(Array.from({ length: 6 }, () => [])),
    ...remedyCells(Array.from({ length: 3 }, () => [0, 0, 0, 0])),
  ]);
