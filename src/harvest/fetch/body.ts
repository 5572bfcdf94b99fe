/** The body of an answer within its limits: size after decompression, time in all, and a least speed. */

import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { connectionError, FetchError } from './errors.js';

export interface BodyLimits {
  /** After decompression. */
  readonly maxBytes: number;
  /** A window in which fewer than `minBytesPerWindow` arrive ends the transfer. */
  readonly windowMilliseconds: number;
  readonly minBytesPerWindow: number;
}

const NO_ENCODING = /^(?:identity|none|utf-?8)?$/i;
const ZLIB_HEADER = 0x78;

/** Reads and decompresses a body. Throws {@link FetchError}; `stop` ends the transfer. */
export async function readBody(
  raw: Readable,
  contentEncoding: string,
  limits: BodyLimits,
  stop: (reason: FetchError) => void,
): Promise<Uint8Array> {
  // Errors come through the read below; one that comes after it must not bring the process down.
  raw.on('error', () => undefined);
  const watch = watchSpeed(raw, limits, stop);
  let decoding = false;
  try {
    const first = await peek(raw);
    const steps = decodersOf(contentEncoding, first);
    decoding = steps.length > 0;
    let stream: Readable = raw;
    for (const step of steps) stream = pipe(stream, step);
    return await collect(stream, limits.maxBytes);
  } catch (error) {
    throw bodyError(error, decoding);
  } finally {
    clearInterval(watch);
    // What is left of a refused answer is not read.
    raw.destroy();
  }
}

function watchSpeed(raw: Readable, limits: BodyLimits, stop: (reason: FetchError) => void): NodeJS.Timeout {
  let arrived = 0;
  raw.on('data', (chunk: Uint8Array) => {
    arrived += chunk.length;
  });
  raw.pause();
  return setInterval(() => {
    if (arrived < limits.minBytesPerWindow)
      stop(
        new FetchError(
          'too_slow',
          `Fewer than ${limits.minBytesPerWindow} bytes in ${limits.windowMilliseconds / 1000} s.`,
        ),
      );
    arrived = 0;
  }, limits.windowMilliseconds);
}

/** The first bytes, left in the stream. */
async function peek(raw: Readable): Promise<Uint8Array> {
  while (true) {
    const chunk = raw.read() as Uint8Array | null;
    if (chunk !== null) {
      raw.unshift(chunk);
      return chunk;
    }
    if (raw.readableEnded || raw.destroyed) return new Uint8Array();
    const ended = await new Promise<boolean>((resolve, reject) => {
      raw.once('readable', () => resolve(false));
      raw.once('end', () => resolve(true));
      raw.once('error', reject);
      raw.once('close', () => resolve(true));
    });
    if (ended && raw.readableLength === 0) return new Uint8Array();
  }
}

/** Portals announce compression that they do not use; the bytes decide where they can. */
function decodersOf(contentEncoding: string, first: Uint8Array): Transform[] {
  const names = contentEncoding
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => !NO_ENCODING.test(name));
  return names.reverse().flatMap((name) => {
    if (name === 'gzip' || name === 'x-gzip')
      return first[0] === 0x1f && first[1] === 0x8b ? [createGunzip()] : [];
    if (name === 'deflate') return [first[0] === ZLIB_HEADER ? createInflate() : createInflateRaw()];
    if (name === 'br') return [createBrotliDecompress()];
    throw new FetchError(
      'undecodable',
      `The answer is compressed as ${JSON.stringify(name)}, which was not asked for.`,
    );
  });
}

function pipe(from: Readable, to: Transform): Readable {
  from.once('error', (error) => to.destroy(error));
  to.on('error', () => undefined);
  return from.pipe(to);
}

async function collect(stream: Readable, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes)
      throw new FetchError(
        'too_large',
        `The answer has more than ${maxBytes} bytes; --max-bytes allows more.`,
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function bodyError(error: unknown, decoding: boolean): FetchError {
  if (error instanceof FetchError) return error;
  const { code = '' } = error as NodeJS.ErrnoException;
  if (decoding && code === 'Z_BUF_ERROR')
    return new FetchError('truncated', 'The compressed answer ends too early.');
  if (decoding && /^(?:Z_|ERR__ERROR|ERR_BROTLI|ERR_)/.test(code) && !code.startsWith('ERR_HTTP2'))
    return new FetchError('undecodable', 'The answer cannot be decompressed.');
  return connectionError(error);
}
