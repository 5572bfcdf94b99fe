import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { APPLICANTS, APPLICATION_ITEMS } from '../../src/form/index.js';
import { csvLines, renderReport } from '../../src/write/csv.js';
import { formatLocator } from '../../src/write/locator.js';
import { reportId, reportRows } from '../../src/write/rows.js';
import { headerOf } from '../../src/write/schema.js';
import { someReport, someResult } from '../support/reports.js';

test('report_id is the head of the SHA-256 of the source', () => {
  expect(reportId('corpus/a.html')).toMatch(/^[0-9a-f]{12}$/);
  expect(reportId('abc')).toBe('ba7816bf8f01');
});

test('locators read as the contract says', () => {
  expect(formatLocator({ kind: 'table', table: 2, row: 7, col: 4 })).toBe('table 2 row 7 col 4');
  expect(formatLocator({ kind: 'page', page: 3, bbox: [102, 411.5, 118.2, 423] })).toBe(
    'page 3 bbox 102.0,411.5,118.2,423.0',
  );
  expect(formatLocator({ kind: 'line', line: 57 })).toBe('line 57');
  expect(formatLocator(null)).toBe('');
});

test('cells come in form order whatever order they were read in', () => {
  const rows = reportRows(someResult('a'));
  const expected = APPLICATION_ITEMS.flatMap(({ code }) =>
    APPLICANTS.map((applicant) => [code, applicant.code]),
  );
  expect(rows.applications.map((row) => [row[4], row[5]])).toEqual(expected);
  expect(rows.proactive.map((row) => row[4])).toEqual(['regulations', 'fees']);
});

test('the wide table has a row per item and the seven values', () => {
  const [first] = reportRows(someResult('a')).applications_wide;
  expect(first?.slice(1)).toEqual(['某县人民政府', '2022', '2021', 'received_new', ...Array(7).fill('3')]);
});

test('every row has as many columns as its header', () => {
  for (const [file, rows] of Object.entries(reportRows(someResult('a')))) {
    for (const row of rows) expect([file, row.length]).toEqual([file, headerOf(file as 'reports').length]);
  }
});

test('two entries at one place keep both, under two keys', () => {
  const rows = reportRows(someResult('a')).unmapped;
  expect(rows.map((row) => row[2])).toEqual(['line 9', 'line 9 #2']);
  expect(rows[1]?.[3]).toBe("'=SUM(A1)");
});

test('one cell given twice is refused, not overwritten', () => {
  const report = someReport();
  const [cell] = report.cells;
  const twice = someReport({ cells: [...report.cells, ...(cell ? [cell] : [])] });
  expect(() => reportRows(someResult('a', twice))).toThrow(/two cells for/);
});

test('a code the form does not have is refused', () => {
  const cells = someReport().cells.map((cell) => ({ ...cell, row: 'no_such_row' }));
  expect(() => reportRows(someResult('a', someReport({ cells })))).toThrow(/the form has no cell/);
});

test('a failed report has its row, and only that', () => {
  const { reports, ...others } = renderReport(someResult('broken.pdf', null));
  const [row] = parse(csvLines([headerOf('reports')]) + reports, { columns: true }) as Record<
    string,
    string
  >[];
  expect(row).toMatchObject({
    source: 'broken.pdf',
    status: 'failed',
    error_code: 'damaged',
    cells_read: '0',
  });
  expect(Object.values(others).join('')).toBe('');
});

test('line ends of every kind are quoted', () => {
  const rows = [
    ['a', '\r'],
    ['\n', '\r\n'],
  ];
  expect(csvLines(rows)).toBe('a,"\r"\n"\n","\r\n"\n');
});

test('any text survives the way through CSV', () => {
  const texts = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 5 }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(texts, (rows) => {
      const width = rows[0]?.length ?? 0;
      const even = rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ''));
      expect(
        parse(csvLines(even), { record_delimiter: '\n', relax_column_count: false, skip_empty_lines: false }),
      ).toEqual(even);
    }),
  );
});

test('lines are those of a CSV library', () => {
  const field = fc.oneof(
    fc.string(),
    fc.constantFrom('', ',', '"', 'a"b', '\r', '\n', ' a ', '规章,0', "'=1"),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(field, field, field), { maxLength: 4 }), (rows) => {
      expect(csvLines(rows)).toBe(stringify(rows, { record_delimiter: '\n', quoted_match: '\r' }));
    }),
  );
});

test('lines end in a bare newline', () => {
  expect(renderReport(someResult('a')).applications).not.toContain('\r');
});
