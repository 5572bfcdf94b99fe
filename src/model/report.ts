/** The normalized report: what `map/` makes of a document and `write/` turns into rows of the dataset. */

import type { Locator } from './document.js';

/** See `dataset-contract`: the honest state of a cell. */
export const CELL_STATES = [
  'reported',
  'noted',
  'blank',
  'absent',
  'unreadable',
  'recognized',
  'inferred',
] as const;
export type CellState = (typeof CELL_STATES)[number];

/** Which edition of the form a block of a report follows: 国办公开办函〔2019〕60号 or 〔2021〕30号. */
export type Edition = '2019' | '2021';
export type ReportEdition = Edition | 'mixed' | '';

export type FormTable = 'proactive' | 'applications' | 'remedies';

/** One cell of the standard form. `row` and `column` are codes of `form/`. */
export interface FormCell {
  readonly table: FormTable;
  readonly row: string;
  readonly column: string;
  readonly edition: ReportEdition;
  /** Plain decimal notation, or empty. */
  readonly value: string;
  readonly state: CellState;
  /** Text as printed, whitespace collapsed. */
  readonly raw: string;
  readonly locator: Locator | null;
  /** `count`, or `10k_cny` (万元) for amounts. */
  readonly unit: 'count' | '10k_cny';
  /** Why the value has this state, when that is not plain from `raw`; shown by `explain`. */
  readonly reason?: string;
  /** 0-based column of the printed cell in its source row, which tells the cells of one line of text apart; -1 for none. */
  readonly slot?: number;
}

/** A row or table that looks like part of the form and was not mapped, so that nothing vanishes. */
export interface UnmappedRow {
  readonly table: FormTable | '';
  readonly locator: Locator;
  readonly raw: string;
  readonly reason: string;
}

/** A metadata value and the rule that found it. */
export interface Found {
  readonly value: string;
  readonly rule: string;
}

export interface ReportMetadata {
  readonly title: Found;
  readonly agency: Found;
  readonly year: Found;
  readonly periodStart: Found;
  readonly periodEnd: Found;
  readonly publishedOn: Found;
}

/** A place with its code of GB/T 2260 (towns: nine digits) and the names from the province down to it. */
export interface Region {
  readonly regionCode: string;
  readonly regionPath: string;
}

/** Who published a report. What the document leaves open is empty; the possible places stay in `candidates`. */
export interface Identity extends Region {
  /** The same for one agency in all years and spellings, such as `320813/government`. */
  readonly agencyId: string;
  /** Code of the agency's kind, see the codebook. */
  readonly kind: string;
  readonly candidates: readonly Region[];
  /** What decided, or why nothing did. */
  readonly rule: string;
}

/** A figure in the running text that speaks, without doubt, of something the form counts too. */
export interface Statement {
  /** Code of `form/statements`. */
  readonly subject: string;
  /** Plain decimal notation, in the unit of the subject. */
  readonly value: string;
  /** As printed, whitespace collapsed, cut when it is very long. */
  readonly sentence: string;
  readonly locator: Locator;
}

/** What is kept of the running text, so that reports can be compared without it. */
export interface Narrative {
  readonly statements: readonly Statement[];
  /** Chinese characters of the text without names and figures; 0 when there is no running text. */
  readonly characters: number;
  /** SimHash of the text without names and figures, 16 hexadecimal digits: like texts differ in few bits. */
  readonly simhash: string;
  /** 16 hexadecimal digits of the SHA-256 of the text without names but with its figures. */
  readonly digest: string;
}

export type ReportStatus = 'complete' | 'partial' | 'no_tables' | 'needs_ocr' | 'failed';

/** What `map/` returns for a document. */
export interface MappedReport {
  readonly metadata: ReportMetadata;
  readonly identity: Identity;
  readonly edition: ReportEdition;
  readonly status: Exclude<ReportStatus, 'failed'>;
  readonly cells: readonly FormCell[];
  readonly unmapped: readonly UnmappedRow[];
  /** Cells that the edition asks for, and those of them with a value or an honest blank. */
  readonly cellsExpected: number;
  readonly cellsRead: number;
  readonly narrative: Narrative;
  /** In one line, why a person should look at this report; empty when nobody needs to. */
  readonly attention: string;
}

/** One input of a run with its outcome: a row of `reports.csv` and the cells below it. */
export interface ReportResult {
  readonly source: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly report: MappedReport | null;
  readonly error: { readonly code: string; readonly message: string } | null;
}
