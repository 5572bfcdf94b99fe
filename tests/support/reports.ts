/** Mapped reports made up for the tests of the writer. */
import { APPLICANTS, APPLICATION_ITEMS, REMEDY_PATHS, REMEDY_RESULTS } from '../../src/form/index.js';
import type { FormCell, MappedReport, ReportResult } from '../../src/model/report.js';

const found = (value: string) => ({ value, rule: 'test' });

const cell = (
  table: FormCell['table'],
  row: string,
  column: string,
  rest: Partial<FormCell> = {},
): FormCell => ({
  table,
  row,
  column,
  edition: '2021',
  value: '3',
  state: 'reported',
  raw: '3',
  locator: { kind: 'table', table: 2, row: 7, col: 4 },
  unit: 'count',
  ...rest,
});

/** Every cell of table 三 and 四 and some of table 二, in no good order. */
export function someReport(rest: Partial<MappedReport> = {}): MappedReport {
  const applications = APPLICATION_ITEMS.flatMap((item) =>
    APPLICANTS.map((applicant) => cell('applications', item.code, applicant.code)),
  );
  const remedies = REMEDY_PATHS.flatMap((path) =>
    REMEDY_RESULTS.map((result) =>
      cell('remedies', path.code, result.code, {
        value: '',
        state: 'blank',
        raw: '-',
        locator: { kind: 'line', line: 57 },
      }),
    ),
  );
  return {
    metadata: {
      title: found('某县人民政府2022年政府信息公开工作年度报告'),
      agency: found('某县人民政府'),
      year: found('2022'),
      periodStart: found('2022-01-01'),
      periodEnd: found('2022-12-31'),
      publishedOn: found('2023-01-20'),
    },
    identity: {
      agencyId: '320813/government',
      regionCode: '320813',
      regionPath: '江苏省/淮安市/洪泽区',
      kind: 'government',
      candidates: [],
      rule: 'name',
    },
    edition: '2021',
    status: 'complete',
    cells: [
      ...remedies.reverse(),
      ...applications.reverse(),
      cell('proactive', 'fees', 'amount_10k_cny', {
        unit: '10k_cny',
        value: '25.1',
        state: 'noted',
        raw: '251000元',
        locator: { kind: 'page', page: 3, bbox: [102, 411.5, 118.25, 423] },
      }),
      cell('proactive', 'regulations', 'issued'),
    ],
    unmapped: [
      {
        table: 'proactive',
        locator: { kind: 'line', line: 9 },
        raw: '政府集中采购',
        reason: 'printed twice',
      },
      { table: '', locator: { kind: 'line', line: 9 }, raw: '=SUM(A1)', reason: 'no such row' },
    ],
    narrative: {
      statements: [
        {
          subject: 'received_new',
          value: '26',
          sentence: '全年收到政府信息公开申请26件。',
          locator: { kind: 'line', line: 3 },
        },
      ],
      characters: 1200,
      simhash: '0123456789abcdef',
      digest: 'fedcba9876543210',
    },
    cellsExpected: 200,
    cellsRead: 198,
    attention: '',
    ...rest,
  };
}

export function someResult(source: string, report: MappedReport | null = someReport()): ReportResult {
  return {
    source,
    mediaType: report === null ? '' : 'text/html',
    sha256: 'ab'.repeat(32),
    bytes: 1234,
    report,
    error: report === null ? { code: 'damaged', message: 'Download it again.' } : null,
  };
}
