/** The worker's side: one report from path to CSV text. What goes wrong with a report becomes its failed row. */

import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { mapDocument } from '../map/index.js';
import { ReadError } from '../model/errors.js';
import type { ReportResult } from '../model/report.js';
import { readDocument } from '../read/index.js';
import { outcomeOf } from './outcome.js';
import { readSource } from './source-file.js';
import type { ReportOutcome, ReportTask, WorkerMessage } from './types.js';

/** Entry point of the pool. Never throws for a fault of the report. */
export default async function readReport(task: ReportTask): Promise<ReportOutcome> {
  const start = performance.now();
  tell({ kind: 'started', id: task.id });
  const facts = { source: task.source, mediaType: '', sha256: '', bytes: 0 };
  const elapsed = () => performance.now() - start;
  try {
    return outcomeOf(await readAndMap(task, facts), elapsed());
  } catch (error) {
    return outcomeOf({ ...facts, report: null, error: faultOf(error) }, elapsed());
  }
}

/** What is known of a report before it is read. */
interface Facts {
  source: string;
  mediaType: string;
  sha256: string;
  bytes: number;
}

async function readAndMap(task: ReportTask, facts: Facts): Promise<ReportResult> {
  const bytes = readSource(task.path, task.maxBytes, facts);
  facts.bytes = bytes.length;
  facts.sha256 = createHash('sha256').update(bytes).digest('hex');
  tell({ kind: 'bytes', id: task.id, sha256: facts.sha256, bytes: facts.bytes });
  const document = await readDocument(bytes, { name: basename(task.path) });
  facts.mediaType = document.mediaType;
  return { ...facts, report: await mapDocument(document), error: null };
}

function tell(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

function faultOf(error: unknown): { code: string; message: string } {
  if (error instanceof ReadError) return { code: error.code, message: error.message };
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { code: 'internal', message: `A fault of nianbao (${reason}); please report it with the file.` };
}
