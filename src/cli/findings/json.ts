import type { StoredFinding } from '../../dataset/index.js';
import { cellsOf, type FindingFormat } from './format.js';

const numberOf = (text: string): number | null => (text === '' ? null : Number(text));

/** One array; an object per line, so that lines can be looked at one by one. */
export function jsonFormat(): FindingFormat {
  let count = 0;
  return {
    begin: () => '[',
    finding: (finding) => `${count++ === 0 ? '\n' : ',\n'}${JSON.stringify(entry(finding))}`,
    end: () => (count === 0 ? ']\n' : '\n]\n'),
  };
}

function entry({ report, ...finding }: StoredFinding): object {
  return {
    finding_id: finding.id,
    report_id: report.id,
    source: report.source,
    agency: report.agency,
    year: numberOf(report.year),
    rule: finding.rule,
    severity: finding.severity,
    table: finding.table,
    item: finding.item,
    column: finding.column,
    expected: numberOf(finding.expected),
    actual: numberOf(finding.actual),
    difference: numberOf(finding.difference),
    cells: cellsOf(finding.cells),
    message: finding.message,
  };
}
