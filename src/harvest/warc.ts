/**
 * The log as WARC 1.1 (ISO 28500:2017), so that archives and other tools can read it. Bodies are kept decompressed;
 * their encoding headers are therefore renamed, as archives do, and the length is that of the record.
 */

import { createHash } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Headers, Store } from './store/index.js';

export interface WarcOptions {
  /** Each record as a gzip member of its own, as `.warc.gz` demands. */
  readonly gzip: boolean;
  /** Name and version of the program. */
  readonly software: string;
}

interface FetchRow {
  id: number;
  url: string;
  requested_at: number;
  status: number;
  request_headers: string;
  response_headers: string;
  sha256: string | null;
}

const LINE = '\r\n';
/** They describe bytes as they were sent; the record holds them as they were meant. */
const OF_THE_TRANSFER = new Set([
  'content-encoding',
  'transfer-encoding',
  'content-length',
  'connection',
  'keep-alive',
]);
const NOT_MODIFIED = 'http://netpreserve.org/warc/1.1/revisit/server-not-modified';
const SAME_PAYLOAD = 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest';

/** All answers of the store in the order in which they came, one chunk a record, after a record about the file. */
export function* warcRecords(store: Store, { gzip, software }: WarcOptions): Generator<Uint8Array> {
  const pack = (record: Buffer): Uint8Array => (gzip ? gzipSync(record) : record);
  yield pack(infoRecord(software));
  const first = new Map<string, { readonly url: string; readonly date: string }>();
  for (const row of store.iterate<FetchRow>(
    `SELECT id, url, requested_at, status, request_headers, response_headers, sha256
     FROM fetches WHERE status IS NOT NULL AND error_code IS NULL ORDER BY id`,
  )) {
    yield pack(responseRecord(store, row, first));
    yield pack(requestRecord(row));
  }
}

/** The same record has the same name in every export. */
function recordId(kind: string, id: number | string): string {
  const hex = createHash('sha256').update(`nianbao ${kind} ${id}`).digest('hex');
  return `<urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}>`;
}

const dateOf = (milliseconds: number): string => new Date(milliseconds).toISOString();

function record(fields: Readonly<Record<string, string>>, block: Buffer): Buffer {
  const head = Object.entries({ ...fields, 'Content-Length': String(block.length) })
    .map(([name, value]) => `${name}: ${value}${LINE}`)
    .join('');
  return Buffer.concat([Buffer.from(`WARC/1.1${LINE}${head}${LINE}`), block, Buffer.from(LINE + LINE)]);
}

function infoRecord(software: string): Buffer {
  const block = Buffer.from(`software: ${software}${LINE}format: WARC File Format 1.1${LINE}`);
  return record(
    {
      'WARC-Type': 'warcinfo',
      'WARC-Date': dateOf(0),
      'WARC-Record-ID': recordId('info', software),
      'Content-Type': 'application/warc-fields',
    },
    block,
  );
}

function responseRecord(
  store: Store,
  row: FetchRow,
  first: Map<string, { readonly url: string; readonly date: string }>,
): Buffer {
  const earlier = row.sha256 === null ? undefined : first.get(row.sha256);
  const date = dateOf(row.requested_at);
  const isRevisit = row.status === 304 || earlier !== undefined;
  if (row.sha256 !== null && earlier === undefined) first.set(row.sha256, { url: row.url, date });
  const body = isRevisit || row.sha256 === null ? Buffer.alloc(0) : Buffer.from(store.blobs.read(row.sha256));
  const head = headOf(
    row.status,
    JSON.parse(row.response_headers) as Headers,
    isRevisit ? null : body.length,
  );
  return record(
    {
      'WARC-Type': isRevisit ? 'revisit' : 'response',
      'WARC-Target-URI': row.url,
      'WARC-Date': date,
      'WARC-Record-ID': recordId('response', row.id),
      ...(row.sha256 === null ? {} : { 'WARC-Payload-Digest': `sha256:${row.sha256}` }),
      ...(isRevisit ? { 'WARC-Profile': row.status === 304 ? NOT_MODIFIED : SAME_PAYLOAD } : {}),
      ...(earlier === undefined
        ? {}
        : { 'WARC-Refers-To-Target-URI': earlier.url, 'WARC-Refers-To-Date': earlier.date }),
      'Content-Type': 'application/http; msgtype=response',
    },
    Buffer.concat([head, body]),
  );
}

function headOf(status: number, headers: Headers, length: number | null): Buffer {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map(
      (text) => `${OF_THE_TRANSFER.has(name) ? `x-archive-orig-${name}` : name}: ${text}`,
    ),
  );
  if (length !== null) lines.push(`content-length: ${length}`);
  const first = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`.trimEnd();
  return Buffer.from([first, ...lines, '', ''].join(LINE), 'latin1');
}

function requestRecord({ id, url, requested_at: at, request_headers: text }: FetchRow): Buffer {
  const { host, pathname, search } = new URL(url);
  const headers = Object.entries(JSON.parse(text) as Record<string, string>).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const block = [`GET ${pathname}${search} HTTP/1.1`, `host: ${host}`, ...headers, '', ''].join(LINE);
  return record(
    {
      'WARC-Type': 'request',
      'WARC-Target-URI': url,
      'WARC-Date': dateOf(at),
      'WARC-Record-ID': recordId('request', id),
      'WARC-Concurrent-To': recordId('response', id),
      'Content-Type': 'application/http; msgtype=request',
    },
    Buffer.from(block, 'latin1'),
  );
}
