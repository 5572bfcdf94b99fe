import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { ReadError } from '../model/errors.js';
import { MAX_ARCHIVE_BYTES, MAX_ARCHIVE_ENTRIES, MAX_PART_BYTES } from './limits.js';

export interface ArchiveOptions {
  /** What to do about a faulty file, an imperative that ends the message. */
  readonly remedy?: string;
  /** Largest part that is unpacked, in bytes. */
  readonly maxPartBytes?: number;
}

const DOCX_REMEDY = 'open it in Word or WPS and save it again as DOCX, or as PDF.';

/** Set in an entry whose name is UTF-8; without it Chinese programs write GBK. */
const UTF8_NAME = 0x800;

/** The entries of a ZIP file by name; nothing is unpacked before it is asked for. */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly remedy: string,
    private readonly maxPartBytes: number,
  ) {}

  /**
   * Opens a file by its path (then only its directory is read), or bytes at hand.
   * @throws ReadError `damaged` for a broken directory, `archive_too_large` when the sizes it declares are those of
   * a bomb
   */
  static async open(source: Uint8Array | string, options: ArchiveOptions = {}): Promise<Archive> {
    const { remedy = DOCX_REMEDY, maxPartBytes = MAX_PART_BYTES } = options;
    try {
      const zip = await openZip(source);
      try {
        return new Archive(zip, await listEntries(zip, remedy), remedy, maxPartBytes);
      } catch (error) {
        zip.close();
        throw error;
      }
    } catch (cause) {
      if (cause instanceof ReadError) throw cause;
      const message = `The ZIP directory of the file cannot be read (${reason(cause)}); ${remedy}`;
      throw new ReadError('damaged', message, { cause });
    }
  }

  close(): void {
    this.zip.close();
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
    if (entry === undefined) throw new ReadError('damaged', `The file has no part ${name}; ${this.remedy}`);
    if (entry.isEncrypted()) {
      throw new ReadError('encrypted', 'The document is protected by a password; save a copy without it.');
    }
    if (entry.uncompressedSize > this.maxPartBytes) throw this.partTooLarge(name);
    try {
      return await this.inflate(entry, name);
    } catch (cause) {
      if (cause instanceof ReadError) throw cause;
      const message = `The part ${name} cannot be unpacked (${reason(cause)}); ${this.remedy}`;
      throw new ReadError('damaged', message, { cause });
    }
  }

  private async inflate(entry: Entry, name: string): Promise<Buffer> {
    const stream = await this.zip.openReadStreamPromise(entry);
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > this.maxPartBytes) throw this.partTooLarge(name);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, size);
  }

  private partTooLarge(name: string): ReadError {
    return tooLarge(`a part ${name} of more than ${megabytes(this.maxPartBytes)} MB`, this.remedy);
  }
}

/** Names come as bytes: yauzl takes those that are not UTF-8 for code page 437, Chinese archives write GBK. */
const RAW_NAMES = { lazyEntries: true, autoClose: false, decodeStrings: false } as const;

function openZip(source: Uint8Array | string): Promise<ZipFile> {
  if (typeof source === 'string') return openPromise(source, RAW_NAMES);
  return fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.length), RAW_NAMES);
}

async function listEntries(zip: ZipFile, remedy: string): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAX_ARCHIVE_ENTRIES) throw tooLarge(`${zip.entryCount} entries`, remedy);
  const entries = new Map<string, Entry>();
  let declared = 0;
  for await (const entry of zip.eachEntry()) {
    declared += entry.uncompressedSize;
    if (declared > MAX_ARCHIVE_BYTES) throw tooLarge(`more than ${megabytes(MAX_ARCHIVE_BYTES)} MB`, remedy);
    entries.set(nameOf(entry), entry);
  }
  return entries;
}

function nameOf(entry: Entry): string {
  const bytes = entry.fileName as unknown as Uint8Array;
  const encoding = (entry.generalPurposeBitFlag & UTF8_NAME) !== 0 || isUtf8(bytes) ? 'utf-8' : 'gb18030';
  return new TextDecoder(encoding).decode(bytes).replaceAll('\\', '/');
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function tooLarge(what: string, remedy: string): ReadError {
  return new ReadError('archive_too_large', `The file unpacks to ${what}, which no report needs; ${remedy}`);
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
