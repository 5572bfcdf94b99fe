/** Sorts any number of lines in little memory: full loads are sorted and put on disk, then merged. */

import { join } from 'node:path';
import { lineBatches, writeLines } from './lines.js';

/**
 * Characters held in memory. What is held long moves to the part of the heap that is cleared late: with loads of six
 * million characters that part grew by 90 MB over 10,000 reports, and moving it cost a sixth of an audit's CPU.
 */
const LOAD_CHARS = 1024 * 1024;
/** What a line costs beyond its characters. */
const LINE_OVERHEAD = 40;

/** Lines hold no line ends; they come back in the order of their UTF-16 units, equal ones all. */
export class LineSorter {
  readonly #prefix: string;
  readonly #loadChars: number;
  readonly #runs: string[] = [];
  #lines: string[] = [];
  #chars = 0;

  /** `folder` takes the files `name-N`; whoever made it removes it. */
  constructor(folder: string, name: string, loadChars = LOAD_CHARS) {
    this.#prefix = join(folder, name);
    this.#loadChars = loadChars;
  }

  add(line: string): void {
    this.#lines.push(line);
    this.#chars += line.length + LINE_OVERHEAD;
    if (this.#chars >= this.#loadChars) this.#unload();
  }

  /** To be called once, after the last `add`. */
  async *sorted(): AsyncGenerator<string> {
    if (this.#runs.length === 0) {
      yield* this.#lines.sort(byUnits);
      return;
    }
    if (this.#lines.length > 0) this.#unload();
    yield* merged(this.#runs);
  }

  #unload(): void {
    const path = `${this.#prefix}-${this.#runs.length}`;
    writeLines(path, this.#lines.sort(byUnits));
    this.#runs.push(path);
    this.#lines = [];
    this.#chars = 0;
  }
}

const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Many runs are read at the same time. */
const RUN_CHUNK_BYTES = 32 * 1024;

/** A run being read: the line that is next, null at its end. */
class Run {
  line: string | null = null;
  readonly #batches: AsyncGenerator<string[]>;
  #batch: readonly string[] = [];
  #at = 0;

  constructor(path: string) {
    this.#batches = lineBatches(path, RUN_CHUNK_BYTES);
  }

  async next(): Promise<void> {
    while (this.#at >= this.#batch.length) {
      const { value, done } = await this.#batches.next();
      if (done === true) {
        this.line = null;
        return;
      }
      this.#batch = value;
      this.#at = 0;
    }
    this.line = this.#batch[this.#at++] ?? null;
  }

  /** Whether the next line is at hand without reading on. */
  advance(): boolean {
    if (this.#at >= this.#batch.length) return false;
    this.line = this.#batch[this.#at++] ?? null;
    return true;
  }
}

async function* merged(paths: readonly string[]): AsyncGenerator<string> {
  const runs = paths.map((path) => new Run(path));
  for (const run of runs) await run.next();
  const queue = runs.filter(hasLine).sort((a, b) => byUnits(a.line, b.line));
  for (;;) {
    const least: Run | undefined = queue.shift();
    if (least === undefined || !hasLine(least)) return;
    yield least.line;
    if (!least.advance()) await least.next();
    if (hasLine(least)) queue.splice(placeOf(least.line, queue), 0, least);
  }
}

type Ready = Run & { line: string };

function hasLine(run: Run): run is Ready {
  return run.line !== null;
}

/** How many runs of a queue that is in order have a smaller line. */
function placeOf(line: string, queue: readonly Ready[]): number {
  let [low, high] = [0, queue.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((queue[middle]?.line ?? '') < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
