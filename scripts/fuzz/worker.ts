/** A child process of the fuzz run: goes through its share of the runs and reports each. */
import { fuzzOnce, type Outcome } from './run.js';

/** What the child is told: its seed, and the runs `from`, `from + step` … below `to`. */
export interface Share {
  seed: string;
  from: number;
  to: number;
  step: number;
}

/** Sent before and after each run, so that the parent knows which one hangs or kills. */
export type Message = { starts: number } | { outcome: Outcome; rss: number };

function send(message: Message): void {
  process.send?.(message);
}

async function work({ seed, from, to, step }: Share): Promise<void> {
  for (let run = from; run < to; run += step) {
    send({ starts: run });
    send({ outcome: await fuzzOnce(seed, run), rss: process.memoryUsage.rss() });
  }
  process.disconnect();
}

process.once('message', (share) => void work(share as Share));
