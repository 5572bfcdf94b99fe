import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codebook } from '../form/index.js';
import type { ReportLines } from './csv.js';
import { csvLines } from './csv-lines.js';
import { datapackage, type FileDigest } from './datapackage.js';
import { FileSink } from './file-sink.js';
import type { Row } from './rows.js';
import { BYTE_ORDER_MARK, DATA_FILES, type DataFile, RESOURCES, type Resource } from './schema.js';
import { openStage, type Stage } from './staging.js';
import { writeError } from './write-error.js';

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
  readonly #mark: string;
  readonly #stage: Stage;
  readonly #sinks = new Map<string, FileSink>();
  readonly #more: readonly Resource[];

  constructor(outDir: string, options: DatasetOptions = {}) {
    this.#outDir = outDir;
    this.#more = options.more ?? [];
    this.#mark = options.bom === true ? BYTE_ORDER_MARK : '';
    this.#stage = this.#guard(() => openStage(outDir));
    try {
      for (const file of DATA_FILES) this.#open(RESOURCES[file]);
      for (const resource of this.#more) this.#open(resource);
    } catch (error) {
      this.discard();
      throw writeError(error, outDir);
    }
  }

  /** Adds the rows of one report. The caller keeps the order. */
  append(lines: Partial<ReportLines>): void {
    this.#guard(() => {
      for (const [file, text] of Object.entries(lines)) this.#sinks.get(file)?.append(text);
    });
  }

  /** Adds rows to one of the additional files. */
  appendRows(file: string, rows: readonly Row[]): void {
    this.#guard(() => this.#sinks.get(file)?.append(csvLines(rows)));
  }

  /** Moves what was written of a file to `path` and begins the file anew, for whoever can complete its rows only now. */
  restart(file: DataFile, path: string): void {
    this.#guard(() => {
      this.#sinks.get(file)?.close();
      renameSync(join(this.#stage.folder, `${file}.csv`), path);
      this.#open(RESOURCES[file]);
    });
  }

  /** A folder on the same disk for what is needed only until the end; it goes away by itself. */
  scratch(): string {
    return this.#guard(() => this.#stage.scratch());
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

  #open({ name, fields }: Resource): void {
    const sink = new FileSink(join(this.#stage.folder, `${name}.csv`));
    this.#sinks.set(name, sink);
    sink.append(this.#mark + csvLines([fields.map((field) => field.name)]));
  }

  #guard<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      throw writeError(error, this.#outDir);
    }
  }
}
