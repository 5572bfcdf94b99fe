import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Outcome } from './run.js';
import type { Message, Share } from './worker.js';

export interface FuzzWishes {
  runs: number;
  seed: string;
  /** Child processes at work at once. */
  jobs: number;
  /** Whether scans are recognised, which takes seconds for each page. */
  ocr: boolean;
  /** Called about every two seconds. */
  progress?: (done: number) => void;
}

export interface FuzzResult {
  outcomes: Outcome[];
  /** Largest resident memory of a child, in bytes. */
  peak: number;
}

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));
/** A damaged file of this size is read in well under a second; on a busy machine in some. More is a hang. */
const LONGEST_RUN_MS = 20_000;
/** A child starts its compiler first. */
const START_MS = 60_000;
/** A process at work on one small file needs a few hundred megabytes; this much is a leak or a bomb. */
const MOST_MEGABYTES = 1_000;
const LOOK_EVERY_MS = 2_000;

/** How a run is told that the program would end at its time limit too. */
const HUNG = `longer than ${LONGEST_RUN_MS / 1000} s`;

/** Damages and reads `runs` inputs in parallel. A child that hangs, dies or grows is a fault of its run, and replaced. */
export async function fuzz({ runs, seed, jobs, ocr, progress }: FuzzWishes): Promise<FuzzResult> {
  const result: FuzzResult = { outcomes: [], peak: 0 };
  const timer = setInterval(() => progress?.(result.outcomes.length), LOOK_EVERY_MS);
  const shares = Array.from({ length: jobs }, (_, at): Share => ({ seed, from: at, to: runs, step: jobs }));
  try {
    await Promise.all(shares.map((share) => finish(share, result, ocr)));
  } finally {
    clearInterval(timer);
  }
  return { ...result, outcomes: result.outcomes.sort((left, right) => left.run - right.run) };
}

/** Goes through a share to its end, with a new child behind every run that ends one. */
async function finish(share: Share, result: FuzzResult, ocr: boolean): Promise<void> {
  for (let from = share.from; from < share.to; ) {
    const { died, fault } = await oneChild({ ...share, from }, result, ocr);
    if (fault === '') return;
    result.outcomes.push({ run: died, kind: 'process', ended: 'killed', fault, ms: 0 });
    from = died + share.step;
  }
}

interface Ending {
  /** The run that was at work. */
  died: number;
  /** Empty when the child came to the end of its share. */
  fault: string;
}

function oneChild(share: Share, result: FuzzResult, ocr: boolean): Promise<Ending> {
  return new Promise((resolve) => {
    const child = fork(WORKER, {
      execArgv: ['--import', 'tsx', `--max-old-space-size=${MOST_MEGABYTES}`],
      env: ocr ? process.env : { ...process.env, NIANBAO_TESSERACT: '' },
    });
    let at = share.from;
    let fault = '';
    const stop = (why: string) => {
      fault = why;
      child.kill('SIGKILL');
    };
    let timer = setTimeout(stop, START_MS, 'did not start');
    child.on('message', (message: Message) => {
      clearTimeout(timer);
      timer = setTimeout(stop, LONGEST_RUN_MS, HUNG);
      if ('starts' in message) at = message.starts;
      else note(message, result, stop);
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      resolve({ died: at, fault: fault || (code === 0 ? '' : `the process ended: ${signal ?? code}`) });
    });
    tell(child, share);
  });
}

function note(
  { outcome, rss }: Extract<Message, { rss: number }>,
  result: FuzzResult,
  stop: (why: string) => void,
): void {
  result.outcomes.push(outcome);
  result.peak = Math.max(result.peak, rss);
  if (rss > MOST_MEGABYTES * 1024 * 1024) stop(`more than ${MOST_MEGABYTES} MB of memory`);
}

function tell(child: ChildProcess, share: Share): void {
  child.send(share);
}
