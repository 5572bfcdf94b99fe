/** One CSV file of a dataset, read once from front to back, report by report. */

import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { RunError } from '../write/run-error.js';
import { BYTE_ORDER_MARK } from '../write/schema.js';
import { recordBatches } from './csv.js';

/**
 * The rows below one report lie together, and reports come in the order of reports.csv; so a file of any length is joined
 * to its reports without an index.
 */
export class TableFile {
  readonly path: string;
  readonly #batches: AsyncGenerator<string[][]>;
  #header: readonly string[] = [];
  #hasMark = false;
  #columns = new Map<string, number>();
  #batch: readonly string[][] = [];
  #at = 0;

  private constructor(path: string) {
    this.path = path;
    this.#batches = recordBatches(path);
  }

  /**
   * Opens a file and looks for its columns.
   * @throws {RunError} when the file or one of the columns is missing
   */
  static async open(folder: string, name: string, columns: readonly string[]): Promise<TableFile> {
    const path = join(folder, name);
    if (!existsSync(path))
      throw new RunError(`${path} is missing; write the dataset anew with nianbao extract.`);
    const file = new TableFile(path);
    const [first = '', ...others] = (await file.next()) ?? [];
    file.#hasMark = first.startsWith(BYTE_ORDER_MARK);
    file.#header = [file.#hasMark ? first.slice(1) : first, ...others];
    file.#columns = new Map(file.#header.map((column, at) => [column, at]));
    const missing = columns.filter((column) => !file.#columns.has(column));
    if (missing.length > 0) {
      throw new RunError(
        `${path} has no column ${missing.join(', ')}; write the dataset anew with nianbao extract.`,
      );
    }
    return file;
  }

  /** The same, or null when there is no such file: datasets made before it was introduced. */
  static async openIfThere(
    folder: string,
    name: string,
    columns: readonly string[],
  ): Promise<TableFile | null> {
    return existsSync(join(folder, name)) ? TableFile.open(folder, name, columns) : null;
  }

  /** Whether the file begins with a byte order mark. */
  get hasMark(): boolean {
    return this.#hasMark;
  }

  get header(): readonly string[] {
    return this.#header;
  }

  /** Where a column stands; -1 when the file has none. */
  column(name: string): number {
    return this.#columns.get(name) ?? -1;
  }

  /** A field of a record; empty when the file has no such column. */
  get(record: readonly string[], column: string): string {
    return record[this.column(column)] ?? '';
  }

  /** The next record; null at the end. */
  async next(): Promise<string[] | null> {
    return (await this.#fill()) ? (this.#batch[this.#at++] ?? null) : null;
  }

  /** The records of a report; none when the next ones are of another. */
  async takeOf(reportId: string): Promise<string[][]> {
    const key = this.column('report_id');
    const taken: string[][] = [];
    while (await this.#fill()) {
      while (this.#at < this.#batch.length && this.#batch[this.#at]?.[key] === reportId) {
        taken.push(this.#batch[this.#at++] as string[]);
      }
      if (this.#at < this.#batch.length) break;
    }
    return taken;
  }

  /**
   * After the last report nothing may be left.
   * @throws {RunError} when rows are out of order or belong to no report
   */
  async expectEnd(): Promise<void> {
    const left = await this.next();
    if (left === null) return;
    throw new RunError(
      `${this.path}: the rows of report ${left[this.column('report_id')] ?? ''} do not stand in the order of reports.csv, or it is not listed there; ` +
        `restore the order of ${basename(this.path)}, or write the dataset anew with nianbao extract.`,
    );
  }

  async close(): Promise<void> {
    await this.#batches.return(undefined);
  }

  async #fill(): Promise<boolean> {
    while (this.#at >= this.#batch.length) {
      const { value, done } = await this.#batches.next();
      if (done === true) return false;
      this.#batch = value;
      this.#at = 0;
    }
    return true;
  }
}
