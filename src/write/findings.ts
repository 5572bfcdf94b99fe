/** Findings as rows of `findings.csv`. */

import { createHash } from 'node:crypto';
import type { Finding, FindingCell } from '../model/finding.js';
import { csvLines } from './csv-lines.js';
import { formatLocator } from './locator.js';
import { textCell } from './text.js';

const FINDING_ID_DIGITS = 12;

/** Key of a cell: where it stands in the form, and in which report when that is another one. */
const cellName = ({ reportId, table, row, column }: FindingCell): string =>
  `${reportId === undefined ? '' : `${reportId}:`}${table}/${row}/${column}`;

/** `table/item/column=value@locator`. */
function cellText(cell: FindingCell): string {
  const { value, locator } = cell;
  const place = typeof locator === 'string' ? locator : formatLocator(locator);
  return `${cellName(cell)}=${value}${place === '' ? '' : `@${place}`}`;
}

/** The same for the same report, rule and cells, whatever the figures are. */
export function findingId(reportId: string, { rule, table, item, column, cells }: Finding): string {
  const parts = [reportId, rule, table, item, column, ...cells.map(cellName)];
  return createHash('sha256').update(parts.join('\n'), 'utf8').digest('hex').slice(0, FINDING_ID_DIGITS);
}

/** Rows of one report's findings; `agency` is already safe to stand in a cell. */
function findingRows(
  reportId: string,
  agency: string,
  year: string,
  findings: readonly Finding[],
): string[][] {
  return findings.map((finding) => [
    findingId(reportId, finding),
    reportId,
    agency,
    year,
    finding.rule,
    finding.severity,
    finding.table,
    finding.item,
    finding.column,
    finding.expected,
    finding.actual,
    finding.difference,
    finding.cells.map(cellText).join('; '),
    textCell(`${finding.zh} / ${finding.en}`),
  ]);
}

/** The same as lines of `findings.csv` without their ends, one per finding; `agency` is the name as it is. */
export function findingLines(
  reportId: string,
  agency: string,
  year: string,
  findings: readonly Finding[],
): string[] {
  if (findings.length === 0) return [];
  return csvLines(findingRows(reportId, textCell(agency), year, findings))
    .split('\n')
    .slice(0, -1);
}
