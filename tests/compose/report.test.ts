import { APPLICANTS, outcomeItems, REMEDY_PATHS } from '../../scripts/compose/forms.js';
import { printReport } from '../../scripts/compose/print.js';
import { gridOf, tablesOf, valueCells } from '../../scripts/compose/printed.js';
import { composeReport } from '../../scripts/compose/report.js';
import { cellKey } from '../../scripts/compose/truth.js';

const SEEDS = Array.from({ length: 40 }, (_, at) => `report-${at}`);

function figureOf(seed: string) {
  const report = composeReport(seed);
  return {
    report,
    application: (item: string, applicant: string) =>
      Number(report.figures.get(cellKey('applications', item, applicant))),
    remedy: (path: string, result: string) => Number(report.figures.get(cellKey('remedies', path, result))),
  };
}

function sum(values: number[]): number {
  return values.reduce((left, right) => left + right, 0);
}

describe('composed reports', () => {
  test.each(SEEDS)('%s satisfies the arithmetic of the form', (seed) => {
    const { report, application, remedy } = figureOf(seed);
    const items = outcomeItems(report.oneRowOther);
    for (const [applicant] of APPLICANTS) {
      const outcomes = sum(items.map((item) => application(item, applicant)));
      expect(application('outcome_total', applicant)).toBe(outcomes);
      expect(application('received_new', applicant) + application('carried_over_in', applicant)).toBe(
        outcomes + application('carried_over_out', applicant),
      );
    }
    const people = APPLICANTS.slice(0, -1).map(([applicant]) => applicant);
    for (const item of ['received_new', 'carried_over_in', ...items, 'outcome_total', 'carried_over_out']) {
      expect(application(item, 'total')).toBe(sum(people.map((applicant) => application(item, applicant))));
    }
    for (const [path] of REMEDY_PATHS) {
      const parts = ['upheld', 'corrected', 'other_result', 'pending'].map((result) => remedy(path, result));
      expect(remedy(path, 'total')).toBe(sum(parts));
    }
  });

  test('a seed always gives the same report', () => {
    const [first, second] = [printReport(composeReport('same')), printReport(composeReport('same'))];
    expect(first.blocks).toEqual(second.blocks);
    expect([...first.truth]).toEqual([...second.truth]);
  });

  test.each(SEEDS)('%s prints every figure once, in rectangular tables', (seed) => {
    const printed = printReport(composeReport(seed));
    expect(
      valueCells(printed)
        .map(({ key }) => key)
        .sort(),
    ).toEqual([...printed.truth.keys()].sort());
    for (const table of tablesOf(printed)) {
      const slots = gridOf(table).flat().length;
      const covered = sum(table.rows.flatMap((row) => row.cells.map((cell) => cell.colspan * cell.rowspan)));
      expect(covered).toBe(slots);
    }
  });

  test.each([
    ['2021', false, 200],
    ['2021', true, 186],
    ['2019', true, 198],
  ] as const)('the %s form (其他处理 in one row: %s) has %i cells', (edition, oneRowOther, cells) => {
    expect(composeReport('count', { edition, oneRowOther }).figures.size).toBe(cells);
  });
});
