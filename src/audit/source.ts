/** A report against the line of the sources file by which a harvest found it. The report is right; this only tells. */

import type { Finding } from '../model/finding.js';
import { ruleOf } from './rules.js';

/** What a source says of the reports behind it; empty or null where it says nothing. */
export interface SourceClaim {
  readonly agency: string;
  readonly regionCode: string;
  /** Year that the link names. */
  readonly year: number | null;
}

interface ReportClaim {
  readonly agency: string;
  readonly regionCode: string;
  readonly year: string;
}

/** Disagreements between a report and its source. What one of them leaves open is none. */
export function sourceFindings(report: ReportClaim, source: SourceClaim): Finding[] {
  const findings: Finding[] = [];
  if (!sameAgency(report.agency, source.agency))
    findings.push(disagreement('机关', 'agency', report.agency, source.agency));
  if (!sameRegion(report.regionCode, source.regionCode))
    findings.push(disagreement('区划代码', 'region code', report.regionCode, source.regionCode));
  if (report.year !== '' && source.year !== null && Number(report.year) !== source.year)
    findings.push(disagreement('年度', 'year', report.year, String(source.year)));
  return findings;
}

/** Endings that are said or left out at will. */
const LOOSE_END = /(?:人民政府)?(?:办公[厅室])?(?:政府)?$/;
const core = (name: string): string => name.replace(/[\s（）()]/g, '').replace(LOOSE_END, '');

/** One name may hold the other: 洪泽区教育局 and 淮安市洪泽区教育局. */
function sameAgency(one: string, other: string): boolean {
  const [a, b] = [core(one), core(other)];
  return a === '' || b === '' || a.includes(b) || b.includes(a);
}

/** A code without its trailing zeros begins that of every place inside. */
function sameRegion(one: string, other: string): boolean {
  const [a, b] = [one, other].map((code) =>
    code.replace(/(?:000)?(?:000)?$/, '').replace(/(?:00)+$/, ''),
  ) as [string, string];
  return a === '' || b === '' || a.startsWith(b) || b.startsWith(a);
}

function disagreement(zh: string, en: string, said: string, claimed: string): Finding {
  const rule = ruleOf('source_disagrees');
  return {
    rule: rule.id,
    severity: rule.severity,
    table: '',
    item: en.replace(' ', '_'),
    column: '',
    expected: '',
    actual: '',
    difference: '',
    cells: [],
    zh: `${rule.zh}：${zh}报告为“${said}”，来源为“${claimed}”。`,
    en: `${rule.en}: ${en} of the report ${said}, of the source ${claimed}.`,
  };
}
