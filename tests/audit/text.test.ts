import { type AuditReport, auditReport } from '../../src/audit/index.js';
import { changed, zeros } from './tables.js';

const value = (text: string) => ({ value: text, state: 'reported' as const });
const BASE = changed(zeros(), 'applications', {
  'received_new/total': value('26'),
  'received_new/natural_person': value('26'),
  'carried_over_in/total': value('3'),
  'carried_over_in/natural_person': value('3'),
  'denied_third_party/total': value('4'),
  'denied_internal_affairs/total': value('5'),
});

function findings(report: AuditReport, ...said: [subject: string, value: string][]) {
  const statements = said.map(([subject, number]) => ({
    subject,
    value: number,
    sentence: `原句${number}。`,
  }));
  return auditReport({ ...report, statements }).filter(({ rule }) => rule.startsWith('text_'));
}

test('a number that fits nothing: the sentence is quoted, the cell named', () => {
  const [found, ...more] = findings(BASE, ['received_new', '30']);
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    rule: 'text_applications',
    severity: 'warning',
    item: 'received_new',
    column: 'total',
    expected: '30',
    actual: '26',
    difference: '-4',
  });
  expect(found?.en).toContain('“原句30。”');
});

test('a sum of rows is named with its cells', () => {
  const [found] = findings(BASE, ['denied', '8']);
  expect(found).toMatchObject({ item: '', column: '', expected: '8', actual: '9' });
  expect(found?.cells).toHaveLength(8);
});

test.each([
  ['the right number', [['received_new', '26']]],
  ['new and carried over together', [['received_new', '29']]],
  ['the sum of the reasons', [['denied', '9']]],
  [
    'the right number somewhere',
    [
      ['received_new', '26'],
      ['received_new', '12'],
    ],
  ],
  [
    'two different wrong numbers: two different things',
    [
      ['received_new', '11'],
      ['received_new', '12'],
    ],
  ],
  ['rows that the form does not have', [['documents_issued', '3']]],
] as [string, [string, string][]][])('%s: none', (_, said) => {
  expect(findings(BASE, ...said)).toEqual([]);
});

test('a blank table says nothing', () => {
  const blank = changed(BASE, 'applications', { 'received_new/total': { value: '', state: 'blank' } });
  expect(findings(blank, ['received_new', '26'])).toEqual([]);
});

test('rests on a recognized cell: said so', () => {
  const seen = changed(BASE, 'applications', { 'received_new/total': { value: '26', state: 'recognized' } });
  expect(findings(seen, ['received_new', '30'])[0]?.en).toContain('rests on 1 recognized cell');
});

test('fees: rounding is no contradiction', () => {
  const cell = {
    ...BASE.cells[0],
    table: 'proactive',
    row: 'fees',
    column: 'amount_10k_cny',
    value: '25.0987',
    unit: '10k_cny',
  };
  const report = { ...BASE, cells: [...BASE.cells, cell as AuditReport['cells'][number]] };
  for (const rounded of ['25.1', '25.10', '25', '25.0987'])
    expect(findings(report, ['fees', rounded])).toEqual([]);
  expect(findings(report, ['fees', '26'])).toHaveLength(1);
  expect(findings(report, ['fees', '25.2'])).toHaveLength(1);
});

test('the fee for handling information is compared with itself', () => {
  expect(findings(BASE, ['processing_fee', '0'], ['processing_fee', '0'])).toEqual([]);
  const [found] = findings(BASE, ['processing_fee', '0'], ['processing_fee', '200']);
  expect(found).toMatchObject({ rule: 'text_processing_fee', severity: 'warning' });
});
