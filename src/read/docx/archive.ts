import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { ReadError } from '../../model/errors.js';
import { MAX_ARCHIVE_BYTES, MAX_ARCHIVE_ENTRIES, MAX_PART_BYTES } from '../limits.js';

const REMEDY = 'open it in Word or WPS and save it again as DOCX, or as PDF.';

/** The entries of a ZIP file by name; nothing is unpacked before it is asked for. */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /**
   * @throws ReadError `damaged` for a broken directory, `archive_too_large` when the sizes it declares are those of
   * a bomb
   */
  static async open(bytes: Uint8Array): Promise<Archive> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    try {
      const zip = await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: true });
      return new Archive(zip, await listEntries(zip));
    } catch (cause) {
      if (cause instanceof ReadError) throw cause;
      throw new ReadError(
        'damaged',
        `The ZIP directory of the file cannot be read (${reason(cause)}); ${REMEDY}`,
        {
          cause,
        },
      );
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  /**
   * Unpacks one part, counting the real bytes.
   * @throws ReadError `archive_too_large`, `encrypted` or `damaged`
   */
  async read(name: string): Promise<Buffer> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new ReadError('damaged', `The file has no part ${name}; ${REMEDY}`);
    if (entry.isEncrypted()) {
      throw new ReadError('encrypted', 'The document is protected by a password; save a copy without it.');
    }
    if (entry.uncompressedSize > MAX_PART_BYTES) throw partTooLarge(name);
    try {
      return await this.inflate(entry, name);
    } catch (cause) {
      if (cause instanceof ReadError) throw cause;
      throw new ReadError('damaged', `The part ${name} cannot be unpacked (${reason(cause)}); ${REMEDY}`, {
        cause,
      });
    }
  }

  private async inflate(entry: Entry, name: string): Promise<Buffer> {
    const stream = await this.zip.openReadStreamPromise(entry);
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MAX_PART_BYTES) throw partTooLarge(name);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, size);
  }
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAX_ARCHIVE_ENTRIES) throw tooLarge(`${zip.entryCount} entries`);
  const entries = new Map<string, Entry>();
  let declared = 0;
  for await (const entry of zip.eachEntry()) {
    declared += entry.uncompressedSize;
    if (declared > MAX_ARCHIVE_BYTES) throw tooLarge(`more than ${megabytes(MAX_ARCHIVE_BYTES)} MB`);
    entries.set(entry.fileName, entry);
  }
  return entries;
}

function partTooLarge(name: string): ReadError {
  return tooLarge(`a part ${name} of more than ${megabytes(MAX_PART_BYTES)} MB`);
}

function tooLarge(what: string): ReadError {
  return new ReadError('archive_too_large', `The file unpacks to ${what}, which no report needs; ${REMEDY}`);
}

function megabytes(bytes: number): number {
  return bytes / 1024 / 1024;
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
