/** What the main thread and the workers tell each other; everything here survives structured cloning. */

import type { Explanation } from '../model/explanation.js';
import type { ReportStatus } from '../model/report.js';
import type { ReportLines } from '../write/index.js';

/** A report to read. */
export interface ReportInput {
  /** Its name in the dataset. */
  readonly source: string;
  /** Absolute path. */
  readonly path: string;
}

/** A task: read one report. */
export interface ReportTask {
  readonly id: number;
  readonly source: string;
  readonly path: string;
  readonly maxBytes: number;
  /** Look for inconsistencies too. */
  readonly audit: boolean;
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
}

/** An outcome with the trace of its mapping; null when the report could not be read. */
export interface ExplainedOutcome extends ReportOutcome {
  readonly explanation: Explanation | null;
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

export type WorkerMessage = TaskStarted | TaskBytes | TaskProcess;
