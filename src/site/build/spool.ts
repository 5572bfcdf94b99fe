/**
 * Sorts records into shards without holding them: they are gathered up to a bound and then appended to one file for each
 * shard, so that rows may come in any order and memory does not grow with the dataset.
 */

import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Characters held before they go to disk. */
const MAX_HELD = 6 * 1024 * 1024;

export class Spool {
  readonly #folder: string;
  readonly #held = new Map<number, string[]>();
  #size = 0;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** Adds a JSON value to a shard. */
  add(shard: number, record: unknown): void {
    const line = `${JSON.stringify(record)}\n`;
    const lines = this.#held.get(shard);
    if (lines === undefined) this.#held.set(shard, [line]);
    else lines.push(line);
    this.#size += line.length;
    if (this.#size > MAX_HELD) this.#flush();
  }

  /** All records of a shard in the order in which they came; they are forgotten. */
  take(shard: number): unknown[] {
    const path = this.#path(shard);
    const held = this.#held.get(shard) ?? [];
    this.#held.delete(shard);
    const stored = existsSync(path) ? readFileSync(path, 'utf8') : '';
    rmSync(path, { force: true });
    const lines = (stored + held.join('')).split('\n');
    return lines.filter((line) => line !== '').map((line): unknown => JSON.parse(line));
  }

  /** Removes what is left on disk. */
  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #flush(): void {
    for (const [shard, lines] of this.#held) appendFileSync(this.#path(shard), lines.join(''));
    this.#held.clear();
    this.#size = 0;
  }

  #path(shard: number): string {
    return join(this.#folder, `${shard}.jsonl`);
  }
}
