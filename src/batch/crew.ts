/**
 * How many reports are read at the same time. Each further worker compiles all code anew: over 600 pages two workers
 * took 20 to 25 % more CPU than one. So a run begins with one, and gets more when what is left would keep it busy for
 * long, or when a report holds up the others.
 */

/** Until then the pace is that of code that is being compiled; and no report may hold up the others for longer. */
export const PROBE_MS = 2000;
/** What is left must take one worker so long for each further worker; less is done before that one is up to speed. */
const WORTH_MS = 4000;
/** The pace is that of about so many last reports: it rises as the code gets warm. */
const LAST_REPORTS = 20;

/** Of a run; times are milliseconds. */
export class Crew {
  #size = 1;
  #pace = 0;
  readonly #most: number;
  readonly #start: number;

  constructor(most: number, now = performance.now()) {
    this.#most = most;
    this.#start = now;
  }

  /** Reports that may be under way now; never shrinks. */
  get size(): number {
    return this.#size;
  }

  /** A report took `milliseconds`; `left` are still to be begun. */
  noteFinished(milliseconds: number, left: number, now = performance.now()): void {
    this.#pace = this.#pace === 0 ? milliseconds : this.#pace + (milliseconds - this.#pace) / LAST_REPORTS;
    if (now - this.#start >= PROBE_MS) this.#grow(1 + Math.floor((this.#pace * left) / WORTH_MS));
  }

  /** So many reports have been under way for longer than `PROBE_MS`: they shall not stop the others. */
  noteSlow(count: number): void {
    this.#grow(1 + count);
  }

  #grow(size: number): void {
    this.#size = Math.max(this.#size, Math.min(this.#most, size));
  }
}
