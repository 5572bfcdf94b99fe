/**
 * The pace of each host: so many requests at a time, so much time between them. When a host may be asked again is
 * written to the store before each request is sent and again after its answer, so a run that is killed and started
 * anew keeps the delay too. A circuit breaker sets a host aside that only fails.
 */

import PQueue from 'p-queue';
import type { FetchLog } from '../store/index.js';
import { FetchError } from './errors.js';
import { sleep } from './wait.js';

/** Failures in a row after which a host is left alone for a while, and at the second time for the rest of the run. */
const BREAKER_FAILURES = 8;
/** Long enough for a restart of a server; after it one request tries whether the host is back. */
const ASIDE_MILLISECONDS = 30_000;
/** No request is held longer than this; a host that asks for more is left to the next run. */
export const MAX_WAIT_MILLISECONDS = 120_000;
/** What a request that was sent just before a kill may have needed to reach the host. */
const GRACE_MILLISECONDS = 250;
/** A clock that was set back must not hold a host for ever. */
const MOST_REMEMBERED_MILLISECONDS = 86_400_000;

export interface PaceOptions {
  readonly concurrency: number;
  readonly perHost: number;
  readonly signal?: AbortSignal;
}

interface Host {
  readonly queue: PQueue;
  /** From the delay between requests. */
  nextAt: number;
  /** From `Retry-After`. */
  heldUntil: number;
  failures: number;
  asideUntil: number;
  /** How often the breaker opened in this run. */
  openings: number;
}

export class Pace {
  readonly #log: FetchLog;
  readonly #options: PaceOptions;
  readonly #all: PQueue;
  readonly #hosts = new Map<string, Host>();

  constructor(log: FetchLog, options: PaceOptions) {
    this.#log = log;
    this.#options = options;
    this.#all = new PQueue({ concurrency: options.concurrency });
  }

  /** Runs an exchange when it is its turn. `delay` in milliseconds. Throws {@link FetchError} instead of waiting too long. */
  run<T>(host: string, delay: number, exchange: () => Promise<T>): Promise<T> {
    const state = this.#host(host);
    return state.queue.add(async () => {
      await this.#waitFor(host, state);
      return this.#all.add(() => this.#exchange(host, state, delay, exchange));
    });
  }

  /** Counts a failure of the host, or ends the row with a success. */
  report(host: string, failed: boolean): void {
    const state = this.#host(host);
    if (!failed && state.failures === 0) return;
    state.failures = failed ? state.failures + 1 : 0;
    const opens = state.failures >= BREAKER_FAILURES;
    if (opens) state.openings += 1;
    state.asideUntil = opens ? Date.now() + ASIDE_MILLISECONDS : 0;
    this.#keep(host, state);
  }

  /** The host asked not to be asked again for so long. */
  hold(host: string, milliseconds: number): void {
    const state = this.#host(host);
    state.heldUntil = Math.max(state.heldUntil, Date.now() + milliseconds);
    this.#keep(host, state);
  }

  async #exchange<T>(host: string, state: Host, delay: number, exchange: () => Promise<T>): Promise<T> {
    // With several requests at a time another one may have gone first.
    while (waitOf(state) > 0 && !this.#isOver) await sleep(waitOf(state), this.#options.signal);
    if (this.#isOver) throw runOver();
    this.#space(host, state, delay === 0 ? 0 : delay + GRACE_MILLISECONDS);
    try {
      return await exchange();
    } finally {
      // With one request at a time the pause counts from the end of the answer.
      if (this.#options.perHost === 1) this.#space(host, state, delay);
    }
  }

  #space(host: string, state: Host, delay: number): void {
    state.nextAt = Date.now() + delay;
    if (delay > 0) this.#keep(host, state);
  }

  async #waitFor(host: string, state: Host): Promise<void> {
    if (state.openings > 1) throw setAside(host);
    const wait = waitOf(state);
    if (wait > MAX_WAIT_MILLISECONDS)
      throw new FetchError('asked_to_wait', `${host} asks for a longer pause than a run waits.`, wait);
    if (wait <= 0 || this.#isOver) return;
    await sleep(wait, this.#options.signal);
    await this.#waitFor(host, state);
  }

  get #isOver(): boolean {
    return this.#options.signal?.aborted === true;
  }

  #host(host: string): Host {
    let state = this.#hosts.get(host);
    if (state === undefined) {
      const nextAt = Math.min(this.#log.host(host).nextAt, Date.now() + MOST_REMEMBERED_MILLISECONDS);
      const queue = new PQueue({ concurrency: this.#options.perHost });
      // A new run tries every host again.
      state = { queue, nextAt, heldUntil: 0, failures: 0, asideUntil: 0, openings: 0 };
      this.#hosts.set(host, state);
    }
    return state;
  }

  #keep(host: string, { nextAt, heldUntil, failures, asideUntil }: Host): void {
    this.#log.keepHost(host, { nextAt: Math.max(nextAt, heldUntil), failures, asideUntil });
  }
}

const waitOf = ({ nextAt, heldUntil, asideUntil }: Host): number =>
  Math.max(nextAt, heldUntil, asideUntil) - Date.now();

const setAside = (host: string): FetchError =>
  new FetchError('host_set_aside', `${host} failed again and again and was set aside for this run.`);

export const runOver = (): FetchError =>
  new FetchError('run_over', 'The run was over before it was fetched.');
