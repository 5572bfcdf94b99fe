import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DIALECTS } from './compose/dialects/index.js';
import { SCAN_FORMATS } from './compose/render/formats.js';
import { composeDocuments } from './evaluate/documents.js';
import { compareWithKnown, readKnown } from './evaluate/known.js';
import { mutate } from './evaluate/mutate.js';
import { readDataset, runCli, useCli } from './evaluate/output.js';
import { compareWithPeer } from './evaluate/peers.js';
import { makePlan } from './evaluate/plan.js';
import { score } from './evaluate/score.js';
import { gapLines, resultTable } from './evaluate/table.js';
import { optionsOf } from './support/arguments.js';

/**
 * Composes random reports with known cells, runs the built command line over them and scores the dataset.
 *
 *     npm run evaluate -- --n 500 --seed 1 [--dialect ID[+ID],…] [--format ID] [--keep DIR] [--peer NAME] [--cli FILE]
 *       [--missed]
 *     npm run evaluate -- --n 60 --format scans     scans and pictures (scan-clean, scan-rough, …); needs tesseract
 *     npm run evaluate -- --mutate 300 [--seed 1]     damaged documents: a row each, no fault, bounded time
 *     npm run evaluate -- --list                      the dialects
 *
 * `--missed` lists each printed cell without a value. `--keep DIR` leaves documents and dataset in DIR. Exit code 1: something is wrong that known-failures.json lacks.
 */
const OPTIONS = {
  n: { type: 'string', default: '200' },
  seed: { type: 'string', default: '1' },
  dialect: { type: 'string' },
  format: { type: 'string' },
  keep: { type: 'string' },
  peer: { type: 'string' },
  mutate: { type: 'string' },
  cli: { type: 'string' },
  list: { type: 'boolean', default: false },
  missed: { type: 'boolean', default: false },
} as const;

/** A slow machine reads a document in well under a second; ten are a hang. */
const SECONDS_PER_DOCUMENT = 10;
/** Pages are recognised in seconds each. */
const SECONDS_PER_SCAN = 120;
const START_SECONDS = 60;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function evaluate(work: string): Promise<boolean> {
  const values = optionsOf(import.meta.url, OPTIONS);
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
  const scans = plan.filter(({ format }) => SCAN_FORMATS.includes(format)).length;
  const limit = (START_SECONDS + SECONDS_PER_DOCUMENT * plan.length + SECONDS_PER_SCAN * scans) * 1000;
  const ran = await runCli(documents, out, limit);
  say(`extracted in ${ran.seconds.toFixed(1)} s, exit code ${ran.exitCode}`);
  const given = await readDataset(out);
  const tallies = score(composed, given);
  say(resultTable(tallies));
  if (values.missed) for (const line of gapLines(tallies)) say(line);
  if (values.peer !== undefined) say(await compareWithPeer(values.peer, documents, composed, given));
  const { unknown, obsolete } = compareWithKnown(tallies, await readKnown());
  for (const entry of unknown) say(`wrong and not in known-failures.json: ${entry}`);
  for (const entry of obsolete) say(`no longer needed in known-failures.json: ${entry}`);
  if (ran.exitCode === null || tallies.every((tally) => tally.status.has('lost')))
    say(ran.stderr.slice(0, 2000));
  return unknown.length === 0 && !ran.timedOut;
}

function listDialects(): void {
  for (const { id, kind, group, formats, shows } of DIALECTS) {
    say(
      `${id.padEnd(22)} ${kind.padEnd(9)} ${group.padEnd(10)} ${String(formats.length).padStart(2)} formats  ${shows}`,
    );
  }
}

async function main(): Promise<void> {
  const { keep, mutate: mutants, seed, cli, list } = optionsOf(import.meta.url, OPTIONS);
  if (list) return listDialects();
  if (cli !== undefined) useCli(resolve(cli));
  const work = keep === undefined ? await mkdtemp(join(tmpdir(), 'evaluate-')) : resolve(keep);
  for (const old of ['documents', 'dataset', 'sources', 'mutants']) {
    if (keep !== undefined) await rm(join(work, old), { recursive: true, force: true });
  }
  try {
    const passed =
      mutants === undefined ? await evaluate(work) : await mutate(Number(mutants), seed, work, say);
    process.exitCode = passed ? 0 : 1;
  } finally {
    if (keep === undefined) await rm(work, { recursive: true, force: true });
  }
}

await main();
