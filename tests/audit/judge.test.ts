import fc from 'fast-check';
import { type AuditReport, auditReport } from '../../src/audit/index.js';
import { cellOf, changed, consistent, reportWith, zeros } from './tables.js';

const grave = (report: AuditReport) => auditReport(report).filter(({ severity }) => severity !== 'notice');
const rulesOf = (report: AuditReport) => auditReport(report).map(({ rule }) => rule);
const value = (text: string) => ({ value: text, state: 'reported' as const });
const blank = { value: '', state: 'blank' as const };

test('consistent tables give no error', () => {
  fc.assert(fc.property(consistent, (report) => grave(report).length === 0));
});

test('a wrong total in table 四: one error, the sum spelled out, the only cell that can be wrong named', () => {
  const report = changed(zeros(), 'remedies', {
    'review/upheld': value('10'),
    'review/corrected': value('1'),
  });
  const [finding, ...more] = grave(report);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    rule: 'remedies_sum',
    severity: 'error',
    item: 'review',
    column: 'total',
    expected: '11',
    actual: '0',
    difference: '-11',
  });
  expect(finding?.cells.map(({ column }) => column)).toContain('corrected');
  expect(finding?.en).toContain('10+1+0+0 = 11 ≠ 0');
  expect(finding?.en).toContain(
    'administrative review × total: printed 0, 11 would satisfy the broken identity',
  );
});

test('where any cell could be the wrong one, the printed total is the simplest', () => {
  const report = changed(zeros(), 'remedies', { 'review/upheld': value('10'), 'review/total': value('9') });
  const [finding] = grave(report);
  expect(finding?.en).toContain('cannot be told');
  expect(finding?.en).toContain(
    'simplest is the printed total, administrative review × total: printed 9, 10 would satisfy it',
  );
});

test('a wrong sum of applications breaks the balance and the outcomes', () => {
  const findings = grave(changed(zeros(), 'applications', { 'outcome_total/total': value('36') }));
  expect(findings.map(({ rule, difference }) => [rule, difference])).toEqual([
    ['applications_balance', '36'],
    ['applications_outcomes', '36'],
    ['applications_row', '36'],
  ]);
  for (const { en } of findings) {
    expect(en).toContain('total of outcomes × total: printed 36, 0 would satisfy all 3 broken identities');
  }
});

describe('blanks', () => {
  test('count as zero, and the finding says so', () => {
    const report = changed(zeros(), 'remedies', { 'review/upheld': blank, 'review/total': value('4') });
    const [finding] = grave(report);
    expect(finding).toMatchObject({ severity: 'error', expected: '0', actual: '4' });
    expect(finding?.zh).toContain('1 个空格按零计');
  });

  test('a blank total, and a sum of blanks only, are no errors', () => {
    const total = { 'review/upheld': value('4'), 'review/total': blank };
    expect(grave(changed(zeros(), 'remedies', total))).toEqual([]);
    const parts = Object.fromEntries(
      ['upheld', 'corrected', 'other_result', 'pending'].map((code) => [`review/${code}`, blank]),
    );
    expect(grave(changed(zeros(), 'remedies', { ...parts, 'review/total': value('4') }))).toEqual([]);
  });

  test('an agency that fills only the column 总计 gets notices, one per table', () => {
    const cells = zeros().cells.map((cell) =>
      cell.column === 'total'
        ? { ...cell, ...value(cell.table === 'remedies' ? '2' : '0') }
        : { ...cell, ...blank },
    );
    expect(rulesOf(reportWith(cells)).filter((rule) => rule !== 'rows_absent')).toEqual([
      'cells_blank',
      'cells_blank',
    ]);
  });
});

test.each(['absent', 'unreadable'] as const)('a sum with an %s cell is not judged', (state) => {
  const report = changed(zeros(), 'remedies', {
    'review/upheld': { value: '', state },
    'review/total': value('4'),
  });
  expect(grave(report)).toEqual([]);
});

test('what rests on an inferred cell is a warning and says so', () => {
  const report = changed(zeros(), 'remedies', {
    'review/upheld': { value: '3', state: 'inferred' },
    'review/total': value('4'),
  });
  const [finding] = grave(report);
  expect(finding?.severity).toBe('warning');
  expect(finding?.en).toContain('rests on 1 inferred cell');
});

test('其他处理 in one row or in three', () => {
  const one = zeros().cells.map((cell) =>
    cell.row.startsWith('other_') && cell.table === 'applications'
      ? { ...cell, state: 'absent' as const, value: '' }
      : cell,
  );
  const other = { row: 'other', column: 'natural_person' };
  const row = ['natural_person', 'commercial_enterprise', 'total'].map((column) =>
    cellOf('applications', other.row, column, column === 'commercial_enterprise' ? 0 : 5),
  );
  const findings = grave(reportWith([...one, ...row]));
  expect(findings.map(({ rule, column }) => [rule, column])).toEqual([
    ['applications_outcomes', 'natural_person'],
    ['applications_outcomes', 'total'],
  ]);
});

test('negative, fractional and absurd figures', () => {
  const report = reportWith([
    cellOf('proactive', 'regulations', 'issued', -1),
    cellOf('proactive', 'licensing', 'items_change', -8),
    cellOf('proactive', 'penalties', 'decisions', 1.5),
    { ...cellOf('proactive', 'fees', 'amount_10k_cny', 190.457379), unit: '10k_cny' },
    cellOf('proactive', 'coercion', 'decisions', 20231231000),
  ]);
  expect(grave(report).map(({ rule, item }) => [rule, item])).toEqual([
    ['negative_count', 'regulations'],
    ['fractional_count', 'penalties'],
    ['absurd_count', 'coercion'],
  ]);
});

test('the form is not that of the year; the period is not the year', () => {
  const rules = (rest: Partial<AuditReport>) =>
    rulesOf({ ...zeros(), ...rest }).filter((rule) => rule !== 'rows_absent');
  expect(rules({})).toEqual([]);
  expect(rules({ edition: '2019' })).toEqual(['edition_year']);
  expect(rules({ edition: 'mixed' })).toEqual(['edition_year']);
  expect(rules({ year: '', edition: '2019' })).toEqual([]);
  expect(rules({ periodStart: '2021-01-01', periodEnd: '2021-12-31' })).toEqual(['period_year']);
});

test('a missing table is one notice; a report without tables has none', () => {
  expect(rulesOf(zeros())).toEqual(['rows_absent']);
  expect(auditReport(reportWith([]))).toEqual([]);
});
