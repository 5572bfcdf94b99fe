/** In a worker: one report from path to outcome. What goes wrong with a report becomes its failed row. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { Document, MediaType } from '../model/document.js';
import { ReadError } from '../model/errors.js';
import type { MappedReport, ReportResult } from '../model/report.js';
import { readDocument } from '../read/index.js';
import { CONVERTED, officeKind } from '../read/office.js';
import { type Format, isPicture, type PictureType, sniff } from '../read/sniff.js';
import { pictureAmong, pictureBeside } from './beside.js';
import { readInput } from './input-bytes.js';
import { outcomeOf } from './outcome.js';
import type { ReportOutcome, ReportTask, WorkerMessage } from './types.js';

/** Maps a document; the workers differ in what they keep of it. */
export type MapStep = (document: Document) => Promise<MappedReport>;

/** Reads and maps the report of a task. Never throws for a fault of the report. */
export async function readReport(task: ReportTask, map: MapStep): Promise<ReportOutcome> {
  const start = performance.now();
  return rendered(await readResult(task, map), start, task.disabledRules);
}

/** The outcome of a result whose reading began at `start`; a report whose cells break the form has failed. */
export function rendered(
  result: ReportResult,
  start: number,
  disabled: readonly string[] | null,
): ReportOutcome {
  const elapsed = (): number => performance.now() - start;
  try {
    return outcomeOf(result, elapsed(), disabled);
  } catch (error) {
    return outcomeOf({ ...result, report: null, error: faultOf(error) }, elapsed());
  }
}

/** The same without rendering. Never throws for a fault of the report. */
export async function readResult(task: ReportTask, map: MapStep): Promise<ReportResult> {
  tell({ kind: 'started', id: task.id });
  const facts: Facts = { source: task.source, mediaType: '', sha256: '', bytes: 0, head: new Uint8Array() };
  try {
    return await readAndMap(task, map, facts);
  } catch (error) {
    const mediaType = facts.mediaType || (await mediaTypeOf(facts));
    const { source, sha256, bytes } = facts;
    return { source, sha256, bytes, mediaType, report: null, error: faultOf(error) };
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
  webarchive: 'text/html',
  markdown: 'text/markdown',
  text: 'text/plain',
  xls: 'application/vnd.ms-excel',
  // Only a DOCX or a workbook that could be read is known to be one.
  zip: '',
  converted: '',
};

/** The format of a report that could not be read, as far as its first bytes tell. */
async function mediaTypeOf({ head }: Facts): Promise<string> {
  try {
    const office = officeKind(head);
    if (office !== null && office !== 'xls') return CONVERTED[office].mediaType;
    const format = await sniff(head);
    return isPicture(format) ? format : MEDIA_TYPES[format];
  } catch {
    return '';
  }
}

async function readAndMap(task: ReportTask, map: MapStep, facts: Facts): Promise<ReportResult> {
  const bytes = await readInput(task, task.maxBytes, facts);
  facts.bytes = bytes.length;
  facts.head = bytes.slice(0, HEAD_BYTES);
  facts.sha256 = createHash('sha256').update(bytes).digest('hex');
  tell({ kind: 'bytes', id: task.id, sha256: facts.sha256, bytes: facts.bytes });
  const document = await readDocument(bytes, {
    name: basename(task.member ?? task.path),
    ...(task.contentType === undefined ? {} : { contentType: task.contentType }),
    ...convertedOf(task),
    fetchPicture: async (link) => pictureOf(task, link),
    watch: (pid, running) => tell({ kind: 'process', id: task.id, pid, running }),
    expect: (pages) => tell({ kind: 'pages', id: task.id, pages }),
  });
  facts.mediaType = document.mediaType;
  const { source, mediaType, sha256 } = facts;
  return { source, mediaType, sha256, bytes: facts.bytes, report: await map(document), error: null };
}

/** A picture that the document shows: fetched with it, or a file beside it. */
function pictureOf({ path, member, companions }: ReportTask, link: string): Uint8Array | null {
  if (companions !== undefined) return pictureAmong(companions, link);
  return member === undefined ? pictureBeside(path, link) : null;
}

/** The conversion of an office document. @throws ReadError when it failed */
function convertedOf({ converted }: ReportTask): { converted?: Uint8Array } {
  if (converted === null) return {};
  if ('fault' in converted) throw new ReadError(converted.fault.code, converted.fault.message);
  return { converted: readFileSync(converted.path) };
}

function tell(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

function faultOf(error: unknown): { code: string; message: string } {
  if (error instanceof ReadError) return { code: error.code, message: error.message };
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { code: 'internal', message: `A fault of nianbao (${reason}); please report it with the file.` };
}
