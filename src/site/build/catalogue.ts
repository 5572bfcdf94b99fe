/** The reports of a dataset in the order of the site: agencies by place and name, their reports by year. */

import { join } from 'node:path';
import { restoreText } from '../../write/text.js';
import { REPORT_FIELDS, type ReportField } from '../wire/pieces.js';
import { readRows } from './csv.js';
import { DatasetError } from './dataset-error.js';

/** A row of `reports.csv` without the marks that disarm formulas. */
export type ReportRow = Readonly<Record<ReportField, string>>;

export interface Agency {
  /** `agency_id`, or the printed name where there is none. */
  readonly key: string;
  readonly isIdentified: boolean;
  readonly name: string;
  readonly regionCode: string;
  readonly regionPath: string;
  readonly kind: string;
}

export interface Catalogue {
  readonly agencies: readonly Agency[];
  readonly reports: readonly ReportRow[];
  /** Number of the agency of each report. */
  readonly agencyOf: readonly number[];
  /** Number of a report by its id. */
  readonly numberOf: ReadonlyMap<string, number>;
}

const REQUIRED = [
  'report_id',
  'source',
  'agency',
  'year',
  'status',
] as const satisfies readonly ReportField[];
/** Columns that the dataset disarms for spreadsheets. */
const TEXTS: ReadonlySet<string> = new Set(['source', 'title', 'agency', 'error_message', 'agency_id']);

/** Reads `reports.csv`; it is the only file that is held as a whole. */
export async function readCatalogue(datasetDir: string): Promise<Catalogue> {
  const rows: ReportRow[] = [];
  const path = join(datasetDir, 'reports.csv');
  await readRows<ReportField>(path, REQUIRED, (row) => {
    const fields = REPORT_FIELDS.map((name) => [name, TEXTS.has(name) ? restoreText(row(name)) : row(name)]);
    rows.push(Object.fromEntries(fields) as ReportRow);
  });
  return arrange(rows, path);
}

function arrange(rows: readonly ReportRow[], path: string): Catalogue {
  const groups = new Map<string, ReportRow[]>();
  for (const row of rows) {
    const key = groupKey(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const ordered = [...groups]
    .map(([, group]) => ({ agency: agencyOf(group), rows: [...group].sort(byYear) }))
    .sort((a, b) => byPlace(a.agency, b.agency));
  const reports = ordered.flatMap((group) => group.rows);
  const numberOf = new Map(reports.map(({ report_id }, at) => [report_id, at]));
  if (numberOf.size < reports.length)
    throw new DatasetError(`${path} lists the report ${twice(reports)} twice.`);
  return {
    agencies: ordered.map(({ agency }) => agency),
    reports,
    agencyOf: ordered.flatMap((group, at) => group.rows.map(() => at)),
    numberOf,
  };
}

/** Ids and names cannot be taken for each other. Reports without either share one group. */
const groupKey = ({ agency_id, agency }: ReportRow): string =>
  agency_id !== '' ? `id ${agency_id}` : `name ${agency}`;

/** Named as in its latest report. */
function agencyOf(group: readonly ReportRow[]): Agency {
  const latest = [...group].sort(byYear).reverse();
  const last = (field: ReportField): string => latest.find((row) => row[field] !== '')?.[field] ?? '';
  const id = last('agency_id');
  return {
    key: id !== '' ? id : last('agency'),
    isIdentified: id !== '',
    name: last('agency'),
    regionCode: last('region_code'),
    regionPath: last('region_path'),
    kind: last('agency_kind'),
  };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byYear = (a: ReportRow, b: ReportRow): number => byText(a.year, b.year) || byText(a.source, b.source);

/** By division code, so that a province stands together; agencies without a place last, nameless ones behind them. */
function byPlace(a: Agency, b: Agency): number {
  const place = ({ name, regionCode }: Agency): string => (name === '' ? '~~' : regionCode || '~');
  return (
    byText(place(a), place(b)) || byText(a.key, b.key) || Number(b.isIdentified) - Number(a.isIdentified)
  );
}

function twice(reports: readonly ReportRow[]): string {
  const seen = new Set<string>();
  return reports.find(({ report_id }) => seen.size === seen.add(report_id).size)?.report_id ?? '';
}
