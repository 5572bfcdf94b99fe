/**
 * The pieces of data that a site is made of, as its builder writes and its page reads them. Each piece is a script that
 * hands one JSON value to the page, because a page opened from disk may load scripts but not fetch files. Figures stay
 * strings as in the dataset, so that nothing is rounded on the way.
 */

import type { Severity } from '../../model/finding.js';
import type { FormTable } from '../../model/report.js';

/** Reports in one shard: their neighbours in time mostly stand in the same one, and it weighs about 100 kB. */
export const SHARD_SIZE = 32;
/** Reports in one piece of the index, and findings in one piece of theirs. */
export const REPORT_PIECE = 2000;
export const FINDING_PIECE = 5000;

/** Names of the pieces; each is `data/<name>.js`. */
export const PIECE = {
  overview: 'overview',
  agencies: 'agencies',
  reports: (piece: number): string => `reports-${piece}`,
  findings: (piece: number): string => `findings-${piece}`,
  shard: (shard: number): string => `report/${shard}`,
} as const;

/** The global function that takes the pieces. */
export const REGISTER = 'nianbaoPiece';

/** A rule as the site names it; one that the audit of this version does not know has empty texts. */
export interface RuleText {
  readonly id: string;
  readonly severity: Severity | '';
  readonly zh: string;
  readonly en: string;
  readonly source: string;
}

/** Outcomes of table 三 as the overview draws them, in the order of the form. */
export const OUTCOME_GROUPS = ['granted', 'partial', 'denied', 'unavailable', 'rejected', 'other'] as const;
export type OutcomeGroup = (typeof OUTCOME_GROUPS)[number];

/** What one year of the dataset adds up to. `year` is empty for reports that name none. */
export interface YearTotals {
  readonly year: string;
  readonly reports: number;
  readonly findings: Readonly<Record<string, number>>;
  /** Reports whose table 三 is in the sums below, and those left out because their agency has another one. */
  readonly counted: number;
  readonly leftOut: number;
  readonly received: number;
  readonly outcomes: Readonly<Record<OutcomeGroup, number>>;
}

export interface RuleCount {
  readonly rule: string;
  readonly severity: string;
  readonly findings: number;
  readonly reports: number;
}

export interface WorstReport {
  readonly id: string;
  readonly agency: string;
  readonly year: string;
  readonly errors: number;
}

/** All that the first page needs. */
export interface Overview {
  readonly version: string;
  readonly reports: number;
  readonly agencies: number;
  /** Reports of which the dataset says that no audit was made. */
  readonly notAudited: number;
  readonly unmapped: number;
  readonly findings: Readonly<Record<string, number>>;
  readonly statuses: Readonly<Record<string, number>>;
  readonly editions: Readonly<Record<string, number>>;
  readonly rules: readonly RuleText[];
  readonly byRule: readonly RuleCount[];
  readonly byYear: readonly YearTotals[];
  /** Reports with the most errors, most first. */
  readonly worst: readonly WorstReport[];
  /** Pieces of the two indexes. */
  readonly reportPieces: number;
  readonly findingPieces: number;
  readonly shardSize: number;
}

/** Agencies in the order of the site, one list per column. */
export interface Agencies {
  readonly key: readonly string[];
  readonly name: readonly string[];
  readonly regionCode: readonly string[];
  readonly regionPath: readonly string[];
  readonly kind: readonly string[];
  /** 1 where reports are joined by `agency_id`, 0 where only the printed name joins them. */
  readonly identified: readonly (0 | 1)[];
}

/** One piece of the index of reports, one list per column; reports of one agency stand together, by year. */
export interface ReportPiece {
  readonly id: readonly string[];
  readonly agency: readonly number[];
  /** Name as this report prints it; 0 where it is that of the agency. */
  readonly printed: readonly (string | 0)[];
  readonly year: readonly string[];
  readonly title: readonly string[];
  readonly source: readonly string[];
  readonly edition: readonly string[];
  readonly status: readonly string[];
  readonly errorCode: readonly string[];
  readonly read: readonly number[];
  readonly expected: readonly number[];
  /** Number of findings by severity: error, warning, notice, others. */
  readonly findings: readonly (readonly [number, number, number, number])[];
}

/** One piece of the index of findings. `report` is the number of the report in the site's order. */
export interface FindingPiece {
  readonly id: readonly string[];
  readonly report: readonly number[];
  readonly rule: readonly string[];
  readonly severity: readonly string[];
  /** `table/item/column` as far as the finding names them. */
  readonly place: readonly string[];
  readonly expected: readonly string[];
  readonly actual: readonly string[];
  readonly difference: readonly string[];
}

/** Columns of `reports.csv` in the order in which a shard keeps them. */
export const REPORT_FIELDS = [
  'report_id',
  'source',
  'media_type',
  'sha256',
  'bytes',
  'title',
  'agency',
  'year',
  'edition',
  'period_start',
  'period_end',
  'published_on',
  'status',
  'cells_expected',
  'cells_read',
  'findings',
  'error_code',
  'error_message',
  'agency_id',
  'region_code',
  'region_path',
  'agency_kind',
] as const;
export type ReportField = (typeof REPORT_FIELDS)[number];

/** Columns of `findings.csv`, likewise, without those of the report. */
export const FINDING_FIELDS = [
  'finding_id',
  'rule',
  'severity',
  'table',
  'item',
  'column',
  'expected',
  'actual',
  'difference',
  'cells',
  'message',
] as const;
export type FindingField = (typeof FINDING_FIELDS)[number];

export const UNMAPPED_FIELDS = ['table', 'locator', 'raw', 'reason'] as const;

/** A row of a table: item, edition, its columns (0 for all, in the order of the form), one packed cell for each. */
export type PackedRow = readonly [
  number | string,
  string,
  readonly (number | string)[] | 0,
  readonly PackedCell[],
];
/** See `pack.ts`. */
export type PackedCell =
  | string
  | readonly [value: string, state: number | string, raw: string | 0, locator: string, unit?: string];

/** A report with everything below it. */
export interface ReportData {
  readonly report: readonly string[];
  readonly tables: Readonly<Record<FormTable, readonly PackedRow[]>>;
  readonly findings: readonly (readonly string[])[];
  readonly unmapped: readonly (readonly string[])[];
}
