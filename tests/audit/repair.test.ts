/** Which cell is wrong: one planted error in a consistent table 三 is found and named. */
import fc from 'fast-check';
import { type AuditReport, indexCells } from '../../src/audit/report.js';
import { type Identity, identitiesOf } from '../../src/audit/within/identities.js';
import { exchangedLines } from '../../src/audit/within/lines.js';
import { diagnose } from '../../src/audit/within/repair.js';
import { changed, consistent, zeros } from './tables.js';

const inApplications = (report: AuditReport): Identity[] =>
  identitiesOf(indexCells(report.cells)).filter(({ table }) => table === 'applications');

const RUNS = 500;
/** Share of the cases that two or more identities see in which the true cell must be named first. */
const LEAST_NAMED = 0.95;

test('names the changed cell first', () => {
  let seen = 0;
  let named = 0;
  const planted = fc.tuple(consistent, fc.nat(), fc.nat(60));
  fc.assert(
    fc.property(planted, ([report, at, number]) => {
      const cells = report.cells.filter(({ table }) => table === 'applications');
      const cell = cells[at % cells.length];
      if (cell === undefined || Number(cell.value) === number) return;
      const wrong = { [`${cell.row}/${cell.column}`]: { value: String(number) } };
      const identities = inApplications(changed(report, 'applications', wrong));
      const broken = identities.filter(({ residual }) => residual !== 0);
      expect(broken.length).toBeGreaterThan(0);
      if (broken.length < 2) return;
      seen += 1;
      const [first] = diagnose(identities)[0]?.repairs ?? [];
      const isNamed =
        first?.length === 1 &&
        first[0]?.cell.row === cell.row &&
        first[0].cell.column === cell.column &&
        String(first[0].to) === cell.value;
      if (isNamed) named += 1;
    }),
    { numRuns: RUNS },
  );
  expect(seen).toBeGreaterThan(RUNS / 2);
  expect(named / seen).toBeGreaterThanOrEqual(LEAST_NAMED);
});

const figures = (changes: Record<string, string>) =>
  Object.fromEntries(Object.entries(changes).map(([key, value]) => [key, { value }]));

test('two cells of one column exchanged: the exchange comes first', () => {
  const rows = { 'granted/total': '12', 'denied_third_party/total': '21', 'outcome_total/total': '33' };
  const right = {
    ...rows,
    'granted/natural_person': '12',
    'denied_third_party/natural_person': '21',
    'outcome_total/natural_person': '33',
    'received_new/natural_person': '33',
    'received_new/total': '33',
  };
  const wrong = { ...right, 'granted/natural_person': '21', 'denied_third_party/natural_person': '12' };
  const diagnoses = diagnose(inApplications(changed(zeros(), 'applications', figures(wrong))));
  expect(diagnoses).toHaveLength(1);
  const repair = diagnoses[0]?.repairs[0]?.map(({ cell, to }) => [cell.row, cell.column, to]);
  expect(repair).toHaveLength(2);
  expect(new Set(repair?.map(([, , to]) => to))).toEqual(new Set([12, 21]));
});

test('two errors far apart are told apart', () => {
  const wrong = figures({ 'granted/natural_person': '5', 'carried_over_in/other_organization': '3' });
  const diagnoses = diagnose(inApplications(changed(zeros(), 'applications', wrong)));
  const named = diagnoses.flatMap(({ repairs }) => repairs[0]?.map(({ cell }) => cell.row) ?? []);
  expect(named.sort()).toEqual(['carried_over_in', 'granted']);
});

test('holding identities give no diagnosis', () => {
  expect(diagnose(inApplications(zeros()))).toEqual([]);
});

describe('errors that follow a line of the table', () => {
  const PEOPLE = ['natural_person', 'commercial_enterprise', 'legal_service_organization'];
  const ROWS = { granted: [12, 4, 7], denied_third_party: [5, 0, 2], unavailable_not_held: [9, 3, 0] };

  /** Rows as above, with everything else following from them. */
  function filled(rows: Readonly<Record<string, readonly number[]>>): Record<string, string> {
    const all: Record<string, string> = {};
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    const columns = PEOPLE.map((_, at) => sum(Object.values(rows).map((row) => row[at] ?? 0)));
    for (const [row, values] of Object.entries({ ...rows, outcome_total: columns, received_new: columns })) {
      for (const [at, column] of PEOPLE.entries()) all[`${row}/${column}`] = String(values[at]);
      all[`${row}/total`] = String(sum(values));
    }
    return all;
  }

  const repairOf = (wrong: Record<string, string>) => {
    const report = changed(zeros(), 'applications', figures(wrong));
    const diagnoses = diagnose(inApplications(report));
    expect(diagnoses).toHaveLength(1);
    return diagnoses[0]?.repairs[0] ?? [];
  };

  test('several wrong cells of the column 总计', () => {
    const wrong = {
      ...filled(ROWS),
      'granted/total': '24',
      'denied_third_party/total': '9',
      'unavailable_not_held/total': '21',
    };
    expect(repairOf(wrong).map(({ cell, to }) => [cell.row, cell.column, to])).toEqual([
      ['granted', 'total', 23],
      ['denied_third_party', 'total', 7],
      ['unavailable_not_held', 'total', 12],
    ]);
  });

  test('two rows exchanged', () => {
    const right = filled(ROWS);
    const wrong = { ...right };
    for (const column of [...PEOPLE, 'total']) {
      wrong[`granted/${column}`] = right[`outcome_total/${column}`] ?? '';
      wrong[`outcome_total/${column}`] = right[`granted/${column}`] ?? '';
    }
    const exchange = exchangedLines(repairOf(wrong));
    expect([exchange?.axis, [...(exchange?.codes ?? [])].sort()]).toEqual([
      'row',
      ['granted', 'outcome_total'],
    ]);
  });

  test('two columns exchanged', () => {
    const right = filled(ROWS);
    const wrong = { ...right };
    for (const row of [...Object.keys(ROWS), 'outcome_total', 'received_new']) {
      wrong[`${row}/natural_person`] = right[`${row}/total`] ?? '';
      wrong[`${row}/total`] = right[`${row}/natural_person`] ?? '';
    }
    expect(exchangedLines(repairOf(wrong))).toEqual({ axis: 'column', codes: ['natural_person', 'total'] });
  });
});
