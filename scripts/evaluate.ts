import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { composeDocuments } from './evaluate/documents.js';
import { compareWithKnown, readKnown } from './evaluate/known.js';
import { readDataset, runCli } from './evaluate/output.js';
import { makePlan } from './evaluate/plan.js';
import { score } from './evaluate/score.js';
import { resultTable } from './evaluate/table.js';

/**
 * Composes random reports with known cells, runs the built command line over them and scores the dataset.
 *
 *     npm run evaluate -- --n 500 --seed 1 [--dialect ID[+ID]] [--format ID] [--keep DIR]
 *
 * `--keep DIR` leaves documents and dataset in DIR. Exit code 1: something is wrong that known-failures.json lacks.
 */
const OPTIONS = {
  n: { type: 'string', default: '200' },
  seed: { type: 'string', default: '1' },
  dialect: { type: 'string' },
  format: { type: 'string' },
  keep: { type: 'string' },
} as const;

/** A slow machine reads a document in well under a second; ten are a hang. */
const SECONDS_PER_DOCUMENT = 10;
const START_SECONDS = 60;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function evaluate(work: string): Promise<boolean> {
  const { values } = parseArgs({ options: OPTIONS });
  const plan = makePlan({
    n: Number(values.n),
    seed: values.seed,
    dialect: values.dialect,
    format: values.format,
  });
  const [documents, out] = [join(work, 'documents'), join(work, 'dataset')];
  await mkdir(documents, { recursive: true });
  const started = performance.now();
  const composed = await composeDocuments(plan, documents);
  say(`${composed.length} documents composed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  const limit = (START_SECONDS + SECONDS_PER_DOCUMENT * plan.length) * 1000;
  const ran = await runCli(documents, out, limit);
  say(`extracted in ${ran.seconds.toFixed(1)} s, exit code ${ran.exitCode}`);
  const tallies = score(composed, await readDataset(out));
  say(resultTable(tallies));
  const { unknown, obsolete } = compareWithKnown(tallies, await readKnown());
  for (const entry of unknown) say(`wrong and not in known-failures.json: ${entry}`);
  for (const entry of obsolete) say(`no longer needed in known-failures.json: ${entry}`);
  if (ran.exitCode === null || tallies.every((tally) => tally.status.has('lost')))
    say(ran.stderr.slice(0, 2000));
  return unknown.length === 0 && !ran.timedOut;
}

async function main(): Promise<void> {
  const keep = parseArgs({ options: OPTIONS }).values.keep;
  const work = keep === undefined ? await mkdtemp(join(tmpdir(), 'evaluate-')) : resolve(keep);
  if (keep !== undefined) await rm(join(work, 'documents'), { recursive: true, force: true });
  if (keep !== undefined) await rm(join(work, 'dataset'), { recursive: true, force: true });
  try {
    process.exitCode = (await evaluate(work)) ? 0 : 1;
  } finally {
    if (keep === undefined) await rm(work, { recursive: true, force: true });
  }
}

await main();
