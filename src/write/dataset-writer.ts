import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codebook } from '../form/index.js';
import { csvLines, type ReportLines } from './csv.js';
import { datapackage, type FileDigest } from './datapackage.js';
import { FileSink } from './file-sink.js';
import type { Row } from './rows.js';
import { RunError } from './run-error.js';
import { DATA_FILES, RESOURCES, type Resource } from './schema.js';
import { openStage, type Stage } from './staging.js';

/** Makes Excel take a CSV file for UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

export interface DatasetOptions {
  /** Begin each CSV file with a byte order mark. */
  readonly bom?: boolean;
  /** Files besides those that every dataset has, in the order of the descriptor. */
  readonly more?: readonly Resource[];
}

/**
 * Writes a dataset as it comes: reports are appended in their final order, `commit` replaces the old dataset
 * at once, `discard` leaves it as it was. All methods throw {@link RunError} when the disk refuses.
 */
export class DatasetWriter {
  readonly #outDir: string;
  readonly #stage: Stage;
  readonly #sinks = new Map<string, FileSink>();
  readonly #more: readonly Resource[];

  constructor(outDir: string, options: DatasetOptions = {}) {
    this.#outDir = outDir;
    this.#more = options.more ?? [];
    this.#stage = this.#guard(() => openStage(outDir));
    try {
      this.#openFiles(options.bom === true ? BYTE_ORDER_MARK : '');
    } catch (error) {
      this.discard();
      throw writeError(error, outDir);
    }
  }

  /** Adds the rows of one report. The caller keeps the order. */
  append(lines: ReportLines): void {
    this.#guard(() => {
      for (const [file, text] of Object.entries(lines)) this.#sinks.get(file)?.append(text);
    });
  }

  /** Adds rows to one of the additional files. */
  appendRows(file: string, rows: readonly Row[]): void {
    this.#guard(() => this.#sinks.get(file)?.append(csvLines(rows)));
  }

  /** Completes the files and puts them in the place of the old ones. */
  commit(): void {
    this.#guard(() => {
      const rows = codebook().map(({ table, axis, code, zh, en }) => [table, axis, code, zh, en]);
      this.#sinks.get('codebook')?.append(csvLines(rows));
      const digests = Object.fromEntries([...this.#sinks].map(([file, sink]) => [file, sink.close()]));
      const descriptor = datapackage(digests as Record<string, FileDigest>, this.#more);
      writeFileSync(join(this.#stage.folder, 'datapackage.json'), descriptor, { flush: true });
      this.#stage.commit();
    });
  }

  /** Gives the run up; the dataset that was there stays. Safe to call at any time. */
  discard(): void {
    for (const sink of this.#sinks.values()) sink.abandon();
    this.#stage.discard();
  }

  #openFiles(mark: string): void {
    for (const { name, fields } of [...DATA_FILES.map((file) => RESOURCES[file]), ...this.#more]) {
      const sink = new FileSink(join(this.#stage.folder, `${name}.csv`));
      this.#sinks.set(name, sink);
      sink.append(mark + csvLines([fields.map((field) => field.name)]));
    }
  }

  #guard<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      throw writeError(error, this.#outDir);
    }
  }
}

const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no space left; free some or choose another folder with --out',
  EDQUOT: 'your disk quota is used up; free some or choose another folder with --out',
  EACCES: 'you may not write there; change its permissions or choose another folder with --out',
  EPERM: 'you may not write there; change its permissions or choose another folder with --out',
  EROFS: 'that file system is read-only; choose another folder with --out',
  ENOTDIR: 'part of that path is a file; choose another folder with --out',
  EEXIST: 'that path is a file; choose another folder with --out',
  EISDIR: 'a folder has the name of a file of the dataset; move it away or choose another folder with --out',
  EMFILE: 'too many files are open; raise the limit (ulimit -n)',
  EFBIG: 'the file would exceed the size limit (ulimit -f)',
};

function writeError(error: unknown, outDir: string): Error {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) return error as Error;
  const advice = ADVICE[code] ?? (error as Error).message;
  return new RunError(`Cannot write the dataset to ${outDir}: ${advice} (${code}).`, { cause: error });
}
