/**
 * A pool of worker threads, one report at a time in each. Whatever a report does to its worker – hangs, runs out
 * of memory, crashes – is that report's outcome and touches no other.
 */

import { setFlagsFromString } from 'node:v8';
import { Piscina } from 'piscina';
import { OfficeConverter } from './office/converter.js';
import { outcomeOf } from './outcome.js';
import type { Converted, ReportInput, ReportOutcome, ReportTask, WorkerMessage } from './types.js';

/** JavaScript heap of a worker: twenty times what a large report takes, so reaching it means a broken file. */
const HEAP_MEGABYTES = 1024;

/**
 * How much a function must run before V8 optimizes it; the default is 67,584. The code of a report is wide and flat, and
 * of what the default optimizes most runs too seldom to earn it back: over 600 pages the compiler took 38 % of all CPU
 * time, and takes 18 % with this, 20 % less in all.
 */
const OPTIMIZE_LATER = '--interrupt-budget=1000000';

export interface PoolOptions {
  readonly jobs: number;
  readonly timeLimitSeconds: number;
  readonly maxBytes: number;
  /** Rules of the audit that are switched off; no audit at all unless given. */
  readonly disabledRules?: readonly string[];
  /** All inputs of the run in order, so that office documents can be converted many at a time. */
  readonly upcoming?: readonly ReportInput[];
  /** Another worker file than that of `extract`; another heap, for tests. */
  readonly workerFile?: string;
  readonly heapMegabytes?: number;
}

/** Recognition of a page takes two on a busy machine; a long scan is not to be lost for its length. */
const SECONDS_PER_PAGE = 5;

/** A task under way. */
interface Running {
  readonly abort: AbortController;
  startedAt: number;
  /** The limit of the run, and what is added for pages that are recognised. */
  limitSeconds: number;
  timer: NodeJS.Timeout | undefined;
  sha256: string;
  bytes: number;
  /** Processes that the worker has started and that still run. */
  readonly processes: Set<number>;
}

type Fault = { readonly code: string; readonly message: string };

/** `O` is what the worker file gives for a report that does not break it. */
export class ReportPool<O extends ReportOutcome = ReportOutcome> {
  readonly #pool: Piscina<ReportTask, O>;
  readonly #options: PoolOptions;
  readonly #office: OfficeConverter;
  readonly #running = new Map<number, Running>();
  #nextId = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
    setFlagsFromString(OPTIMIZE_LATER);
    this.#office = new OfficeConverter({ upcoming: options.upcoming ?? [], maxBytes: options.maxBytes });
    this.#pool = new Piscina({
      filename: options.workerFile ?? new URL('./worker.js', import.meta.url).href,
      // The others begin when there is a report for them, and stay.
      minThreads: 1,
      maxThreads: options.jobs,
      idleTimeout: Number.POSITIVE_INFINITY,
      resourceLimits: { maxOldGenerationSizeMb: options.heapMegabytes ?? HEAP_MEGABYTES },
    });
    this.#pool.on('message', (message: WorkerMessage) => this.#onMessage(message));
    // A worker that dies between two tasks has no report to blame; the pool starts another.
    this.#pool.on('error', () => undefined);
  }

  /** Reads a report. Resolves always; a report that breaks its worker resolves to a failed outcome. */
  async run(input: ReportInput): Promise<O | ReportOutcome> {
    const converted = await this.#office.convert(input);
    try {
      return await this.#runPrepared(input, converted);
    } finally {
      this.#office.release(input);
    }
  }

  async #runPrepared(input: ReportInput, converted: Converted | null): Promise<O | ReportOutcome> {
    // What an earlier report left behind may bring a worker down under the next one: so once more, and the
    // outcome depends on the report alone.
    return (
      (await this.#attempt(input, converted, false)) ??
      ((await this.#attempt(input, converted, true)) as O | ReportOutcome)
    );
  }

  async close(): Promise<void> {
    for (const running of this.#running.values()) stopProcesses(running);
    await this.#pool.destroy();
    await this.#office.close();
  }

  async #attempt(
    input: ReportInput,
    converted: Converted | null,
    isLast: boolean,
  ): Promise<O | ReportOutcome | null> {
    const id = this.#nextId++;
    const abort = new AbortController();
    const running: Running = {
      abort,
      startedAt: performance.now(),
      limitSeconds: this.#options.timeLimitSeconds,
      timer: undefined,
      sha256: '',
      bytes: 0,
      processes: new Set(),
    };
    this.#running.set(id, running);
    try {
      return await this.#pool.run(
        {
          ...input,
          id,
          converted,
          maxBytes: this.#options.maxBytes,
          disabledRules: this.#options.disabledRules ?? null,
        },
        { signal: abort.signal },
      );
    } catch (error) {
      if (!abort.signal.aborted && !isLast) return null;
      return failed(input.source, running, faultOf(error, abort.signal.aborted, running));
    } finally {
      clearTimeout(running.timer);
      stopProcesses(running);
      this.#running.delete(id);
    }
  }

  #onMessage(message: WorkerMessage): void {
    const running = this.#running.get(message.id);
    if (running === undefined) return;
    if (message.kind === 'process') {
      if (message.running) running.processes.add(message.pid);
      else running.processes.delete(message.pid);
      return;
    }
    if (message.kind === 'bytes') {
      running.sha256 = message.sha256;
      running.bytes = message.bytes;
      return;
    }
    if (message.kind === 'pages') running.limitSeconds += message.pages * SECONDS_PER_PAGE;
    else running.startedAt = performance.now();
    const elapsed = performance.now() - running.startedAt;
    clearTimeout(running.timer);
    running.timer = setTimeout(() => running.abort.abort(), running.limitSeconds * 1000 - elapsed);
  }
}

function faultOf(error: unknown, timedOut: boolean, { limitSeconds }: Running): Fault {
  if (timedOut) {
    const limit = `Not read within ${limitSeconds} s`;
    return {
      code: 'time_limit',
      message: `${limit}; check that it is a report, or allow more with --time-limit.`,
    };
  }
  if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return {
      code: 'out_of_memory',
      message: 'Reading it took more memory than a report ever needs; check that it is one, or split it.',
    };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'internal',
    message: `The worker broke down (${reason}); please report it with the file.`,
  };
}

/** What a worker that was stopped has left running. */
function stopProcesses({ processes }: Running): void {
  for (const pid of processes) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }
}

function failed(source: string, { sha256, bytes, startedAt }: Running, error: Fault): ReportOutcome {
  const result = { source, mediaType: '', sha256, bytes, report: null, error };
  return outcomeOf(result, performance.now() - startedAt);
}
