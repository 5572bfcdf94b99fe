/** Which cells a statement of the running text speaks of, as data. */

import { APPLICATION_ITEMS, type StatementSubject } from '../../form/index.js';
import type { FormTable } from '../../model/report.js';
import type { RuleId } from '../rules.js';

/** Σ ± cells; `minus` begins with `-`. Rows or paths, and columns, by code. */
type Sum = readonly (readonly [row: string, column: string, sign?: -1])[];

export interface Comparison {
  readonly subject: StatementSubject;
  readonly rule: RuleId;
  readonly table: FormTable;
  /** The first sum that the report fills is what the text should say; it may as well mean one of the others. */
  readonly sums: readonly Sum[];
  /** What the text says may be rounded. */
  readonly rounded?: true;
}

const total = (...rows: readonly string[]): Sum => rows.map((row) => [row, 'total'] as const);
const group = (code: string): string[] =>
  APPLICATION_ITEMS.filter((item) => item.group === code && item.code !== 'other').map((item) => item.code);

const applications = (subject: StatementSubject, ...sums: readonly Sum[]): Comparison => ({
  subject,
  rule: 'text_applications',
  table: 'applications',
  sums,
});
const proactive = (subject: StatementSubject, ...sums: readonly Sum[]): Comparison => ({
  subject,
  rule: 'text_proactive',
  table: 'proactive',
  sums,
});
const remedies = (subject: StatementSubject, ...sums: readonly Sum[]): Comparison => ({
  subject,
  rule: 'text_remedies',
  table: 'remedies',
  sums,
});

const OTHER_ROWS = ['other_uncorrected', 'other_unpaid_fee', 'other_remaining'];
const [DIRECT, AFTER] = ['litigation_direct', 'litigation_after_review'];

export const COMPARISONS: readonly Comparison[] = [
  // 收到 is also said of what is carried over together with what is new.
  applications('received_new', total('received_new'), total('received_new', 'carried_over_in')),
  applications('carried_over_in', total('carried_over_in')),
  applications('handled', total('outcome_total')),
  // 予以公开 is also said of full and partial disclosure together.
  applications('granted', total('granted'), total('granted', 'partially_granted')),
  applications('partially_granted', total('partially_granted')),
  applications('denied', total(...group('denied'))),
  applications('unavailable', total(...group('unavailable'))),
  applications('rejected', total(...group('rejected'))),
  applications('other_handling', total('other'), total(...OTHER_ROWS)),
  applications('carried_over_out', total('carried_over_out')),
  // Cases not yet decided are counted in the text or not.
  remedies('review', total('review'), [...total('review'), ['review', 'pending', -1]]),
  remedies('litigation', total(DIRECT, AFTER), total(DIRECT), total(AFTER), [
    ...total(DIRECT, AFTER),
    [DIRECT, 'pending', -1],
    [AFTER, 'pending', -1],
  ]),
  proactive(
    'documents_issued',
    [['normative_documents', 'issued']],
    [['normative_documents', 'made']],
    [['normative_documents', 'disclosed']],
    [
      ['normative_documents', 'issued'],
      ['regulations', 'issued'],
    ],
  ),
  proactive('documents_repealed', [['normative_documents', 'repealed']]),
  proactive(
    'documents_in_force',
    [['normative_documents', 'in_force']],
    [
      ['normative_documents', 'in_force'],
      ['regulations', 'in_force'],
    ],
  ),
  proactive('licensing', [['licensing', 'decisions']]),
  proactive('penalties', [['penalties', 'decisions']]),
  proactive('coercion', [['coercion', 'decisions']]),
  { ...proactive('fees', [['fees', 'amount_10k_cny']]), rounded: true },
];
