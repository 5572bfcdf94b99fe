/** All rules over one report. */

import type { Finding } from '../model/finding.js';
import { frameFindings } from './frame.js';
import { type AuditReport, indexCells } from './report.js';
import { RULES } from './rules.js';
import { sumFindings } from './sums.js';
import { completenessFindings, valueFindings } from './values.js';

const ORDER: ReadonlyMap<string, number> = new Map(RULES.map(({ id }, at) => [id, at]));

/** By rule as listed, then in the order of the form: the same findings always stand in the same order. */
export function inRuleOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => (ORDER.get(a.rule) ?? 0) - (ORDER.get(b.rule) ?? 0));
}

/** The findings of one report by itself. Never throws for what a report says. */
export function auditReport(report: AuditReport): Finding[] {
  return inRuleOrder([
    ...sumFindings(indexCells(report.cells)),
    ...valueFindings(report),
    ...completenessFindings(report),
    ...frameFindings(report),
  ]);
}
