/** Which cell is wrong: one planted error in a consistent table 三 is found and named. */
import fc from 'fast-check';
import { type AuditReport, indexCells } from '../../src/audit/report.js';
import { type Identity, identitiesOf } from '../../src/audit/within/identities.js';
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
