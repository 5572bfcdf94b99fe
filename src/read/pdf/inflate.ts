/**
 * A `DecompressionStream` for pdf.js that inflates a stream in one call. pdf.js has the whole of it in memory and wants
 * the whole result, and a report has hundreds of short streams: Node's own goes through the thread pool and three
 * layers of streams for each, which took longer than all that pdf.js does itself.
 */

import { inflateRawSync, inflateSync } from 'node:zlib';
import { MAX_ARCHIVE_BYTES } from '../limits.js';

const INFLATE = { deflate: inflateSync, 'deflate-raw': inflateRawSync } as const;

/**
 * What pdf.js uses of the standard's class: one `write` of everything, then the chunks of `readable`. Bytes that cannot
 * be inflated make the reading fail, and pdf.js goes on to its own decoder, which keeps what is whole.
 */
export class InflateAtOnce {
  readonly readable: AsyncIterable<Uint8Array>;
  readonly writable = { getWriter: () => this.#writer() };
  #input: Uint8Array = new Uint8Array();

  /** @throws TypeError for a format other than deflate, as the standard's class does for one it does not know */
  constructor(format: string) {
    const inflate = INFLATE[format as keyof typeof INFLATE];
    if (inflate === undefined) throw new TypeError(`Unsupported compression format: ${format}`);
    this.readable = {
      [Symbol.asyncIterator]: async function* (this: InflateAtOnce) {
        yield inflate(this.#input, { maxOutputLength: MAX_ARCHIVE_BYTES });
      }.bind(this),
    };
  }

  #writer() {
    return {
      ready: Promise.resolve(),
      write: async (bytes: Uint8Array): Promise<void> => {
        this.#input = bytes;
      },
      close: (): Promise<void> => Promise.resolve(),
    };
  }
}
