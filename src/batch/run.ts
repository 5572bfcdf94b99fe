import type { ReportInput, ReportOutcome } from './types.js';

/**
 * How much finished text may wait for a slow report before it; beyond that no new report is begun. Enough for
 * about a thousand reports, so that one that runs into its time limit does not hold up the others.
 */
const MAX_WAITING_CHARS = 32 * 1024 * 1024;

export interface BatchRun {
  readonly reports: readonly ReportInput[];
  /** Reports under way at the same time. */
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
  const { reports, jobs, onFinished, onOrdered } = run;
  const waiting = new Map<number, ReportOutcome>();
  let waitingChars = 0;
  let nextToStart = 0;
  let nextToHandOn = 0;
  const underWay = new Map<number, Promise<void>>();

  const handOn = (): void => {
    for (
      let outcome = waiting.get(nextToHandOn);
      outcome !== undefined;
      outcome = waiting.get(nextToHandOn)
    ) {
      waiting.delete(nextToHandOn++);
      waitingChars -= sizeOf(outcome);
      onOrdered(outcome);
    }
  };
  const start = async (index: number, input: ReportInput): Promise<void> => {
    const outcome = await run.read(input);
    waiting.set(index, outcome);
    waitingChars += sizeOf(outcome);
    onFinished(outcome);
    handOn();
    underWay.delete(index);
  };

  while (nextToHandOn < reports.length) {
    while (underWay.size < jobs && nextToStart < reports.length && waitingChars < MAX_WAITING_CHARS) {
      const index = nextToStart++;
      underWay.set(index, start(index, reports[index] as ReportInput));
    }
    await Promise.race(underWay.values());
  }
}
