import { Crew, PROBE_MS } from './crew.js';
import type { ReportInput, ReportOutcome } from './types.js';

/**
 * How much finished text may wait for a slow report before it; beyond that no new report is begun. Enough for
 * about a thousand reports, so that one that runs into its time limit does not hold up the others.
 */
const MAX_WAITING_CHARS = 32 * 1024 * 1024;

export interface BatchRun {
  readonly reports: readonly ReportInput[];
  /** Reports under way at the same time, at most; fewer while more would not pay (see `Crew`). */
  readonly jobs: number;
  readonly read: (input: ReportInput) => Promise<ReportOutcome>;
  /** Called when a report is finished, in the order in which they finish. */
  readonly onFinished: (outcome: ReportOutcome) => void;
  /** Called for every report in the order of `reports`. */
  readonly onOrdered: (outcome: ReportOutcome) => void;
}

const sizeOf = ({ lines }: ReportOutcome): number =>
  Object.values(lines).reduce((sum, text) => sum + text.length, 0);

/** Reads all reports and hands the outcomes on in input order, holding back only what came too early. */
export async function runBatch(run: BatchRun): Promise<void> {
  if (run.reports.length > 0) await new Batch(run).finish();
}

class Batch {
  readonly #run: BatchRun;
  readonly #crew: Crew;
  /** Times at which the reports under way were begun, by their place. */
  readonly #underWay = new Map<number, number>();
  readonly #waiting = new Map<number, ReportOutcome>();
  #waitingChars = 0;
  #nextToStart = 0;
  #nextToHandOn = 0;
  #failed = false;

  constructor(run: BatchRun) {
    this.#run = run;
    this.#crew = new Crew(run.jobs);
  }

  async finish(): Promise<void> {
    let watch: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        const fill = (): void => this.#fill(resolve, reject);
        watch = setInterval(() => {
          this.#crew.noteSlow(this.#slow());
          fill();
        }, PROBE_MS);
        fill();
      });
    } finally {
      clearInterval(watch);
    }
  }

  #fill(resolve: () => void, reject: (error: unknown) => void): void {
    while (this.#mayStart()) {
      const index = this.#nextToStart++;
      this.#read(index).then(
        () => {
          if (this.#nextToHandOn === this.#run.reports.length) resolve();
          else this.#fill(resolve, reject);
        },
        (error: unknown) => {
          this.#failed = true;
          reject(error);
        },
      );
    }
  }

  #mayStart(): boolean {
    return (
      !this.#failed &&
      this.#underWay.size < this.#crew.size &&
      this.#nextToStart < this.#run.reports.length &&
      this.#waitingChars < MAX_WAITING_CHARS
    );
  }

  #slow(): number {
    const now = performance.now();
    return [...this.#underWay.values()].filter((start) => now - start >= PROBE_MS).length;
  }

  async #read(index: number): Promise<void> {
    const { reports, read, onFinished } = this.#run;
    const start = performance.now();
    this.#underWay.set(index, start);
    const outcome = await read(reports[index] as ReportInput);
    this.#underWay.delete(index);
    this.#crew.noteFinished(performance.now() - start, reports.length - this.#nextToStart);
    this.#waiting.set(index, outcome);
    this.#waitingChars += sizeOf(outcome);
    onFinished(outcome);
    this.#handOn();
  }

  #handOn(): void {
    for (;;) {
      const outcome = this.#waiting.get(this.#nextToHandOn);
      if (outcome === undefined) return;
      this.#waiting.delete(this.#nextToHandOn++);
      this.#waitingChars -= sizeOf(outcome);
      this.#run.onOrdered(outcome);
    }
  }
}
