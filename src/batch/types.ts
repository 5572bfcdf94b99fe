/** What the main thread and the workers tell each other; everything here survives structured cloning. */

import type { Review } from '../dataset/index.js';
import type { Explanation } from '../model/explanation.js';
import type { Finding } from '../model/finding.js';
import type { ReportStatus } from '../model/report.js';
import type { ReportLines } from '../write/index.js';

/** A report to read. */
export interface ReportInput {
  /** Its name in the dataset. */
  readonly source: string;
  /** Absolute path. */
  readonly path: string;
  /** Name of the file inside the archive at `path`, when that is a ZIP of reports. */
  readonly member?: string;
  /** HTTP content type, where the bytes came with one that can be trusted. */
  readonly contentType?: string;
  /** Files that the document shows and does not contain, such as pictures of its tables. */
  readonly companions?: readonly Companion[];
}

/** A file beside a report: its address as the report links to it, and where its bytes lie. */
export interface Companion {
  readonly url: string;
  /** Absolute path. */
  readonly path: string;
}

/** The DOCX of an office document, or why it has none. */
export type Converted =
  | { readonly path: string }
  | { readonly fault: { readonly code: 'time_limit' | 'damaged'; readonly message: string } };

/** A task: read one report. */
export interface ReportTask extends ReportInput {
  readonly id: number;
  /** Null for what needs no conversion, and where there is no converter. */
  readonly converted: Converted | null;
  readonly maxBytes: number;
  /** Rules of the audit that are switched off; null for no audit at all. */
  readonly disabledRules: readonly string[] | null;
}

/** What became of a report: its rows as CSV text, and what the summary and the log say of it. */
export interface ReportOutcome {
  readonly source: string;
  readonly status: ReportStatus;
  readonly mediaType: string;
  readonly year: string;
  readonly agency: string;
  readonly cellsRead: number;
  /** Why a person should look at it; empty when nobody needs to. */
  readonly attention: string;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly milliseconds: number;
  readonly lines: ReportLines;
  /** What the audit needs of it; null for a failed report, and when no audit is wanted. */
  readonly review: Review | null;
}

/** An outcome with the trace of its mapping, null when the report could not be read, and what the audit says of it. */
export interface ExplainedOutcome extends ReportOutcome {
  readonly explanation: Explanation | null;
  readonly findings: readonly Finding[];
}

/** Of an outcome that was not rendered. */
export const NO_LINES: ReportLines = {
  reports: '',
  applications: '',
  applications_wide: '',
  proactive: '',
  remedies: '',
  findings: '',
  unmapped: '',
  statements: '',
  narratives: '',
};

/** An outcome for a caller that keeps results and renders them later: `lines` is empty. */
export interface PackedOutcome extends ReportOutcome {
  readonly packed: PackedReport;
}

/** A report as it is kept: small enough to store in thousands. */
export interface PackedReport {
  /** Of cells, metadata and narrative: the same for the same report inside another page. */
  readonly fingerprint: string;
  /** Deflated JSON of a `KeptReport`. */
  readonly bytes: Uint8Array;
}

/** Sent by a worker when it takes up a task: from here on the time limit counts. */
export interface TaskStarted {
  readonly kind: 'started';
  readonly id: number;
}

/** Sent when the bytes are known, so that a report on which the worker dies still has them in its row. */
export interface TaskBytes {
  readonly kind: 'bytes';
  readonly id: number;
  readonly sha256: string;
  readonly bytes: number;
}

/** Sent when the recognition engine is started for a report and when it ends: a worker that is stopped cannot stop it. */
export interface TaskProcess {
  readonly kind: 'process';
  readonly id: number;
  readonly pid: number;
  readonly running: boolean;
}

/** Sent before pages of a report are recognised: they have a time of their own beyond the limit. */
export interface TaskPages {
  readonly kind: 'pages';
  readonly id: number;
  readonly pages: number;
}

export type WorkerMessage = TaskStarted | TaskBytes | TaskProcess | TaskPages;
