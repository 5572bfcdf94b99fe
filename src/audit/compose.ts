/** Puts a finding together from its rule, its cells and its words. */

import type { Finding, FindingCell } from '../model/finding.js';
import type { FormTable } from '../model/report.js';
import { type RuleId, ruleOf } from './rules.js';
import { placeOf, type Words } from './words.js';

export interface Parts {
  readonly rule: RuleId;
  /** The cell at which the finding is shown; `null` when it is about a table or the whole report. */
  readonly at: Pick<FindingCell, 'table' | 'row' | 'column'> | null;
  readonly table?: FormTable | '';
  /** Plain notation; empty where the rule is no arithmetic. */
  readonly expected?: string;
  readonly actual?: string;
  readonly difference?: string;
  readonly cells: readonly FindingCell[];
  /** What follows the demand of the rule, in order. */
  readonly words: readonly Words[];
}

/** Severity is that of the rule. */
export function compose({ rule: id, at, table, cells, words, ...figures }: Parts): Finding {
  const rule = ruleOf(id);
  const place = at === null ? { zh: '', en: '' } : placeOf(at);
  const [zh, en] = [
    [rule.zh, ...words.map((word) => word.zh)],
    [rule.en, ...words.map((word) => word.en)],
  ];
  return {
    rule: id,
    severity: rule.severity,
    table: at?.table ?? table ?? rule.table,
    item: at?.row ?? '',
    column: at?.column ?? '',
    expected: figures.expected ?? '',
    actual: figures.actual ?? '',
    difference: figures.difference ?? '',
    cells,
    zh: `${place.zh === '' ? '' : `${place.zh}：`}${zh.join('；')}。`,
    en: `${place.en === '' ? '' : `${place.en}: `}${en.join('; ')}.`,
  };
}
