/** The body of an answer within its limits: size before and after decompression, and a least speed. */

import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { connectionError, FetchError } from './errors.js';

export interface BodyLimits {
  /** Before and after decompression. */
  readonly maxBytes: number;
  /** A window in which fewer than `minBytesPerWindow` arrive ends the transfer. */
  readonly windowMilliseconds: number;
  readonly minBytesPerWindow: number;
}

type Unpack = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

const NO_ENCODING = /^(?:identity|none|utf-?8)?$/i;
const ZLIB_HEADER = 0x78;

/** Reads and decompresses a body. Throws {@link FetchError}; `stop` ends the transfer. */
export async function readBody(
  raw: AsyncIterable<Uint8Array>,
  contentEncoding: string,
  limits: BodyLimits,
  stop: (reason: FetchError) => void,
): Promise<Uint8Array> {
  let bytes = await collect(raw, limits, stop);
  for (const name of encodingsOf(contentEncoding)) bytes = await unpack(bytes, name, limits.maxBytes);
  return bytes;
}

async function collect(
  raw: AsyncIterable<Uint8Array>,
  limits: BodyLimits,
  stop: (reason: FetchError) => void,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let [size, inWindow] = [0, 0];
  const { windowMilliseconds, minBytesPerWindow, maxBytes } = limits;
  const watch = setInterval(() => {
    if (inWindow < minBytesPerWindow)
      stop(
        new FetchError(
          'too_slow',
          `Fewer than ${minBytesPerWindow} bytes in ${windowMilliseconds / 1000} s.`,
        ),
      );
    inWindow = 0;
  }, windowMilliseconds);
  try {
    for await (const chunk of raw) {
      size += chunk.length;
      inWindow += chunk.length;
      if (size > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    throw connectionError(error);
  } finally {
    clearInterval(watch);
  }
}

const tooLarge = (maxBytes: number): FetchError =>
  new FetchError('too_large', `The answer has more than ${maxBytes} bytes; --max-bytes allows more.`);

/** In the order in which they must be undone. */
const encodingsOf = (contentEncoding: string): string[] =>
  contentEncoding
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => !NO_ENCODING.test(name))
    .reverse();

async function unpack(bytes: Uint8Array, name: string, maxBytes: number): Promise<Uint8Array> {
  const how = unpackerOf(name, bytes);
  if (how === null) return bytes;
  try {
    return await how(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes);
    if (code === 'Z_BUF_ERROR') throw new FetchError('truncated', 'The compressed answer ends too early.');
    throw new FetchError('undecodable', 'The answer cannot be decompressed.');
  }
}

/** Portals announce compression that they do not use; the bytes decide where they can. Null for nothing to undo. */
function unpackerOf(name: string, bytes: Uint8Array): Unpack | null {
  if (bytes.length === 0) return null;
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return bytes[0] === 0x1f && bytes[1] === 0x8b ? promisify<Uint8Array, object, Buffer>(gunzip) : null;
    case 'deflate':
      return promisify<Uint8Array, object, Buffer>(bytes[0] === ZLIB_HEADER ? inflate : inflateRaw);
    case 'br':
      return promisify<Uint8Array, object, Buffer>(brotliDecompress);
    default:
      throw new FetchError(
        'undecodable',
        `The answer is compressed as ${JSON.stringify(name)}, which was not asked for.`,
      );
  }
}
