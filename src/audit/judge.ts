/** All rules over one report by itself. */

import type { Finding } from '../model/finding.js';
import { type Prepared, prepare } from './prepared.js';
import type { AuditReport } from './report.js';
import { orderOf } from './rules.js';
import { textFindings } from './text/index.js';
import { frameFindings } from './within/frame.js';
import { sumFindings } from './within/sums.js';
import { completenessFindings, valueFindings } from './within/values.js';

/** By rule as listed, then in the order of the form: the same findings always stand in the same order. */
export function inRuleOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => orderOf(a.rule) - orderOf(b.rule));
}

/** The findings of one report by itself, its running text included. Never throws for what a report says. */
export function auditReport(
  report: AuditReport,
  disabled: ReadonlySet<string> = new Set(),
  { index, identities }: Prepared = prepare(report),
): Finding[] {
  const findings = [
    ...sumFindings(identities),
    ...valueFindings(report),
    ...completenessFindings(report),
    ...frameFindings(report),
    ...textFindings(report, index),
  ];
  return inRuleOrder(findings.filter(({ rule }) => !disabled.has(rule)));
}
