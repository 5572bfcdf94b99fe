import { availableParallelism } from 'node:os';
import { fuzz } from './fuzz/pool.js';
import { inputOf, type Outcome } from './fuzz/run.js';
import { optionsOf } from './support/arguments.js';

/**
 * `npm run fuzz -- [--runs 20000] [--seed 1] [--jobs N] [--ocr]`: damages reports and reads them. No input may crash, hang or
 * take memory without end, and where the truth is known no value may be other than the printed one.
 * Damaged PDFs look like scans: `--ocr` has them recognised, as where tesseract is installed; without it, as where it is not.
 * `--show RUN` prints the damaged input of a run. Exit code 1 when there is a fault.
 */
const OPTIONS = {
  runs: { type: 'string', default: process.env.FUZZ_RUNS ?? '2000' },
  seed: { type: 'string', default: '1' },
  jobs: { type: 'string', default: String(Math.max(1, availableParallelism())) },
  ocr: { type: 'boolean', default: false },
  show: { type: 'string' },
} as const;

const FAULTS_SHOWN = 30;
const LONGEST_FAULT = 400;

interface Line {
  runs: number;
  faults: number;
  ms: number;
  slowest: number;
}

function tally(outcomes: readonly Outcome[]): string[] {
  const lines = new Map<string, Line>();
  for (const { kind, fault, ms } of outcomes) {
    const line = lines.get(kind) ?? { runs: 0, faults: 0, ms: 0, slowest: 0 };
    lines.set(kind, line);
    line.runs += 1;
    line.ms += ms;
    line.slowest = Math.max(line.slowest, ms);
    if (fault !== '') line.faults += 1;
  }
  return [...lines]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(
      ([kind, { runs, faults, ms, slowest }]) =>
        `${kind.padEnd(46)} ${String(runs).padStart(6)} runs ${String(faults).padStart(5)} faults ` +
        `${(ms / runs).toFixed(0).padStart(5)} ms, slowest ${slowest.toFixed(0)}`,
    );
}

async function main(): Promise<void> {
  const values = optionsOf(import.meta.url, OPTIONS);
  const say = (text: string) => process.stdout.write(`${text}\n`);
  if (values.show !== undefined) {
    process.stdout.write(inputOf(values.seed, Number(values.show)).bytes);
    return;
  }
  const [runs, started] = [Number(values.runs), performance.now()];
  let said = 0;
  const progress = (done: number) => {
    if (done - said < runs / 20) return;
    said = done;
    say(`${done} of ${runs}, ${((performance.now() - started) / 1000).toFixed(0)} s`);
  };
  const { outcomes, peak } = await fuzz({
    runs,
    seed: values.seed,
    jobs: Number(values.jobs),
    ocr: values.ocr,
    progress,
  });
  for (const line of tally(outcomes)) say(line);
  const faults = outcomes.filter(({ fault }) => fault !== '');
  for (const { run, kind, fault } of faults.slice(0, FAULTS_SHOWN))
    say(`run ${run} (${kind}): ${fault.slice(0, LONGEST_FAULT)}`);
  say(
    `${outcomes.length} inputs in ${((performance.now() - started) / 1000).toFixed(0)} s, ${faults.length} faults, ` +
      `at most ${Math.round(peak / 1024 / 1024)} MB in a process`,
  );
  process.exitCode = faults.length === 0 && outcomes.length === runs ? 0 : 1;
}

await main();
