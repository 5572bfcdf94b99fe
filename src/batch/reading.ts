/** In a worker: one report from path to outcome. What goes wrong with a report becomes its failed row. */

import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { Document, MediaType } from '../model/document.js';
import { ReadError } from '../model/errors.js';
import type { MappedReport, ReportResult } from '../model/report.js';
import { readDocument } from '../read/index.js';
import { type Format, isPicture, type PictureType, sniff } from '../read/sniff.js';
import { pictureBeside } from './beside.js';
import { outcomeOf } from './outcome.js';
import { readSource } from './source-file.js';
import type { ReportOutcome, ReportTask, WorkerMessage } from './types.js';

/** Maps a document; the workers differ in what they keep of it. */
export type MapStep = (document: Document) => Promise<MappedReport>;

/** Reads and maps the report of a task. Never throws for a fault of the report. */
export async function readReport(task: ReportTask, map: MapStep): Promise<ReportOutcome> {
  const start = performance.now();
  tell({ kind: 'started', id: task.id });
  const facts: Facts = { source: task.source, mediaType: '', sha256: '', bytes: 0, head: new Uint8Array() };
  const elapsed = () => performance.now() - start;
  try {
    return outcomeOf(await readAndMap(task, map, facts), elapsed(), task.audit);
  } catch (error) {
    const mediaType = facts.mediaType || (await mediaTypeOf(facts));
    return outcomeOf({ ...facts, mediaType, report: null, error: faultOf(error) }, elapsed());
  }
}

/** What is known of a report before it is read. */
interface Facts {
  source: string;
  mediaType: string;
  sha256: string;
  bytes: number;
  /** Copy of the first bytes: the PDF library takes the whole away. */
  head: Uint8Array;
}

/** Enough to tell the format. */
const HEAD_BYTES = 64 * 1024;

const MEDIA_TYPES: Readonly<Record<Exclude<Format, PictureType>, MediaType | ''>> = {
  pdf: 'application/pdf',
  html: 'text/html',
  markdown: 'text/markdown',
  text: 'text/plain',
  // Only a DOCX that could be read is known to be one.
  zip: '',
};

/** The format of a report that could not be read, as far as its first bytes tell. */
async function mediaTypeOf({ head }: Facts): Promise<string> {
  try {
    const format = await sniff(head);
    return isPicture(format) ? format : MEDIA_TYPES[format];
  } catch {
    return '';
  }
}

async function readAndMap(task: ReportTask, map: MapStep, facts: Facts): Promise<ReportResult> {
  const bytes = readSource(task.path, task.maxBytes, facts);
  facts.bytes = bytes.length;
  facts.head = bytes.slice(0, HEAD_BYTES);
  facts.sha256 = createHash('sha256').update(bytes).digest('hex');
  tell({ kind: 'bytes', id: task.id, sha256: facts.sha256, bytes: facts.bytes });
  const document = await readDocument(bytes, {
    name: basename(task.path),
    fetchPicture: async (link) => pictureBeside(task.path, link),
    watch: (pid, running) => tell({ kind: 'process', id: task.id, pid, running }),
  });
  facts.mediaType = document.mediaType;
  return { ...facts, report: await map(document), error: null };
}

function tell(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

function faultOf(error: unknown): { code: string; message: string } {
  if (error instanceof ReadError) return { code: error.code, message: error.message };
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { code: 'internal', message: `A fault of nianbao (${reason}); please report it with the file.` };
}
