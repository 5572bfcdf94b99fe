/** An explanation as JSON, with the names of the dataset's columns. */

import type { ExplainedCell, ExplainedHeader, ExplainedRow, Explanation } from '../../model/explanation.js';
import type { Finding } from '../../model/finding.js';
import type { Found, Identity, ReportMetadata, UnmappedRow } from '../../model/report.js';
import { formatLocator } from '../locator.js';
import { EVERYTHING, type ShownReport, selectFindings, selectViews, wantsAll } from './select.js';
import { formView, type TableView } from './view.js';

/** The whole explanation, or the part that is selected, as indented JSON. */
export function renderJson(
  explanation: Explanation,
  { source, selection = EVERYTHING, findings = [] }: ShownReport,
): string {
  const { report, otherTables } = explanation;
  const views = selectViews(formView(explanation), selection);
  const content = {
    source,
    status: report.status,
    edition: report.edition,
    cells_expected: report.cellsExpected,
    cells_read: report.cellsRead,
    attention: report.attention,
    document: documentOf(explanation),
    metadata: metadataOf(report.metadata),
    identity: identityOf(report.identity),
    findings: selectFindings(findings, selection).map(findingOf),
    tables: views.map((view) => tableOf(view, explanation)),
    ...(wantsAll(selection)
      ? {
          other_tables: otherTables.map(({ index, rowCount, text, locator, reason }) => ({
            table: index,
            rows: rowCount,
            locator: formatLocator(locator),
            raw: text,
            reason,
          })),
        }
      : {}),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function findingOf(finding: Finding): object {
  const { rule, severity, table, item, column, expected, actual, difference, cells, zh, en } = finding;
  const printed = cells.map(({ row, column: its, value, locator, table: of }) => ({
    table: of,
    row,
    column: its,
    value,
    locator: typeof locator === 'string' ? locator : formatLocator(locator),
  }));
  return { rule, severity, table, item, column, expected, actual, difference, cells: printed, zh, en };
}

function documentOf({ document: { mediaType, encoding, pages, pictures, blocks } }: Explanation): object {
  return {
    media_type: mediaType,
    encoding: encoding ?? null,
    pages: pages?.count ?? null,
    pages_without_text: pages?.withoutText ?? null,
    tables: blocks.filter(({ kind }) => kind === 'table').length,
    pictures,
  };
}

function metadataOf({
  title,
  agency,
  year,
  periodStart,
  periodEnd,
  publishedOn,
}: ReportMetadata): Record<string, Found> {
  return { title, agency, year, period_start: periodStart, period_end: periodEnd, published_on: publishedOn };
}

function identityOf({ agencyId, regionCode, regionPath, kind, candidates, rule }: Identity): object {
  return {
    agency_id: agencyId,
    region_code: regionCode,
    region_path: regionPath,
    agency_kind: kind,
    rule,
    candidates: candidates.map((place) => ({ region_code: place.regionCode, region_path: place.regionPath })),
  };
}

function tableOf({ table, blocks, found, unmapped }: TableView, { headers }: Explanation): object {
  const used = new Set(found.map(({ header }) => header));
  const cells = blocks.flatMap((block) =>
    block.rows.flatMap((row) => row.cells.filter((cell) => cell !== null)),
  );
  return {
    table,
    headers: headers.flatMap((header, at) => (used.has(at) ? [headerOf(header, at)] : [])),
    rows: found.map(rowOf),
    cells: cells.map(cellOf),
    unmapped: unmapped.map(unmappedOf),
  };
}

function headerOf({ rows, columns }: ExplainedHeader, id: number): object {
  return {
    id,
    rows: rows.map(({ text, locator }) => ({ raw: text, locator: formatLocator(locator) })),
    columns: columns.map(({ code, from, to, trusted }) => ({ code, first: from + 1, last: to, trusted })),
  };
}

function rowOf({ code, match, label, text, locator, header, cells, unused }: ExplainedRow): object {
  return {
    code,
    match: match?.kind ?? null,
    score: match?.score ?? null,
    label,
    raw: text,
    locator: formatLocator(locator),
    header,
    cells: cells.length,
    unused,
  };
}

function cellOf({ cell }: ExplainedCell): object {
  const { row, column, edition, value, unit, state, raw, locator, reason } = cell;
  return {
    row,
    column,
    edition,
    value,
    unit,
    state,
    raw,
    locator: formatLocator(locator),
    reason: reason ?? '',
  };
}

function unmappedOf({ locator, raw, reason }: UnmappedRow): object {
  return { locator: formatLocator(locator), raw, reason };
}
