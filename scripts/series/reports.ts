/** Figures as reports that the writer takes, as if they had been read from documents. */

import { outcomeOf } from '../../src/batch/outcome.js';
import type { FormCell, FormTable, MappedReport, Narrative, ReportResult } from '../../src/model/report.js';
import type { Figures } from './figures.js';

export interface MadeReport {
  readonly source: string;
  readonly agency: string;
  readonly agencyId: string;
  readonly year: number;
  readonly figures: Figures;
  readonly narrative?: Partial<Narrative>;
  readonly publishedOn?: string;
}

const NO_TEXT: Narrative = { statements: [], characters: 0, simhash: '', digest: '' };
const found = (value: string) => ({ value, rule: 'made' });

/** A result of the mapper with every cell `reported`. */
export function resultOf({
  source,
  agency,
  agencyId,
  year,
  figures,
  narrative,
  publishedOn,
}: MadeReport): ReportResult {
  const cells = [...figures].map(([key, value], at) => cellOf(key, value, at));
  const report: MappedReport = {
    metadata: {
      title: found(`${agency}${year}年政府信息公开工作年度报告`),
      agency: found(agency),
      year: found(String(year)),
      periodStart: found(`${year}-01-01`),
      periodEnd: found(`${year}-12-31`),
      publishedOn: found(publishedOn ?? `${year + 1}-01-20`),
    },
    identity: { agencyId, regionCode: '', regionPath: '', kind: '', candidates: [], rule: 'made' },
    edition: '2021',
    status: 'complete',
    cells,
    unmapped: [],
    cellsExpected: cells.length,
    cellsRead: cells.length,
    narrative: { ...NO_TEXT, ...narrative },
    attention: '',
  };
  return { source, mediaType: 'text/html', sha256: '', bytes: 0, report, error: null };
}

function cellOf(key: string, value: number, at: number): FormCell {
  const [table, row = '', column = ''] = key.split('/') as [FormTable, string, string];
  return {
    table,
    row,
    column,
    edition: '2021',
    value: String(value),
    state: 'reported',
    raw: String(value),
    locator: { kind: 'line', line: at + 1 },
    unit: column === 'amount_10k_cny' ? '10k_cny' : 'count',
  };
}

/** Rows of a report, with what the audit needs of it when `audit` is wanted. */
export const made = (report: MadeReport, audit: boolean) => outcomeOf(resultOf(report), 0, audit ? [] : null);
